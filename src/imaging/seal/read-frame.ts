import type { RotatedRectangle } from '../geometry/hull.ts';
import type { SealShape } from '../inspection.ts';
import type { OcrEngine } from '../ocr/engine.ts';
import type { Raster } from '../raster.ts';
import { inkAt } from './ink-map.ts';
import { chinese, cleaned, NOTHING, type SealReading } from './reading.ts';
import type { Tone } from './rim.ts';
import { LINE_HEIGHT, printedInk, runs, straighten } from './straight.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

/** Share of the short side that the frame's own line takes. */
const FRAME_LINE = 0.07;
/** A reading as sure as this needs no second look from another side. */
const SURE = 0.9;

/** Lines of a rectangular seal, or the characters of a name chop; whichever way up reads best. */
export async function readFrame(
  view: SealView,
  rectangle: RotatedRectangle,
  shape: SealShape,
  inside: number,
  tone: Tone,
  engine: OcrEngine,
): Promise<SealReading> {
  const line = FRAME_LINE * rectangle.height;
  const field = { ...rectangle, width: rectangle.width - 2 * line, height: rectangle.height - 2 * line };
  const reversed = inside > THRESHOLDS.verdict.reversedInk;
  // A square gives no hint of its long side: all four ways up are tried.
  const turns = shape === 'square' ? [0, 1, 2, 3] : [0, 2];
  let best: SealReading = NOTHING;
  for (const turn of turns.sort((p, q) => slant(field, p) - slant(field, q))) {
    const upright = { ...field, angle: field.angle + (turn * Math.PI) / 2 };
    const turned = turn % 2 === 0 ? upright : { ...upright, width: upright.height, height: upright.width };
    const reading =
      shape === 'square'
        ? await readChop(view, turned, tone, reversed, engine)
        : await readRows(view, turned, tone, engine);
    if (reading.nameConfidence > best.nameConfidence) best = reading;
    if (best.nameConfidence > SURE) break;
  }
  return best;
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

/** Lines from top to bottom; a last one that ends in 章 is the seal's purpose. */
async function readRows(view: SealView, field: RotatedRectangle, tone: Tone, engine: OcrEngine): Promise<SealReading> {
  const cos = Math.cos(field.angle);
  const sin = Math.sin(field.angle);
  const least = printedInk(tone);
  const height = Math.max(1, Math.round(field.height));
  const counts = Array.from({ length: height }, (_, row) => {
    const v = row + 0.5 - field.height / 2;
    let count = 0;
    for (let u = -field.width / 2; u <= field.width / 2; u++) {
      if (inkAt(view.map, field.cx + u * cos - v * sin, field.cy + u * sin + v * cos) > least) count++;
    }
    return count;
  });
  const texts: string[] = [];
  let confidences = 0;
  for (const { from, to } of runs(counts, 0.02 * field.width)) {
    if (to - from < 0.1 * height) continue;
    const v = (from + to) / 2 - field.height / 2;
    const row = {
      cx: field.cx - v * sin,
      cy: field.cy + v * cos,
      width: field.width,
      height: Math.min(to - from + 0.06 * height, field.height),
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
