import type { Scorecard } from './ring-score.ts';

/** Written by `npm run fit -- --pages 800 --write`, on pages of the tuning seed. */
export const RING_SCORECARD: Scorecard = {
  base: -10.56,
  maps: {
    red: 0.82,
    'pale red': 0.06,
    cool: 0.4,
    'pale cool': -0.5,
    grey: -0.38,
    'pale grey': 0.02,
    any: 0.05,
    'pale any': -0.46,
  },
  features: {
    coverage: { at: [0.2, 0.4, 0.6, 0.8, 0.95], points: [0, 0.69, 0.69, 0.69, 0.69] },
    whole: { at: [0.4, 0.6, 0.8, 0.95], points: [0, 0.28, 0.28, 0.3] },
    thin: { at: [0.3, 0.6, 0.8, 0.95], points: [0, 0, 0, 1.62] },
    tight: { at: [0.3, 0.5, 0.7, 0.85, 1], points: [0, 0.99, 2.78, 3.56, 4.48] },
    visible: { at: [0.3, 0.6, 0.95], points: [0, 0.2, 0.66] },
    inside: { at: [0.03, 0.08, 0.15, 0.3, 0.5], points: [-0.6, 0.13, 0.07, -0.54, 0.92] },
    sectors: { at: [0.2, 0.5, 0.8, 1], points: [0, 0.46, 1.39, 2.87] },
    risen: { at: [0.4, 0.6, 0.8, 0.95], points: [0, 1.52, 1.63, 1.63] },
    diameterMm: { at: [17, 22, 28, 36], points: [0, 0.28, 1.82, 4.28] },
  },
};
