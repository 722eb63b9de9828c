/**
 * What normalisation had to change before a number could be read. A clerk who typed a number with
 * full-width digits did nothing wrong; a portal that compares strings may still refuse it.
 * `label` is a heading typed before the number, `mark` a missing 号 after it.
 */
export type Repair = 'width' | 'spacing' | 'dash' | 'case' | 'label' | 'mark';

export interface Normalised {
  /** NFKC, no white space or invisible characters, ASCII hyphens, Latin letters in upper case. */
  readonly text: string;
  readonly repairs: readonly Repair[];
}

const dashes = /[\u2010-\u2015\u2212\u2e3a\u2e3b\u30fc\ufe58\ufe63\uff0d]/gu;
const invisible = /[\s\p{C}\u3164]/gu;

/** Brings a typed or scanned number to the one spelling that the parsers read. */
export function normaliseNumber(written: string): Normalised {
  const repairs: Repair[] = [];
  const step = (repair: Repair, before: string, after: string): string => {
    if (before !== after) repairs.push(repair);
    return after;
  };
  const hyphenated = step('dash', written, written.replace(dashes, '-'));
  const halfWidth = step('width', hyphenated, hyphenated.normalize('NFKC'));
  const compact = step('spacing', halfWidth, halfWidth.replace(invisible, ''));
  const text = step('case', compact, compact.toUpperCase());
  return { text, repairs };
}
