import type { Raster } from '../raster.ts';

/**
 * Pixels of line from which the recogniser pays more for each: its layers no longer fit into the processor's cache
 * (measured at 48 high: 0.13 ms a pixel up to 640, 0.17 to 0.25 from 960).
 */
const LONGEST_PIECE = 640;
/** How far from even pieces a better gap may be, share of a piece. */
const LEEWAY = 0.15;
/** Share of the line's greatest contrast above which a column holds ink rather than noise. */
const INK_SHARE = 0.3;
/** Share of the line's height from which a run of ink is a whole character, not the half of one. */
const WHOLE_CHARACTER = 0.55;
/** White on either side of a cut. */
const MARGIN = 6;

/**
 * Cuts a long line of dark print on a light ground into pieces of about equal length, each where a gap between two
 * characters is widest. A short line is returned as it is.
 */
export function linePieces(line: Raster): readonly Raster[] {
  const count = Math.ceil(line.width / LONGEST_PIECE);
  if (count === 1 || line.channels !== 1) return [line];
  const contrast = columnContrast(line);
  const piece = line.width / count;
  const cuts = [0];
  for (let k = 1; k < count; k++) cuts.push(gapNear(contrast, line.height, k * piece, LEEWAY * piece));
  cuts.push(line.width);
  return cuts.slice(1).map((to, k) => cutColumns(line, cuts[k] ?? 0, to));
}

/** Darkest against brightest pixel of each column: small where there is only paper, whatever its tone. */
function columnContrast({ width, height, data }: Raster): Uint8Array {
  const darkest = new Uint8Array(width).fill(255);
  const brightest = new Uint8Array(width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 0;
      if (value < (darkest[x] ?? 0)) darkest[x] = value;
      if (value > (brightest[x] ?? 0)) brightest[x] = value;
    }
  }
  return brightest.map((value, x) => value - (darkest[x] ?? 0));
}

/** Columns that hold ink, from and to (exclusive), left to right. */
function inkRuns(contrast: Uint8Array): readonly (readonly [number, number])[] {
  const least = INK_SHARE * contrast.reduce((most, value) => Math.max(most, value), 0);
  const runs: [number, number][] = [];
  for (const [x, value] of contrast.entries()) {
    if (value <= least) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === x) last[1] = x + 1;
    else runs.push([x, x + 1]);
  }
  return runs;
}

/**
 * The middle of the widest gap beside a whole character, so that 川 is not cut between its strokes; where nothing is as
 * wide as a whole character (digits, letters), the column whose surroundings are barest.
 */
function gapNear(contrast: Uint8Array, height: number, middle: number, reach: number): number {
  const runs = inkRuns(contrast);
  const isWhole = (run: readonly [number, number]) => run[1] - run[0] >= WHOLE_CHARACTER * height;
  let widest = 0;
  let between: number | null = null;
  for (const [k, right] of runs.entries()) {
    const left = runs[k - 1];
    if (left === undefined || !(isWhole(left) || isWhole(right))) continue;
    const [from, to] = [left[1], right[0]];
    const at = Math.round((from + to) / 2);
    if (Math.abs(at - middle) > reach || to - from <= widest) continue;
    widest = to - from;
    between = at;
  }
  return between ?? barestColumn(contrast, middle, reach);
}

function barestColumn(contrast: Uint8Array, middle: number, reach: number): number {
  const half = 3;
  let best = Math.round(middle);
  let least = Number.POSITIVE_INFINITY;
  for (let x = Math.ceil(middle - reach); x <= middle + reach; x++) {
    let sum = 0;
    for (let k = x - half; k <= x + half; k++) sum += contrast[k] ?? 0;
    if (sum < least) {
      least = sum;
      best = x;
    }
  }
  return best;
}

function cutColumns({ width, height, data }: Raster, from: number, to: number): Raster {
  const inner = to - from;
  const left = from === 0 ? 0 : MARGIN;
  const right = to === width ? 0 : MARGIN;
  const out = new Uint8Array((left + inner + right) * height);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width + from, y * width + to);
    const at = y * (left + inner + right);
    // The margin repeats the bare column at the cut.
    out.fill(row[0] ?? 255, at, at + left);
    out.set(row, at + left);
    out.fill(row[inner - 1] ?? 255, at + left + inner, at + left + inner + right);
  }
  return { width: left + inner + right, height, channels: 1, data: out };
}
