import type { OcrEngine } from '../ocr/engine.ts';
import { MM_PER_INCH } from '../paper.ts';
import type { Plane } from '../plane.ts';
import type { Raster } from '../raster.ts';
import { type QuarterTurn, turn } from '../turn.ts';
import type { InkMask } from './ink.ts';
import type { TextLines } from './skew.ts';

/** A direction that fits this much better than the other is tried first and, when it is horizontal, alone. */
const CLEAR_MARGIN = 1.5;
/** A line read with this score stands upright, and no other way is tried. */
const CERTAIN_SCORE = 0.7;
/** Another way up must be read this well, and this much better than the way the page lies. */
const LEAST_SCORE = 0.4;
const LEAD = 0.15;
/** Characters a line must hold before its confidence counts in full. */
const FULL_LINE = 4;
const SAMPLE_LINES = 2;
const STRIP_MM = 60;
const LINE_MM = { min: 2, max: 10 } as const;
const PADDING_MM = 1.2;

/**
 * How far the page must be turned clockwise to stand upright. The direction of the lines leaves two ways; a line or two
 * are read in each, and the way that reads better wins. tesseract's orientation data is not on npm, and lines also tell
 * pages apart that its classifier, made for Latin script, does not.
 */
export async function uprightTurn(
  plane: Plane,
  characters: InkMask,
  lines: TextLines | null,
  dpi: number,
  reader: OcrEngine,
): Promise<QuarterTurn> {
  if (lines === null) return 0;
  const score = new Map<QuarterTurn, number>();
  for (const degrees of candidates(lines)) {
    const found = await readingScore(plane, characters, degrees, dpi, reader);
    if (found >= CERTAIN_SCORE) return degrees;
    score.set(degrees, found);
  }
  const asItLies = score.get(0) ?? 0;
  const [best, bestScore] = [...score].reduce((a, b) => (b[1] > a[1] ? b : a));
  return bestScore >= LEAST_SCORE && bestScore > asItLies + LEAD ? best : 0;
}

function candidates({ direction, margin }: TextLines): readonly QuarterTurn[] {
  if (margin < CLEAR_MARGIN) return direction === 'horizontal' ? [0, 180, 90, 270] : [0, 90, 270, 180];
  return direction === 'horizontal' ? [0, 180] : [90, 270, 0];
}

/** Confidence of the best of the sampled lines, less for lines with hardly any characters; 0 to 1. */
async function readingScore(
  plane: Plane,
  characters: InkMask,
  degrees: QuarterTurn,
  dpi: number,
  reader: OcrEngine,
): Promise<number> {
  const page = turn({ ...plane, channels: 1 }, degrees);
  const ink = turn({ ...characters, channels: 1 }, degrees);
  const samples = longestLines(page, ink, dpi);
  let best = 0;
  for (const sample of samples) {
    const { text, confidence } = await reader.readLine(sample);
    const readable = [...text].filter((character) => /[\p{Script=Han}\p{L}\p{N}]/u.test(character)).length;
    best = Math.max(best, confidence * Math.min(1, readable / FULL_LINE));
    if (best >= CERTAIN_SCORE) break;
  }
  return best;
}

interface Band {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly ink: number;
}

/** Crops of the most inked line bands in strips narrow enough that a slight skew does not blend neighbouring lines. */
function longestLines(page: Raster, ink: Raster, dpi: number): Raster[] {
  const dots = (mm: number): number => Math.round((mm / MM_PER_INCH) * dpi);
  const strip = Math.min(page.width, dots(STRIP_MM));
  const bands: Band[] = [];
  for (let left = 0; left + strip <= page.width; left += strip) {
    let top = 0;
    let sum = 0;
    for (let y = 0; y <= page.height; y++) {
      let row = 0;
      if (y < page.height) for (let x = left; x < left + strip; x++) row += ink.data[y * page.width + x] ?? 0;
      if (row > strip * 0.01) {
        if (sum === 0) top = y;
        sum += row;
        continue;
      }
      if (sum > 0 && y - top >= dots(LINE_MM.min) && y - top <= dots(LINE_MM.max)) {
        bands.push({ left, top, height: y - top, ink: sum });
      }
      sum = 0;
    }
  }
  const padding = dots(PADDING_MM);
  return bands
    .sort((a, b) => b.ink - a.ink)
    .slice(0, SAMPLE_LINES)
    .map(({ left, top, height }) => crop(page, left, top - padding, strip, height + 2 * padding));
}

function crop(page: Raster, left: number, top: number, width: number, height: number): Raster {
  const from = Math.max(0, top);
  const to = Math.min(page.height, top + height);
  const data = new Uint8Array(width * (to - from));
  for (let y = from; y < to; y++) {
    data.set(page.data.subarray(y * page.width + left, y * page.width + left + width), (y - from) * width);
  }
  return { width, height: to - from, channels: 1, data };
}
