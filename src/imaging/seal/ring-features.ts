import type { Ellipse } from '../geometry/ellipse.ts';
import type { InkMap } from './ink-map.ts';
import { ringEvidence, risenShare } from './ring.ts';
import { ringInterior } from './ring-interior.ts';
import { THRESHOLDS } from './thresholds.ts';

/** What tells the rim of a seal from other lines. Shares are 0 to 1; null is not known. */
export interface RingFeatures {
  /** Share of the visible ring that carries ink. */
  readonly coverage: number;
  /** The same, the longest gap left out: what a straight cut left unprinted is one gap. */
  readonly whole: number;
  /** Share of the inked ring that is a line with bare paper on both sides. */
  readonly thin: number;
  /** Share of the inked ring whose strongest ink lies on the ellipse itself. */
  readonly tight: number;
  /** Share of the ring that lies on the picture. */
  readonly visible: number;
  /** Share of the area within the ring that carries ink. */
  readonly inside: number;
  /** Share of the sectors under the rim that hold ink. */
  readonly sectors: number;
  /** Share of the places at which the ring carries more ink than either of its sides. */
  readonly risen: number;
  readonly diameterMm: number | null;
}

export type RingFeature = keyof RingFeatures;

/** `least` is the ink from which a point counts as printed, `perMm` pixels of the map. */
export function ringFeatures(map: InkMap, ellipse: Ellipse, least: number, perMm: number | null): RingFeatures {
  const { coverage, thin, tight, visible, longestGap } = ringEvidence(map, ellipse, least);
  const { longestGap: most, leastVisible, leastRest } = THRESHOLDS.ring.whole;
  const interior = ringInterior(map, ellipse, least);
  return {
    coverage,
    whole: coverage / Math.max(leastRest, 1 - Math.min(longestGap, most) / Math.max(leastVisible, visible)),
    thin,
    tight,
    visible,
    inside: interior.ink,
    sectors: interior.sectors,
    risen: risenShare(map, ellipse),
    diameterMm: perMm === null ? null : (2 * ellipse.a) / perMm,
  };
}
