import type { RingFeature } from './ring-features.ts';
import type { Scorecard } from './scorecard.ts';

/** Written by `npm run fit -- --pages 800 --write`, from pages of the tuning seed. */
export const RING_SCORECARD: Scorecard<RingFeature> = {
  base: -11.61,
  maps: {
    red: 0.91,
    'pale red': 0.23,
    cool: 0.52,
    'pale cool': -0.65,
    grey: -0.09,
    'pale grey': -0.49,
    any: 0.11,
    'pale any': -0.53,
  },
  features: {
    coverage: { at: [0.2, 0.4, 0.6, 0.8, 0.95], points: [0, 0.68, 0.68, 0.68, 0.68], unknown: 0 },
    whole: { at: [0.4, 0.6, 0.8, 0.95], points: [0, 0.29, 0.29, 0.29], unknown: 0 },
    thin: { at: [0.3, 0.6, 0.8, 0.95], points: [0, 0.01, 0.01, 1.92], unknown: 0 },
    tight: { at: [0.3, 0.5, 0.7, 0.85, 1], points: [0, 0.85, 2.99, 4.14, 5.21], unknown: 0 },
    visible: { at: [0.3, 0.6, 0.95], points: [0, 0.2, 0.2], unknown: 0 },
    inside: { at: [0.03, 0.08, 0.15, 0.3, 0.5], points: [-0.01, 0.53, 0.19, -0.66, -0.04], unknown: 0 },
    sectors: { at: [0.2, 0.5, 0.8, 1], points: [0, 0.85, 2.28, 3.52], unknown: 0 },
    risen: { at: [0.4, 0.6, 0.8, 0.95], points: [0, 2.05, 2.33, 2.33], unknown: 0 },
    diameterMm: { at: [17, 22, 28, 36], points: [0, 0, 1.95, 4.15], unknown: 1.95 },
  },
};
