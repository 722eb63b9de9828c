import type { InkMap } from './ink-map.ts';
import type { InkMaps } from './page-ink.ts';

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
