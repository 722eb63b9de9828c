import { foldName } from './fold.ts';
import { type ScannedDistance, scannedDistance } from './lookalikes.ts';

/** Dots and commas tell no two companies with a Latin name apart: `Co., Ltd.` is `Co.,Ltd`. */
function foldCompanyName(name: string): string {
  const folded = foldName(name);
  return /\p{Script=Han}/u.test(folded) ? folded : folded.replace(/[.,]/g, '');
}

/**
 * Whether two spellings name one company. Width, kind of brackets, spaces and case never matter; a bracket that
 * is missing does, and so does every character. Two empty names are not the same.
 */
export function sameCompanyName(a: string, b: string): boolean {
  const folded = foldCompanyName(a);
  return folded !== '' && folded === foldCompanyName(b);
}

/** How far a name that was read from a scan is from the one expected. What `sameCompanyName` calls the same is 0 and 0. */
export function companyNameDistance(read: string, expected: string): ScannedDistance {
  return scannedDistance(foldCompanyName(read), foldCompanyName(expected));
}

/** Whether a text, for example of a page, contains a company's name, in any width and with spaces anywhere. */
export function mentionsCompany(text: string, name: string): boolean {
  const folded = foldName(name);
  return folded !== '' && foldName(text).includes(folded);
}
