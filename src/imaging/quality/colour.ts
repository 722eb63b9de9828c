import type { PageColour } from '../inspection.ts';
import type { PageImage } from '../page-image.ts';
import { MM_PER_INCH } from '../paper.ts';
import type { Raster } from '../raster.ts';
import { chromaOfBlock, paperTint } from './ink.ts';

/** Blocks of 1 mm: colour fringes at the edges of black print, which every colour scanner makes, cancel out inside. */
const BLOCK_MM = 1;
/**
 * Levels of chroma, as `chromaOfBlock` gives them. Black print on tinted paper leaves under 6 in all but some 20 blocks a
 * page at JPEG quality 40 and 100 dpi; a seal of a tenth of full ink is over 6 in 150 blocks or more.
 */
const COLOURED_BLOCK = 6;
/** A blue signature alone covers some 60 blocks of 1 mm². */
const COLOURED_BLOCKS = 40;
/** A mid-grey pixel is neither ink nor paper: between a quarter and three quarters of the way. */
const MID_GREY = { from: 0.25, to: 0.75 } as const;
/**
 * Mid-grey pixels for each ink pixel. Print scanned in grey has 0.6 (300 dpi) to 3.8 (150 dpi), the sharpest drawn print
 * 0.3 to 0.7; black and white that went through JPEG has 0.02 at most.
 */
const BITONAL_MID_GREY = 0.2;

/** Whether the page shows colour, shades of grey, or only black and white. Tinted paper is no colour; one pale seal is. */
export function pageColour(page: PageImage): PageColour {
  if (colouredBlocks(page.raster, page.rasterDpi, COLOURED_BLOCKS) >= COLOURED_BLOCKS) return 'colour';
  return page.bitonal || isBlackAndWhite(page.raster) ? 'bitonal' : 'greyscale';
}

/** Blocks of 1 mm² that differ in colour from the paper and touch another such block, counted up to what is asked. */
function colouredBlocks(raster: Raster, dpi: number, enough: number): number {
  if (raster.channels === 1) return 0;
  const size = Math.max(2, Math.round((BLOCK_MM / MM_PER_INCH) * dpi));
  const columns = Math.floor(raster.width / size);
  const rows = Math.floor(raster.height / size);
  const tint = paperTint(raster);
  const coloured = new Uint8Array(columns * rows);
  let count = 0;
  // A row is counted when the one below it is known.
  for (let below = 0; below <= rows && count < enough; below++) {
    for (let column = 0; below < rows && column < columns; column++) {
      if (chromaOfBlock(raster, column * size, below * size, size, tint) > COLOURED_BLOCK)
        coloured[below * columns + column] = 1;
    }
    const row = below - 1;
    for (let column = 0; row >= 0 && column < columns; column++) {
      const at = row * columns + column;
      if (coloured[at] !== 1) continue;
      const right = column + 1 < columns && coloured[at + 1] === 1;
      const left = column > 0 && coloured[at - 1] === 1;
      if (left || right || coloured[at + columns] === 1 || coloured[at - columns] === 1) count += 1;
    }
  }
  return count;
}

function isBlackAndWhite(raster: Raster): boolean {
  const { data, channels } = raster;
  let ink = 0;
  let mid = 0;
  for (let at = channels === 3 ? 1 : 0; at < data.length; at += channels) {
    const level = (data[at] ?? 0) / 255;
    if (level <= MID_GREY.from) ink += 1;
    else if (level < MID_GREY.to) mid += 1;
  }
  return ink > 0 && mid < BITONAL_MID_GREY * ink;
}
