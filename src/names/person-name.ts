import { foldName } from './fold.ts';
import { type ScannedDistance, scannedDistance } from './lookalikes.ts';

/** Whether two spellings name one person: spaces, width, case and the kind of middle dot do not matter. */
export function samePersonName(a: string, b: string): boolean {
  const folded = foldName(a);
  return folded !== '' && folded === foldName(b);
}

/** How far a name that was read from a scan is from the one expected; names are short, so one edit is much. */
export function personNameDistance(read: string, expected: string): ScannedDistance {
  return scannedDistance(foldName(read), foldName(expected));
}
