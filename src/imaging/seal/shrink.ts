import type { Raster } from '../raster.ts';

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
