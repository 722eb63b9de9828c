import { MM_PER_INCH } from '../paper.ts';
import type { InkMask } from './ink.ts';

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** Strokes and rules are between these widths; wider ink at the edge is a scanner's lid or a desk. */
const STROKE_MM = { min: 0.12, max: 4 } as const;
/** How far a stroke must reach into the page: a speck of dust does not. */
const REACH_MM = 0.5;
/** Fewer strokes at one edge are staples, punch marks or a folded corner. */
const FEWEST_STROKES = 4;

/** Sides on which print runs off the picture: several separate strokes that touch the edge and reach inward. */
export function croppedSides(mask: InkMask, dpi: number): Side[] {
  const { width, height } = mask;
  const at = (x: number, y: number): number => mask.data[y * width + x] ?? 0;
  const sides: readonly (readonly [Side, number, (along: number, depth: number) => number])[] = [
    ['top', width, (along, depth) => at(along, depth)],
    ['right', height, (along, depth) => at(width - 1 - depth, along)],
    ['bottom', width, (along, depth) => at(along, height - 1 - depth)],
    ['left', height, (along, depth) => at(depth, along)],
  ];
  return sides.filter(([, length, ink]) => strokesAtEdge(length, ink, dpi) >= FEWEST_STROKES).map(([side]) => side);
}

function strokesAtEdge(length: number, ink: (along: number, depth: number) => number, dpi: number): number {
  const dots = (mm: number): number => (mm / MM_PER_INCH) * dpi;
  const reach = Math.round(dots(REACH_MM));
  let strokes = 0;
  let run = 0;
  for (let along = 0; along <= length; along++) {
    // The outermost pixel is often half paper, half nothing.
    if (along < length && ink(along, 1) === 1) {
      run += 1;
      continue;
    }
    if (run >= dots(STROKE_MM.min) && run <= dots(STROKE_MM.max) && reaches(along - run, along, ink, reach))
      strokes += 1;
    run = 0;
  }
  return strokes;
}

/** Follows the ink inward, one pixel sideways at most for each pixel of depth. */
function reaches(from: number, to: number, ink: (along: number, depth: number) => number, reach: number): boolean {
  let left = from;
  let right = to;
  for (let depth = 2; depth <= reach; depth++) {
    let nextLeft = Number.POSITIVE_INFINITY;
    let nextRight = Number.NEGATIVE_INFINITY;
    for (let along = left - 1; along <= right; along++) {
      if (along < 0 || ink(along, depth) !== 1) continue;
      nextLeft = Math.min(nextLeft, along);
      nextRight = along + 1;
    }
    if (nextRight === Number.NEGATIVE_INFINITY) return false;
    left = nextLeft;
    right = nextRight;
  }
  return true;
}
