import { type InkMap, inkAt } from './ink.ts';
import type { Arc, Rim } from './rim.ts';

/** Where the writing stands within a round or oval rim. */
export interface SealLayout {
  /** The name's arc. */
  readonly name: Arc;
  /** A second full-size text on the lower arc, which some seals have in place of a straight line. */
  readonly lower: Arc | null;
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

/** null when there is nothing to read along the rim. `floor` is the ink from which a point counts as printed. */
export function findLayout(map: InkMap, rim: Rim, floor: number): SealLayout | null {
  const flat = flatten(map, rim);
  const rowMean = (row: number, from: number, to: number): number => {
    let sum = 0;
    for (let k = from; k < to; k++)
      sum += Math.max(0, (flat[row * COLUMNS + (((k % COLUMNS) + COLUMNS) % COLUMNS)] ?? 0) - floor / 2);
    return sum / Math.max(1, to - from);
  };
  const means = Array.from({ length: ROWS }, (_, row) => rowMean(row, 0, COLUMNS));
  const rimEdge = innerEdge(means);
  const writing = columnInk(flat, rowAt(rimEdge - 0.08), rowAt(rimEdge - 0.22), floor);
  const gaps = findGaps(writing);
  const [first, second, third] = gaps;
  if (first === undefined) return null;
  const flanked =
    second !== undefined &&
    second.to - second.from > 0.4 * (first.to - first.from) &&
    second.to - second.from > 1.7 * (third === undefined ? 0 : third.to - third.from);
  const arcs = flanked ? [between(first, second), between(second, first)] : [between(first, first)];
  const [longest, other] = arcs.sort((p, q) => q.to - q.from - (p.to - p.from));
  if (longest === undefined) return null;
  const { from, to } = longest;
  if (to - from < 0.08) return null;
  const start = Math.round(from * COLUMNS);
  const end = Math.round(to * COLUMNS);
  const named = Array.from({ length: ROWS }, (_, row) => rowMean(row, start, end));
  const inner = innerEnd(named, rowAt(rimEdge));
  const outer = rimEdge + 0.01;
  const name = { from, to, inner, outer };
  return {
    name,
    lower: other === undefined || other.to - other.from < 0.05 ? null : { ...other, inner, outer },
    top: ((from + to) / 2) % 1,
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
    for (let row = top; row <= bottom; row++) sum += Math.max(0, (flat[row * COLUMNS + column] ?? 0) - floor / 2);
    columns[column] = sum / (bottom - top + 1);
  }
  return columns;
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

/** Runs of columns without writing, longest first. */
function findGaps(columns: Float32Array): Stretch[] {
  const sorted = [...columns].sort((p, q) => p - q);
  const high = sorted[Math.floor(sorted.length * 0.85)] ?? 0;
  const limit = 0.18 * high;
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
  const from = rim + 4;
  let level = 0;
  for (let row = from; row < rim + 16; row++) level += (named[row] ?? 0) / 12;
  for (let row = rim + 10; row < ROWS - 2; row++) {
    const here = ((named[row] ?? 0) + (named[row + 1] ?? 0)) / 2;
    if (here < 0.16 * level) return Math.max(DEEP, depthAt(row + 2));
  }
  return depthAt(Math.min(ROWS - 1, rim + 40));
}
