import type { Ellipse } from '../geometry/ellipse.ts';
import type { SealShape } from '../inspection.ts';
import type { OcrEngine, OcrEngineName } from '../ocr/engine.ts';
import { findLayout } from './layout.ts';
import { readNumber } from './read-number.ts';
import { chinese, cleaned, NOTHING, type SealReading } from './reading.ts';
import { type Arc, type Rim, rimOf, type Tone, unwrap } from './rim.ts';
import { findLines, LINE_HEIGHT, LINE_MARGIN, straighten } from './straight.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

/**
 * Width of an arc's writing as it is handed to an engine, over its natural width. PP-OCR's time grows with the width, and
 * it reads narrow characters no worse: of 91 names and 39 numbers on 126 pages of the tuning seed it read 91.5 % of the
 * characters, 59 names and 22 numbers at 1, 91.7 %, 60 and 22 at 0.7. (Straight lines do lose: 21 of 30 at 1, 17 at
 * 0.75.) tesseract was not tried.
 */
const STRETCH: Readonly<Record<OcrEngineName, number>> = { paddle: 0.7, tesseract: 1 };

/** Name on the upper arc, number or second text on the lower one, straight lines between. */
export async function readRing(
  view: SealView,
  ellipse: Ellipse,
  shape: SealShape,
  printed: number,
  tone: Tone,
  engine: OcrEngine,
): Promise<SealReading> {
  const rim = rimOf(ellipse, shape);
  const layout = findLayout(view.map, rim, printed);
  if (layout === null) return NOTHING;
  const name = await readArc(view, rim, layout.name, { tone, flipped: false }, engine);
  const lower =
    layout.lower === null ? '' : (await readArc(view, rim, layout.lower, { tone, flipped: true }, engine)).text;
  const number = layout.lower === null ? await readNumber(view, rim, layout.margin, tone, engine) : null;
  const written = [layout.name, layout.lower, number?.arc ?? null].filter((arc) => arc !== null);
  const lines: string[] = [];
  const straight = findLines(view.map, rim, layout, written, tone);
  for (const rectangle of straight.rectangles) {
    const line = cleaned((await engine.readLine(straighten(straight.map, rectangle, tone))).text);
    if (line !== '') lines.push(line);
  }
  const inner = lines.findLast((line) => chinese(line).length >= THRESHOLDS.line.leastCharacters) ?? '';
  return {
    name: cleaned(name.text),
    nameConfidence: name.confidence,
    inner: inner === '' ? chinese(lower) : inner,
    number: number?.text ?? lines.find((line) => /^[0-9A-Z]{8,}$/.test(line)) ?? '',
  };
}

function readArc(
  view: SealView,
  rim: Rim,
  arc: Arc,
  { tone, flipped }: { readonly tone: Tone; readonly flipped: boolean },
  engine: OcrEngine,
): Promise<{ readonly text: string; readonly confidence: number }> {
  const { beside, below } = THRESHOLDS.arc;
  const roomy = { from: arc.from - beside, to: arc.to + beside, inner: arc.inner - below, outer: arc.outer };
  return engine.readLine(
    unwrap(view.map, rim, roomy, {
      height: LINE_HEIGHT,
      stretch: STRETCH[engine.name],
      flipped,
      tone,
      margin: LINE_MARGIN,
    }),
  );
}
