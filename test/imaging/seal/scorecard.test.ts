import { describe, expect, it } from 'vitest';
import { type Scorecard, scoreOf } from '../../../src/imaging/seal/scorecard.ts';

const card: Scorecard<'coverage' | 'diameterMm'> = {
  base: -1,
  maps: {
    red: 0.5,
    'pale red': 0,
    cool: 0,
    'pale cool': 0,
    grey: -2,
    'pale grey': 0,
    any: 0,
    'pale any': 0,
  },
  features: {
    coverage: { at: [0.2, 0.4, 0.8], points: [0.1, 1, 3], unknown: 0 },
    diameterMm: { at: [17, 36], points: [0, 4], unknown: 0.7 },
  },
};

/** What the coverage alone adds. */
const pointsOf = (coverage: number): number =>
  scoreOf({ coverage, diameterMm: 17 }, 'red', card) - card.base - card.maps.red;

describe('a scorecard', () => {
  it.each([
    ['at its first place', 0.2, 0.1],
    ['at a place between', 0.4, 1],
    ['at its last place', 0.8, 3],
    ['half-way between two places', 0.6, 2],
    ['a quarter of the way', 0.5, 1.5],
    ['below its first place', 0, 0.1],
    ['beyond its last place', 1, 3],
  ])('gives a feature %s its points', (_, coverage, points) => {
    expect(pointsOf(coverage)).toBeCloseTo(points, 10);
  });

  it('gives what is not known points of its own', () => {
    expect(scoreOf({ coverage: 0.2, diameterMm: null }, 'red', card)).toBeCloseTo(-1 + 0.5 + 0.1 + 0.7, 10);
  });

  it('adds up the base, the map and every feature', () => {
    expect(scoreOf({ coverage: 0.8, diameterMm: 26.5 }, 'grey', card)).toBeCloseTo(-1 - 2 + 3 + 2, 10);
  });
});
