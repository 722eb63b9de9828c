import { type Ellipse, fitEllipse, type PointList, pointList } from '../geometry/ellipse.ts';
import { convexHull, type Point, polygonArea, type RotatedRectangle, smallestRectangle } from '../geometry/hull.ts';
import { joinRuns, type RunGroup, type Runs } from '../geometry/runs.ts';

/** One inked region, its pieces joined over small gaps. */
export interface Region {
  /** Its outermost ink as seen from its middle, one point a direction. */
  readonly outline: PointList;
  readonly hull: readonly Point[];
  readonly rectangle: RotatedRectangle;
  /** Hull over smallest rectangle: 1 for a rectangle, 0.785 for an ellipse. */
  readonly fill: number;
}

const DIRECTIONS = 120;

/**
 * Regions of at least `leastSide` and at most `greatestSide` pixels on their long side and no longer than `longest`
 * short sides. `joins` are the gaps bridged on either side, in pixels; a region that a wider bridge leaves as it was
 * comes once.
 */
export function inkRegions(
  runs: Runs,
  joins: readonly number[],
  size: { readonly leastSide: number; readonly greatestSide: number; readonly longest: number },
): Region[] {
  const seen = new Set<string>();
  const regions: Region[] = [];
  for (const join of joins) {
    for (const group of joinRuns(runs, 2 * join, size.leastSide)) {
      const across = group.right - group.left + 1;
      const down = group.bottom - group.top + 1;
      // A tilted rectangle is narrower than the upright one around it, never longer than its diagonal.
      if (Math.min(across, down) > size.greatestSide) continue;
      if (Math.max(across, down) > 1.5 * size.longest * Math.min(across, down)) continue;
      const key = `${group.left} ${group.top} ${group.right} ${group.bottom} ${group.area}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const region = regionOf(runs, group);
      if (region === null || region.rectangle.width < size.leastSide) continue;
      if (region.rectangle.height > size.greatestSide) continue;
      if (region.rectangle.width > size.longest * region.rectangle.height) continue;
      regions.push(region);
    }
  }
  return regions;
}

function regionOf(runs: Runs, group: RunGroup): Region | null {
  const cx = (group.left + group.right) / 2;
  const cy = (group.top + group.bottom) / 2;
  const distances = new Float64Array(DIRECTIONS).fill(-1);
  const xs = new Float64Array(DIRECTIONS);
  const ys = new Float64Array(DIRECTIONS);
  for (let k = 0; k < group.runs.length; k++) {
    const run = group.runs[k] ?? 0;
    const dy = (group.rows[k] ?? 0) - cy;
    const end = (runs.to[run] ?? 0) - cx;
    for (let dx = (runs.from[run] ?? 0) - cx; dx < end; dx++) {
      const direction = directionOf(dx, dy);
      const distance = dx * dx + dy * dy;
      if (distance < (distances[direction] ?? 0)) continue;
      distances[direction] = distance;
      xs[direction] = dx + cx;
      ys[direction] = dy + cy;
    }
  }
  const outline = pointList(DIRECTIONS);
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    if ((distances[direction] ?? 0) < 0) continue;
    outline.xs[outline.count] = xs[direction] ?? 0;
    outline.ys[outline.count] = ys[direction] ?? 0;
    outline.count++;
  }
  const hull = convexHull(
    Array.from({ length: outline.count }, (_, k) => ({ x: outline.xs[k] ?? 0, y: outline.ys[k] ?? 0 })),
  );
  const rectangle = smallestRectangle(hull);
  if (rectangle === null) return null;
  return { outline, hull, rectangle, fill: polygonArea(hull) / Math.max(1, rectangle.width * rectangle.height) };
}

/** Arc tangents of 0 to 1 in directions: an eighth of a turn is 15 of them. */
const TANGENTS = 256;
const ARC_TANGENTS = Uint8Array.from({ length: TANGENTS + 1 }, (_, k) =>
  Math.floor((Math.atan(k / TANGENTS) / (2 * Math.PI)) * DIRECTIONS),
);

/** Which of the directions a point lies in; the same for all points of a ray, counted around from an axis. */
function directionOf(dx: number, dy: number): number {
  const across = Math.abs(dx);
  const down = Math.abs(dy);
  const eighth = DIRECTIONS / 8;
  if (across === 0 && down === 0) return 0;
  const steep = down > across;
  const slope = ARC_TANGENTS[((steep ? across / down : down / across) * TANGENTS) | 0] ?? 0;
  const inQuarter = Math.min(eighth - 1, slope);
  const turned = steep ? 2 * eighth - 1 - inQuarter : inQuarter;
  if (dx >= 0) return dy >= 0 ? turned : 8 * eighth - 1 - turned;
  return dy >= 0 ? 4 * eighth - 1 - turned : 4 * eighth + turned;
}

/** Numerical Recipes' quick generator: repeatable draws, so that a page always gives the same seals. */
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const DRAWS = 150;
/** Draws after which an outline that none of them explained is taken for no ellipse. */
const PATIENCE = 60;
/** A share of the outline on one ellipse after which no better one is looked for. */
const ENOUGH = 0.92;

/**
 * The ellipse that most outline points lie on, by random draws of five points (and of three, for circles), then least
 * squares over those points. null when no draw gathers a third of the outline.
 */
export function ellipseThrough(outline: PointList, leastSemiAxis: number, flattest: number): Ellipse | null {
  const { xs, ys, count } = outline;
  if (count < 12) return null;
  const next = draws(count);
  const sample = pointList(5);
  const near = pointList(count);
  const best = pointList(count);
  let bestScore = count / 3;
  for (let draw = 0; draw < DRAWS && best.count < ENOUGH * count; draw++) {
    const circle = draw % 3 === 0;
    sample.count = circle ? 3 : 5;
    for (let k = 0; k < sample.count; k++) {
      const index = Math.floor(next() * count);
      sample.xs[k] = xs[index] ?? 0;
      sample.ys[k] = ys[index] ?? 0;
    }
    const ellipse = fitEllipse(sample, circle);
    if (draw > PATIENCE && best.count === 0) return null;
    if (ellipse === null || ellipse.b < leastSemiAxis || ellipse.b < flattest * ellipse.a) continue;
    gatherNear(outline, ellipse, Math.max(0.025, 1.2 / ellipse.b), near);
    // A circle explains with fewer unknowns: it wins near-ties.
    const score = near.count * (circle ? 1.05 : 1);
    if (score <= bestScore) continue;
    bestScore = score;
    best.xs.set(near.xs);
    best.ys.set(near.ys);
    best.count = near.count;
  }
  if (best.count === 0) return null;
  return fitEllipse(best, best.count < count * 0.5) ?? fitEllipse(best, true);
}

/** Points whose radial position is within `tolerance` of the line. */
function gatherNear(points: PointList, ellipse: Ellipse, tolerance: number, near: PointList): void {
  const { xs, ys, count } = points;
  const cos = Math.cos(ellipse.angle);
  const sin = Math.sin(ellipse.angle);
  const least = (1 - tolerance) ** 2;
  const most = (1 + tolerance) ** 2;
  near.count = 0;
  for (let k = 0; k < count; k++) {
    const x = xs[k] ?? 0;
    const y = ys[k] ?? 0;
    const u = ((x - ellipse.cx) * cos + (y - ellipse.cy) * sin) / ellipse.a;
    const v = ((y - ellipse.cy) * cos - (x - ellipse.cx) * sin) / ellipse.b;
    const square = u * u + v * v;
    if (square <= least || square >= most) continue;
    near.xs[near.count] = x;
    near.ys[near.count] = y;
    near.count++;
  }
}
