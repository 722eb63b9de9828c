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
});
