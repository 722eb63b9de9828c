import type { Raster } from './raster.ts';

/** One channel of a picture, 0 black to 255 white, row by row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Luma by ITU-R BT.601, the weights JPEG itself uses. */
export function luminance(raster: Raster): Plane {
  if (raster.channels === 1) return raster;
  const { width, height, data } = raster;
  const plane = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < plane.length; pixel++, at += 3) {
    plane[pixel] = (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8;
  }
  return { width, height, data: plane };
}

/** Red ink reflects red light, so a seal is as bright as paper here, and black print under it stays dark. */
export function redChannel(raster: Raster): Plane {
  if (raster.channels === 1) return raster;
  const { width, height, data } = raster;
  const plane = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < plane.length; pixel++, at += 3) plane[pixel] = data[at] ?? 0;
  return { width, height, data: plane };
}

/** Means of the cells of a grid laid over the plane; cells differ by at most one pixel in size. */
export function shrink(
  plane: Plane,
  columns: number,
  rows: number,
): { columns: number; rows: number; mean: Float64Array } {
  const mean = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const top = Math.floor((row * plane.height) / rows);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * plane.height) / rows));
    for (let column = 0; column < columns; column++) {
      const left = Math.floor((column * plane.width) / columns);
      const right = Math.max(left + 1, Math.floor(((column + 1) * plane.width) / columns));
      let sum = 0;
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) sum += plane.data[y * plane.width + x] ?? 0;
      }
      mean[row * columns + column] = sum / ((right - left) * (bottom - top));
    }
  }
  return { columns, rows, mean };
}

/** The value below which `share` (0 to 1) of all values lie. NaN of an empty list. */
export function quantile(values: readonly number[] | Float64Array, share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The level, 0 to 255, below which `share` of the counted pixels lie. */
export function quantileOfHistogram(histogram: ArrayLike<number>, share: number): number {
  let total = 0;
  for (let level = 0; level < 256; level++) total += histogram[level] ?? 0;
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += histogram[level] ?? 0;
    if (seen > share * total) return level;
  }
  return 255;
}
