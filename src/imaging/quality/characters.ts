import { connectedComponents } from '../geometry/components.ts';
import { MM_PER_INCH } from '../paper.ts';
import type { InkMask } from './ink.ts';

/** Regions are told apart at about this many dots an inch, where the strokes of one character mostly touch. */
const REGION_DPI = 100;
/** Nothing larger is a character or a word run together: frames, table rules, seals, photographs, QR codes. */
const LARGEST_MM = { side: 30, thickness: 12 } as const;
/** Dust. */
const SMALLEST_MM = 0.3;

/**
 * The mask with only such connected regions as print is made of: no frames, table rules, seals or pictures, which would
 * drown the text lines in every projection, and no dust.
 */
export function characters(mask: InkMask, dpi: number): InkMask {
  const factor = Math.max(1, Math.round(dpi / REGION_DPI));
  const mm = (MM_PER_INCH / dpi) * factor;
  const coarse = coarsen(mask, factor);
  const kept = new Uint8Array(coarse.data.length);
  for (const { left, top, right, bottom, pixels } of connectedComponents(coarse, 1)) {
    const across = (right - left + 1) * mm;
    const down = (bottom - top + 1) * mm;
    const long = Math.max(across, down);
    if (long < SMALLEST_MM || long > LARGEST_MM.side || Math.min(across, down) > LARGEST_MM.thickness) continue;
    for (const pixel of pixels) kept[pixel] = 1;
  }
  const { width, height } = mask;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / factor) * coarse.width;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (mask.data[at] === 1 && kept[row + Math.floor(x / factor)] === 1) data[at] = 1;
    }
  }
  return { width, height, data };
}

/** A coarse pixel is ink where any of its pixels is. */
function coarsen({ width, height, data }: InkMask, factor: number): InkMask {
  const columns = Math.ceil(width / factor);
  const coarse = new Uint8Array(columns * Math.ceil(height / factor));
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / factor) * columns;
    for (let x = 0; x < width; x++) if (data[y * width + x] === 1) coarse[row + Math.floor(x / factor)] = 1;
  }
  return { width: columns, height: Math.ceil(height / factor), data: coarse };
}
