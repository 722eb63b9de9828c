import type { FrameFeature } from './frame-features.ts';
import type { Scorecard } from './scorecard.ts';

/** Written by `npm run fit -- --pages 800 --write`, from pages of the tuning seed. */
export const FRAME_SCORECARD: Scorecard<FrameFeature> = {
  base: -6.3,
  maps: {
    red: 0.14,
    'pale red': 0.68,
    cool: 0.06,
    'pale cool': -0.44,
    grey: -0.59,
    'pale grey': 0.15,
    any: 0,
    'pale any': 0,
  },
  features: {
    fill: { at: [0.75, 0.85, 0.95], points: [0, 0.35, 1.11], unknown: 0 },
    coverage: { at: [0.4, 0.6, 0.8, 0.95], points: [0, 0, 0.56, 1.1], unknown: 0 },
    nextSide: { at: [0.3, 0.6, 0.9], points: [0, 0, 0.4], unknown: 0 },
    nextLine: { at: [0.3, 0.6, 0.9], points: [0, 0.28, 0.97], unknown: 0 },
    meanLine: { at: [0.3, 0.5, 0.7, 0.9, 1], points: [0, 0, 0.52, 0.83, 0.88], unknown: 0 },
    crossedSide: { at: [0.5, 0.8, 1], points: [0, 0, 1.05], unknown: 0 },
    crossedLine: { at: [0.3, 0.6, 0.9, 1], points: [0, 0, 0.54, 1.38], unknown: 0 },
    inside: { at: [0.03, 0.1, 0.25, 0.5, 0.8], points: [1.34, 0.29, 0.4, -0.35, -1.67], unknown: 0 },
    strokes: { at: [1, 2, 3, 5], points: [-1.79, -1.04, 1.27, 1.56], unknown: 0 },
    bareBorder: { at: [0.05, 0.3, 0.6, 0.9], points: [-2.14, 0.17, 0.36, 1.61], unknown: 0 },
    aspect: { at: [1, 1.3, 2, 3.5], points: [1.13, 0.26, -0.03, -1.37], unknown: 0 },
    shortSideMm: { at: [8, 13, 16, 18], points: [0, 0.41, 1.34, 1.46], unknown: 0.97 },
  },
};
