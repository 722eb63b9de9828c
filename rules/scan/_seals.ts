import type { AttachmentKind } from '../../src/dossier/attachment-kinds.ts';
import { requirementFor } from '../../src/dossier/required-documents.ts';
import type { DossierData } from '../../src/dossier/schema/dossier.ts';
import type { EvidenceValues } from '../../src/evidence/kinds.ts';
import type { SealInspection } from '../../src/imaging/inspection.ts';
import { companyNameDistance } from '../../src/names/company-name.ts';
import type { Reference } from '../reference/index.ts';

export interface SealOnPage {
  /** From 1. */
  readonly page: number;
  readonly seal: SealInspection;
}

/** Whose seal this dossier's procedure asks for on a document; undefined when it asks for none. */
export const sealAskedOn = (kind: AttachmentKind, dossier: DossierData, reference: Reference) =>
  requirementFor(kind, dossier, reference)?.seal;

export const sealsOn = (pages: EvidenceValues['seals']): readonly SealOnPage[] =>
  pages.flatMap(({ number, seals }) => seals.map((seal) => ({ page: number, seal })));

/** The names under which the company may seal: its own, and both of a change of name that is under way. */
export const ownNames = ({ company, changes = [] }: DossierData): readonly string[] => [
  company.name,
  ...changes.flatMap(({ kind, from, to }) =>
    kind === 'company-name' ? [from, to].filter((name) => name !== undefined) : [],
  ),
];

/** The name on a seal. Of a Chinese name, Latin letters and digits at the ends are ring and code misread as characters. */
export function nameOn({ text }: SealInspection): string {
  const chinese = text.replaceAll(/^[^\p{Script=Han}]+|[^\p{Script=Han}]+$/gu, '');
  return chinese === '' ? text : chinese;
}

/** Whether a seal was read as that of another party to the paper, or as a name that has little of the company's. */
export function isAnothers(seal: SealInspection, dossier: DossierData): boolean {
  const text = nameOn(seal);
  if (text === '') return false;
  const [own] = ownNames(dossier)
    .map((name) => companyNameDistance(text, name))
    .sort((a, b) => a.edits - b.edits);
  if (own === undefined) return true;
  const parties = (dossier.access ?? []).flatMap(({ provider, agreement }) => [
    provider,
    agreement?.partyA,
    agreement?.partyB,
  ]);
  const nearest = parties.flatMap((name) => (name === undefined ? [] : companyNameDistance(text, name).edits));
  return own.edits * 2 > own.length || Math.min(...nearest) < own.edits;
}

/** The seals that may be the one asked for: no person's name chop and, where it must be the company's, nobody else's. */
export function candidates(
  pages: EvidenceValues['seals'],
  kind: AttachmentKind,
  dossier: DossierData,
  reference: Reference,
): readonly SealOnPage[] {
  const seals = sealsOn(pages).filter(({ seal }) => seal.kind !== 'name-chop');
  return sealAskedOn(kind, dossier, reference) === 'company'
    ? seals.filter(({ seal }) => !isAnothers(seal, dossier))
    : seals;
}

/** A half seal lies at a side of the page, and as much of its ring at most is there; the rest is on other sheets. */
const SIDE_MARGIN = 0.02;
const HALF_RING = 0.75;

/**
 * Whether a seal looks like one sheet's part of a straddle seal: off the page at its left or right edge, or beside it
 * with a stretch of the ring missing, since fanned sheets show a strip of their own.
 */
export const isStraddlePart = ({ box, verdict, reason, coverage }: SealInspection): boolean =>
  (box.x <= SIDE_MARGIN || box.x + box.width >= 1 - SIDE_MARGIN) &&
  ((verdict === 'cut-off' && reason === 'off-page') || coverage <= HALF_RING);

export type SealState = 'good' | 'pale' | 'illegible' | 'cut-off' | 'inconclusive';

/**
 * Part of a straddle seal is never the whole seal that is asked for. Under the least contrast a seal counts as illegible,
 * because nothing else of it can be judged: it is pale all the same.
 */
function stateOf(seal: SealInspection): SealState {
  const { verdict, reason } = seal;
  if (isStraddlePart(seal)) return 'cut-off';
  if (verdict === 'legible') return 'good';
  if (verdict === 'faint' || (verdict === 'illegible' && reason === 'low-contrast')) return 'pale';
  return verdict;
}

const order = ['good', 'pale', 'illegible', 'cut-off', 'inconclusive'] as const;

/**
 * The one seal by which a document is judged: one good seal is what was asked for, whatever is beside it, and of poor
 * ones only the best is worth a word. Equals stand in order of contrast.
 */
export function bestSeal(seals: readonly SealOnPage[]): (SealOnPage & { readonly state: SealState }) | undefined {
  return seals
    .map((found) => ({ ...found, state: stateOf(found.seal) }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.seal.contrast - a.seal.contrast)[0];
}
