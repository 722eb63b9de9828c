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
  const sharp: SealView = { ...view, map: strokesOf(view, measures.printed) };
  const tone: Tone = {
    floor: Math.min(view.floor, measures.print * 0.25),
    full: Math.max(view.floor * 2, measures.print * 1.1),
  };
  return view.outline.form === 'rectangle'
    ? readFrame(sharp, view.outline.rectangle, shape, measures.inside, tone, engine)
    : readRing(sharp, view.outline.ellipse, shape, measures, tone, engine);
}
