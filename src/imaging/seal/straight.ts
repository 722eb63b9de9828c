import type { Point, RotatedRectangle } from '../geometry/hull.ts';
import type { Raster } from '../raster.ts';
import { type InkMap, inkAt } from './ink-map.ts';
import type { SealLayout } from './layout.ts';
import { type Arc, greyOf, type Rim, type Tone } from './rim.ts';
import { THRESHOLDS } from './thresholds.ts';

const LINE = THRESHOLDS.line;
const SLIVER = LINE.sliver;

/** Height of every line handed to an engine, pixels: what PP-OCR was trained on; tesseract's is scaled up from it. */
export const LINE_HEIGHT = 48;
/** White left of and right of a line. */
export const LINE_MARGIN = 10;

/** A rectangle of the map turned upright, as dark on white. `inverted` swaps ink and paper. */
export function straighten(map: InkMap, rectangle: RotatedRectangle, tone: Tone, inverted = false): Raster {
  const height = LINE_HEIGHT;
  const inner = Math.max(8, Math.round((rectangle.width / rectangle.height) * height));
  const width = inner + 2 * LINE_MARGIN;
  const data = new Uint8Array(width * height).fill(255);
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  for (let y = 0; y < height; y++) {
    const v = ((y + 0.5) / height - 0.5) * rectangle.height;
    for (let x = 0; x < inner; x++) {
      const u = ((x + 0.5) / inner - 0.5) * rectangle.width;
      const grey = greyOf(inkAt(map, rectangle.cx + u * cos - v * sin, rectangle.cy + u * sin + v * cos), tone);
      data[y * width + x + LINE_MARGIN] = inverted ? 255 - grey : grey;
    }
  }
  return { width, height, channels: 1, data };
}

/** The ink from which a point counts as printed, given how it becomes grey. */
export const printedInk = (tone: Tone): number => (tone.floor + tone.full) / 3;

/** Runs of rows whose count is over `least`. */
export function runs(counts: readonly number[], least: number): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  for (let row = 0; row <= counts.length; row++) {
    const inked = row < counts.length && (counts[row] ?? 0) > least;
    if (inked && from < 0) from = row;
    if (!inked && from >= 0) {
      found.push({ from, to: row });
      from = -1;
    }
  }
  return found;
}

/** Points of a square grid this many pixels apart leave no pixel out, however the grid is turned: at most √½. */
const APART = 0.7;

/** Pixels of the map that arcs take up, besides those taken `before`. */
function takenBy(map: InkMap, rim: Rim, arcs: readonly Arc[], before?: Uint8Array): Uint8Array {
  const { width, height } = map;
  const taken = before?.slice() ?? new Uint8Array(width * height);
  const apart = APART / rim.radius;
  for (const arc of arcs) {
    const steps = Math.ceil(((arc.to - arc.from) * rim.lengthAt(1)) / APART);
    for (let step = 0; step <= steps; step++) {
      const along = arc.from + ((arc.to - arc.from) * step) / Math.max(1, steps);
      const ray = rim.ray(along);
      for (let depth = arc.inner; depth <= arc.outer; depth += apart) {
        const column = Math.floor(ray.x + ray.dx * depth + 0.5);
        const row = Math.floor(ray.y + ray.dy * depth + 0.5);
        if (column >= 0 && row >= 0 && column < width && row < height) taken[row * width + column] = 1;
      }
    }
  }
  return taken;
}

function without(map: InkMap, taken: Uint8Array): InkMap {
  const data = map.data.slice();
  for (let i = 0; i < data.length; i++) if (taken[i] === 1) data[i] = 0;
  return { width: map.width, height: map.height, data };
}

/**
 * Where a line's characters begin and end, of its inked points row by row: columns from the first to the last piece that
 * is no sliver; `to` is exclusive.
 */
