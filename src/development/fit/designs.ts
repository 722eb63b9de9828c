import type { FrameFeature } from '../../imaging/seal/frame-features.ts';
import type { RingFeature } from '../../imaging/seal/ring-features.ts';

/** How points may run over a feature: values at which they are given, and whether more may speak against a seal. */
export interface Course {
  readonly at: readonly number[];
  /** More never speaks against a seal: drawn pages are too few, and too much alike, to teach that it does. */
  readonly rising: boolean;
}

export type Design<Feature extends string> = Readonly<Record<Feature, Course>>;

const rising = (...at: readonly number[]): Course => ({ at, rising: true });
const free = (...at: readonly number[]): Course => ({ at, rising: false });

/**
 * Places are chosen: closer together where seals and other things differ most. Sizes end where nothing more is gained, so
 * that a seal of 58 mm, though none is drawn, counts for no less than one of 38.
 */
export const RING_DESIGN: Design<RingFeature> = {
  coverage: rising(0.2, 0.4, 0.6, 0.8, 0.95),
  whole: rising(0.4, 0.6, 0.8, 0.95),
  thin: rising(0.3, 0.6, 0.8, 0.95),
  tight: rising(0.3, 0.5, 0.7, 0.85, 1),
  visible: rising(0.3, 0.6, 0.95),
  inside: free(0.03, 0.08, 0.15, 0.3, 0.5),
  sectors: rising(0.2, 0.5, 0.8, 1),
  risen: rising(0.4, 0.6, 0.8, 0.95),
  diameterMm: rising(17, 22, 28, 36),
};

export const FRAME_DESIGN: Design<FrameFeature> = {
  fill: rising(0.75, 0.85, 0.95),
  coverage: rising(0.4, 0.6, 0.8, 0.95),
  nextSide: rising(0.3, 0.6, 0.9),
  nextLine: rising(0.3, 0.6, 0.9),
  meanLine: rising(0.3, 0.5, 0.7, 0.9, 1),
  crossedSide: rising(0.5, 0.8, 1),
  crossedLine: rising(0.3, 0.6, 0.9, 1),
  inside: free(0.03, 0.1, 0.25, 0.5, 0.8),
  strokes: free(1, 2, 3, 5),
  bareBorder: free(0.05, 0.3, 0.6, 0.9),
  aspect: free(1, 1.3, 2, 3.5),
  shortSideMm: rising(8, 13, 16, 18),
};
