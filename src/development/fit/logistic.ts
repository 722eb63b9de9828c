import { Matrix, solve } from 'ml-matrix';

/** What is known of one sample: its columns by index, and whether it is one of those looked for. */
export interface Sample {
  readonly columns: readonly (readonly [column: number, value: number])[];
  readonly positive: boolean;
  readonly weight: number;
}

/** Column 0 is the base, which no penalty holds; `rising` ones never get a coefficient below 0. */
export interface Columns {
  readonly count: number;
  readonly rising: ReadonlySet<number>;
  /** Penalty on the squares of the coefficients. */
  readonly shrinkage: number;
}

const STEPS = 60;
/** Newton's steps overshoot where coefficients are held: half of each is safe, and there are enough of them. */
const STRIDE = 0.5;

/** Coefficients of a logistic regression, by Newton's method on those that are free to move. Deterministic. */
export function fitLogistic(samples: readonly Sample[], { count, rising, shrinkage }: Columns): number[] {
  const coefficients = new Array<number>(count).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = Matrix.zeros(count, 1);
    const curvature = Matrix.zeros(count, count);
    for (let column = 0; column < count; column++) {
      const penalty = column === 0 ? 1e-6 : shrinkage;
      gradient.set(column, 0, penalty * (coefficients[column] ?? 0));
      curvature.set(column, column, penalty);
    }
    for (const sample of samples) {
      const likely = 1 / (1 + Math.exp(-scoreOf(sample, coefficients)));
      const off = sample.weight * (likely - (sample.positive ? 1 : 0));
      const bend = sample.weight * likely * (1 - likely);
      for (const [p, x] of sample.columns) {
        gradient.set(p, 0, gradient.get(p, 0) + off * x);
        for (const [q, y] of sample.columns) curvature.set(p, q, curvature.get(p, q) + bend * x * y);
      }
    }
    const free = coefficients.flatMap((coefficient, column) =>
      rising.has(column) && coefficient === 0 && gradient.get(column, 0) >= 0 ? [] : [column],
    );
    const change = solve(curvature.selection(free, free), gradient.selection(free, [0]));
    for (const [index, column] of free.entries()) {
      const next = (coefficients[column] ?? 0) - STRIDE * change.get(index, 0);
      coefficients[column] = rising.has(column) ? Math.max(0, next) : next;
    }
  }
  return coefficients;
}

function scoreOf({ columns }: Sample, coefficients: readonly number[]): number {
  let sum = 0;
  for (const [column, value] of columns) sum += value * (coefficients[column] ?? 0);
  return sum;
}
