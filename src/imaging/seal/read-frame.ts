import type { RotatedRectangle } from '../geometry/hull.ts';
import type { SealShape } from '../inspection.ts';
import type { OcrEngine } from '../ocr/engine.ts';
import type { Raster } from '../raster.ts';
import { inkAt } from './ink-map.ts';
import { chinese, cleaned, NOTHING, type SealReading } from './reading.ts';
import type { Tone } from './rim.ts';
import { LINE_HEIGHT, printedInk, runs, straighten, textExtent } from './straight.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

const LIMIT = THRESHOLDS.framed;

/** Lines of a rectangular seal, or the characters of a name chop; whichever way up reads best. */
export async function readFrame(
  view: SealView,
  rectangle: RotatedRectangle,
  shape: SealShape,
  inside: number,
  tone: Tone,
  engine: OcrEngine,
): Promise<SealReading> {
  const line = LIMIT.line * rectangle.height;
  const field = { ...rectangle, width: rectangle.width - 2 * line, height: rectangle.height - 2 * line };
  const reversed = inside > THRESHOLDS.verdict.reversedInk;
  let best: SealReading = NOTHING;
  for (const turn of turnsOf(field, shape)) {
    const upright = { ...field, angle: field.angle + (turn * Math.PI) / 2 };
    const turned = turn % 2 === 0 ? upright : { ...upright, width: upright.height, height: upright.width };
    const reading =
      shape === 'square'
        ? await readChop(view, turned, tone, reversed, engine)
        : await readRows(view, turned, tone, engine);
    if (sureness(reading, shape) > sureness(best, shape)) best = reading;
    if (sureness(best, shape) > LIMIT.sure) break;
  }
  return best;
}

/** The word for seal where no chop has it: it ends their text. */
const MISPLACED = /印(?!章?$)/u;
/**
 * PP-OCR reads characters that lie on their side nearly as surely as upright ones, in the wrong order: what then stands
 * first tells.
 */
const sureness = ({ name, nameConfidence }: SealReading, shape: SealShape): number =>
  shape === 'square' && MISPLACED.test(name) ? LIMIT.misplaced * nameConfidence : nameConfidence;

/**
 * Quarter turns to try: the nearest to upright and its opposite, as pages are scanned upside down. A square gives no
 * hint of its long side: it may also lie on one.
 */
function turnsOf(field: RotatedRectangle, shape: SealShape): readonly number[] {
  const bySlant = (p: number, q: number): number => slant(field, p) - slant(field, q);
  const opposite = (turn: number): readonly number[] => [turn, (turn + 2) % 4];
  if (shape !== 'square') return [0, 2].sort(bySlant);
  const [upright = 0, aside = 1] = [0, 1, 2, 3].sort(bySlant);
  return [...opposite(upright), ...opposite(aside)];
}

/** How far from upright a rectangle stands after quarter turns, radians. */
function slant({ angle }: RotatedRectangle, turns: number): number {
  const turned = angle + (turns * Math.PI) / 2;
  return Math.abs(Math.atan2(Math.sin(turned), Math.cos(turned)));
}

/** Columns from right to left, two characters high, as name chops are read. */
async function readChop(
  view: SealView,
  field: RotatedRectangle,
  tone: Tone,
  reversed: boolean,
  engine: OcrEngine,
): Promise<SealReading> {
  const cos = Math.cos(field.angle);
  const sin = Math.sin(field.angle);
  const cells = [0.25, -0.25].flatMap((column) =>
    [-0.25, 0.25].map((row) => {
      const u = column * field.width;
      const v = row * field.height;
      const cell = {
        cx: field.cx + u * cos - v * sin,
        cy: field.cy + u * sin + v * cos,
        width: field.width / 2,
        height: field.height / 2,
        angle: field.angle,
      };
      return straighten(view.map, cell, tone, reversed);
    }),
  );
  const { text, confidence } = await engine.readLine(beside(cells));
  return { ...NOTHING, name: chinese(text), nameConfidence: confidence };
}

