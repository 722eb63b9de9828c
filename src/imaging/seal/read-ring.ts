import type { Ellipse } from '../geometry/ellipse.ts';
import type { SealShape } from '../inspection.ts';
import type { OcrEngine, OcrEngineName } from '../ocr/engine.ts';
import { inkAt } from './ink-map.ts';
import { findLayout } from './layout.ts';
import type { SealMeasures } from './measure.ts';
import { chinese, cleaned, NOTHING, type SealReading } from './reading.ts';
import { type Arc, type Rim, rimOf, type Tone, unwrap } from './rim.ts';
import { findLines, LINE_HEIGHT, LINE_MARGIN, printedInk, straighten } from './straight.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

/**
 * Width of an arc's writing as it is handed to an engine, over its natural width. PP-OCR's time grows with the width, and
 * it reads narrow characters no worse: of 91 names and 39 numbers on 126 pages of the tuning seed it read 91.5 % of the
 * characters, 59 names and 22 numbers at 1, 91.7 %, 60 and 22 at 0.7. (Straight lines do lose: 21 of 30 at 1, 17 at
 * 0.75.) tesseract was not tried.
 */
const STRETCH: Readonly<Record<OcrEngineName, number>> = { paddle: 0.7, tesseract: 1 };

/** Paper kept beside the outermost characters, in turns of the rim, and below them, in radii. */
const BESIDE = 0.012;
const BELOW = 0.03;

/** Name on the upper arc, number or second text on the lower one, straight lines between. */
export async function readRing(
  view: SealView,
  ellipse: Ellipse,
  shape: SealShape,
  measures: SealMeasures,
  tone: Tone,
  engine: OcrEngine,
): Promise<SealReading> {
  const rim = rimOf(ellipse, shape);
  const layout = findLayout(view.map, rim, measures.printed);
  if (layout === null) return NOTHING;
  const name = await readArc(view, rim, layout.name, { tone, flipped: false }, engine);
  const lower =
    layout.lower === null ? '' : (await readArc(view, rim, layout.lower, { tone, flipped: true }, engine)).text;
  const digits = layout.lower === null ? writtenPart(view, rim, layout.margin, tone) : null;
  const number = digits === null ? '' : await readNumber(view, rim, digits, tone, engine);
  const written = [layout.name, layout.lower, number === '' ? null : digits].filter((arc) => arc !== null);
  const lines: string[] = [];
  for (const rectangle of findLines(view.map, rim, layout, written, tone)) {
    const line = cleaned((await engine.readLine(straighten(view.map, rectangle, tone))).text);
    if (line !== '') lines.push(line);
  }
  const inner = lines.findLast((line) => chinese(line).length >= 2) ?? '';
  return {
    name: cleaned(name.text),
    nameConfidence: name.confidence,
    inner: inner === '' ? chinese(lower) : inner,
    number: number === '' ? (lines.find((line) => /^[0-9A-Z]{8,}$/.test(line)) ?? '') : number,
  };
}

function readArc(
  view: SealView,
  rim: Rim,
  arc: Arc,
  { tone, flipped }: { readonly tone: Tone; readonly flipped: boolean },
  engine: OcrEngine,
): Promise<{ readonly text: string; readonly confidence: number }> {
  const roomy = { from: arc.from - BESIDE, to: arc.to + BESIDE, inner: arc.inner - BELOW, outer: arc.outer };
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

/** Digits on the lower arc, smaller than the name and close to the rim; '' when what stands there is no number. */
async function readNumber(view: SealView, rim: Rim, arc: Arc, tone: Tone, engine: OcrEngine): Promise<string> {
  const strip = unwrap(view.map, rim, arc, {
    height: LINE_HEIGHT,
    stretch: STRETCH[engine.name],
    flipped: true,
    tone,
    margin: LINE_MARGIN,
  });
  const { text, confidence } = await engine.readLine(strip);
  const digits = text.replace(/[^0-9A-Z]/g, '');
  return confidence >= THRESHOLDS.number.leastConfidence[engine.name] && /\d{6}/.test(digits) ? digits : '';
}

/** The middle part of an arc that carries ink, with a little paper either side; null where it is bare. */
function writtenPart(view: SealView, rim: Rim, arc: Arc, tone: Tone): Arc | null {
  const steps = 180;
  const least = printedInk(tone);
  const written = Array.from({ length: steps }, (_, step) => {
    const along = arc.from + ((arc.to - arc.from) * (step + 0.5)) / steps;
    const ray = rim.ray(along);
    for (let depth = arc.inner + 0.02; depth < arc.outer - 0.01; depth += 0.01) {
      if (inkAt(view.map, ray.x + ray.dx * depth, ray.y + ray.dy * depth) > least) return true;
    }
    return false;
  });
  // Outwards from the middle to the first wide blank on either side.
  const blank = Math.max(4, Math.round((0.03 / (arc.to - arc.from)) * steps));
  const end = (direction: 1 | -1): number => {
    let last = steps / 2;
    for (let step = steps / 2; step >= 0 && step < steps; step += direction) {
      if (written[step] === true) last = step;
      else if (Math.abs(step - last) > blank) break;
    }
    return last;
  };
  const [first, last] = [end(-1), end(1)];
  if (last - first < 8) return null;
  const turn = (arc.to - arc.from) / steps;
  return { ...arc, from: arc.from + (first - 2) * turn, to: arc.from + (last + 3) * turn };
}
