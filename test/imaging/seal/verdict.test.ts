import { describe, expect, it } from 'vitest';
import type { SealMeasures } from '../../../src/imaging/seal/measure.ts';
import { judgeSeal } from '../../../src/imaging/seal/verdict.ts';

/** A square chop without one corner: too little of its rim is gone to be told from wear by length alone. */
const withoutCorner: SealMeasures = {
  contrast: 0.46,
  coverage: 0.73,
  sharpness: 0.8,
  visible: 1,
  missing: 0.14,
  coverageElsewhere: 0.85,
  clear: 0.9,
  inside: 0.3,
  print: 0.5,
  printed: 0.2,
};
const chop = { shape: 'square', ink: 'red', reading: null, engine: null, diameterPixels: 150 } as const;

describe('judging a seal', () => {
  it('calls a frame that a straight line ends cut off', () => {
    expect(judgeSeal({ ...chop, measures: withoutCorner, cut: true })).toEqual({
      verdict: 'cut-off',
      reason: 'incomplete',
    });
  });

  it('says when it is the edge of the page that cuts it', () => {
    expect(judgeSeal({ ...chop, measures: { ...withoutCorner, visible: 0.8 }, cut: true })).toEqual({
      verdict: 'cut-off',
      reason: 'off-page',
    });
  });

  it('calls the same print without a straight cut worn', () => {
    expect(judgeSeal({ ...chop, measures: withoutCorner, cut: false })).toEqual({
      verdict: 'illegible',
      reason: 'broken-rim',
    });
  });

  const ring = { shape: 'round', ink: 'red', reading: null, engine: null, diameterPixels: 300, cut: false } as const;
  const worn: SealMeasures = { ...withoutCorner, missing: 0.08, clear: 0.95 };

  it.each([
    ['strong', 0.46, 0.84, 'broken-rim'],
    ['strong', 0.46, 0.86, 'not-read'],
    ['pale', 0.12, 0.73, 'broken-rim'],
    ['pale', 0.12, 0.75, 'low-contrast'],
  ])('takes a %s ring (contrast %f) of which %f is printed for: %s', (_, contrast, coverage, reason) => {
    expect(judgeSeal({ ...ring, measures: { ...worn, contrast, coverage } }).reason).toBe(reason);
  });

  it('calls one gap in a rim that is whole elsewhere a cut, and in one that is not wear', () => {
    const gap = { ...worn, coverage: 0.6, missing: 0.3 };
    expect(judgeSeal({ ...ring, measures: { ...gap, coverageElsewhere: 0.87 } }).verdict).toBe('cut-off');
    expect(judgeSeal({ ...ring, measures: { ...gap, coverageElsewhere: 0.85 } }).verdict).toBe('illegible');
  });
});
