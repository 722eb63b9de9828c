import type { SealShape } from '../inspection.ts';
import type { OcrEngine } from '../ocr/engine.ts';
import type { SealMeasures } from './measure.ts';
import { readFrame } from './read-frame.ts';
import { readRing } from './read-ring.ts';
import type { SealReading } from './reading.ts';
import { toneOf } from './rim.ts';
import { strokesOf } from './strokes.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

/** Reads the parts of one seal apart, off its strokes alone. Greys are scaled to the seal's own print, so that a faint one is read as well. */
export function readSeal(
  view: SealView,
  shape: SealShape,
  measures: SealMeasures,
  engine: OcrEngine,
): Promise<SealReading> {
  const print = ownPrint(view, measures);
  const printed = Math.min(measures.printed, Math.max(view.floor, THRESHOLDS.measure.printedInside * print));
  const sharp: SealView = { ...view, map: strokesOf(view, printed) };
  const tone = toneOf(view, print);
  return view.outline.form === 'rectangle'
    ? readFrame(sharp, view.outline.rectangle, shape, measures.inside, tone, engine)
    : readRing(sharp, view.outline.ellipse, shape, printed, tone, engine);
}

/** Black print is in a grey seal's own ink, and stronger: how strong the seal is, its rim tells, which little print crosses. */
const ownPrint = ({ map, absorption }: SealView, { print, contrast }: SealMeasures): number =>
  map === absorption && contrast > 0 ? Math.min(print, THRESHOLDS.tone.strokeOverRim * contrast) : print;
