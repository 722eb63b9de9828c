import type { Raster } from '../raster.ts';
import { THRESHOLDS } from './thresholds.ts';

/** One value a pixel, 0 = as the local paper. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** What the ink on a picture takes away from its paper's own white, apart by colour. */
export interface InkMaps {
  readonly width: number;
  readonly height: number;
  /** Red excess R − max(G, B), negative where another colour leads. */
  readonly red: InkMap;
  /** Chroma of inks whose strongest channel is green or blue. */
  readonly cool: InkMap;
  /** Absorption in the channel that absorbs most: every ink, black included. */
  readonly any: InkMap;
  /** Standard deviation of the red excess on bare paper. */
  readonly noise: number;
}

/** Averages whole blocks of `factor` × `factor` pixels; a rest at the right and lower edge is dropped. */
export function shrink(page: Raster, factor: number): Raster {
  if (factor <= 1) return page;
  const { channels, data: source } = page;
  const width = Math.floor(page.width / factor);
  const height = Math.floor(page.height / factor);
  const data = new Uint8Array(width * height * channels);
  const sums = new Uint32Array(width * channels);
  const count = factor * factor;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < factor; dy++) {
      let from = (y * factor + dy) * page.width * channels;
      if (channels === 3) {
        for (let x = 0; x < width; x++) {
          const to = x * 3;
          let r = sums[to] ?? 0;
          let g = sums[to + 1] ?? 0;
          let b = sums[to + 2] ?? 0;
          for (let dx = 0; dx < factor; dx++) {
            r += source[from] ?? 0;
            g += source[from + 1] ?? 0;
            b += source[from + 2] ?? 0;
            from += 3;
          }
          sums[to] = r;
          sums[to + 1] = g;
          sums[to + 2] = b;
        }
      } else {
        for (let x = 0; x < width; x++) {
          let sum = sums[x] ?? 0;
          for (let dx = 0; dx < factor; dx++) sum += source[from++] ?? 0;
          sums[x] = sum;
        }
      }
    }
    const row = y * width * channels;
    for (let i = 0; i < sums.length; i++) data[row + i] = ((sums[i] ?? 0) + count / 2) / count;
  }
  return { width, height, channels, data };
}

/** Colour of the paper on a coarse grid; `columns` × `rows` cells of `tile` pixels, three values a cell. */
interface PaperGrid {
  readonly tile: number;
  readonly columns: number;
  readonly rows: number;
  readonly colours: Float32Array;
}

