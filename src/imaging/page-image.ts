import { WORKING_DPI, WORKING_PIXELS } from './limits.ts';
import type { Paper } from './paper.ts';
import { MM_PER_INCH } from './paper.ts';
import type { Box, Raster } from './raster.ts';

/** One page as a person sees it: upright as the file says, on its paper. */
export interface PageImage {
  readonly raster: Raster;
  readonly paper: Paper;
  /** Dots per inch of the pixels that the file holds. */
  readonly dpi: number;
  /** Dots per inch of `raster`, at most `WORKING_DPI`. */
  readonly rasterDpi: number;
  /** True when the file itself stores one bit a pixel. */
  readonly bitonal: boolean;
}

/** A line of the text that the file itself states. */
export interface LayerLine {
  readonly text: string;
  readonly box: Box;
}

/** The text of a page as the PDF states it; `visible` is false for the hidden text of a scanner's own OCR. */
export interface TextLayer {
  readonly lines: readonly LayerLine[];
  readonly visible: boolean;
  /** Share of the page under pictures, whose text is not in the layer; 0 to 1. */
  readonly pictureShare: number;
}

/** A page that is not decoded yet. Every call works anew; nothing is kept. */
export interface PageSource {
  readonly number: number;
  image(): Promise<PageImage>;
  /** null when the format has no text layer or this page states no text. */
  textLayer(): TextLayer | null;
}

/** An opened file. `close` frees what the decoder holds; pages must not be used after it. */
export interface OpenFile {
  readonly pageCount: number;
  page(number: number): PageSource;
  close(): void;
}

/**
 * Size of the working raster for a page of `pixels` in all, `dpi` of them an inch. Never enlarges, and keeps pixels as
 * they are where they are few enough already: resampling would blur them for nothing.
 */
export function workingSize(
  paper: Paper,
  dpi: number,
  pixels?: { readonly width: number; readonly height: number },
): { width: number; height: number; dpi: number } {
  const inches = (paper.widthMm / MM_PER_INCH) * (paper.heightMm / MM_PER_INCH);
  const target = Math.min(dpi, WORKING_DPI, Math.sqrt(WORKING_PIXELS / inches));
  const size = {
    width: Math.max(1, Math.round((paper.widthMm / MM_PER_INCH) * target)),
    height: Math.max(1, Math.round((paper.heightMm / MM_PER_INCH) * target)),
    dpi: target,
  };
  const same = (a: number, b: number | undefined): boolean => b !== undefined && Math.abs(a - b) <= b * 0.01;
  if (pixels !== undefined && same(size.width, pixels.width) && same(size.height, pixels.height)) {
    return { width: pixels.width, height: pixels.height, dpi };
  }
  return size;
}
