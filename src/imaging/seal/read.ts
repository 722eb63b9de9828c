import type { SealShape } from '../inspection.ts';
import type { OcrEngine } from '../ocr/engine.ts';
import type { SealMeasures } from './measure.ts';
import { readFrame } from './read-frame.ts';
import { readRing } from './read-ring.ts';
import type { SealReading } from './reading.ts';
import type { Tone } from './rim.ts';
import { strokesOf } from './strokes.ts';
import type { SealView } from './view.ts';

/** Reads the parts of one seal apart, off its strokes alone. Greys are scaled to the seal's own print, so that a faint one is read as well. */
export function readSeal(
  view: SealView,
  shape: SealShape,
  measures: SealMeasures,
  engine: OcrEngine,
): Promise<SealReading> {
  const print = ownPrint(view, measures);
  const printed = Math.min(measures.printed, Math.max(view.floor, PRINTED * print));
  const sharp: SealView = { ...view, map: strokesOf(view, printed) };
  const tone: Tone = { floor: Math.min(view.floor, print * 0.25), full: Math.max(view.floor * 2, print * 1.1) };
  return view.outline.form === 'rectangle'
    ? readFrame(sharp, view.outline.rectangle, shape, measures.inside, tone, engine)
    : readRing(sharp, view.outline.ellipse, shape, printed, tone, engine);
}

/** Share of a seal's print from which a point counts as printed, as in what is measured of it. */
const PRINTED = 0.35;

/** A rim's absorption is measured softened: its strokes are darker by about this. */
const STROKE_OVER_RIM = 1.2;

/** Black print is in a grey seal's own ink, and stronger: how strong the seal is, its rim tells, which little print crosses. */
const ownPrint = ({ map, absorption }: SealView, { print, contrast }: SealMeasures): number =>
  map === absorption && contrast > 0 ? Math.min(print, STROKE_OVER_RIM * contrast) : print;
