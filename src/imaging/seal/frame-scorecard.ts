import type { FrameFeature } from './frame-features.ts';
import type { Scorecard } from './scorecard.ts';

/** Written by `npm run fit -- --pages 800 --write`, from pages of the tuning seed. */
export const FRAME_SCORECARD: Scorecard<FrameFeature> = {
  base: -6.38,
  maps: {
    red: 0.09,
    'pale red': 0.72,
    cool: 0.06,
    'pale cool': -0.46,
    grey: -0.59,
    'pale grey': 0.18,
    any: 0,
    'pale any': 0,
  },
  features: {
    fill: { at: [0.75, 0.85, 0.95], points: [0, 0.31, 1.17], unknown: 0 },
    coverage: { at: [0.4, 0.6, 0.8, 0.95], points: [0, 0, 0.52, 1.01], unknown: 0 },
    nextSide: { at: [0.3, 0.6, 0.9], points: [0, 0, 0.41], unknown: 0 },
    nextLine: { at: [0.3, 0.6, 0.9], points: [0, 0.29, 1], unknown: 0 },
    meanLine: { at: [0.3, 0.5, 0.7, 0.9, 1], points: [0, 0, 0.53, 0.77, 0.83], unknown: 0 },
    crossedSide: { at: [0.5, 0.8, 1], points: [0, 0, 1.05], unknown: 0 },
    crossedLine: { at: [0.3, 0.6, 0.9, 1], points: [0, 0, 0.44, 1.31], unknown: 0 },
    inside: { at: [0.03, 0.1, 0.25, 0.5, 0.8], points: [1.34, 0.25, 0.35, -0.38, -1.56], unknown: 0 },
    strokes: { at: [1, 2, 3, 5], points: [-1.83, -1.1, 1.31, 1.62], unknown: 0 },
    bareBorder: { at: [0.05, 0.3, 0.6, 0.9], points: [-2.1, 0.13, 0.31, 1.66], unknown: 0 },
    aspect: { at: [1, 1.3, 2, 3.5], points: [1.19, 0.07, 0.04, -1.3], unknown: 0 },
    shortSideMm: { at: [8, 13, 16, 18], points: [0, 0.51, 1.48, 1.59], unknown: 1.04 },
  },
};
