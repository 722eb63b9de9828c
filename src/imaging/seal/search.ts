import type { Runs } from '../geometry/runs.ts';
import { asCutFrame } from './cut-frame-candidate.ts';
import { tryFrame } from './frame-candidate.ts';
import { ellipseThrough, inkRegions } from './outline.ts';
import type { Search, Source } from './page-search.ts';
import { boundsOf, overlapShare, type SealOutline } from './place.ts';
import { tryRing } from './ring-candidate.ts';
import { THRESHOLDS } from './thresholds.ts';

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
