/** The map that a rim was followed on; pale ones are averaged over 2 × 2 pixels. */
export const RIM_MAPS = ['red', 'pale red', 'cool', 'pale cool', 'grey', 'pale grey', 'any', 'pale any'] as const;
export type RimMap = (typeof RIM_MAPS)[number];

/** Points of one feature: given at some of its values, in proportion between them, beyond the last as at the last. */
export interface ScoreLine {
  readonly at: readonly number[];
  readonly points: readonly number[];
  /** Points where the feature is not known; 0 for one that always is. */
  readonly unknown: number;
}

/** The base and the points of the map and of all features add up to the logarithm of the odds. */
export interface Scorecard<Feature extends string> {
  readonly base: number;
  readonly maps: Readonly<Record<RimMap, number>>;
  readonly features: Readonly<Record<Feature, ScoreLine>>;
}

/** What was measured; null is not known. */
export type Features<Feature extends string> = Readonly<Record<Feature, number | null>>;

/** Logarithm of the odds that a line is the rim of a seal: 0 is as likely as not. */
export function scoreOf<Feature extends string>(
  features: Features<Feature>,
  map: RimMap,
  card: Scorecard<Feature>,
): number {
  let sum = card.base + card.maps[map];
  for (const name in card.features) {
    const value = features[name];
    const { at, points, unknown } = card.features[name];
    if (value === null) sum += unknown;
    else for (const [knot, share] of sharesOf(at, value)) sum += share * (points[knot] ?? 0);
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