function paperGrid(page: Raster, tile: number): PaperGrid {
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
      for (let y = top; y < bottom; y++) {
        for (let x = left, i = (y * width + left) * 3; x < right; x++, i += 3) {
          const luminance = ((data[i] ?? 0) + 2 * (data[i + 1] ?? 0) + (data[i + 2] ?? 0)) >> 2;
          histogram[luminance] = (histogram[luminance] ?? 0) + 1;
        }
      }
      let remaining = (bottom - top) * (right - left) * THRESHOLDS.page.paperShare;
      let floor = 255;
      for (; floor > 0; floor--) {
        remaining -= histogram[floor] ?? 0;
        if (remaining <= 0) break;
      }
      let r = 0;
      let g = 0;
      let b = 0;
      let count = 0;
      for (let y = top; y < bottom; y++) {
        for (let x = left, i = (y * width + left) * 3; x < right; x++, i += 3) {
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
  return { tile, columns, rows, colours: smoothed(brightest(own, brightness, columns, rows), columns, rows) };
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

function smoothed(values: Float32Array, columns: number, rows: number): Float32Array {
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

/**
 * Ink maps of an RGB picture. `tile` is the side of the squares whose paper is estimated apart, in pixels of this
 * picture: several times wider than a stroke, narrower than a shadow.
 */
export function inkMaps(page: Raster, tile: number): InkMaps {
  const { width, height, data } = page;
  const grid = paperGrid(page, tile);
  const red = new Float32Array(width * height);
  const cool = new Float32Array(width * height);
  const any = new Float32Array(width * height);
  const row = new Float32Array(grid.columns * 3);
  const { columns, rows, colours } = grid;
  for (let y = 0; y < height; y++) {
    const gy = Math.min(Math.max(((y + 0.5) * rows) / height - 0.5, 0), rows - 1);
    const y0 = Math.floor(gy);
    const y1 = Math.min(y0 + 1, rows - 1);
    const fy = gy - y0;
    for (let i = 0; i < row.length; i++) {
      row[i] = (colours[y0 * columns * 3 + i] ?? 0) * (1 - fy) + (colours[y1 * columns * 3 + i] ?? 0) * fy;
    }
    for (let x = 0; x < width; x++) {
      const gx = Math.min(Math.max(((x + 0.5) * columns) / width - 0.5, 0), columns - 1);
      const x0 = Math.floor(gx);
      const x1 = Math.min(x0 + 1, columns - 1);
      const fx = gx - x0;
      const a = x0 * 3;
      const b = x1 * 3;
      const i = (y * width + x) * 3;
      const r = (data[i] ?? 0) / ((row[a] ?? 1) * (1 - fx) + (row[b] ?? 1) * fx);
      const g = (data[i + 1] ?? 0) / ((row[a + 1] ?? 1) * (1 - fx) + (row[b + 1] ?? 1) * fx);
      const bl = (data[i + 2] ?? 0) / ((row[a + 2] ?? 1) * (1 - fx) + (row[b + 2] ?? 1) * fx);
      const most = Math.max(g, bl);
      const least = r < g ? Math.min(r, bl) : Math.min(g, bl);
      const at = y * width + x;
      red[at] = Math.min(r, 1) - most;
      cool[at] = most > r ? most - least : 0;
      any[at] = least < 1 ? 1 - least : 0;
    }
  }
  const map = (values: Float32Array): InkMap => ({ width, height, data: values });
  return { width, height, red: map(red), cool: map(cool), any: map(any), noise: paperNoise(red) };
}

/** From the median of the absolute red excess: most of any page is paper. */
function paperNoise(red: Float32Array): number {
  const bins = 200;
  const histogram = new Uint32Array(bins + 1);
  for (const value of red) {
    const bin = Math.min(bins, Math.floor(Math.abs(value) * 1000));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  let rest = red.length / 2;
  let bin = 0;
  for (; bin < bins; bin++) {
    rest -= histogram[bin] ?? 0;
    if (rest <= 0) break;
  }
  return ((bin + 0.5) / 1000) * 1.48;
}

/** Mean over 3 × 3 pixels: noise falls to about half, lines of a seal stay. The outermost pixels are left as they are. */
export function softened(map: InkMap): InkMap {
  const { width, height, data } = map;
  const across = new Float32Array(data);
  for (let y = 0; y < height; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      across[i] = ((data[i - 1] ?? 0) + (data[i] ?? 0) + (data[i + 1] ?? 0)) / 3;
    }
  }
  const out = new Float32Array(across);
  for (let i = width; i < width * (height - 1); i++) {
    out[i] = ((across[i - width] ?? 0) + (across[i] ?? 0) + (across[i + width] ?? 0)) / 3;
  }
  return { width, height, data: out };
}

/** Between pixels, edges repeated. */
export function inkAt(map: InkMap, x: number, y: number): number {
  const { width, height, data } = map;
  const cx = x < 0 ? 0 : Math.min(x, width - 1);
  const cy = y < 0 ? 0 : Math.min(y, height - 1);
  const x0 = cx | 0;
  const y0 = cy | 0;
  const x1 = x0 + 1 < width ? x0 + 1 : x0;
  const y1 = y0 + 1 < height ? y0 + 1 : y0;
  const fx = cx - x0;
  const fy = cy - y0;
  const upper = (data[y0 * width + x0] ?? 0) * (1 - fx) + (data[y0 * width + x1] ?? 0) * fx;
  const lower = (data[y1 * width + x0] ?? 0) * (1 - fx) + (data[y1 * width + x1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
