import type { Raster } from '../raster.ts';

/** Averages whole blocks of `factor` × `factor` pixels of an RGB picture; a rest at the right and lower edge is dropped. */
export function shrink(page: Raster, factor: number): Raster {
  if (factor <= 1) return page;
  if (factor === 3) return thirds(page);
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

/** The same for 3, by far the most common: A4 at 200 dpi. Written out, it takes half the time. */
function thirds({ width: pageWidth, height: pageHeight, data: source }: Raster): Raster {
  const width = Math.floor(pageWidth / 3);
  const height = Math.floor(pageHeight / 3);
  const data = new Uint8Array(width * height * 3);
  const stride = pageWidth * 3;
  for (let y = 0, to = 0; y < height; y++) {
    let a = y * 3 * stride;
    let b = a + stride;
    let c = b + stride;
    for (let x = 0; x < width; x++) {
      for (const next = to + 3; to < next; to++, a++, b++, c++) {
        const upper = (source[a] ?? 0) + (source[a + 3] ?? 0) + (source[a + 6] ?? 0);
        const middle = (source[b] ?? 0) + (source[b + 3] ?? 0) + (source[b + 6] ?? 0);
        const lower = (source[c] ?? 0) + (source[c + 3] ?? 0) + (source[c + 6] ?? 0);
        data[to] = (upper + middle + lower + 4) / 9;
      }
      a += 6;
      b += 6;
      c += 6;
    }
  }
  return { width, height, channels: 3, data };
}
