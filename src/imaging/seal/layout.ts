import { type InkMap, inkAt } from './ink-map.ts';
import type { Arc, Rim } from './rim.ts';
import { THRESHOLDS } from './thresholds.ts';
import { arcsOf, type Writing } from './written-arcs.ts';

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

const LIMIT = THRESHOLDS.layout;
const COLUMNS = 720;
const SHALLOW = 1.04;
const DEEP = 0.3;
const STEP = 0.01;
const ROWS = Math.round((SHALLOW - DEEP) / STEP) + 1;

/** The ring laid flat for measuring: rows from outside in, one column half a degree. */
function flatten(map: InkMap, rim: Rim): Float32Array {
  const flat = new Float32Array(ROWS * COLUMNS);
  for (let column = 0; column < COLUMNS; column++) {
    const ray = rim.ray(column / COLUMNS);
    for (let row = 0; row < ROWS; row++) {
      const x = ray.x + ray.dx * (SHALLOW - row * STEP);
      const y = ray.y + ray.dy * (SHALLOW - row * STEP);
      const off = x < -0.5 || y < -0.5 || x > map.width - 0.5 || y > map.height - 0.5;
      flat[row * COLUMNS + column] = off ? 0 : inkAt(map, x, y);
    }
  }
  return flat;
}

const rowAt = (depth: number): number => Math.min(ROWS - 1, Math.max(0, Math.round((SHALLOW - depth) / STEP)));
const depthAt = (row: number): number => SHALLOW - row * STEP;

/** Mean ink of each row over a stretch of columns; a stretch may run over the seam. */
function rowMeans(flat: Float32Array, from: number, to: number, floor: number): number[] {
  const start = ((from % COLUMNS) + COLUMNS) % COLUMNS;
  return Array.from({ length: ROWS }, (_, row) => {
    const left = row * COLUMNS;
    let sum = 0;
    for (let k = from, column = start; k < to; k++) {
      const over = (flat[left + column] ?? 0) - floor;
      if (over > 0) sum += over;
      if (++column === COLUMNS) column = 0;
    }
    return sum / Math.max(1, to - from);
  });
}

/** null when there is nothing to read along the rim. `printed` is the ink from which a point counts as such. */
export function findLayout(map: InkMap, rim: Rim, printed: number): SealLayout | null {
  const flat = flatten(map, rim);
  const floor = LIMIT.floor * printed;
  const ownEdge = innerEdge(rowMeans(flat, 0, COLUMNS, floor));
  const rimEdge = withinRings(flat, floor, ownEdge);
  const edgeRow = rowAt(rimEdge);
  const rough = arcsOf(columnInk(flat, edgeRow + LIMIT.name.from, edgeRow + LIMIT.name.to, floor))[0];
  if (rough === undefined) return null;
  // The middle of the rough arc is certainly the name's: its height is taken there.
  const middle = ((rough.from + rough.to) / 2) * COLUMNS;
  const half = Math.max(LIMIT.name.leastHalf, ((rough.to - rough.from) / 4) * COLUMNS);
  const named = rowMeans(flat, Math.round(middle - half), Math.round(middle + half), floor);
  const inner = innerEnd(named, edgeRow);
  const writing = writingOf(flat, edgeRow, rowAt(inner), floor);
  const [name, lower] = arcsOf(writing.full, writing);
  if (name === undefined || name.to - name.from < LIMIT.leastName) return null;
  const outer = rimEdge + LIMIT.above;
  return {
    name: { ...name, inner, outer },
    lower: lower === undefined || lower.to - lower.from < LIMIT.leastLower ? null : { ...lower, inner, outer },
    margin: { from: name.to, to: name.from + 1, inner: ownEdge - LIMIT.margin, outer: ownEdge },
    top: ((name.from + name.to) / 2) % 1,
    rimEdge,
  };
}

