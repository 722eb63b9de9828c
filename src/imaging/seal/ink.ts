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
  /** What bare paper shows in `any`, by and large: its median and four times its spread. */
  readonly paperAny: number;
}

/** Averages whole blocks of `factor` × `factor` pixels of an RGB picture; a rest at the right and lower edge is dropped. */
export function shrink(page: Raster, factor: number): Raster {
  if (factor <= 1) return page;
  const { data: source } = page;
  const width = Math.floor(page.width / factor);
  const height = Math.floor(page.height / factor);
  const data = new Uint8Array(width * height * 3);
  const stride = page.width * 3;
  const count = factor * factor;
  const half = count >> 1;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      let r = half;
      let g = half;
      let b = half;
      let row = y * factor * stride + x * factor * 3;
      for (let dy = 0; dy < factor; dy++, row += stride) {
        for (let dx = 0, from = row; dx < factor; dx++, from += 3) {
          r += source[from] ?? 0;
          g += source[from + 1] ?? 0;
          b += source[from + 2] ?? 0;
        }
      }
      data[to] = r / count;
      data[to + 1] = g / count;
      data[to + 2] = b / count;
    }
  }
  return { width, height, channels: 3, data };
}

/** Colour of the paper on a coarse grid; `columns` × `rows` cells of `tile` pixels, three values a cell. */
interface PaperGrid {
  readonly tile: number;
  readonly columns: number;
  readonly rows: number;
  readonly colours: Float32Array;
}

/** Paper is smooth: every other pixel each way tells its colour as well as all of them. */
const PAPER_STEP = 2;

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
  const { columns, rows, colours } = grid;
  const row = new Float32Array(columns * 3);
  // What to multiply a value of this row with to have 1 for paper.
  const gain = new Float32Array(width * 3);
  for (let y = 0; y < height; y++) {
    const gy = Math.min(Math.max(((y + 0.5) * rows) / height - 0.5, 0), rows - 1);
    const y0 = Math.floor(gy);
    const y1 = Math.min(y0 + 1, rows - 1);
    const fy = gy - y0;
    for (let i = 0; i < row.length; i++) {
      row[i] = (colours[y0 * columns * 3 + i] ?? 0) * (1 - fy) + (colours[y1 * columns * 3 + i] ?? 0) * fy;
    }
    // Paper changes slowly: every fourth row is close enough.
    if (y % 4 === 0) fillGain(gain, row, columns, width);
    let i = y * width * 3;
    const end = (y + 1) * width;
    for (let at = y * width, k = 0; at < end; at++, i += 3, k += 3) {
      const r = (data[i] ?? 0) * (gain[k] ?? 0);
      const g = (data[i + 1] ?? 0) * (gain[k + 1] ?? 0);
      const b = (data[i + 2] ?? 0) * (gain[k + 2] ?? 0);
      // Compared by hand: this runs for every pixel, and Math.min also minds signs of zero.
      const most = g > b ? g : b;
      const other = g > b ? b : g;
      const least = r < other ? r : other;
      red[at] = (r < 1 ? r : 1) - most;
      if (most > r) cool[at] = most - least;
      if (least < 1) any[at] = 1 - least;
    }
  }
  const map = (values: Float32Array): InkMap => ({ width, height, data: values });
  return {
    width,
    height,
    red: map(red),
    cool: map(cool),
    any: map(any),
    noise: paperNoise(red),
    paperAny: paperLevel(any),
  };
}

function fillGain(gain: Float32Array, row: Float32Array, columns: number, width: number): void {
  for (let x = 0; x < width; x++) {
    const gx = Math.min(Math.max(((x + 0.5) * columns) / width - 0.5, 0), columns - 1);
    const x0 = Math.floor(gx);
    const x1 = Math.min(x0 + 1, columns - 1);
    const fx = gx - x0;
    for (let k = 0; k < 3; k++) {
      gain[x * 3 + k] = 1 / Math.max(1, (row[x0 * 3 + k] ?? 1) * (1 - fx) + (row[x1 * 3 + k] ?? 1) * fx);
    }
  }
}

/** Values between two that are counted: prime, so that no column of a table falls between all of them. */
const QUANTILE_STEP = 5;

