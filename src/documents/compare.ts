import { distance } from 'fastest-levenshtein';
import { type Confidence, confidences } from '../evidence/evidence.ts';
import { compact } from './folded-text.ts';
import { looksAlike, withoutConfusions } from './ocr-confusions.ts';
import type { Day, ReadField, Yuan } from './reading.ts';

/** `unsure`: they differ, and the difference may lie in the reading: a human must look. */
export type Sameness = 'same' | 'different' | 'unsure';

/** How a value read on a page is held against one that is known. */
export type Comparison<T> = (read: ReadField<T>, expected: T) => Sameness;

const names = (text: string): string => compact(text).replace(/[·.]/g, '');

/** Whether every difference is a pair of characters that OCR takes for one another. */
function onlyLookalikes(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]];
  return left.length === right.length && left.every((character, index) => looksAlike(character, right[index] ?? ''));
}

/**
 * Names of companies and persons: width, blanks, brackets and middle dots never matter. A difference that look-alike
 * characters explain is `unsure`, and so is any one that a reading of less than high confidence may have made itself.
 */
export const sameName: Comparison<string> = (read, expected) => {
  const [seen, wanted] = [names(read.value), names(expected)];
  if (seen === wanted) return 'same';
  if (read.confidence === 'low' || onlyLookalikes(seen, wanted)) return 'unsure';
  const slips = distance(seen, wanted);
  const allowed = read.confidence === 'medium' ? Math.max(1, Math.round(wanted.length * 0.2)) : 0;
  return slips <= allowed ? 'unsure' : 'different';
};

/** Codes and numbers: confusions of OCR (0/O, 1/l, 8/B, brackets, dashes) are no difference. */
export const sameCode: Comparison<string> = (read, expected) => {
  const [seen, wanted] = [compact(read.value).toUpperCase(), compact(expected).toUpperCase()];
  if (seen === wanted || withoutConfusions(seen) === withoutConfusions(wanted)) return 'same';
  if (read.confidence === 'low') return 'unsure';
  return read.confidence === 'medium' && distance(seen, wanted) <= 2 ? 'unsure' : 'different';
};

/** Days, and open ends. */
export const sameDay: Comparison<Day | 'long-term'> = (read, expected) => {
  if (read.value === expected) return 'same';
  if (read.confidence === 'low') return 'unsure';
  return read.confidence === 'medium' && distance(read.value, expected) <= 2 ? 'unsure' : 'different';
};

/** Money: `tolerance` in yuan; half a cent by default. A lost decimal point or one wrong digit is `unsure` below high confidence. */
export const sameAmount =
  (tolerance = 0.005): Comparison<Yuan> =>
  (read, expected) => {
    if (Math.abs(read.value - expected) <= tolerance) return 'same';
    if (read.confidence === 'low') return 'unsure';
    if (read.confidence === 'high') return 'different';
    const digits = (value: number): string => value.toFixed(2).replace(/\D/g, '').replace(/0+$/, '');
    const [seen, wanted] = [digits(read.value), digits(expected)];
    return distance(seen, wanted) <= 1 ? 'unsure' : 'different';
  };

const places = (text: string): string => names(text).replace(/[,，、。;；:\-#\s()]/g, '');

/** Addresses: one may leave out the province or city that the other begins with, and the room that it ends with. */
export const sameAddress: Comparison<string> = (read, expected) => {
  const [seen, wanted] = [places(read.value), places(expected)];
  if (seen === wanted) return 'same';
  const [short, long] = seen.length < wanted.length ? [seen, wanted] : [wanted, seen];
  if (short.length >= 6 && (long.endsWith(short) || long.startsWith(short))) return 'same';
  if (read.confidence === 'low') return 'unsure';
  // Long values wrap, run under seals, and gather a slip or two.
  return distance(seen, wanted) <= Math.max(2, Math.round(wanted.length * 0.15)) ? 'unsure' : 'different';
};

/** Whether a list that was read names the expected one. */
export function named<T>(read: ReadField<readonly T[]>, expected: T, compare: Comparison<T>): Sameness {
  const each = read.value.map((value) => compare({ ...read, value }, expected));
  return each.includes('same') ? 'same' : each.includes('unsure') || read.confidence === 'low' ? 'unsure' : 'different';
}

/** Two readings held against each other, as sure as the less sure of them. */
export function sameReadings<T>(a: ReadField<T>, b: ReadField<T>, compare: Comparison<T>): Sameness {
  const rank = (confidence: Confidence): number => confidences.indexOf(confidence);
  const weaker = rank(a.confidence) < rank(b.confidence) ? a.confidence : b.confidence;
  return compare({ ...a, confidence: weaker }, b.value);
}
