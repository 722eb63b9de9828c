import type { Point, RotatedRectangle } from '../geometry/hull.ts';
import type { SealKind, SealShape } from '../inspection.ts';
import type { OcrEngine } from '../ocr/engine.ts';
import type { Raster } from '../raster.ts';
import { inkAt } from './ink.ts';
import { findLayout, type SealLayout } from './layout.ts';
import type { SealMeasures } from './measure.ts';
import { greyOf, type Rim, rimOf, type Tone, unwrap } from './rim.ts';
import type { SealView } from './view.ts';

/** What stands on a seal, part by part; '' for what is not there or was not read. */
export interface SealReading {
  readonly name: string;
  readonly nameConfidence: number;
  readonly inner: string;
  readonly number: string;
}

const NOTHING: SealReading = { name: '', nameConfidence: 0, inner: '', number: '' };
const LINE_HEIGHT = 48;

export async function readSeal(
  view: SealView,
  shape: SealShape,
  measures: SealMeasures,
  engine: OcrEngine,
): Promise<SealReading> {
  const tone: Tone = {
    floor: Math.min(view.floor, measures.contrast * 0.25),
    full: Math.max(view.floor * 2, measures.contrast * 1.1),
  };
  if (view.outline.form === 'rectangle') return readFrame(view, view.outline.rectangle, shape, tone, engine);
  const rim = rimOf(view.outline.ellipse, shape);
  const layout = findLayout(view.map, rim, view.floor);
  if (layout === null) return NOTHING;
  const name = await readName(view, rim, layout, tone, engine);
  const lower = layout.lower === null ? '' : await readLower(view, rim, layout.lower, tone, engine);
  const lines = await readLines(view, rim, layout, tone, engine);
  const number = await readNumber(view, rim, layout, tone, engine);
  const inner = lines.find((line) => /[\u4e00-\u9fff]{2,}/.test(line)) ?? '';
  return { name: name.text, nameConfidence: name.confidence, inner: inner === '' ? chinese(lower) : inner, number };
}

async function readName(
  view: SealView,
  rim: Rim,
  layout: SealLayout,
  tone: Tone,
  engine: OcrEngine,
): Promise<{ text: string; confidence: number }> {
  const { name } = layout;
  // Half the blank beside a character keeps its strokes from the strip's ends.
  const edge = 0.012;
  const arc = { from: name.from - edge, to: name.to + edge, inner: name.inner - 0.03, outer: name.outer };
  const strip = unwrap(view.map, rim, arc, { height: LINE_HEIGHT, stretch: 1, flipped: false, tone, margin: 10 });
  const { text, confidence } = await engine.readLine(strip);
  return { text: cleaned(text), confidence };
}

async function readLower(
  view: SealView,
  rim: Rim,
  lower: { from: number; to: number; inner: number; outer: number },
  tone: Tone,
  engine: OcrEngine,
): Promise<string> {
  const arc = { ...lower, from: lower.from - 0.012, to: lower.to + 0.012, inner: lower.inner - 0.03 };
  const strip = unwrap(view.map, rim, arc, { height: LINE_HEIGHT, stretch: 1, flipped: true, tone, margin: 10 });
  return cleaned((await engine.readLine(strip)).text);
}

/** Digits on the lower arc, smaller than the name and close to the rim. */
async function readNumber(
  view: SealView,
  rim: Rim,
  layout: SealLayout,
  tone: Tone,
  engine: OcrEngine,
): Promise<string> {
  const reach = 0.13;
  const bottom = layout.top + 0.5;
  const arc = { from: bottom - reach, to: bottom + reach, inner: layout.rimEdge - 0.1, outer: layout.rimEdge + 0.005 };
  if (inkIn(view, rim, arc) < 0.03) return '';
  const strip = unwrap(view.map, rim, arc, { height: LINE_HEIGHT, stretch: 1, flipped: true, tone, margin: 10 });
  const digits = (await engine.readLine(strip)).text.replace(/[^0-9A-Z]/g, '');
  return /\d{6}/.test(digits) ? digits : '';
}

function inkIn(view: SealView, rim: Rim, arc: { from: number; to: number; inner: number; outer: number }): number {
  let inked = 0;
  let total = 0;
  for (let along = arc.from; along < arc.to; along += 1 / 720) {
    for (let depth = arc.inner; depth < arc.outer; depth += 0.01) {
      const { x, y } = rim.at(along, depth);
      if (inkAt(view.map, x, y) > view.floor) inked++;
      total++;
    }
  }
  return total === 0 ? 0 : inked / total;
}

/** Straight lines inside the arc, from top to bottom of the seal standing upright. */
async function readLines(
  view: SealView,
  rim: Rim,
  layout: SealLayout,
  tone: Tone,
  engine: OcrEngine,
): Promise<string[]> {
  const texts: string[] = [];
  for (const rectangle of findLines(view, rim, layout)) {
    const strip = straighten(view, rectangle, tone, LINE_HEIGHT, false);
    const { text } = await engine.readLine(strip);
    const line = cleaned(text);
    if (line !== '') texts.push(line);
  }
  return texts;
}

