import { RING_FEATURES, type RingFeatures } from '../../imaging/seal/ring-features.ts';
import { RING_MAPS, type Scorecard, sharesOf } from '../../imaging/seal/ring-score.ts';
import { fitLogistic, type Sample } from './logistic.ts';
import type { RingSample } from './ring-samples.ts';

/**
 * Values at which points are given. Chosen: closer together where rings and other lines differ most, the last ones where
 * nothing more is gained; that a seal of 45 mm or more counts for no more than one of 36 is meant, the drawn ones being
 * no larger.
 */
const PLACES: Readonly<Record<keyof RingFeatures, readonly number[]>> = {
  coverage: [0.2, 0.4, 0.6, 0.8, 0.95],
  whole: [0.4, 0.6, 0.8, 0.95],
  thin: [0.3, 0.6, 0.8, 0.95],
  tight: [0.3, 0.5, 0.7, 0.85, 1],
  visible: [0.3, 0.6, 0.95],
  inside: [0.03, 0.08, 0.15, 0.3, 0.5],
  sectors: [0.2, 0.5, 0.8, 1],
  risen: [0.4, 0.6, 0.8, 0.95],
  diameterMm: [17, 22, 28, 36],
};

/** Overlaps from which a line is a seal's own rim, and up to which it is none; what lies between teaches nothing. */
const RIM = 0.6;
const NO_RIM = 0.4;
/** A seal that was followed on many maps counts as much as this many lines. */
const MOST_PER_SEAL = 3;
const SHRINKAGE = 3;

/** Of these more never speaks against a seal, whatever the other features say: drawn pages are too few to teach that it does. */
const RISING: ReadonlySet<keyof RingFeatures> = new Set([
  'coverage',
  'whole',
  'thin',
  'tight',
  'visible',
  'sectors',
  'risen',
  'diameterMm',
]);

/** Columns: the base, the maps, and for each feature its steps from place to place, or its places where it may fall. */
const columnOf = new Map<string, number>();
const rising = new Set<number>();
for (const map of RING_MAPS) columnOf.set(map, columnOf.size + 1);
for (const name of RING_FEATURES) {
  for (const [index, place] of PLACES[name].entries()) {
    if (RISING.has(name) && index === 0) continue;
    columnOf.set(`${name} ${place}`, columnOf.size + 1);
    if (RISING.has(name)) rising.add(columnOf.size);
  }
}

/** The scorecard under which these samples are most likely. */
export function fitScorecard(samples: readonly RingSample[]): Scorecard {
  const taught = samples.filter(({ overlap }) => overlap >= RIM || overlap <= NO_RIM);
  const lines = new Map<unknown, number>();
  for (const { seal, overlap } of taught) if (overlap >= RIM) lines.set(seal, (lines.get(seal) ?? 0) + 1);
  const coefficients = fitLogistic(
    taught.map(
      (sample): Sample => ({
        columns: columnsOf(sample),
        positive: sample.overlap >= RIM,
        weight: sample.overlap >= RIM ? Math.min(1, MOST_PER_SEAL / (lines.get(sample.seal) ?? 1)) : 1,
      }),
    ),
    { count: columnOf.size + 1, rising, shrinkage: SHRINKAGE },
  );
  const points = (key: string): number => coefficients[columnOf.get(key) ?? Number.NaN] ?? 0;
  return {
    base: hundredth(coefficients[0] ?? 0),
    maps: recordOf(RING_MAPS, (map) => hundredth(points(map))),
    features: recordOf(RING_FEATURES, (name) => {
      const steps = PLACES[name].map((place) => points(`${name} ${place}`));
      const upTo = (place: number): number => steps.slice(0, place + 1).reduce((sum, step) => sum + step, 0);
      return { at: PLACES[name], points: steps.map((step, place) => hundredth(RISING.has(name) ? upTo(place) : step)) };
    }),
  };
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

function recordOf<Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> {
  // One entry for each key, and no others.
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
}

function columnsOf({ candidate: { features, map } }: RingSample): [number, number][] {
  const columns = new Map<number, number>([
    [0, 1],
    [columnOf.get(map) ?? 0, 1],
  ]);
  for (const name of RING_FEATURES) {
    const value = features[name];
    if (value === null) continue;
    for (const [place, share] of sharesOf(PLACES[name], value)) {
      // A value has taken every step up to its place.
      for (let step = RISING.has(name) ? 1 : place; step <= place; step++) {
        const column = columnOf.get(`${name} ${PLACES[name][step]}`) ?? 0;
        columns.set(column, (columns.get(column) ?? 0) + share);
      }
    }
  }
  return [...columns];
}
