import { type Plane, quantile } from '../plane.ts';
import type { PaperLevel } from './paper-level.ts';

/** A tile darker than this share of the brightest holds no paper: a desk, a scanner lid, a photograph. */
const PAPER_AGAINST_BRIGHTEST = 0.35;

/**
 * Darkest paper over brightest, 0 to 1, 1 for even light: the 5th over the 95th percentile of the tiles' paper levels
 * (lighting uniformity as in ISO/IEC 19794-5 for portraits: the ratio of extremes of the background).
 */
export function lightEvenness(paper: PaperLevel): number {
  const lit = [...paper.levels].filter((level) => level >= PAPER_AGAINST_BRIGHTEST * paper.white);
  if (lit.length === 0 || paper.white === 0) return 1;
  return Math.min(1, quantile(lit, 0.05) / quantile(lit, 0.95));
}

/** Clipped: all detail is gone at and above this level, JPEG noise allowed for. */
const CLIPPED = 250;
/** Paper that is itself this bright shows no glare: a flat-bed scan is white all over. */
const BRIGHT_PAPER = 236;
/** Tiles of about 3 mm: larger than the white inside a character. */
const GLARE_TILE_MM = 3;

/**
 * Share of the page washed out by glare, 0 to 1: tiles that are clipped all over on a page whose paper is not. 0 on a
 * page whose paper is near white, where glare cannot be told from paper.
 */
export function glareShare(plane: Plane, paper: PaperLevel, dpi: number): number {
  if (quantile(paper.levels, 0.5) >= BRIGHT_PAPER) return 0;
  const tile = Math.max(4, Math.round((GLARE_TILE_MM / 25.4) * dpi));
  let clipped = 0;
  let tiles = 0;
  for (let top = 0; top + tile <= plane.height; top += tile) {
    for (let left = 0; left + tile <= plane.width; left += tile) {
      tiles += 1;
      if (isClipped(plane, left, top, tile)) clipped += 1;
    }
  }
  return tiles === 0 ? 0 : clipped / tiles;
}

function isClipped(plane: Plane, left: number, top: number, tile: number): boolean {
  let below = 0;
  for (let y = top; y < top + tile; y++) {
    for (let x = left; x < left + tile; x++) {
      if ((plane.data[y * plane.width + x] ?? 0) < CLIPPED && ++below > (tile * tile) / 50) return false;
    }
  }
  return true;
}
