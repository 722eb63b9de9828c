import type { RotatedRectangle } from '../geometry/hull.ts';
import { type InkMap, inkAt } from './ink-map.ts';
import { THRESHOLDS } from './thresholds.ts';

/** What a map shows along and within a rectangle. Shares are 0 to 1. */
export interface FrameEvidence {
  /** Share of each side that carries ink, in order top, bottom, left, right of the rectangle lying on its long side. */
  readonly sides: readonly [number, number, number, number];
  /** Share of the whole frame that carries ink. */
  readonly coverage: number;
  /** Ink inside, share of area. */
  readonly ink: number;
  /** Runs of ink met by a line across the inside, mean over lines both ways: writing gives many, a logo's letter two. */
  readonly strokes: number;
  /** Share of each side's best straight track that carries ink, in the same order: a code or a block of text has no lines. */
  readonly lines: readonly [number, number, number, number];
  /** Share of the border of the inside, a seventh of the short side wide, that is left bare. */
  readonly bareBorder: number;
  /** Whether the inside is one row of at most four characters, as marks such as 作废 are. */
  readonly oneWord: boolean;
}

const LIMIT = THRESHOLDS.frame;
const SIDE_SAMPLES = 60;
const TRACK_STEP = 0.75;

export function frameEvidence(map: InkMap, rectangle: RotatedRectangle, least: number): FrameEvidence {
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  const halfWidth = rectangle.width / 2;
  const halfHeight = rectangle.height / 2;
  const inkAtLocal = (u: number, v: number): number =>
    inkAt(map, rectangle.cx + u * cos - v * sin, rectangle.cy + u * sin + v * cos);
  // The rectangle bounds the outermost ink: on a slightly bent or tilted seal the line itself lies further in.
  const depth = Math.max(LIMIT.leastDepthPixels, LIMIT.depth * rectangle.height);
  let strength = 0;
  let inked = 0;
  const steps = Math.floor((depth + 1) / TRACK_STEP) + 1;
  const lines: number[] = [];
  const side = (at: (along: number, inset: number) => number): number => {
    let hits = 0;
    const tracks = new Uint32Array(steps);
    for (let k = 0; k < SIDE_SAMPLES; k++) {
      const along = ((k + 0.5) / SIDE_SAMPLES) * 2 - 1;
      let best = 0;
      let before = 0;
      for (let step = 0; step < steps; step++) {
        const ink = at(along, step * TRACK_STEP - 1);
        best = Math.max(best, ink);
        if (Math.max(ink, before) >= least) tracks[step] = (tracks[step] ?? 0) + 1;
        before = ink;
      }
      if (best < least) continue;
      hits++;
      inked++;
      strength += best;
    }
    lines.push(Math.max(...tracks) / SIDE_SAMPLES);
    return hits / SIDE_SAMPLES;
  };
  const sides: [number, number, number, number] = [
    side((along, inset) => inkAtLocal(along * halfWidth, inset - halfHeight)),
    side((along, inset) => inkAtLocal(along * halfWidth, halfHeight - inset)),
    side((along, inset) => inkAtLocal(inset - halfWidth, along * halfHeight)),
    side((along, inset) => inkAtLocal(halfWidth - inset, along * halfHeight)),
  ];
  const perimeter = rectangle.width + rectangle.height;
  const coverage =
    ((sides[0] + sides[1]) * rectangle.width + (sides[2] + sides[3]) * rectangle.height) / (2 * perimeter);
  const inner = { halfWidth: halfWidth - depth - 1, halfHeight: halfHeight - depth - 1 };
  // Solid chops leave their characters white: what counts as ink inside follows the frame's own strength.
  const typical = inked === 0 ? 0 : strength / inked;
  const printed = Math.max(least, LIMIT.solidInk * typical);
  const rows = Math.max(1, Math.floor(2 * inner.halfHeight));
  const width = Math.max(1, Math.floor(2 * inner.halfWidth));
  const grid = new Uint8Array(rows * width);
  let ink = 0;
  for (let row = 0; row < rows; row++) {
    const v = row + 0.5 - rows / 2;
    for (let column = 0; column < width; column++) {
      if (inkAtLocal(column + 0.5 - width / 2, v) < printed) continue;
      grid[row * width + column] = 1;
      ink++;
    }
  }
  return {
    sides,
    coverage,
    ink: ink / grid.length,
    strokes: strokesPerLine(grid, width, rows),
    lines: [lines[0] ?? 0, lines[1] ?? 0, lines[2] ?? 0, lines[3] ?? 0],
    bareBorder: bareBorder(grid, width, rows),
    oneWord: isOneWord(grid, width, rows),
  };
}

function strokesPerLine(grid: Uint8Array, width: number, height: number): number {
  let starts = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (grid[y * width + x] === 0) continue;
      if (x === 0 || grid[y * width + x - 1] === 0) starts++;
      if (y === 0 || grid[(y - 1) * width + x] === 0) starts++;
    }
  }
  return starts / (width + height);
}

function bareBorder(grid: Uint8Array, width: number, height: number): number {
  const depth = Math.max(1, Math.round(Math.min(width, height) / 7));
  let all = 0;
  let bare = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x >= depth && y >= depth && x < width - depth && y < height - depth) continue;
      all++;
      if (grid[y * width + x] === 0) bare++;
    }
  }
  return all === 0 ? 0 : bare / all;
}

function isOneWord(grid: Uint8Array, width: number, height: number): boolean {
  let bands = 0;
  let bandHeight = 0;
  let left = width;
  let right = 0;
  let within = false;
  for (let y = 0; y < height; y++) {
    let count = 0;
    for (let x = 0; x < width; x++) {
      if (grid[y * width + x] === 0) continue;
      count++;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    const inked = count > LIMIT.wordInk * width;
    if (inked) bandHeight++;
    if (inked && !within) bands++;
    within = inked;
  }
  return bands === 1 && bandHeight < LIMIT.wordHeight * height && right - left < LIMIT.oneWord * bandHeight;
}
