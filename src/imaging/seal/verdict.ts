import type { SealShape, SealVerdict } from '../inspection.ts';
import type { OcrEngineName } from '../ocr/engine.ts';
import type { SealMeasures } from './measure.ts';
import type { SealReading } from './read.ts';
import { THRESHOLDS } from './thresholds.ts';

export type SealReason =
  | 'clear'
  | 'low-contrast'
  | 'broken-ring'
  | 'blurred'
  | 'unreadable'
  | 'off-page'
  | 'incomplete'
  | 'too-small'
  | 'not-read';

/** `reading` and `engine` are null when no engine was at hand: what only reading can tell is then inconclusive. */
export function judgeSeal(
  shape: SealShape,
  measures: SealMeasures,
  reading: SealReading | null,
  engine: OcrEngineName | null,
  diameterPixels: number,
): { readonly verdict: SealVerdict; readonly reason: SealReason } {
  const limit = THRESHOLDS.verdict;
  if (1 - measures.visible > limit.cutShare) return { verdict: 'cut-off', reason: 'off-page' };
  const readable =
    reading !== null &&
    engine !== null &&
    reading.nameConfidence >= limit.unread[engine] &&
    [...reading.name].length >= (shape === 'square' ? 2 : limit.leastCharacters);
  if (measures.longestGap > limit.gapShare && !readable) return { verdict: 'cut-off', reason: 'incomplete' };
  if (diameterPixels < limit.leastPixels && !readable) return { verdict: 'inconclusive', reason: 'too-small' };
  if (measures.contrast < limit.leastContrast) return { verdict: 'illegible', reason: 'low-contrast' };
  if (measures.contrast < limit.faintContrast) return { verdict: 'faint', reason: 'low-contrast' };
  if (measures.sharpness < limit.leastSharpness && !readable) return { verdict: 'illegible', reason: 'blurred' };
  if (measures.coverage < limit.legibleCoverage && !readable) return { verdict: 'illegible', reason: 'broken-ring' };
  if (reading === null) return { verdict: 'inconclusive', reason: 'not-read' };
  // Seal script on name chops is beyond the engines; clear print is not held against them.
  if (!readable && shape !== 'square') return { verdict: 'illegible', reason: 'unreadable' };
  return { verdict: 'legible', reason: 'clear' };
}
