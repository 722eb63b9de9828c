import type { RotatedRectangle } from '../geometry/hull.ts';
import { type InkMap, inkAt } from './ink.ts';

/** What a map shows along and within a rectangle. Shares are 0 to 1. */
export interface FrameEvidence {
  /** Share of each side that carries ink, in order top, bottom, left, right of the rectangle lying on its long side. */
  readonly sides: readonly [number, number, number, number];
  /** Share of the whole frame that carries ink. */
  readonly coverage: number;
  /** Ink inside, share of area. */
  readonly ink: number;
  /** Share of the cells inside (a third of the short side wide) that hold ink. */
  readonly cells: number;
  /** Mean ink where the frame carries any. */
  readonly strength: number;
}

const SIDE_SAMPLES = 60;

export function frameEvidence(map: InkMap, rectangle: RotatedRectangle, least: number): FrameEvidence {
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  const halfWidth = rectangle.width / 2;
  const halfHeight = rectangle.height / 2;
  const inkAtLocal = (u: number, v: number): number =>
    inkAt(map, rectangle.cx + u * cos - v * sin, rectangle.cy + u * sin + v * cos);
  // The rectangle bounds the outermost ink: on a slightly bent or tilted seal the line itself lies further in.
  const depth = Math.max(3, 0.1 * rectangle.height);
  let strength = 0;
  let inked = 0;
  const side = (at: (along: number, inset: number) => number): number => {
    let hits = 0;
    for (let k = 0; k < SIDE_SAMPLES; k++) {
      const along = ((k + 0.5) / SIDE_SAMPLES) * 2 - 1;
      let best = 0;
      for (let inset = -1; inset <= depth; inset += 0.75) best = Math.max(best, at(along, inset));
      if (best < least) continue;
      hits++;
      inked++;
      strength += best;
    }
    return hits / SIDE_SAMPLES;
  };
  const sides: [number, number, number, number] = [
    side((along, inset) => inkAtLocal(along * halfWidth, inset - halfHeight)),
    side((along, inset) => inkAtLocal(along * halfWidth, halfHeight - inset)),
    side((along, inset) => inkAtLocal(inset - halfWidth, along * halfHeight)),
    side((along, inset) => inkAtLocal(halfWidth - inset, along * halfHeight)),
  ];
  const perimeter = rectangle.width + rectangle.height;
  const coverage =
    ((sides[0] + sides[1]) * rectangle.width + (sides[2] + sides[3]) * rectangle.height) / (2 * perimeter);
  const inner = { halfWidth: halfWidth - depth - 1, halfHeight: halfHeight - depth - 1 };
  const cellSide = Math.max(2, (2 * inner.halfHeight) / 3);
  const columns = Math.max(3, Math.round((2 * inner.halfWidth) / cellSide));
  const cells = new Uint8Array(columns * 3);
  let total = 0;
  let ink = 0;
  for (let v = -inner.halfHeight; v <= inner.halfHeight; v++) {
    const row = Math.min(2, Math.floor(((v + inner.halfHeight) / (2 * inner.halfHeight)) * 3));
    for (let u = -inner.halfWidth; u <= inner.halfWidth; u++) {
      total++;
      if (inkAtLocal(u, v) < least) continue;
      ink++;
      const column = Math.min(columns - 1, Math.floor(((u + inner.halfWidth) / (2 * inner.halfWidth)) * columns));
      cells[row * columns + column] = 1;
    }
  }
  let filled = 0;
  for (const cell of cells) filled += cell;
  return {
    sides,
    coverage,
    ink: total === 0 ? 0 : ink / total,
    cells: filled / cells.length,
    strength: inked === 0 ? 0 : strength / inked,
  };
}
