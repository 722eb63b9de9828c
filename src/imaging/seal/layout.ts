import { type InkMap, inkAt } from './ink.ts';
import type { Arc, Rim } from './rim.ts';

/** Where the writing stands within a round or oval rim. */
export interface SealLayout {
  /** The name's arc. */
  readonly name: Arc;
  /** A second full-size text on the lower arc, which some seals have in place of a straight line. */
  readonly lower: Arc | null;
  /** Where small writing may stand on the lower arc: what the name leaves free, close to the rim. */
  readonly margin: Arc;
  /** Direction of the top of the seal, in turns along the rim. */
  readonly top: number;
  /** Depth of the rim's own inner edge. */
  readonly rimEdge: number;
}

const COLUMNS = 720;
const SHALLOW = 1.04;
const DEEP = 0.3;
const STEP = 0.01;
const ROWS = Math.round((SHALLOW - DEEP) / STEP) + 1;

/** The ring laid flat for measuring: rows from outside in, one column half a degree. */
function flatten(map: InkMap, rim: Rim): Float32Array {
  const flat = new Float32Array(ROWS * COLUMNS);
  for (let column = 0; column < COLUMNS; column++) {
    for (let row = 0; row < ROWS; row++) {
      const at = rim.at(column / COLUMNS, SHALLOW - row * STEP);
      const off = at.x < -0.5 || at.y < -0.5 || at.x > map.width - 0.5 || at.y > map.height - 0.5;
      flat[row * COLUMNS + column] = off ? 0 : inkAt(map, at.x, at.y);
    }
  }
  return flat;
}

const rowAt = (depth: number): number => Math.min(ROWS - 1, Math.max(0, Math.round((SHALLOW - depth) / STEP)));
const depthAt = (row: number): number => SHALLOW - row * STEP;

/** Mean ink of each row over a stretch of columns; a stretch may run over the seam. */
function rowMeans(flat: Float32Array, from: number, to: number, floor: number): number[] {
  return Array.from({ length: ROWS }, (_, row) => {
    let sum = 0;
    for (let k = from; k < to; k++) {
      sum += Math.max(0, (flat[row * COLUMNS + (((k % COLUMNS) + COLUMNS) % COLUMNS)] ?? 0) - floor);
    }
    return sum / Math.max(1, to - from);
  });
}

/** null when there is nothing to read along the rim. `printed` is the ink from which a point counts as such. */
export function findLayout(map: InkMap, rim: Rim, printed: number): SealLayout | null {
  const flat = flatten(map, rim);
  const floor = printed / 2;
  const rimEdge = innerEdge(rowMeans(flat, 0, COLUMNS, floor));
  const edgeRow = rowAt(rimEdge);
  const rough = arcsOf(columnInk(flat, edgeRow + 2, edgeRow + 20, floor))[0];
  if (rough === undefined) return null;
  // The middle of the rough arc is certainly the name's: its height is taken there.
  const middle = ((rough.from + rough.to) / 2) * COLUMNS;
  const half = Math.max(20, ((rough.to - rough.from) / 4) * COLUMNS);
  const named = rowMeans(flat, Math.round(middle - half), Math.round(middle + half), floor);
  const inner = innerEnd(named, edgeRow);
  const [name, lower] = arcsOf(fullHeight(flat, edgeRow, rowAt(inner), floor));
  if (name === undefined || name.to - name.from < 0.08) return null;
  const outer = rimEdge + 0.01;
  return {
    name: { ...name, inner, outer },
    lower: lower === undefined || lower.to - lower.from < 0.05 ? null : { ...lower, inner, outer },
    margin: { from: name.to, to: name.from + 1, inner: rimEdge - 0.15, outer: rimEdge },
    top: ((name.from + name.to) / 2) % 1,
    rimEdge,
  };
}

/** Walks inwards from the rim's peak to the first valley. A second, thin ring counts as part of the rim. */
function innerEdge(means: readonly number[]): number {
  let peak = 0;
  for (let row = 0; row <= rowAt(0.94); row++) if ((means[row] ?? 0) > (means[peak] ?? 0)) peak = row;
  const level = means[peak] ?? 0;
  let valley = peak;
  let lowest = level;
  for (let row = peak; row <= rowAt(0.82); row++) {
    const value = means[row] ?? 0;
    if (value < lowest) {
      lowest = value;
      valley = row;
    } else if (lowest < 0.5 * level && value > lowest + 0.12 * level) {
      break;
    }
  }
  return depthAt(valley);
}

