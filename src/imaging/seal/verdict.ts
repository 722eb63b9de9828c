import type { SealInk, SealShape, SealVerdict } from '../inspection.ts';
import type { OcrEngineName } from '../ocr/engine.ts';
import type { SealMeasures } from './measure.ts';
import type { SealReading } from './reading.ts';
import { THRESHOLDS } from './thresholds.ts';

/** What decided a verdict; printed as it stands, and explained by the reporters. */
export type SealReason =
  /** Printed whole, strong and clean, and read. */
  | 'clear'
  /** The edge of the page, or of the picture, cuts the seal. */
  | 'off-page'
  /** A part beyond a straight line was never printed. */
  | 'incomplete'
  /** Patches of the rim are bare: worn, dry or unevenly pressed. */
  | 'broken-rim'
  /** Little more ink than the paper itself shows. */
  | 'low-contrast'
  /** The gaps between the strokes are filled: dragged or flooded. */
  | 'smeared'
  /** Too few pixels for any character. */
  | 'too-small'
  /** Print that measures well and that the engine still could not read. */
  | 'unread'
  /** No engine was at hand. */
  | 'not-read';

export interface Judged {
  readonly verdict: SealVerdict;
  readonly reason: SealReason;
}

export interface SealToJudge {
  readonly shape: SealShape;
  readonly ink: SealInk;
  readonly measures: SealMeasures;
  /** null when no engine was at hand. */
  readonly reading: SealReading | null;
  readonly engine: OcrEngineName | null;
  readonly diameterPixels: number;
  /** Whether a frame was found that a straight line ends before it closes. */
  readonly cut: boolean;
}

/** Damage that can be measured first, in the order in which a person names it; then whether it could be read. */
export function judgeSeal({ shape, ink, measures, reading, engine, diameterPixels, cut }: SealToJudge): Judged {
  const limit = THRESHOLDS.verdict;
  const framed = shape === 'square' || shape === 'rectangle';
  if (cut || (measures.missing >= limit.cutMissing && measures.coverageElsewhere >= limit.cutElsewhere)) {
    return { verdict: 'cut-off', reason: measures.visible < 1 - limit.cutMissing / 2 ? 'off-page' : 'incomplete' };
  }
  if (measures.coverage < leastCoverage(shape, ink, measures.contrast))
    return { verdict: 'illegible', reason: 'broken-rim' };
  if (measures.contrast < limit.faintContrast[ink]) return { verdict: 'faint', reason: 'low-contrast' };
  const solid = framed && measures.inside > limit.reversedInk;
  if (!solid && measures.clear < (framed ? limit.clearFrame : limit.clearRing)) {
    return { verdict: 'illegible', reason: 'smeared' };
  }
  if (reading === null || engine === null) return { verdict: 'inconclusive', reason: 'not-read' };
  const least = shape === 'square' ? 2 : limit.leastCharacters;
  if (reading.nameConfidence >= limit.unread[engine] && [...reading.name].length >= least) {
    return { verdict: 'legible', reason: 'clear' };
  }
  return { verdict: 'inconclusive', reason: diameterPixels < limit.leastPixels ? 'too-small' : 'unread' };
}

/** Share of its visible rim that a seal must print to be legible. */
export function leastCoverage(shape: SealShape, ink: SealInk, contrast: number): number {
  const { legibleCoverage, faintContrast } = THRESHOLDS.verdict;
  if (shape === 'square' || shape === 'rectangle') return legibleCoverage.frame;
  return contrast < faintContrast[ink] ? legibleCoverage.faintRing : legibleCoverage.ring;
}
