import { cutFrame, squared } from './cut-frame.ts';
import { frameEvidence } from './frame.ts';
import { inkOfFrame } from './ink-colour.ts';
import type { Region } from './outline.ts';
import type { Found, Search, Source } from './page-search.ts';
import { THRESHOLDS } from './thresholds.ts';

/**
 * What a straight cut left of a frame; it is told from a corner of a table by the writing within. Only of red ink: grey
 * and blue tables, screens and pictures have as many such corners as seals have, and print that was taken out of a map
 * cuts whatever it crosses.
 */
export function asCutFrame(
  { maps, sizes }: Search,
  { map, kind, least }: Source,
  { hull, fill, rectangle: around }: Region,
): Found | null {
  const { frame } = THRESHOLDS;
  if ((kind !== 'red' && kind !== 'pale red') || hull.length < 3 || fill < frame.cutFill) return null;
  const scale = maps.width / map.width;
  // No rectangle along the hull is smaller than the smallest, or much larger.
  if (around.width * scale < sizes.leastSquare || around.width * scale > frame.alongHull * sizes.longestFrame)
    return null;
  const cut = cutFrame(map, hull, least, frame.cutLine);
  if (cut === null || cut.coverage < frame.cutWhole) return null;
  const { rectangle, share, wholeSide } = cut;
  if (rectangle.width * scale < sizes.leastSquare || rectangle.height * scale < sizes.leastSquare * frame.barHeight)
    return null;
  if (wholeSide !== null && wholeSide.length * scale < sizes.leastSquare) return null;
  if (rectangle.width * scale > sizes.longestFrame) return null;
  const inside = frameEvidence(map, rectangle, least);
  // Longer than a chop and one word inside: a mark such as 作废, whose own frame is worn.
  if (inside.oneWord && rectangle.width * scale > sizes.longestSquare) return null;
  const ink = inside.ink / share;
  const leastStrokes = cut.clear < frame.cutClear ? frame.cutSolidStrokes : frame.cutStrokes;
  if (ink < frame.cutInterior[0] || ink > frame.cutInterior[1] || inside.strokes / share < leastStrokes) return null;
  const colour = inkOfFrame(maps, rectangle, scale);
  if (colour !== 'red') return null;
  const whole = squared(cut, sizes.longestSquare / scale);
  return {
    outline: {
      form: 'rectangle',
      rectangle: {
        cx: whole.cx * scale,
        cy: whole.cy * scale,
        width: whole.width * scale,
        height: whole.height * scale,
        angle: whole.angle,
      },
    },
    ink: colour,
    coverage: cut.coverage,
    score: frame.cutScore + cut.coverage * cut.rim,
    certain: false,
    cut: true,
  };
}
