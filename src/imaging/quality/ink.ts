import type { Plane } from '../plane.ts';
import type { Raster } from '../raster.ts';
import type { PaperLevel } from './paper-level.ts';

/** 1 where there is ink, 0 where there is paper. */
export interface InkMask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Ink reflects at most this share of what the paper around it does: pencil and pale print are near 0.75. */
const INK_AGAINST_PAPER = 0.78;

/** One threshold a block: the paper level changes over tiles of a hundred pixels. */
const BLOCK = 8;

/** Dark against the paper around it, so a shadow is not ink. */
export function inkMask(plane: Plane, paper: PaperLevel): InkMask {
  const { width, height, data } = plane;
  const mask = new Uint8Array(width * height);
  for (let top = 0; top < height; top += BLOCK) {
    for (let left = 0; left < width; left += BLOCK) {
      const threshold = paper.at(left + BLOCK / 2, top + BLOCK / 2) * INK_AGAINST_PAPER;
      for (let y = top; y < Math.min(height, top + BLOCK); y++) {
        for (let x = left; x < Math.min(width, left + BLOCK); x++) {
          if ((data[y * width + x] ?? 0) < threshold) mask[y * width + x] = 1;
        }
      }
    }
  }
  return { width, height, data: mask };
}

/** Outer ring that belongs to the scanner: lid shadow and paper edge. */
const MARGIN_SHARE = 0.03;
/** Levels of chroma that no sensor noise reaches after 4 × 4 averaging. */
const COLOURED_INK = 9;

/**
 * Share of the page inside a 3 % margin that is dark or coloured ink, 0 to 1. Single dark pixels are dust and noise and
 * are not counted; a pale seal is counted by its colour.
 */
export function inkShare(raster: Raster, mask: InkMask): number {
  const { width, height } = mask;
  const marginX = Math.round(width * MARGIN_SHARE);
  const marginY = Math.round(height * MARGIN_SHARE);
  const tint = paperTint(raster);
  let ink = 0;
  let area = 0;
  for (let top = marginY; top + 4 <= height - marginY; top += 4) {
    for (let left = marginX; left + 4 <= width - marginX; left += 4) {
      area += 16;
      let dark = 0;
      for (let y = top; y < top + 4; y++) {
        for (let x = left; x < left + 4; x++) dark += mask.data[y * width + x] ?? 0;
      }
      // Dust is a pixel or two.
      if (dark > 2) ink += dark;
      else if (chromaOfBlock(raster, left, top, 4, tint) > COLOURED_INK) ink += 16;
    }
  }
  return area === 0 ? 0 : ink / area;
}

/**
 * A4 has 62 370 mm²; at this share about 31 mm² are inked, nine characters of body text: a page number alone, or a
 * speck, still leaves a blank page, a line of text does not.
 */
const BLANK_INK_SHARE = 0.0005;

export function isBlank(share: number): boolean {
  return share < BLANK_INK_SHARE;
}

/** The paper's own colour: its chroma by ITU-R BT.601, in levels; 0 and 0 for neutral paper. */
export interface PaperTint {
  readonly blue: number;
  readonly red: number;
}

/** Median chroma of the page's pixels that are as bright as the median one or brighter, sampled on a grid. */
export function paperTint(raster: Raster): PaperTint {
  if (raster.channels === 1) return { blue: 0, red: 0 };
  const { data, width, height } = raster;
  const step = Math.max(1, Math.round(Math.sqrt((width * height) / 20_000)));
  const places: number[] = [];
  // Samples by the sum of their channels.
  const histogram = new Uint32Array(3 * 255 + 1);
  for (let y = step >> 1; y < height; y += step) {
    for (let x = step >> 1; x < width; x += step) {
      const at = 3 * (y * width + x);
      places.push(at);
      const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
      histogram[sum] = (histogram[sum] ?? 0) + 1;
    }
  }
  const half = Math.ceil(places.length / 2);
  let dimmest = histogram.length - 1;
  for (let brighter = histogram[dimmest] ?? 0; brighter < half && dimmest > 0; ) brighter += histogram[--dimmest] ?? 0;
  const blues: number[] = [];
  const reds: number[] = [];
  for (const at of places) {
    const red = data[at] ?? 0;
    const green = data[at + 1] ?? 0;
    const blue = data[at + 2] ?? 0;
    if (red + green + blue < dimmest) continue;
    blues.push(chromaBlue(red, green, blue));
    reds.push(chromaRed(red, green, blue));
  }
  const median = (values: readonly number[]): number => Float64Array.from(values).sort()[values.length >> 1] ?? 0;
  return { blue: median(blues), red: median(reds) };
}

/**
 * How far a block's mean colour is from anything that black ink on this paper can make, in levels of chroma: from
 * neutral (ink) to the paper's tint and all between. JPEG stores colour coarser than brightness, so ink on tinted paper
 * takes on the tint. Full red seal ink is at about 108.
 */
export function chromaOfBlock(raster: Raster, left: number, top: number, size: number, tint: PaperTint): number {
  if (raster.channels === 1) return 0;
  const { data, width } = raster;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let y = top; y < top + size; y++) {
    const first = 3 * (y * width + left);
    const end = first + 3 * size;
    for (let at = first; at < end; at += 3) {
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
    }
  }
  const area = size * size;
  const towardsBlue = chromaBlue(red, green, blue) / area;
  const towardsRed = chromaRed(red, green, blue) / area;
  const tinted = tint.blue * tint.blue + tint.red * tint.red;
  const along = tinted === 0 ? 0 : (towardsBlue * tint.blue + towardsRed * tint.red) / tinted;
  const share = Math.min(1, Math.max(0, along));
  const offBlue = towardsBlue - share * tint.blue;
  const offRed = towardsRed - share * tint.red;
  return Math.sqrt(offBlue * offBlue + offRed * offRed);
}

const chromaBlue = (red: number, green: number, blue: number): number => -0.169 * red - 0.331 * green + 0.5 * blue;
const chromaRed = (red: number, green: number, blue: number): number => 0.5 * red - 0.419 * green - 0.081 * blue;