/** Rows of ink within the name's arc, told from star and emblem by being wide and low. */
function findLines(view: SealView, rim: Rim, layout: SealLayout): RotatedRectangle[] {
  const centre = rim.at(0, 0);
  const top = rim.at(layout.top, 1);
  const bottom = rim.at(layout.top + 0.5, 1);
  const upX = (top.x - bottom.x) / 2;
  const upY = (top.y - bottom.y) / 2;
  const half = Math.hypot(upX, upY);
  const middle: Point = { x: (top.x + bottom.x) / 2, y: (top.y + bottom.y) / 2 };
  void centre;
  const angle = Math.atan2(upX, -upY);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const size = Math.ceil(half);
  const reach = layout.name.inner;
  const inked = (u: number, v: number): boolean => {
    const x = middle.x + u * cos - v * sin;
    const y = middle.y + u * sin + v * cos;
    return inkAt(view.map, x, y) > view.floor;
  };
  // The lower part is free of the name: lines may be wider there than its inner edge.
  const widthAt = (v: number): number => {
    const within = v > 0.15 * half ? Math.min(layout.rimEdge - 0.03, reach + 0.17) : reach - 0.02;
    const depth = within * half;
    return Math.abs(v) >= depth ? 0 : Math.sqrt(depth * depth - v * v);
  };
  const rows: { v: number; from: number; to: number; count: number }[] = [];
  for (let v = -size; v <= size; v++) {
    const width = widthAt(v);
    let from = Infinity;
    let to = -Infinity;
    let count = 0;
    for (let u = -Math.floor(width); u <= width; u++) {
      if (!inked(u, v)) continue;
      from = Math.min(from, u);
      to = Math.max(to, u);
      count++;
    }
    rows.push({ v, from, to, count });
  }
  const found: RotatedRectangle[] = [];
  let band: typeof rows = [];
  const close = (): void => {
    if (band.length >= 0.08 * half && band.length <= 0.5 * half) {
      const from = Math.min(...band.map((row) => row.from));
      const to = Math.max(...band.map((row) => row.to));
      const first = band[0]?.v ?? 0;
      const last = band.at(-1)?.v ?? 0;
      const height = last - first + 1;
      const width = to - from + 1;
      if (width > 1.7 * height) {
        const u = (from + to) / 2;
        const v = (first + last) / 2;
        found.push({
          cx: middle.x + u * cos - v * sin,
          cy: middle.y + u * sin + v * cos,
          width: width + 0.06 * half,
          height: height + 0.05 * half,
          angle,
        });
      }
    }
    band = [];
  };
  for (const row of rows) {
    if (row.count > 0.02 * half) band.push(row);
    else close();
  }
  close();
  return found.slice(0, 4);
}

/** A rectangle of the map turned upright, as dark on white. `inverted` swaps ink and paper. */
function straighten(
  view: SealView,
  rectangle: RotatedRectangle,
  tone: Tone,
  height: number,
  inverted: boolean,
): Raster {
  const margin = 10;
  const inner = Math.max(8, Math.round((rectangle.width / rectangle.height) * height));
  const width = inner + 2 * margin;
  const data = new Uint8Array(width * height).fill(255);
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  for (let y = 0; y < height; y++) {
    const v = ((y + 0.5) / height - 0.5) * rectangle.height;
    for (let x = 0; x < inner; x++) {
      const u = ((x + 0.5) / inner - 0.5) * rectangle.width;
      const grey = greyOf(inkAt(view.map, rectangle.cx + u * cos - v * sin, rectangle.cy + u * sin + v * cos), tone);
      data[y * width + x + margin] = inverted ? 255 - grey : grey;
    }
  }
  return { width, height, channels: 1, data };
}

async function readFrame(
  view: SealView,
  rectangle: RotatedRectangle,
  shape: SealShape,
  tone: Tone,
  engine: OcrEngine,
): Promise<SealReading> {
  const line = 0.07 * rectangle.height;
  const inside = { ...rectangle, width: rectangle.width - 2 * line, height: rectangle.height - 2 * line };
  const reversed = meanInk(view, inside) > 0.5;
  const readings = [];
  for (const turn of [0, Math.PI]) {
    const upright = { ...inside, angle: inside.angle + turn };
    readings.push(
      shape === 'square'
        ? await readChop(view, upright, tone, reversed, engine)
        : await readRows(view, upright, tone, engine),
    );
    // A clear reading needs no second look upside down.
    if ((readings[0]?.nameConfidence ?? 0) > 0.9) break;
  }
  return readings.sort((p, q) => q.nameConfidence - p.nameConfidence)[0] ?? NOTHING;
}