/** Walks inwards from the rim's peak to the first valley. A second, thin ring counts as part of the rim. */
function innerEdge(means: readonly number[]): number {
  let peak = 0;
  for (let row = 0; row <= rowAt(LIMIT.rimPeak); row++) if ((means[row] ?? 0) > (means[peak] ?? 0)) peak = row;
  const level = means[peak] ?? 0;
  let valley = peak;
  let lowest = level;
  for (let row = peak; row <= rowAt(LIMIT.rimValley); row++) {
    const value = means[row] ?? 0;
    if (value < lowest) {
      lowest = value;
      valley = row;
    } else if (lowest < LIMIT.valleyBelow * level && value > lowest + LIMIT.valleyEnds * level) {
      break;
    }
  }
  return depthAt(valley);
}

/** A second, hair-thin ring may stand clear of the rim: then the writing begins below it. */
function withinRings(flat: Float32Array, floor: number, edge: number): number {
  const isRing = (row: number): boolean => {
    let inked = 0;
    for (let column = 0; column < COLUMNS; column++) {
      const at = row * COLUMNS + column;
      const ring = (flat[at] ?? 0) > floor || (flat[at - COLUMNS] ?? 0) > floor || (flat[at + COLUMNS] ?? 0) > floor;
      if (ring) inked++;
    }
    return inked > LIMIT.allAround * COLUMNS;
  };
  const start = rowAt(edge);
  const begun = rowAt(LIMIT.secondRing.begun);
  const ended = rowAt(LIMIT.secondRing.ended);
  let row = start + LIMIT.rimBlur;
  while (row < begun && !isRing(row)) row++;
  if (row === begun) return edge;
  while (row < ended && isRing(row)) row++;
  // Ink all around that does not end is writing.
  return row < ended ? depthAt(row) : edge;
}

function columnInk(flat: Float32Array, top: number, bottom: number, floor: number): Float32Array {
  const sums = new Float64Array(COLUMNS);
  for (let row = top; row <= bottom; row++) {
    for (let column = 0, at = row * COLUMNS; column < COLUMNS; column++, at++) {
      const over = (flat[at] ?? 0) - floor;
      if (over > 0) sums[column] = (sums[column] ?? 0) + over;
    }
  }
  return new Float32Array(sums.map((sum) => sum / (bottom - top + 1)));
}

/**
 * Digits under the rim reach only the outer part of the name's height, a straight line only its inner part, and both
 * together leave the middle bare.
 */
function writingOf(flat: Float32Array, edge: number, end: number, floor: number): Writing {
  const third = Math.max(2, Math.round((end - edge) / 3));
  const outer = columnInk(flat, edge + 1, edge + third, floor);
  const middle = columnInk(flat, edge + third, end - third, floor);
  const inner = columnInk(flat, end - third, end - 1, floor);
  const whole = columnInk(flat, edge + 1, end - 1, floor);
  const typical = whole.slice().sort()[Math.floor(COLUMNS * LIMIT.typicalQuantile)] ?? 0;
  // A thin stroke may reach but one part of the height.
  const parts = [outer, middle, inner].map((part) => widened(part, LIMIT.aside));
  const full = whole.map((ink, column) =>
    parts.every((part) => (part[column] ?? 0) > LIMIT.thirdInk * typical) ? ink : 0,
  );
  return { full, middle, inner };
}

/** The greatest value within `reach` columns. */
function widened(columns: Float32Array, reach: number): Float32Array {
  return columns.map((_, column) => {
    let most = 0;
    for (let k = column - reach; k <= column + reach; k++) {
      const ink = columns[(k + COLUMNS) % COLUMNS] ?? 0;
      if (ink > most) most = ink;
    }
    return most;
  });
}

/** Depth at which the name's characters end inwards: where their ink has fallen to a trace. */
function innerEnd(named: readonly number[], rim: number): number {
  let level = 0;
  const { from, to } = LIMIT.level;
  for (let row = rim + from; row < rim + to; row++) level += (named[row] ?? 0) / (to - from);
  for (let row = rim + LIMIT.endsFrom; row < ROWS - 2; row++) {
    const here = ((named[row] ?? 0) + (named[row + 1] ?? 0)) / 2;
    if (here < LIMIT.trace * level) return Math.max(DEEP, depthAt(row + 2));
  }
  return depthAt(Math.min(ROWS - 1, rim + LIMIT.endsAt));
}
