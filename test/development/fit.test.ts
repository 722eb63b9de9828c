import { describe, expect, it } from 'vitest';
import type { TrueSeal } from '../../fixtures/generate/accuracy-scores.ts';
import { seededRandom } from '../../fixtures/generate/random.ts';
import type { Design } from '../../src/development/fit/designs.ts';
import { fitLogistic, type Sample as LogisticSample } from '../../src/development/fit/logistic.ts';
import type { Sample } from '../../src/development/fit/samples.ts';
import { fitScorecard } from '../../src/development/fit/scorecard-fit.ts';
import { scoreOf } from '../../src/imaging/seal/scorecard.ts';

const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score));

describe('a logistic regression', () => {
  const drawn = (base: number, slope: number): LogisticSample[] => {
    const random = seededRandom(11);
    return Array.from({ length: 6000 }, () => {
      const value = random.between(-2, 2);
      const positive = random.chance(chanceOf(base + slope * value));
      return {
        columns: [
          [0, 1],
          [1, value],
        ],
        positive,
        weight: 1,
      };
    });
  };
  const none: ReadonlySet<number> = new Set();

  it('recovers the odds that samples were drawn with', () => {
    const [base = 0, slope = 0] = fitLogistic(drawn(-1, 2), { count: 2, rising: none, shrinkage: 0 });
    // Three standard errors of 6000 samples.
    expect(Math.abs(base + 1)).toBeLessThan(0.12);
    expect(Math.abs(slope - 2)).toBeLessThan(0.18);
  });

  it('counts samples by their weight', () => {
    const of = (value: number, positive: boolean, weight: number): LogisticSample => ({
      columns: [
        [0, 1],
        [1, value],
      ],
      positive,
      weight,
    });
    const samples = [of(0, true, 1), of(0, false, 3), of(1, true, 4), of(1, false, 1)];
    const [base, slope] = fitLogistic(samples, { count: 2, rising: none, shrinkage: 0 });
    expect(base).toBeCloseTo(Math.log(1 / 3), 4);
    expect(slope).toBeCloseTo(Math.log(4) - Math.log(1 / 3), 4);
  });

  it('lets no rising coefficient fall, and others fall as they must', () => {
    const samples = drawn(0, -1);
    expect(fitLogistic(samples, { count: 2, rising: new Set([1]), shrinkage: 0 })[1]).toBe(0);
    expect(fitLogistic(samples, { count: 2, rising: none, shrinkage: 0 })[1]).toBeLessThan(-0.8);
  });

  it('holds a rising coefficient at nothing where it only seems to rise, with another that does', () => {
    const random = seededRandom(5);
    const samples = Array.from({ length: 6000 }, (): LogisticSample => {
      const cause = random.between(-2, 2);
      const companion = cause + random.between(-1, 1);
      return {
        columns: [
          [0, 1],
          [1, cause],
          [2, companion],
        ],
        positive: random.chance(chanceOf(3 * cause - companion)),
        weight: 1,
      };
    });
    const { [2]: free } = fitLogistic(samples, { count: 3, rising: none, shrinkage: 0 });
    expect(free).toBeLessThan(-0.7);
    expect(fitLogistic(samples, { count: 3, rising: new Set([2]), shrinkage: 0 })[2]).toBe(0);
  });

  it('holds coefficients back by the penalty, the base not', () => {
    const samples = drawn(-1, 2);
    const [base = 0, slope = 0] = fitLogistic(samples, { count: 2, rising: none, shrinkage: 1e6 });
    const positive = samples.filter((sample) => sample.positive).length;
    expect(slope).toBeLessThan(0.1);
    expect(base).toBeCloseTo(Math.log(positive / (samples.length - positive)), 1);
  });
});

describe('a scorecard fitted to samples', () => {
  type Feature = 'coverage' | 'inside' | 'diameterMm';
  const design: Design<Feature> = {
    coverage: { at: [0, 0.5, 1], rising: true },
    inside: { at: [0, 1], rising: false },
    diameterMm: { at: [10, 40], rising: true },
  };
  const sealOf = (name: string): TrueSeal => ({
    box: null,
    shape: 'round',
    verdict: 'legible',
    group: '',
    name,
    innerLine: null,
    number: null,
  });

  /** Drawn lines whose odds of being a rim `score` gives, in points. */
  function drawn(score: (features: Readonly<Record<Feature, number>>) => number): Sample<Feature>[] {
    const random = seededRandom(7);
    return Array.from({ length: 4000 }, (_, page) => {
      const features = {
        coverage: random.between(0, 1),
        inside: random.between(0, 1),
        diameterMm: random.between(10, 40),
      };
      const isRim = random.chance(chanceOf(score(features)));
      return {
        page,
        map: 'red',
        features,
        box: { x: 0, y: 0, width: 0, height: 0 },
        seal: isRim ? sealOf(String(page)) : null,
        overlap: isRim ? 1 : 0,
      };
    });
  }

  it('gives nearly the odds that the samples were drawn with', () => {
    const odds = ({ coverage, inside, diameterMm }: Readonly<Record<Feature, number>>): number =>
      -1 + 3 * coverage - 2 * inside + (diameterMm - 25) / 15;
    const card = fitScorecard(design, drawn(odds));
    for (const coverage of [0, 0.5, 1]) {
      for (const inside of [0, 1]) {
        for (const diameterMm of [10, 40]) {
          const features = { coverage, inside, diameterMm };
          expect(Math.abs(scoreOf(features, 'red', card) - odds(features))).toBeLessThan(0.5);
        }
      }
    }
  });

  it('never gives a rising feature fewer points for more, whatever the samples say', () => {
    const card = fitScorecard(
      design,
      drawn(({ coverage, inside }) => 2 - 3 * coverage - 3 * inside),
    );
    const { coverage, inside } = card.features;
    expect(coverage.points).toEqual(coverage.points.toSorted((p, q) => p - q));
    expect(inside.points[1]).toBeLessThan(inside.points[0] ?? 0);
  });

  it('has points of its own for a size that is not known, though it was known in every sample', () => {
    const { points, unknown } = fitScorecard(
      design,
      drawn(({ diameterMm }) => (diameterMm - 25) / 5),
    ).features.diameterMm;
    expect(unknown).toBeGreaterThan((points[0] ?? 0) + 1);
    expect(unknown).toBeLessThan((points[1] ?? 0) - 1);
  });

  it('learns nothing from lines that lie on a seal by halves', () => {
    const samples = drawn(({ coverage }) => 4 * coverage - 2);
    const halves = samples.map((sample): Sample<Feature> => ({ ...sample, seal: sealOf('half'), overlap: 0.5 }));
    expect(fitScorecard(design, [...samples, ...halves])).toEqual(fitScorecard(design, samples));
  });

  it('counts a seal that was followed on many maps as three lines at most', () => {
    const seal = sealOf('one');
    const line = (isRim: boolean): Sample<Feature> => ({
      page: 0,
      map: 'red',
      features: { coverage: 0.5, inside: 0.5, diameterMm: 25 },
      box: { x: 0, y: 0, width: 0, height: 0 },
      seal: isRim ? seal : null,
      overlap: isRim ? 1 : 0,
    });
    const others = Array.from({ length: 30 }, () => line(false));
    const baseOf = (lines: number): number =>
      fitScorecard(design, [...others, ...Array.from({ length: lines }, () => line(true))]).base;
    expect(baseOf(60)).toBeCloseTo(baseOf(6), 2);
    expect(baseOf(6)).toBeGreaterThan(baseOf(1));
  });
});
