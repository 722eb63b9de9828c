import type { RingFeature } from './ring-features.ts';
import type { Scorecard } from './scorecard.ts';

/** Written by `npm run fit -- --pages 800 --write`, from pages of the tuning seed. */
export const RING_SCORECARD: Scorecard<RingFeature> = {
  base: -11.46,
  maps: {
    red: 0.91,
    'pale red': 0.16,
    cool: 0.56,
    'pale cool': -0.65,
    grey: -0.05,
    'pale grey': -0.47,
    any: 0.27,
    'pale any': -0.73,
  },
  features: {
    coverage: { at: [0.2, 0.4, 0.6, 0.8, 0.95], points: [0, 0.68, 0.68, 0.68, 0.68], unknown: 0 },
    whole: { at: [0.4, 0.6, 0.8, 0.95], points: [0, 0.54, 0.54, 0.54], unknown: 0 },
    thin: { at: [0.3, 0.6, 0.8, 0.95], points: [0, 0, 0, 1.82], unknown: 0 },
    tight: { at: [0.3, 0.5, 0.7, 0.85, 1], points: [0, 0.87, 3.01, 4.29, 5.32], unknown: 0 },
    visible: { at: [0.3, 0.6, 0.95], points: [0, 0.13, 0.13], unknown: 0 },
    inside: { at: [0.03, 0.08, 0.15, 0.3, 0.5], points: [-0.05, 0.51, 0.17, -0.62, -0.01], unknown: 0 },
    sectors: { at: [0.2, 0.5, 0.8, 1], points: [0, 0.83, 2.22, 3.47], unknown: 0 },
    risen: { at: [0.4, 0.6, 0.8, 0.95], points: [0, 1.83, 2.11, 2.11], unknown: 0 },
    diameterMm: { at: [17, 22, 28, 36], points: [0, 0, 1.83, 3.97], unknown: 1.91 },
  },
};
