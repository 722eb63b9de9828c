import type { SealInspection } from '../inspection.ts';
import type { Box, Raster } from '../raster.ts';
import { findSeals, type PaperSize, type SealCandidate } from './detect.ts';
import { findLayout } from './layout.ts';
import { measureSeal } from './measure.ts';
import { rimOf, toneOf, unwrap } from './rim.ts';
import { LINE_MARGIN, straighten } from './straight.ts';
import { THRESHOLDS } from './thresholds.ts';
import { viewSeal } from './view.ts';

/** Pixels: twice what an engine is given, because a person looks at it. */
const HEIGHT = 96;
/** From inside the characters to a little beyond the rim, in radii. */
const DEPTHS = { inner: 0.45, outer: 1.06 } as const;

/**
 * The writing of seals laid out straight, dark on white: once around the rim with the name in the middle, or a framed
 * seal turned upright. The seals are looked for again in the same pixels; null for one that is not found at its place.
 */
export function findSealStrips(page: Raster, paper: PaperSize, seals: readonly SealInspection[]): (Raster | null)[] {
  if (page.channels === 1) return seals.map(() => null);
  const candidates = findSeals(page, paper);
  return seals.map((seal) => {
    const candidate = candidates.find(({ box }) => isSame(box, seal.box));
    return candidate === undefined ? null : stripOf(page, candidate);
  });
}

function stripOf(page: Raster, candidate: SealCandidate): Raster {
  const view = viewSeal(page, candidate);
  const measures = measureSeal(view);
  const tone = toneOf(view, measures.print);
  if (view.outline.form === 'rectangle') return straighten(view.map, view.outline.rectangle, tone);
  const rim = rimOf(view.outline.ellipse, candidate.shape);
  const from = middleOfName(findLayout(view.map, rim, measures.printed)) - 0.5;
  const arc = { from, to: from + 1, ...DEPTHS };
  return unwrap(view.map, rim, arc, { height: HEIGHT, stretch: 1, flipped: false, tone, margin: LINE_MARGIN });
}

/** In turns of the rim; the top of the page where no name was made out. */
const middleOfName = (layout: ReturnType<typeof findLayout>): number =>
  layout === null ? 0.75 : (layout.name.from + layout.name.to) / 2;

function isSame(a: Box, b: Box): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared >= THRESHOLDS.place.sameBox * (a.width * a.height + b.width * b.height - shared);
}
