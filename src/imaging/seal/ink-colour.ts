import { type Ellipse, pointOnEllipse } from '../geometry/ellipse.ts';
import type { Point, RotatedRectangle } from '../geometry/hull.ts';
import type { RunGroup, Runs } from '../geometry/runs.ts';
import type { SealInk } from '../inspection.ts';
import { inkAt } from './ink-map.ts';
import type { InkMaps } from './page-ink.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Colour of the ink under the rim: what most of its points show, so that print crossing it does not count. */
export function inkOfRing(maps: InkMaps, ellipse: Ellipse): SealInk {
  const points: Point[] = [];
  for (let k = 0; k < 180; k++) {
    let best = 0;
    let at: Point | null = null;
    for (let scale = 0.96; scale <= 1.04; scale += 0.01) {
      const point = pointOnEllipse(ellipse, (k / 90) * Math.PI, scale);
      if (point.x < 0 || point.y < 0 || point.x > maps.width - 1 || point.y > maps.height - 1) continue;
      const ink = inkAt(maps.any, point.x, point.y);
      if (ink <= best) continue;
      best = ink;
      at = point;
    }
    if (at !== null && best > THRESHOLDS.ink.leastAny / 2) points.push(at);
  }
  return inkAtPoints(maps, points);
}

function inkAtPoints(maps: InkMaps, points: readonly Point[]): SealInk {
  const count: Record<SealInk, number> = { red: 0, grey: 0, other: 0 };
  for (const { x, y } of points) {
    const any = inkAt(maps.any, x, y);
    const red = inkAt(maps.red, x, y) / any;
    const cool = inkAt(maps.cool, x, y) / any;
    if (red > THRESHOLDS.ink.colourShare && red > cool) count.red++;
    else if (cool > THRESHOLDS.ink.colourShare) count.other++;
    else count.grey++;
  }
  if (count.red + count.other < THRESHOLDS.ink.colouredPoints * points.length) return 'grey';
  return count.red >= count.other ? 'red' : 'other';
}

/** Colour of the frame's lines, taken at their strongest ink. */
export function inkOfFrame(maps: InkMaps, rectangle: RotatedRectangle, scale: number): SealInk {
  const points: Point[] = [];
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  for (let k = 0; k < 160; k++) {
    const along = ((k % 40) / 39) * 2 - 1;
    let best = 0;
    let at: Point | null = null;
    for (let inset = 0; inset <= 0.12; inset += 0.02) {
      const across = k < 80 ? 1 - inset : inset - 1;
      const long = k % 80 < 40;
      const u = (long ? along : across) * rectangle.width * 0.5;
      const v = (long ? across : along) * rectangle.height * 0.5;
      const point = { x: (rectangle.cx + u * cos - v * sin) * scale, y: (rectangle.cy + u * sin + v * cos) * scale };
      const ink = inkAt(maps.any, point.x, point.y);
      if (ink <= best) continue;
      best = ink;
      at = point;
    }
    if (at !== null && best > THRESHOLDS.ink.leastAny / 2) points.push(at);
  }
  return inkAtPoints(maps, points);
}

/** Colour of all the ink in pieces of a page: what they absorb in colour, share of all that they absorb. */
export function inkOfPieces(maps: InkMaps, runs: Runs, groups: readonly RunGroup[]): SealInk {
  let [any, red, cool] = [0, 0, 0];
  for (const group of groups) {
    for (let k = 0; k < group.runs.length; k++) {
      const run = group.runs[k] ?? 0;
      const row = (group.rows[k] ?? 0) * maps.width;
      for (let at = row + (runs.from[run] ?? 0); at < row + (runs.to[run] ?? 0); at++) {
        any += maps.any.data[at] ?? 0;
        red += Math.max(0, maps.red.data[at] ?? 0);
        cool += maps.cool.data[at] ?? 0;
      }
    }
  }
  const least = THRESHOLDS.ink.colourShare * any;
  if (Math.max(red, cool) < least) return 'grey';
  return red >= cool ? 'red' : 'other';
}
