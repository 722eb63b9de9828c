import type { Raster } from '../raster.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Colour of the paper on a coarse grid; `columns` × `rows` cells of `tile` pixels, three values a cell. */
export interface PaperGrid {
  readonly tile: number;
  readonly columns: number;
  readonly rows: number;
  readonly colours: Float32Array;
}

/** Paper is smooth: every other pixel each way tells its colour as well as all of them. */
const PAPER_STEP = 2;

/** The paper's colour in squares of about `tile` pixels of an RGB picture: the mean of each one's brightest part. */
export function paperGrid(page: Raster, tile: number): PaperGrid {
  const { width, height, data } = page;
  const columns = Math.max(1, Math.round(width / tile));
  const rows = Math.max(1, Math.round(height / tile));
  const brightness = new Float32Array(columns * rows);
  const own = new Float32Array(columns * rows * 3);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    const top = Math.floor((row * height) / rows);
    const bottom = Math.floor(((row + 1) * height) / rows);
    for (let column = 0; column < columns; column++) {
      const left = Math.floor((column * width) / columns);
      const right = Math.floor(((column + 1) * width) / columns);
      histogram.fill(0);
      let sampled = 0;
      for (let y = top; y < bottom; y += PAPER_STEP) {
        for (let x = left, i = (y * width + left) * 3; x < right; x += PAPER_STEP, i += 3 * PAPER_STEP) {
          const luminance = ((data[i] ?? 0) + 2 * (data[i + 1] ?? 0) + (data[i + 2] ?? 0)) >> 2;
          histogram[luminance] = (histogram[luminance] ?? 0) + 1;
          sampled++;
        }
      }
      let remaining = sampled * THRESHOLDS.page.paperShare;
      let floor = 255;
      for (; floor > 0; floor--) {
        remaining -= histogram[floor] ?? 0;
        if (remaining <= 0) break;
      }
      let r = 0;
      let g = 0;
      let b = 0;
      let count = 0;
      for (let y = top; y < bottom; y += PAPER_STEP) {
        for (let x = left, i = (y * width + left) * 3; x < right; x += PAPER_STEP, i += 3 * PAPER_STEP) {
          const luminance = ((data[i] ?? 0) + 2 * (data[i + 1] ?? 0) + (data[i + 2] ?? 0)) >> 2;
          if (luminance < floor) continue;
          r += data[i] ?? 0;
          g += data[i + 1] ?? 0;
          b += data[i + 2] ?? 0;
          count++;
        }
      }
      const cell = row * columns + column;
      const share = Math.max(1, count);
      own[cell * 3] = r / share;
      own[cell * 3 + 1] = g / share;
      own[cell * 3 + 2] = b / share;
      brightness[cell] = (r + 2 * g + b) / (4 * share);
    }
  }
  return { tile, columns, rows, colours: evened(brightest(own, brightness, columns, rows), columns, rows) };
}

/** A square wholly under ink takes the paper of its brightest neighbour. */
function brightest(own: Float32Array, brightness: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(own.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let best = row * columns + column;
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          const other = r * columns + c;
          if ((brightness[other] ?? 0) > (brightness[best] ?? 0)) best = other;
        }
      }
      for (let k = 0; k < 3; k++) {
        out[(row * columns + column) * 3 + k] = Math.max(THRESHOLDS.page.darkestPaper, own[best * 3 + k] ?? 0);
      }
    }
  }
  return out;
}

function evened(values: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let k = 0; k < 3; k++) {
        let sum = 0;
        let count = 0;
        for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
          for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            sum += values[(r * columns + c) * 3 + k] ?? 0;
            count++;
          }
        }
        out[(row * columns + column) * 3 + k] = sum / count;
      }
    }
  }
  return out;
}