function meanInk(view: SealView, rectangle: RotatedRectangle): number {
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  let inked = 0;
  for (let i = 0; i < 40; i++) {
    for (let j = 0; j < 40; j++) {
      const u = ((i + 0.5) / 40 - 0.5) * rectangle.width;
      const v = ((j + 0.5) / 40 - 0.5) * rectangle.height;
      if (inkAt(view.map, rectangle.cx + u * cos - v * sin, rectangle.cy + u * sin + v * cos) > 2 * view.floor) inked++;
    }
  }
  return inked / 1600;
}

/** Columns from right to left, two characters high, as name chops are read. */
async function readChop(
  view: SealView,
  inside: RotatedRectangle,
  tone: Tone,
  reversed: boolean,
  engine: OcrEngine,
): Promise<SealReading> {
  const cells: Raster[] = [];
  const cos = Math.cos(inside.angle);
  const sin = Math.sin(inside.angle);
  for (const column of [0.25, -0.25]) {
    for (const row of [-0.25, 0.25]) {
      const u = column * inside.width;
      const v = row * inside.height;
      const cell = {
        cx: inside.cx + u * cos - v * sin,
        cy: inside.cy + u * sin + v * cos,
        width: inside.width / 2,
        height: inside.height / 2,
        angle: inside.angle,
      };
      cells.push(straighten(view, cell, tone, LINE_HEIGHT, reversed));
    }
  }
  const { text, confidence } = await engine.readLine(beside(cells));
  return { ...NOTHING, name: chinese(text), nameConfidence: confidence };
}

function beside(pictures: readonly Raster[]): Raster {
  const height = LINE_HEIGHT;
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const data = new Uint8Array(width * height);
  let left = 0;
  for (const picture of pictures) {
    for (let y = 0; y < height; y++) {
      data.set(picture.data.subarray(y * picture.width, (y + 1) * picture.width), y * width + left);
    }
    left += picture.width;
  }
  return { width, height, channels: 1, data };
}

/** Lines of a rectangular seal, top to bottom. */
async function readRows(view: SealView, inside: RotatedRectangle, tone: Tone, engine: OcrEngine): Promise<SealReading> {
  const cos = Math.cos(inside.angle);
  const sin = Math.sin(inside.angle);
  const height = Math.max(1, Math.round(inside.height));
  const counts = Array.from({ length: height }, (_, row) => {
    const v = row + 0.5 - inside.height / 2;
    let count = 0;
    for (let u = -inside.width / 2; u <= inside.width / 2; u++) {
      if (inkAt(view.map, inside.cx + u * cos - v * sin, inside.cy + u * sin + v * cos) > view.floor) count++;
    }
    return count;
  });
  const texts: string[] = [];
  let confidence = 0;
  for (const { from, to } of runs(counts, 0.02 * inside.width)) {
    if (to - from < 0.1 * height) continue;
    const v = (from + to) / 2 - inside.height / 2;
    const row = {
      cx: inside.cx - v * sin,
      cy: inside.cy + v * cos,
      width: inside.width,
      height: Math.min(to - from + 0.06 * height, inside.height),
      angle: inside.angle,
    };
    const line = await engine.readLine(straighten(view, row, tone, LINE_HEIGHT, false));
    const text = cleaned(line.text);
    if (text === '') continue;
    texts.push(text);
    confidence = Math.max(confidence, line.confidence);
  }
  const named = texts.filter((text) => /[\u4e00-\u9fff]/.test(text));
  const number = texts.find((text) => /^[0-9A-Z]{6,}$/.test(text)) ?? '';
  const [name = '', ...rest] = named;
  const last = rest.at(-1) ?? '';
  const split = /章$/.test(last);
  return {
    name: split ? [name, ...rest.slice(0, -1)].join('') : named.join(''),
    nameConfidence: confidence,
    inner: split ? last : '',
    number,
  };
}

function runs(counts: readonly number[], least: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  for (let row = 0; row <= counts.length; row++) {
    const inked = row < counts.length && (counts[row] ?? 0) > least;
    if (inked && from < 0) from = row;
    if (!inked && from >= 0) {
      found.push({ from, to: row });
      from = -1;
    }
  }
  return found;
}

function cleaned(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{Script=Han}\p{L}\p{N}()&]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

function chinese(text: string): string {
  return text.replace(/[^\u3400-\u9fff]/g, '');
}

const KINDS: readonly (readonly [RegExp, SealKind])[] = [
  [/合同/, 'contract'],
  [/财务|财务专/, 'finance'],
  [/发票/, 'invoice'],
];

/** By what its straight line says; a round seal with a name and no such line is the company's own. */
export function kindOf(shape: SealShape, reading: SealReading): SealKind {
  for (const [pattern, kind] of KINDS) if (pattern.test(reading.inner)) return kind;
  if (shape === 'square') return reading.name === '' ? 'unknown' : 'name-chop';
  for (const [pattern, kind] of KINDS) if (pattern.test(reading.name)) return kind;
  if (/法人|法定/.test(reading.inner)) return 'name-chop';
  if (/专用|章$/.test(reading.inner) || /专用章$/.test(reading.name)) return 'other';
  if (reading.name === '') return 'unknown';
  return shape === 'round' || shape === 'oval' ? 'company' : 'other';
}
