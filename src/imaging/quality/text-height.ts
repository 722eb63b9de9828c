import { MM_PER_INCH } from '../paper.ts';
import { quantile } from '../plane.ts';
import type { InkMask } from './ink.ts';

/** Strips narrow enough that a degree of skew moves a line by a third of a millimetre only. */
const STRIP_MM = 18;
/** Chinese body text is 3 to 6 mm tall, headings up to 12; smaller runs are dots and dashes. */
const LINE_MM = { min: 1.2, max: 14 } as const;
/** A row belongs to a line when at least this share of the strip's width is ink. */
const ROW_INK = 0.015;
/** Fewer lines than this are no text to speak of. */
const FEWEST_RUNS = 3;

/**
 * Median height of the text lines' ink in millimetres; null when there are hardly any. Heights are lengths of inked runs
 * in the row profiles of narrow strips. The mask must hold print alone, its lines horizontal.
 */
export function textHeightMm(mask: InkMask, dpi: number): number | null {
  const { width, height, data } = mask;
  const strip = Math.max(1, Math.round((STRIP_MM / MM_PER_INCH) * dpi));
  const mm = MM_PER_INCH / dpi;
  const heights: number[] = [];
  for (let left = 0; left + strip <= width; left += strip) {
    let run = 0;
    for (let y = 0; y <= height; y++) {
      let ink = 0;
      if (y < height) for (let x = left; x < left + strip; x++) ink += data[y * width + x] ?? 0;
      if (ink >= strip * ROW_INK) {
        run += 1;
        continue;
      }
      if (run * mm >= LINE_MM.min && run * mm <= LINE_MM.max) heights.push(run * mm);
      run = 0;
    }
  }
  return heights.length < FEWEST_RUNS ? null : quantile(heights, 0.5);
}