/** Share `share` of the absolute values lie below what is returned; to a thousandth, at most 0.2. */
function quantile(values: Float32Array, share: number): number {
  const bins = 200;
  const histogram = new Uint32Array(bins + 1);
  for (let i = 0; i < values.length; i += QUANTILE_STEP) {
    const bin = Math.min(bins, Math.floor(Math.abs(values[i] ?? 0) * 1000));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  let rest = Math.ceil(values.length / QUANTILE_STEP) * share;
  let bin = 0;
  for (; bin < bins; bin++) {
    rest -= histogram[bin] ?? 0;
    if (rest <= 0) break;
  }
  return (bin + 0.5) / 1000;
}

/** Most of any page is paper: the median of the absolute red excess measures its noise. */
const paperNoise = (red: Float32Array): number => quantile(red, 0.5) * 1.48;

function paperLevel(any: Float32Array): number {
  const low = quantile(any, 0.2);
  const middle = quantile(any, 0.5);
  return middle + 4 * Math.max(0.002, middle - low);
}

/**
 * Absorption of grey ink alone: pixels that black print covers or borders on are taken out, and those of coloured ink.
 * `dark` is the absorption from which ink is black, `chroma` the chroma from which it is coloured. Print is looked for in
 * blocks of 2 × 2 pixels, and takes the blocks around its own.
 */
export function greyInk(maps: InkMaps, dark: number, chroma: number): InkMap {
  const { width, height } = maps;
  const any = maps.any.data;
  const red = maps.red.data;
  const cool = maps.cool.data;
  const columns = (width + 1) >> 1;
  const rows = (height + 1) >> 1;
  // One block of margin all around saves every test for the edges.
  const stride = columns + 2;
  const taken = new Uint8Array(stride * (rows + 2));
  for (let y = 0, i = 0; y < height; y++) {
    const block = ((y >> 1) + 1) * stride + 1;
    for (let x = 0; x < width; x++, i++) {
      if ((any[i] ?? 0) <= dark) continue;
      const at = block + (x >> 1);
      taken[at - stride - 1] = 1;
      taken[at - stride] = 1;
      taken[at - stride + 1] = 1;
      taken[at - 1] = 1;
      taken[at] = 1;
      taken[at + 1] = 1;
      taken[at + stride - 1] = 1;
      taken[at + stride] = 1;
      taken[at + stride + 1] = 1;
    }
  }
  const data = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const block = ((y >> 1) + 1) * stride + 1;
    for (let x = 0; x < width; x++, i++) {
      if (taken[block + (x >> 1)] === 1 || (red[i] ?? 0) > chroma || (cool[i] ?? 0) > chroma) continue;
      data[i] = any[i] ?? 0;
    }
  }
  return { width, height, data };
}

/** Mean over 2 × 2 pixels: noise falls to about half, and the rings of seals stay. */
export function halved(map: InkMap): InkMap {
  const width = map.width >> 1;
  const height = map.height >> 1;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    let i = 2 * y * map.width;
    for (let x = 0; x < width; x++, i += 2) {
      const upper = (map.data[i] ?? 0) + (map.data[i + 1] ?? 0);
      const lower = (map.data[i + map.width] ?? 0) + (map.data[i + map.width + 1] ?? 0);
      data[y * width + x] = (upper + lower) / 4;
    }
  }
  return { width, height, data };
}

/** Mean over squares of side `2 * radius + 1`, cut at the edges. */
export function smoothed(map: InkMap, radius: number): InkMap {
  const { width, height, data } = map;
  const shares = Float64Array.from({ length: width }, (_, x) => 1 / covered(x, radius, width));
  const across = new Float32Array(data.length);
  for (let row = 0; row < data.length; row += width) {
    let sum = 0;
    for (let x = 0; x < radius && x < width; x++) sum += data[row + x] ?? 0;
    for (let x = 0, to = row + radius, from = row - radius - 1; x < width; x++, to++, from++) {
      if (x + radius < width) sum += data[to] ?? 0;
      if (x > radius) sum -= data[from] ?? 0;
      across[row + x] = sum * (shares[x] ?? 0);
    }
  }
  // Row by row and a sum a column, as the pixels lie in memory.
  const sums = new Float64Array(width);
  const out = new Float32Array(data.length);
  for (let y = -radius; y < height; y++) {
    if (y + radius < height) {
      for (let x = 0, at = (y + radius) * width; x < width; x++, at++) sums[x] = (sums[x] ?? 0) + (across[at] ?? 0);
    }
    if (y > radius) {
      for (let x = 0, at = (y - radius - 1) * width; x < width; x++, at++) sums[x] = (sums[x] ?? 0) - (across[at] ?? 0);
    }
    if (y < 0) continue;
    const share = 1 / covered(y, radius, height);
    for (let x = 0, at = y * width; x < width; x++, at++) out[at] = (sums[x] ?? 0) * share;
  }
  return { width, height, data: out };
}

/** Places within `radius` of one that exist. */
const covered = (at: number, radius: number, length: number): number =>
  Math.min(at + radius, length - 1) - Math.max(at - radius, 0) + 1;

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
