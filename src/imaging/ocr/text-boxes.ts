import { type Component, connectedComponents } from '../geometry/components.ts';
import { convexHull, type Point, type RotatedRectangle, smallestRectangle } from '../geometry/hull.ts';

/** PaddleOCR's own defaults for its DB detector: pixel and box score, and how far boxes grow back. */
const PIXEL_SCORE = 0.3;
const BOX_SCORE = 0.6;
const GROWTH = 1.5;
const SMALLEST_SIDE = 3;
const LEAST_AREA = 6;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lines of text from a detector's scores, one a pixel of the reduced page, in pixels of the page itself. */
export function textBoxes(scores: Float32Array, small: Size, page: Size): RotatedRectangle[] {
  const { width, height } = small;
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i++) mask[i] = (scores[i] ?? 0) > PIXEL_SCORE ? 1 : 0;
  const boxes: RotatedRectangle[] = [];
  for (const component of connectedComponents({ width, height, data: mask }, LEAST_AREA)) {
    let score = 0;
    for (const index of component.pixels) score += scores[index] ?? 0;
    if (score < BOX_SCORE * component.area) continue;
    const tight = smallestRectangle(convexHull(rowEnds(component, width)));
    if (tight === null || tight.height + 1 < SMALLEST_SIDE) continue;
    const area = (tight.width + 1) * (tight.height + 1);
    const growth = (area * GROWTH) / (2 * (tight.width + tight.height + 2));
    boxes.push(
      upright({
        cx: ((tight.cx + 0.5) * page.width) / width,
        cy: ((tight.cy + 0.5) * page.height) / height,
        width: ((tight.width + 1 + 2 * growth) * page.width) / width,
        height: ((tight.height + 1 + 2 * growth) * page.height) / height,
        angle: tight.angle,
      }),
    );
  }
  return boxes;
}

/** First and last pixel of each row: a region has the same hull as these, and they are far fewer. */
function rowEnds({ pixels, top, bottom }: Component, width: number): Point[] {
  const first = new Int32Array(bottom - top + 1).fill(width);
  const last = new Int32Array(bottom - top + 1).fill(-1);
  for (const index of pixels) {
    const row = Math.floor(index / width) - top;
    const x = index % width;
    if (x < (first[row] ?? 0)) first[row] = x;
    if (x > (last[row] ?? 0)) last[row] = x;
  }
  const points: Point[] = [];
  for (let row = 0; row < first.length; row++) {
    points.push({ x: first[row] ?? 0, y: top + row });
    if (first[row] !== last[row]) points.push({ x: last[row] ?? 0, y: top + row });
  }
  return points;
}

/** Near-square boxes may report either side as the long one: text on a page runs within 45° of level, or is clearly tall. */
function upright(box: RotatedRectangle): RotatedRectangle {
  if (Math.abs(box.angle) <= Math.PI / 4 || box.width > 1.5 * box.height) return box;
  return { ...box, width: box.height, height: box.width, angle: box.angle - (Math.sign(box.angle) * Math.PI) / 2 };
}
