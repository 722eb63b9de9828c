import type { RotatedRectangle } from '../geometry/hull.ts';
import { frameEvidence } from './frame.ts';
import type { InkMap } from './ink-map.ts';

/** What tells the frame of a chop or a bar seal from tables, words and logos. Shares are 0 to 1; null is not known. */
export interface FrameFeatures {
  /** Hull of the ink over the smallest rectangle around it. */
  readonly fill: number;
  /** Share of the whole frame that carries ink. */
  readonly coverage: number;
  /** The same of the side that is the barest but one. */
  readonly nextSide: number;
  /** Share of each side's best straight line that carries ink: the worst side but one, and the mean of all four. */
  readonly nextLine: number;
  readonly meanLine: number;
  /** The barest side and the worst line again where print that crosses them was taken out, with that print left in. */
  readonly crossedSide: number;
  readonly crossedLine: number;
  /** Ink inside, share of area. */
  readonly inside: number;
  /** Runs of ink met by a line across the inside, mean over lines both ways. */
  readonly strokes: number;
  /** Share of the border of the inside that is left bare. */
  readonly bareBorder: number;
  /** Long over short side. */
  readonly aspect: number;
  readonly shortSideMm: number | null;
}

export type FrameFeature = keyof FrameFeatures;

/**
 * `least` is the ink from which a point counts as printed, `perMm` pixels of the map. `rimMap` is `map` itself or, where
 * other print was taken out of that, all ink.
 */
export function frameFeatures(
  { map, rimMap }: { readonly map: InkMap; readonly rimMap: InkMap },
  rectangle: RotatedRectangle,
  least: number,
  { fill, perMm }: { readonly fill: number; readonly perMm: number | null },
): FrameFeatures {
  const own = frameEvidence(map, rectangle, least);
  const crossed = rimMap === map ? own : frameEvidence(rimMap, rectangle, least);
  const [, nextSide = 0] = own.sides.toSorted(ascending);
  const [, nextLine = 0] = own.lines.toSorted(ascending);
  return {
    fill,
    coverage: own.coverage,
    nextSide,
    nextLine,
    meanLine: own.lines.reduce((sum, line) => sum + line, 0) / 4,
    crossedSide: Math.min(...crossed.sides),
    crossedLine: Math.min(...crossed.lines),
    inside: own.ink,
    strokes: own.strokes,
    bareBorder: own.bareBorder,
    aspect: rectangle.width / rectangle.height,
    shortSideMm: perMm === null ? null : rectangle.height / perMm,
  };
}

const ascending = (p: number, q: number): number => p - q;