function columnInk(flat: Float32Array, top: number, bottom: number, floor: number): Float32Array {
  const columns = new Float32Array(COLUMNS);
  for (let column = 0; column < COLUMNS; column++) {
    let sum = 0;
    for (let row = top; row <= bottom; row++) sum += Math.max(0, (flat[row * COLUMNS + column] ?? 0) - floor);
    columns[column] = sum / (bottom - top + 1);
  }
  return columns;
}

/**
 * Ink of columns that are written on over the whole height of the name. Digits under the rim reach only its outer
 * part, a straight line only its inner part, and both together leave the middle bare.
 */
function fullHeight(flat: Float32Array, edge: number, inner: number, floor: number): Float32Array {
  const third = Math.max(2, Math.round((inner - edge) / 3));
  // Strokes are looked for half a character either side: a thin one may reach but one part of the height.
  const reach = 7;
  const outerPart = widened(columnInk(flat, edge + 1, edge + third, floor), reach);
  const middlePart = widened(columnInk(flat, edge + third, inner - third, floor), reach);
  const innerPart = widened(columnInk(flat, inner - third, inner - 1, floor), reach);
  const whole = columnInk(flat, edge + 1, inner - 1, floor);
  const typical = [...whole].sort((p, q) => p - q)[Math.floor(COLUMNS * 0.8)] ?? 0;
  return Float32Array.from(whole, (ink, column) => {
    const least = Math.min(outerPart[column] ?? 0, middlePart[column] ?? 0, innerPart[column] ?? 0);
    return least > 0.2 * typical ? ink : 0;
  });
}

/** The greatest value within `reach` columns. */
function widened(columns: Float32Array, reach: number): Float32Array {
  return Float32Array.from(columns, (_, column) => {
    let most = 0;
    for (let k = column - reach; k <= column + reach; k++) most = Math.max(most, columns[(k + COLUMNS) % COLUMNS] ?? 0);
    return most;
  });
}

/** A stretch of the rim in turns: 0 ≤ `from` < 1, `from` < `to`, `to` past 1 when it runs over the seam. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What lies between the end of one gap and the start of the next. */
function between(gap: Stretch, next: Stretch): Stretch {
  const from = gap.to % 1;
  return { from, to: next.from > from ? next.from : next.from + 1 };
}

/** Written stretches, longest first: one, or two when a second gap is of the largest one's kind and not of the rest's. */
function arcsOf(columns: Float32Array): Stretch[] {
  const [first, second, third] = findGaps(columns);
  if (first === undefined) return [];
  const size = (gap: Stretch | undefined): number => (gap === undefined ? 0 : gap.to - gap.from);
  const flanked = second !== undefined && size(second) > 0.4 * size(first) && size(second) > 1.7 * size(third);
  const arcs = flanked ? [between(first, second), between(second, first)] : [between(first, first)];
  return arcs.sort((p, q) => size(q) - size(p));
}

/** Runs of columns without writing, longest first. */
function findGaps(columns: Float32Array): Stretch[] {
  const sorted = [...columns].sort((p, q) => p - q);
  const limit = 0.15 * (sorted[Math.floor(sorted.length * 0.85)] ?? 0);
  const bare = Uint8Array.from(columns, (value) => (value <= limit ? 1 : 0));
  const anchor = bare.indexOf(0);
  if (anchor < 0) return [];
  const gaps: Stretch[] = [];
  let run = -1;
  for (let k = anchor; k <= anchor + COLUMNS; k++) {
    const isBare = bare[k % COLUMNS] === 1;
    if (isBare && run < 0) run = k;
    if (!isBare && run >= 0) {
      if (k - run >= 3) {
        const from = (run / COLUMNS) % 1;
        gaps.push({ from, to: from + (k - run) / COLUMNS });
      }
      run = -1;
    }
  }
  return gaps.sort((p, q) => q.to - q.from - (p.to - p.from));
}

/** Depth at which the name's characters end inwards: where their ink has fallen to a trace. */
function innerEnd(named: readonly number[], rim: number): number {
  let level = 0;
  for (let row = rim + 4; row < rim + 16; row++) level += (named[row] ?? 0) / 12;
  for (let row = rim + 10; row < ROWS - 2; row++) {
    const here = ((named[row] ?? 0) + (named[row + 1] ?? 0)) / 2;
    if (here < 0.16 * level) return Math.max(DEEP, depthAt(row + 2));
  }
  return depthAt(Math.min(ROWS - 1, rim + 40));
}
