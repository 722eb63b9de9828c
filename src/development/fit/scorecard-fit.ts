import { RIM_MAPS, type Scorecard, sharesOf } from '../../imaging/seal/scorecard.ts';
import type { Design } from './designs.ts';
import { fitLogistic } from './logistic.ts';
import type { Sample } from './samples.ts';

/** Overlaps from which a line is a seal's own rim, and up to which it is none; what lies between teaches nothing. */
const RIM = 0.6;
const NO_RIM = 0.4;
/** A seal that was followed on many maps counts as much as this many lines. */
const MOST_PER_SEAL = 3;
const SHRINKAGE = 3;

/** The scorecard under which these samples are most likely, points to a hundredth. */
export function fitScorecard<Feature extends string>(
  design: Design<Feature>,
  samples: readonly Sample<Feature>[],
): Scorecard<Feature> {
  const columns = columnsOf(design);
  const taught = [...samples, ...samples.map(withoutSize)].filter(({ overlap }) => overlap >= RIM || overlap <= NO_RIM);
  const lines = new Map<unknown, number>();
  for (const { seal, overlap } of taught) if (overlap >= RIM) lines.set(seal, (lines.get(seal) ?? 0) + 1);
  const coefficients = fitLogistic(
    taught.map((sample) => ({
      columns: rowOf(design, columns.index, sample),
      positive: sample.overlap >= RIM,
      weight: sample.overlap >= RIM ? Math.min(0.5, MOST_PER_SEAL / (lines.get(sample.seal) ?? 1)) : 0.5,
    })),
    { count: columns.index.size + 1, rising: columns.rising, shrinkage: SHRINKAGE },
  );
  const points = (key: string): number => coefficients[columns.index.get(key) ?? Number.NaN] ?? 0;
  return {
    base: hundredth(coefficients[0] ?? 0),
    maps: recordOf(RIM_MAPS, (map) => hundredth(points(map))),
    features: recordOf(namesOf(design), (name) => {
      const { at, rising } = design[name];
      const steps = at.map((place) => points(`${name} ${place}`));
      const upTo = (place: number): number => steps.slice(0, place + 1).reduce((sum, step) => sum + step, 0);
      return {
        at,
        points: steps.map((step, place) => hundredth(rising ? upTo(place) : step)),
        unknown: hundredth(points(`${name} unknown`)),
      };
    }),
  };
}

/** The same as on a picture of a size that is not known. */
const withoutSize = <Feature extends string>(sample: Sample<Feature>): Sample<Feature> => ({
  ...sample,
  features: recordOf(namesOf(sample.features), (name) => (name.endsWith('Mm') ? null : sample.features[name])),
});

/** After the base: the maps, then for each feature not being known, and its steps from place to place or, where it may fall, its places. */
function columnsOf<Feature extends string>(
  design: Design<Feature>,
): { readonly index: ReadonlyMap<string, number>; readonly rising: ReadonlySet<number> } {
  const index = new Map<string, number>();
  const steps = new Set<number>();
  for (const map of RIM_MAPS) index.set(map, index.size + 1);
  for (const name of namesOf(design)) {
    const { at, rising } = design[name];
    index.set(`${name} unknown`, index.size + 1);
    for (const place of rising ? at.slice(1) : at) {
      index.set(`${name} ${place}`, index.size + 1);
      if (rising) steps.add(index.size);
    }
  }
  return { index, rising: steps };
}

function rowOf<Feature extends string>(
  design: Design<Feature>,
  index: ReadonlyMap<string, number>,
  { map, features }: Sample<Feature>,
): [number, number][] {
  const row = new Map<number, number>([
    [0, 1],
    [index.get(map) ?? 0, 1],
  ]);
  for (const name of namesOf(design)) {
    const value = features[name];
    if (value === null) {
      row.set(index.get(`${name} unknown`) ?? 0, 1);
      continue;
    }
    const { at, rising } = design[name];
    for (const [place, share] of sharesOf(at, value)) {
      // A value has taken every step up to its place.
      for (let step = rising ? 1 : place; step <= place; step++) {
        const column = index.get(`${name} ${at[step]}`) ?? 0;
        row.set(column, (row.get(column) ?? 0) + share);
      }
    }
  }
  return [...row];
}

/** A record's own keys, which its type lists all of. */
const namesOf = <Feature extends string>(record: Readonly<Record<Feature, unknown>>): Feature[] =>
  Object.keys(record) as Feature[];

function recordOf<Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> {
  // One entry for each key, and no others.
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;
