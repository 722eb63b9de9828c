import type { Place } from '../dossier/place.ts';
import { type OpenOutcome, open } from '../engine/rule.ts';
import type { Confidence, Evidence } from '../evidence/evidence.ts';
import type { Sameness } from './compare.ts';
import type { ReadField, Reading } from './reading.ts';

/** What one attachment says of one fact. */
export interface Testimony<T> {
  readonly attachment: string;
  /** What the dossier says the attachment is about; null when it says nothing. */
  readonly about: string | null;
  readonly field: ReadField<T>;
}

/** Who speaks on a fact, and why others could not be heard. */
export interface Hearing<T> {
  readonly said: readonly Testimony<T>[];
  readonly unheard: readonly OpenOutcome[];
}

/**
 * What the attachments of one kind say of a fact. A paper may come as several files of which one bears the fact; only
 * when none does is it unheard. A paper that was not supplied is unheard where it is `needed`; elsewhere it is silent,
 * and attachment/missing asks for it.
 */
export function hear<F, T>(
  evidence: Evidence<readonly Reading<F>[]>,
  pick: (fields: F) => ReadField<T> | null,
  paper: 'needed' | 'welcome' = 'welcome',
): Hearing<T> {
  if (evidence.state === 'unknown') {
    const { reason, detail } = evidence;
    return { said: [], unheard: reason === 'not-supplied' && paper === 'welcome' ? [] : [open(reason, detail)] };
  }
  const said = evidence.value.flatMap(({ attachment, about, fields }) => {
    const field = pick(fields);
    return field === null ? [] : [{ attachment, about, field }];
  });
  const files = evidence.value.map(({ attachment }) => attachment).join(', ');
  return { said, unheard: said.length === 0 ? [open('unreadable', files)] : [] };
}

/** Where a fact stands in an attachment, beside the field of the dossier that it is about. */
export function placeOf(at: Place, { attachment, field }: Testimony<unknown>): Place {
  // A record that somebody typed has no pages.
  if (/\.ya?ml$/iu.test(attachment)) return { ...at, attachment };
  return { ...at, attachment, page: field.page, ...(field.box === null ? {} : { box: field.box }) };
}

/** How sure a difference is: never surer than the reading, and a human's to judge when the reading may be at fault. */
export function sureness(sameness: Exclude<Sameness, 'same'>, { confidence }: ReadField<unknown>): Confidence {
  return sameness === 'unsure' ? 'low' : confidence;
}
