import { cutFrame, squared } from './cut-frame.ts';
import { frameEvidence } from './frame.ts';
import { inkOfFrame } from './ink-colour.ts';
import type { Region } from './outline.ts';
import type { Found, Search, Source } from './search.ts';
import { THRESHOLDS } from './thresholds.ts';

/**
 * What a straight cut left of a frame; it is told from a corner of a table by the writing within. Only of red ink: grey
 * and blue tables, screens and pictures have as many such corners as seals have, and print that was taken out of a map
 * cuts whatever it crosses.
 */
export function asCutFrame(
  { maps, sizes }: Search,
  { map, least, lines, rimMap }: Source,
  { hull, fill }: Region,
): Found | null {
  const { frame } = THRESHOLDS;
  if (rimMap !== undefined || map === maps.cool || hull.length < 3 || fill < frame.cutFill) return null;
  const scale = maps.width / map.width;
  const cut = cutFrame(map, hull, least, Math.max(frame.cutLine, lines));
  if (cut === null || cut.coverage < frame.cutWhole) return null;
  const { rectangle, share, wholeSide } = cut;
  if (rectangle.width * scale < sizes.leastSquare || rectangle.height * scale < sizes.leastSquare / 2) return null;
  if (wholeSide !== null && wholeSide.length * scale < sizes.leastSquare) return null;
  if (rectangle.width * scale > sizes.longestFrame) return null;
  const inside = frameEvidence(map, rectangle, least);
  // Longer than a chop and one word inside: a mark such as 作废, whose own frame is worn.
  if (inside.oneWord && rectangle.width * scale > sizes.longestSquare) return null;
  const ink = inside.ink / share;
  const leastStrokes = cut.clear < frame.cutClear ? frame.cutSolidStrokes : frame.cutStrokes;
  if (ink < frame.interior[0] || ink > frame.cutInterior || inside.strokes / share < leastStrokes) return null;
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
    score: cut.coverage * cut.rim,
    certain: false,
    cut: true,
  };
}

export function asFrame({ maps, sizes }: Search, { map, least, lines, rimMap }: Source, region: Region): Found | null {
  const { frame, shape } = THRESHOLDS;
  const { rectangle } = region;
  const scale = maps.width / map.width;
  const square = rectangle.width <= shape.squareWithin * rectangle.height;
  if (region.fill < frame.fill || rectangle.height * scale < (square ? sizes.leastSquare : sizes.leastSquare / 2))
    return null;
  if (rectangle.width * scale > sizes.longestFrame) return null;
  if (rectangle.width > shape.longestRectangle * rectangle.height) return null;
  const inside = frameEvidence(map, rectangle, least);
  // Print that crosses the frame was taken out of a map of grey ink: whether a line runs on below it, all ink tells.
  const crossed = rimMap !== undefined && inside.coverage >= frame.crossed;
  const evidence = crossed ? frameEvidence(rimMap, rectangle, least) : inside;
  const clear = inside.ink < frame.clearInterior;
  if (Math.min(...evidence.sides) < (clear ? frame.clearSide : frame.side)) return null;
  if (evidence.coverage < (clear ? frame.clearWhole : frame.whole)) return null;
  if (evidence.lines < lines || (!square && inside.oneWord)) return null;
  const ruled = !square && evidence.lines >= frame.ruled;
  const leastInk = ruled ? frame.ruledInterior : frame.interior[0];
  if (inside.ink < leastInk || inside.ink > frame.interior[1] || inside.cells < frame.cells) return null;
  if (inside.strokes < (square ? frame.squareStrokes : ruled ? frame.ruledStrokes : frame.strokes)) return null;
  if (inside.ink > THRESHOLDS.verdict.reversedInk && inside.bareBorder < frame.bareBorder) return null;
  return {
    outline: {
      form: 'rectangle',
      rectangle: {
        cx: rectangle.cx * scale,
        cy: rectangle.cy * scale,
        width: rectangle.width * scale,
        height: rectangle.height * scale,
        angle: rectangle.angle,
      },
    },
    ink: inkOfFrame(maps, rectangle, scale),
    coverage: evidence.coverage,
    score: evidence.coverage,
    certain: false,
    cut: false,
  };
}
