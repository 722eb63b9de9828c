import type { DocumentReadings, ReadField, Reading } from '../documents/reading.ts';
import type { DossierData } from '../dossier/schema/dossier.ts';
import { registrableDomain } from '../network/domain-name.ts';
import { pageUrl } from '../network/page-visit.ts';
import type { SuppliedKind } from '../network/recording.ts';
import type { SuppliedRecord } from '../network/supplied-evidence.ts';

/** Names under which the public registers know what a dossier is about. */
export function namesToLookUp({ company, licence, filing, domains, websites, apps }: DossierData): {
  readonly [K in SuppliedKind]: readonly string[];
} {
  const own = [company.name, company.uscc, ...(company.formerNames ?? [])];
  const present = (values: readonly (string | undefined)[]) => values.filter((value) => value !== undefined);
  return {
    'company-registry': own,
    'licence-query': [...own, ...present([licence?.number])],
    'filing-query': [
      ...own,
      ...present([filing?.number]),
      ...(domains ?? []).map(({ name }) => name),
      ...(websites ?? []).flatMap(({ name, url, filingNumber }) => [
        ...present([name, filingNumber]),
        url,
        ...hostsOf(url),
      ]),
    ],
    'app-store': [
      ...own,
      ...present([company.englishName]),
      ...(websites ?? []).map(({ name }) => name),
      ...(apps ?? []).flatMap(({ name, packageName }) => present([name, packageName])),
    ],
  };
}

const hostsOf = (url: string): readonly string[] => {
  const page = pageUrl(url);
  if (page === null) return [];
  const { hostname } = new URL(page);
  return [hostname, registrableDomain(hostname) ?? hostname];
};

/** Document evidence that a person may supply as a dated record instead of a scan. */
export const suppliedAs = {
  registryExtracts: 'company-registry',
  licenceQueries: 'licence-query',
  filingQueries: 'filing-query',
} as const satisfies Partial<Record<keyof DocumentReadings, SuppliedKind>>;
export type SuppliedDocument = keyof typeof suppliedAs;

/** A typed fact as one that was read: believed less than a scan, because nobody can look at it. */
const typed = <T>(value: T | undefined) =>
  value === undefined ? null : { value, raw: String(value), page: 1, box: null, confidence: 'medium' as const };

type TypedFields<T> = { readonly [K in keyof T]: ReadField<NonNullable<T[K]>> | null };

/** Facts as fields, each typed; what the record does not say is null. */
const reading = <T extends object>({ shownIn }: SuppliedRecord<SuppliedKind>, facts: T): Reading<TypedFields<T>> => ({
  attachment: shownIn,
  about: null,
  // Every name keeps its value; the type of a list of entries does not say so.
  fields: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typed(fact)])) as TypedFields<T>,
});

/** Entries against the company; null when the record does not say whether there are any. */
const entries = (...listed: readonly (readonly [name: string, isListed: boolean | undefined])[]) =>
  listed.every(([, isListed]) => isListed === undefined)
    ? undefined
    : listed.flatMap(([name, isListed]) => (isListed === true ? [name] : []));

/** Reads supplied records as the document that a screenshot of the same page would have been. */
export const readSuppliedRecord: {
  readonly [K in SuppliedDocument]: (record: SuppliedRecord<(typeof suppliedAs)[K]>) => DocumentReadings[K][number];
} = {
  registryExtracts: (record) => {
    const { facts, day } = record;
    return reading(record, {
      name: facts.name,
      uscc: facts.uscc,
      legalRepresentative: facts.legalRepresentative,
      registeredCapital: facts.registeredCapital,
      address: facts.address,
      status: facts.status,
      adverseEntries: entries(['经营异常名录', facts.abnormal], ['严重违法失信名单', facts.seriousViolation]),
      queriedOn: day,
    });
  },
  licenceQueries: (record) => {
    const { facts, day } = record;
    return reading(record, {
      companyName: facts.company,
      number: facts.number,
      legalRepresentative: facts.legalRepresentative,
      services: facts.businesses,
      coverage: facts.regions,
      status: facts.status,
      issuer: facts.issuer,
      issuedOn: facts.issuedOn,
      validTo: facts.validUntil,
      adverseEntries: entries(['电信业务经营不良名单', facts.abnormal]),
      queriedOn: day,
    });
  },
  filingQueries: (record) => {
    const { facts } = record;
    return reading(record, {
      sponsor: facts.company,
      number: facts.number,
      siteName: facts.siteName,
      domains: facts.domains,
      approvedOn: facts.approvedOn,
    });
  },
};
