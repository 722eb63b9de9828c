import type { SealSlice } from '../inspection.ts';
import type { Box } from '../raster.ts';
import type { PaperSize } from './detect.ts';

/** Where a slice lies on its page. */
export function sliceBox({ side, topMm, bottomMm, depthMm, insetMm }: SealSlice, paper: PaperSize): Box {
  const width = depthMm / paper.widthMm;
  const inset = insetMm / paper.widthMm;
  return {
    x: side === 'left' ? inset : 1 - inset - width,
    y: topMm / paper.heightMm,
    width,
    height: (bottomMm - topMm) / paper.heightMm,
  };
}
