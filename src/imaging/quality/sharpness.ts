import { type Plane, quantile, quantileOfHistogram } from '../plane.ts';
import type { InkMask } from './ink.ts';

/** Tiles of about 6 mm hold two or three characters. */
const TILE_MM = 6;
const LEAST_INK = 0.02;
/** Enough for a median. */
const MOST_TILES = 200;
/** A tile whose darkest and brightest differ by less holds no print to judge by. */
const MIN_CONTRAST = 50;
/**
 * Steepness, share of the full contrast crossed in one pixel, of print in a clean 200 dpi scan: a scanner's optics spread
 * an edge with a sigma of about 0.65 pixel, and a Gaussian edge's steepest pixel crosses erf(0.5 / (sigma · √2)) of it.
 */
const CLEAN_STEEPNESS = 0.55;
const CLEAN_DPI = 200;

/**
 * Sharpness of the print, 0 to 1; 1 is as sharp as a clean 200 dpi scan. For each tile with print: the steepest step
 * between neighbouring pixels over the tile's contrast gives the width of an edge in pixels (the edge-width measure of
 * Marziliano et al., ICIP 2002, taken at its steepest point); the dpi turns it into a length on paper, which is compared
 * with that of a clean scan. The median tile counts. 0 for a page without print.
 */
export function sharpness(plane: Plane, characters: InkMask, dpi: number): number {
  const tile = Math.max(12, Math.round((TILE_MM / 25.4) * dpi));
  const steepness: number[] = [];
  for (const { left, top } of sampleTiles(characters, tile)) {
    const found = steepnessOfTile(plane, left, top, tile);
    if (found !== null) steepness.push(found);
  }
  if (steepness.length === 0) return 0;
  return Math.min(1, (quantile(steepness, 0.5) / CLEAN_STEEPNESS) * (dpi / CLEAN_DPI));
}

/** Tiles with print, thinned out evenly. */
function sampleTiles({ width, height, data }: InkMask, tile: number): { left: number; top: number }[] {
  const found: { left: number; top: number }[] = [];
  for (let top = 0; top + tile <= height; top += tile) {
    for (let left = 0; left + tile <= width; left += tile) {
      let ink = 0;
      for (let y = top; y < top + tile; y += 2)
        for (let x = left; x < left + tile; x += 2) ink += data[y * width + x] ?? 0;
      if (ink > LEAST_INK * (tile / 2) ** 2) found.push({ left, top });
    }
  }
  const step = Math.max(1, Math.floor(found.length / MOST_TILES));
  return found.filter((_, index) => index % step === 0);
}

function steepnessOfTile(plane: Plane, left: number, top: number, tile: number): number | null {
  const levels = new Uint32Array(256);
  const steps = new Uint32Array(256);
  for (let y = top; y < top + tile; y++) {
    for (let x = left; x < left + tile; x++) {
      const at = y * plane.width + x;
      const level = plane.data[at] ?? 0;
      levels[level] = (levels[level] ?? 0) + 1;
      if (x + 1 < left + tile) count(steps, Math.abs(level - (plane.data[at + 1] ?? 0)));
      if (y + 1 < top + tile) count(steps, Math.abs(level - (plane.data[at + plane.width] ?? 0)));
    }
  }
  const contrast = quantileOfHistogram(levels, 0.995) - quantileOfHistogram(levels, 0.005);
  if (contrast < MIN_CONTRAST) return null;
  return quantileOfHistogram(steps, 0.995) / contrast;
}

function count(histogram: Uint32Array, level: number): void {
  histogram[level] = (histogram[level] ?? 0) + 1;
}
