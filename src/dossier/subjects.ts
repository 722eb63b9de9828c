import type { PortfolioIndex } from '../portfolio/portfolio-index.ts';
import type { Place } from './place.ts';
import type { Path } from './positions.ts';
import type { DossierData } from './schema/dossier.ts';

type Item<K extends keyof DossierData> = NonNullable<DossierData[K]> extends readonly (infer T)[] ? T : never;

/** What a rule can look at, and what it finds there. */
export interface SubjectValues {
  readonly dossier: DossierData;
  readonly company: DossierData['company'];
  readonly licence: NonNullable<DossierData['licence']>;
  readonly person: Item<'persons'>;
  readonly domain: Item<'domains'>;
  readonly website: Item<'websites'>;
  readonly app: Item<'apps'>;
  readonly access: Item<'access'>;
  readonly attachment: Item<'attachments'>;
  /** This dossier among those that are checked together. */
  readonly portfolio: PortfolioView;
}

export interface PortfolioView {
  /** The dossier's own path, as the index names it. */
  readonly path: string;
  readonly index: PortfolioIndex;
}

export type SubjectKind = keyof SubjectValues;

interface SubjectOf<K extends SubjectKind> {
  readonly kind: K;
  /** Name within its kind: the domain, the file, the person. */
  readonly id: string;
  readonly at: Place;
  readonly value: SubjectValues[K];
}

export type Subject<K extends SubjectKind = SubjectKind> = { [Each in K]: SubjectOf<Each> }[K];

/** `kind:id`, as reports, suppressions and fingerprints name a subject. */
export const subjectName = (subject: Subject): string => `${subject.kind}:${subject.id}`;

/** A field of a subject, for a finding's `at`. */
export const fieldOf = (subject: Subject, ...keys: Path): Place => ({
  ...subject.at,
  path: [...subject.at.path, ...keys],
});

/** Every subject of a dossier, in the order in which they are written. */
export function subjectsOf(data: DossierData, portfolio: PortfolioView): Subject[] {
  const list = <K extends Exclude<SubjectKind, 'dossier' | 'company' | 'licence' | 'portfolio'>>(
    kind: K,
    key: 'persons' | 'domains' | 'websites' | 'apps' | 'access' | 'attachments',
    items: readonly SubjectValues[K][] | undefined,
    name: (item: SubjectValues[K]) => string,
  ): SubjectOf<K>[] => {
    const seen = new Map<string, number>();
    return (items ?? []).map((value, index) => {
      const base = name(value);
      const times = (seen.get(base) ?? 0) + 1;
      seen.set(base, times);
      return { kind, id: times === 1 ? base : `${base}#${times}`, at: { path: [key, index] }, value };
    });
  };

  return [
    { kind: 'dossier', id: data.procedure, at: { path: [] }, value: data },
    { kind: 'company', id: data.company.name, at: { path: ['company'] }, value: data.company },
    ...(data.licence === undefined
      ? []
      : [{ kind: 'licence', id: data.licence.number, at: { path: ['licence'] }, value: data.licence } as const]),
    ...list('person', 'persons', data.persons, ({ name }) => name),
    ...list('domain', 'domains', data.domains, ({ name }) => name),
    ...list('website', 'websites', data.websites, ({ name }) => name),
    ...list('app', 'apps', data.apps, ({ name }) => name),
    ...list('access', 'access', data.access, ({ provider }) => provider),
    ...list('attachment', 'attachments', data.attachments, ({ file }) => file).map((subject) => ({
      ...subject,
      at: { ...subject.at, attachment: subject.value.file },
    })),
    { kind: 'portfolio', id: 'portfolio', at: { path: [] }, value: portfolio },
  ];
}
