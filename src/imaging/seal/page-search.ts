import type { Ellipse } from '../geometry/ellipse.ts';
import type { RotatedRectangle } from '../geometry/hull.ts';
import type { SealInk } from '../inspection.ts';
import type { FrameFeatures } from './frame-features.ts';
import type { InkMap } from './ink-map.ts';
import type { InkMaps } from './page-ink.ts';
import type { SealOutline } from './place.ts';
import type { RingFeatures } from './ring-features.ts';
import type { RimMap } from './scorecard.ts';

/** A line that may be the rim of a seal, in pixels of the reduced page. */
export interface RingCandidate {
  readonly ellipse: Ellipse;
  readonly map: RimMap;
  readonly features: RingFeatures;
  /** See `scoreOf`. */
  readonly score: number;
}

/** A region that may be framed as a seal is, in pixels of the reduced page. */
export interface FrameCandidate {
  readonly rectangle: RotatedRectangle;
  readonly map: RimMap;
  readonly features: FrameFeatures;
  /** See `scoreOf`. */
  readonly score: number;
}

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