export function textExtent(band: readonly Uint8Array[]): { readonly from: number; readonly to: number } {
  const counts = Array.from({ length: band[0]?.length ?? 0 }, (_, column) =>
    band.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const pieces: { from: number; to: number }[] = [];
  for (const run of runs(counts, 0)) {
    const last = pieces.at(-1);
    if (last !== undefined && run.from - last.to < SLIVER.apart * band.length) last.to = run.to;
    else pieces.push({ ...run });
  }
  const isSliver = ({ from, to }: { from: number; to: number }): boolean => {
    if (to - from < SLIVER.narrow * band.length) return true;
    const inked = band.map((row) => row.subarray(from, to).includes(1));
    return inked.lastIndexOf(true) - inked.indexOf(true) + 1 < SLIVER.low * band.length;
  };
  const [first, last] = [pieces[0], pieces.at(-1)];
  const whole = pieces.filter((piece) => (piece !== first && piece !== last) || !isSliver(piece));
  return { from: whole[0]?.from ?? 0, to: whole.at(-1)?.to ?? 0 };
}

/** What stands straight within a rim: where, and the map without what stands along the rim. */
export interface StraightLines {
  readonly rectangles: readonly RotatedRectangle[];
  readonly map: InkMap;
}

/**
 * Straight lines inside a rim, top to bottom of the seal standing upright: rows of ink that neither the rim nor the
 * `written` arcs account for, told from star and emblem by being wide and low.
 */
export function findLines(
  map: InkMap,
  rim: Rim,
  layout: SealLayout,
  written: readonly Arc[],
  tone: Tone,
): StraightLines {
  const { width, height } = map;
  const least = printedInk(tone);
  const around: Arc = { from: 0, to: 1, inner: layout.rimEdge - LINE.rimBlur, outer: LINE.beyondRim };
  const rimmed = takenBy(map, rim, [around]);
  const writing = written.map((arc) => ({ ...arc, inner: arc.inner - LINE.belowArc }));
  const taken = takenBy(map, rim, writing, rimmed);
  const top = rim.at(layout.top, 1);
  const bottom = rim.at(layout.top + 0.5, 1);
  const upX = (top.x - bottom.x) / 2;
  const upY = (top.y - bottom.y) / 2;
  const half = Math.hypot(upX, upY);
  const middle: Point = { x: (top.x + bottom.x) / 2, y: (top.y + bottom.y) / 2 };
  const angle = Math.atan2(upX, -upY);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const size = Math.ceil(half);
  const across = Math.ceil(rim.lengthAt(1) / 5);
  /** Whether a point is inked and its own: rows of the upright seal from top to bottom, left to right. */
  const rows: Uint8Array[] = [];
  const counts: number[] = [];
  for (let v = -size; v <= size; v++) {
    const inked = new Uint8Array(2 * across + 1);
    let count = 0;
    const startX = middle.x - v * sin;
    const startY = middle.y + v * cos;
    for (let u = -across; u <= across; u++) {
      const x = startX + u * cos;
      const y = startY + u * sin;
      const column = Math.floor(x + 0.5);
      const row = Math.floor(y + 0.5);
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      if (taken[row * width + column] === 1 || inkAt(map, x, y) <= least) continue;
      inked[u + across] = 1;
      count++;
    }
    rows.push(inked);
    counts.push(count);
  }
  // Digits along the lower rim make a low and wide row too, whose ends lie on the rim.
  const meetsRim = (from: number, to: number, v: number): boolean =>
    [from, to].every((u) => {
      const column = Math.round(middle.x + u * cos - v * sin);
      const row = Math.round(middle.y + u * sin + v * cos);
      return column < 0 || row < 0 || column >= width || row >= height || rimmed[row * width + column] === 1;
    });
  const found: RotatedRectangle[] = [];
  for (const run of runs(counts, LINE.rowInk * half)) {
    const band = rows.slice(run.from, run.to);
    const high = band.length;
    const ends = textExtent(band);
    const [from, to] = [ends.from - across, ends.to - 1 - across];
    const wide = to - from + 1;
    if (high < LINE.least * half || high > LINE.most * half || wide < LINE.wide * high) continue;
    const [upper, lower] = [run.from - size, run.to - 1 - size];
    if (meetsRim(from, to, upper) || meetsRim(from, to, lower)) continue;
    const u = (from + to) / 2;
    const v = (upper + lower) / 2;
    found.push({
      cx: middle.x + u * cos - v * sin,
      cy: middle.y + u * sin + v * cos,
      width: wide + LINE.beside * half,
      height: high + LINE.above * half,
      angle,
    });
  }
  return { rectangles: found.slice(0, LINE.mostLines), map: found.length === 0 ? map : without(map, taken) };
}
