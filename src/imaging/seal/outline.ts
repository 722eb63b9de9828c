import type { Mask } from '../geometry/components.ts';
import { connectedComponents, dilate } from '../geometry/components.ts';
import type { Ellipse } from '../geometry/ellipse.ts';
import { fitEllipse, radialPosition } from '../geometry/ellipse.ts';
import { convexHull, type Point, polygonArea, type RotatedRectangle, smallestRectangle } from '../geometry/hull.ts';

/** One inked region, its pieces joined over small gaps. */
export interface Region {
  /** Its outermost ink as seen from its middle, one point a direction. */
  readonly outline: readonly Point[];
  readonly rectangle: RotatedRectangle;
  /** Hull over smallest rectangle: 1 for a rectangle, 0.785 for an ellipse. */
  readonly fill: number;
}

const DIRECTIONS = 120;

/** Regions at least `leastSide` pixels across on their long side. `join` is the gap bridged on either side, in pixels. */
export function inkRegions(mask: Mask, join: number, leastSide: number): Region[] {
  const { width, data } = mask;
  const regions: Region[] = [];
  for (const component of connectedComponents(dilate(mask, join), leastSide)) {
    if (Math.max(component.right - component.left, component.bottom - component.top) + 1 - 2 * join < leastSide)
      continue;
    const cx = (component.left + component.right) / 2;
    const cy = (component.top + component.bottom) / 2;
    const outline: (Point | undefined)[] = new Array(DIRECTIONS);
    const distances = new Float32Array(DIRECTIONS);
    for (const index of component.pixels) {
      if (data[index] === 0) continue;
      const x = index % width;
      const y = (index - x) / width;
      const direction = Math.floor(((Math.atan2(y - cy, x - cx) / (2 * Math.PI) + 1) % 1) * DIRECTIONS) % DIRECTIONS;
      const distance = Math.hypot(x - cx, y - cy);
      if (distance >= (distances[direction] ?? 0)) {
        distances[direction] = distance;
        outline[direction] = { x, y };
      }
    }
    const points = outline.filter((point) => point !== undefined);
    const hull = convexHull(points);
    const rectangle = smallestRectangle(hull);
    if (rectangle === null || rectangle.width < leastSide) continue;
    const fill = polygonArea(hull) / Math.max(1, rectangle.width * rectangle.height);
    regions.push({ outline: points, rectangle, fill });
  }
  return regions;
}

/** Numerical Recipes' quick generator: repeatable draws, so that a page always gives the same seals. */
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The ellipse that most outline points lie on, by random draws of five points (and of three, for circles), then least
 * squares over those points. null when no draw gathers a third of the outline.
 */
export function ellipseThrough(outline: readonly Point[], leastSemiAxis: number, flattest: number): Ellipse | null {
  if (outline.length < 12) return null;
  const next = draws(outline.length);
  let best: readonly Point[] = [];
  let bestScore = outline.length / 3;
  for (let draw = 0; draw < 160; draw++) {
    const circle = draw % 3 === 0;
    const sample = Array.from({ length: circle ? 3 : 5 }, () => outline[Math.floor(next() * outline.length)]);
    const ellipse = fitEllipse(
      sample.filter((point) => point !== undefined),
      circle,
    );
    if (ellipse === null || ellipse.b < leastSemiAxis || ellipse.b < flattest * ellipse.a) continue;
    const tolerance = Math.max(0.025, 1.2 / ellipse.b);
    const near = outline.filter((point) => Math.abs(radialPosition(ellipse, point.x, point.y) - 1) < tolerance);
    // A circle explains with fewer unknowns: it wins near-ties.
    const score = near.length * (circle ? 1.05 : 1);
    if (score > bestScore) {
      bestScore = score;
      best = near;
    }
  }
  if (best.length === 0) return null;
  return fitEllipse(best, best.length < outline.length * 0.5) ?? fitEllipse(best, true);
}
