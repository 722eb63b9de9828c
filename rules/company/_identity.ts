import type { Comparison, Sameness } from '../../src/documents/compare.ts';
import type { Hearing, Testimony } from '../../src/documents/testimony.ts';
import type { AttachmentKind } from '../../src/dossier/attachment-kinds.ts';
import type { DossierData } from '../../src/dossier/schema/dossier.ts';
import type { OpenOutcome } from '../../src/engine/rule.ts';

/** What documents of one kind say of the company's identity, and what they may say. */
export interface Claim<M extends string> {
  readonly messageId: M;
  readonly document: AttachmentKind;
  readonly hearing: Hearing<string>;
  /** The value that is expected comes first; the others are right as well. */
  readonly accepted: readonly [string, ...string[]];
  /** For papers whose value does not decide the procedure. */
  readonly severity?: 'warning';
}

export interface Difference<M extends string> extends Omit<Claim<M>, 'hearing' | 'accepted'> {
  readonly testimony: Testimony<string>;
  readonly expected: string;
  readonly sameness: Exclude<Sameness, 'same'>;
}

/** The documents that say something else than they may, and those that could not be read. */
export function differencesIn<M extends string>(
  claims: readonly Claim<M>[],
  compare: Comparison<string>,
): { readonly differences: readonly Difference<M>[]; readonly unheard: readonly OpenOutcome[] } {
  const differences = claims.flatMap(({ hearing, accepted, ...claim }) =>
    hearing.said.flatMap((testimony): Difference<M>[] => {
      const each = accepted.map((value) => compare(testimony.field, value));
      if (each.includes('same')) return [];
      const sameness = each.includes('unsure') ? 'unsure' : 'different';
      return [{ ...claim, testimony, expected: accepted[0], sameness }];
    }),
  );
  return { differences, unheard: claims.flatMap(({ hearing }) => hearing.unheard) };
}

/** What was there before a change that is announced or on file: papers from before it say so rightly. */
export function valuesBefore(
  { changes }: DossierData,
  kind: 'company-name' | 'legal-representative' | 'uscc',
): readonly string[] {
  return (changes ?? []).flatMap((change) => (change.kind === kind && change.from !== undefined ? [change.from] : []));
}
