import type { Runs } from '../geometry/runs.ts';
import type { SealInk } from '../inspection.ts';
import { asCutFrame } from './cut-frame-candidate.ts';
import { type FrameCandidate, tryFrame } from './frame-candidate.ts';
import type { InkMap } from './ink-map.ts';
import { ellipseThrough, inkRegions } from './outline.ts';
import type { InkMaps } from './page-ink.ts';
import { boundsOf, overlapShare, type SealOutline } from './place.ts';
import { type RingCandidate, tryRing } from './ring-candidate.ts';
import type { RimMap } from './scorecard.ts';
import { THRESHOLDS } from './thresholds.ts';

/** A seal in pixels of the reduced page. */
export interface Found {
  readonly outline: SealOutline;
  readonly ink: SealInk;
  readonly coverage: number;
  readonly score: number;
  /** A ring so whole and clean that no other outline of the same seal could fit better. */
  readonly certain: boolean;
  /** A frame that a straight line ends before it closes. */
  readonly cut: boolean;
}

/** Sizes that a seal may have, in pixels of the reduced page. */
export interface Sizes {
  readonly leastSemiAxis: number;
  readonly greatestSemiAxis: number;
  /** Pixels a millimetre of rings and of frames; null where the size of the paper is not known. */
  readonly ringPerMm: number | null;
  readonly framePerMm: number | null;
  /** Long semi-axis of the smallest ring. */
  readonly leastRing: number;
  /** Sides of the smallest and of the largest square, and the longest side of any frame. */
  readonly leastSquare: number;
  readonly longestSquare: number;
  readonly longestFrame: number;
}

/** One page being searched; what is looked at as a ring or a frame gathers in `rings` and `frames`, what is found in `found`. */
export interface Search {
  readonly maps: InkMaps;
  readonly sizes: Sizes;
  readonly rings: RingCandidate[];
  readonly frames: FrameCandidate[];
  readonly found: Found[];
}

/** A map of the reduced page, or of half its size. */
export interface Source {
  readonly map: InkMap;
  readonly kind: RimMap;
  /** Ink from which a point counts as printed. */
  readonly least: number;
  /** Where frames are followed when other print was taken out of `map`; of the same size. */
  readonly rimMap?: InkMap;
}

/** Seals whose ink hangs together once gaps of `joins` pixels either side are bridged. */
export function searchRegions(search: Search, source: Source, runs: Runs, joins: readonly number[]): void {
  const { sizes, maps, found } = search;
  const scale = maps.width / source.map.width;
  // The long side of the smallest chop, or of what an edge leaves of the smallest ring.
  const leastLong = Math.min(sizes.leastSquare, THRESHOLDS.search.cutRing * sizes.leastRing);
  const size = {
    leastSide: Math.max(2 * sizes.leastSemiAxis, THRESHOLDS.search.leastSide * leastLong) / scale,
    greatestSide: (THRESHOLDS.search.greatestSide * sizes.greatestSemiAxis) / scale,
    longest: THRESHOLDS.shape.longestRectangle,
  };
  for (const region of inkRegions(runs, joins, size)) {
    if (isSettled(search, { form: 'rectangle', rectangle: region.rectangle }, scale)) continue;
    const leastSemiAxis = (sizes.leastSemiAxis * THRESHOLDS.search.leastSemiAxis) / scale;
    const rough = ellipseThrough(region.outline, leastSemiAxis, THRESHOLDS.shape.flattest);
    const ring = rough === null ? null : tryRing(search, source, rough);
    if (ring !== null && ring >= THRESHOLDS.ring.sureScore) continue;
    const whole = tryFrame(search, source, region);
    const cut = whole ? null : asCutFrame(search, source, region);
    if (cut !== null) found.push(cut);
  }
}

/** Whether an outline in pixels of a map `scale` times smaller could only repeat a seal that is certain already. */
export function isSettled({ found }: Search, outline: SealOutline, scale: number): boolean {
  const own = boundsOf(outline);
  const bounds = { left: own.left * scale, top: own.top * scale, right: own.right * scale, bottom: own.bottom * scale };
  return found.some((seal) => seal.certain && overlapShare(boundsOf(seal.outline), bounds) > THRESHOLDS.place.sameSeal);
}
