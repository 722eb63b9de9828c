import { RING_FEATURES, type RingFeatures } from './ring-features.ts';

/** The map that a ring was followed on; pale ones are averaged over 2 × 2 pixels. */
export const RING_MAPS = ['red', 'pale red', 'cool', 'pale cool', 'grey', 'pale grey', 'any', 'pale any'] as const;
export type RingMap = (typeof RING_MAPS)[number];

/** Points of one feature: given at some of its values, in proportion between them, beyond the last as at the last. */
export interface ScoreLine {
  readonly at: readonly number[];
  readonly points: readonly number[];
}

/** The base and the points of the map and of all features add up to the logarithm of the odds. */
export interface Scorecard {
  readonly base: number;
  readonly maps: Readonly<Record<RingMap, number>>;
  readonly features: Readonly<Record<keyof RingFeatures, ScoreLine>>;
}

/** Logarithm of the odds that a line is the rim of a seal: 0 is as likely as not. What is not known gives no points. */
export function ringScore(features: RingFeatures, map: RingMap, card: Scorecard): number {
  let sum = card.base + card.maps[map];
  for (const name of RING_FEATURES) {
    const value = features[name];
    if (value === null) continue;
    const { at, points } = card.features[name];
    for (const [knot, share] of sharesOf(at, value)) sum += share * (points[knot] ?? 0);
  }
  return sum;
}

/** The one or two places on a score line that a value lies at or between, and how much of each it has. */
export function sharesOf(at: readonly number[], value: number): readonly (readonly [knot: number, share: number])[] {
  const next = at.findIndex((knot) => knot >= value);
  if (next === -1) return [[at.length - 1, 1]];
  if (next === 0) return [[0, 1]];
  const from = at[next - 1] ?? 0;
  const share = (value - from) / ((at[next] ?? 1) - from);
  return [
    [next - 1, 1 - share],
    [next, share],
  ];
}