function beside(pictures: readonly Raster[]): Raster {
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const data = new Uint8Array(width * LINE_HEIGHT);
  let left = 0;
  for (const picture of pictures) {
    for (let y = 0; y < LINE_HEIGHT; y++) {
      data.set(picture.data.subarray(y * picture.width, (y + 1) * picture.width), y * width + left);
    }
    left += picture.width;
  }
  return { width, height: LINE_HEIGHT, channels: 1, data };
}

/** Blots out what is left of a frame's lines, and what lies beyond them. */
function clearFrame(inked: readonly Uint8Array[]): void {
  const height = inked.length;
  const width = inked[0]?.length ?? 0;
  const reach = Math.round(LIMIT.lineWithin * height);
  const isLine = (count: number, length: number): boolean => count > LIMIT.lineWhole * length;
  const columnCount = (column: number): number => inked.reduce((sum, row) => sum + (row[column] ?? 0), 0);
  const rowCount = (row: number): number => (inked[row] ?? new Uint8Array()).reduce((sum, ink) => sum + ink, 0);
  const depth = (isAt: (step: number) => boolean): number =>
    Array.from({ length: Math.min(reach, height) }, (_, step) => step).findLast(isAt) ?? -1;
  const left = depth((step) => isLine(columnCount(step), height));
  const right = width - 1 - depth((step) => isLine(columnCount(width - 1 - step), height));
  const top = depth((step) => isLine(rowCount(step), width));
  const bottom = height - 1 - depth((step) => isLine(rowCount(height - 1 - step), width));
  for (const [y, row] of inked.entries()) {
    if (y <= top || y >= bottom) row.fill(0);
    row.fill(0, 0, left + 1);
    row.fill(0, right);
  }
}

/** Lines from top to bottom; a last one that ends in 章 is the seal's purpose. */
async function readRows(view: SealView, field: RotatedRectangle, tone: Tone, engine: OcrEngine): Promise<SealReading> {
  const cos = Math.cos(field.angle);
  const sin = Math.sin(field.angle);
  const least = printedInk(tone);
  const height = Math.max(1, Math.round(field.height));
  const width = Math.max(1, Math.round(field.width));
  const inked = Array.from({ length: height }, (_, row) => {
    const v = row + 0.5 - field.height / 2;
    return Uint8Array.from({ length: width }, (__, column) => {
      const u = column + 0.5 - field.width / 2;
      return inkAt(view.map, field.cx + u * cos - v * sin, field.cy + u * sin + v * cos) > least ? 1 : 0;
    });
  });
  clearFrame(inked);
  const counts = inked.map((row) => row.reduce((sum, ink) => sum + ink, 0));
  const texts: string[] = [];
  let confidences = 0;
  for (const { from, to } of runs(counts, THRESHOLDS.line.rowInk * field.width)) {
    if (to - from < LIMIT.leastRow * height) continue;
    const extent = textExtent(inked.slice(from, to));
    if (extent.to - extent.from < to - from) continue;
    const v = (from + to) / 2 - field.height / 2;
    const u = (extent.from + extent.to) / 2 - field.width / 2;
    const row = {
      cx: field.cx + u * cos - v * sin,
      cy: field.cy + u * sin + v * cos,
      width: extent.to - extent.from + LIMIT.room * height,
      height: Math.min(to - from + LIMIT.room * height, field.height),
      angle: field.angle,
    };
    const line = await engine.readLine(straighten(view.map, row, tone));
    const text = cleaned(line.text);
    if (text === '') continue;
    texts.push(text);
    confidences += line.confidence;
  }
  if (texts.length === 0) return NOTHING;
  const named = texts.filter((text) => chinese(text) !== '');
  const purpose = named.length > 1 && named.at(-1)?.endsWith('章') === true ? (named.at(-1) ?? '') : '';
  return {
    name: (purpose === '' ? named : named.slice(0, -1)).join(''),
    nameConfidence: confidences / texts.length,
    inner: purpose,
    number: texts.find((text) => /^[0-9A-Z]{6,}$/.test(text)) ?? '',
  };
}
