import type { OcrEngine, OcrEngineName } from '../ocr/engine.ts';
import { inkAt } from './ink-map.ts';
import { type Arc, type Rim, type Tone, unwrap } from './rim.ts';
import { LINE_HEIGHT, LINE_MARGIN, printedInk } from './straight.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

const LIMIT = THRESHOLDS.number;

/**
 * Width of digits as they are handed to an engine, over their natural width. Of 159 numbers of a tuning seed PP-OCR read
 * 111 at 0.6, 112 at 0.7, 109 at 0.8; of 45 tesseract read 11 at 0.6, 19 at 0.7, 15 at 1.
 */
const STRETCH: Readonly<Record<OcrEngineName, number>> = { paddle: 0.6, tesseract: 0.7 };

/** Places along the margin at which it is looked for ink. */
const STEPS = 180;
/** Depths between two points of a place that are looked at. */
const STEP = 0.01;

/** A number on the lower arc, with the arc it takes up. */
export interface RimNumber {
  readonly text: string;
  readonly arc: Arc;
}

/**
 * Digits in the margin that the name leaves, smaller than the name and close to the rim. null when nothing there looks
 * like digits, or reads like them.
 */
export async function readNumber(
  view: SealView,
  rim: Rim,
  margin: Arc,
  tone: Tone,
  engine: OcrEngine,
): Promise<RimNumber | null> {
  const arc = findDigits(view, rim, margin, tone);
  if (arc === null) return null;
  const strip = unwrap(view.map, rim, arc, {
    height: LINE_HEIGHT,
    stretch: STRETCH[engine.name],
    flipped: true,
    tone,
    margin: LINE_MARGIN,
  });
  const { text, confidence } = await engine.readLine(strip);
  const digits = text.replace(/[^0-9A-Z]/g, '');
  return confidence >= LIMIT.leastConfidence[engine.name] && /\d{6}/.test(digits) ? { text: digits, arc } : null;
}

/** The part of the margin that digits take up; null where there are none. */
function findDigits(view: SealView, rim: Rim, margin: Arc, tone: Tone): Arc | null {
  const least = printedInk(tone);
  const depths = Math.round((margin.outer - margin.inner) / STEP);
  const inked = Array.from({ length: STEPS }, (_, step) => {
    const ray = rim.ray(margin.from + ((margin.to - margin.from) * (step + 0.5)) / STEPS);
    return Uint8Array.from({ length: depths }, (_, row) => {
      const depth = margin.outer - (row + 0.5) * STEP;
      return inkAt(view.map, ray.x + ray.dx * depth, ray.y + ray.dy * depth) > least ? 1 : 0;
    });
  });
  const rows = digitRows(inked, depths);
  if (rows === null) return null;
  // What does not reach the outer half of the digits' height is a corner of the name or of a straight line.
  const outer = Math.ceil((rows.from + rows.to) / 2);
  const written = inked.map((place) =>
    place.some((ink, row) => ink === 1 && row >= rows.from && row < outer && !rows.ring.has(row)),
  );
  const turn = (margin.to - margin.from) / STEPS;
  const [first, last] = aroundMiddle(written, Math.round(LIMIT.blank / turn));
  if ((last - first) * turn < LIMIT.shortest) return null;
  return {
    from: margin.from + (first - LIMIT.before) * turn,
    to: margin.from + (last + 1 + LIMIT.after) * turn,
    outer: margin.outer - rows.from * STEP + LIMIT.room,
    inner: margin.outer - rows.to * STEP - LIMIT.room,
  };
}

/** Rows of digits, outside in: the first run that is as high as digits are, over the middle half of the margin. */
function digitRows(
  inked: readonly Uint8Array[],
  depths: number,
): { readonly from: number; readonly to: number; readonly ring: ReadonlySet<number> } | null {
  const middle = inked.slice(STEPS / 4, (STEPS * 3) / 4);
  const counts = Array.from({ length: depths }, (_, row) => middle.reduce((sum, place) => sum + (place[row] ?? 0), 0));
  const ring = new Set(counts.flatMap((count, row) => (count > LIMIT.allAround * middle.length ? [row] : [])));
  const [least, most] = LIMIT.height;
  let from = 0;
  // The rim's own blurred edge.
  while (ring.has(from)) from++;
  while (from < depths) {
    while (from < depths && (counts[from] ?? 0) <= LIMIT.written * middle.length) from++;
    let to = from;
    while (to < depths && (counts[to] ?? 0) > LIMIT.written * middle.length) to++;
    const height = (to - from) * STEP;
    if (height >= least) return { ring, from, to: Math.min(to, from + Math.round(most / STEP)) };
    from = to;
  }
  return null;
}

/** Outwards from the middle to the first wide blank on either side: first and last written place. */
function aroundMiddle(written: readonly boolean[], blank: number): readonly [number, number] {
  const end = (direction: 1 | -1): number => {
    let last = STEPS / 2;
    for (let step = STEPS / 2; step >= 0 && step < STEPS; step += direction) {
      if (written[step] === true) last = step;
      else if (Math.abs(step - last) > blank) break;
    }
    return last;
  };
  return [end(-1), end(1)];
}
