import { type Ellipse, fitEllipse, type PointList, pointList, radialPosition } from '../geometry/ellipse.ts';
import type { RunGroup, Runs } from '../geometry/runs.ts';
import { THRESHOLDS } from './thresholds.ts';

/** How ink at the edge of a page lies to the circle that fits it best. Millimetres; shares 0 to 1. */
export interface SliceRing {
  readonly radiusMm: number;
  /** Share of the columns whose uppermost ink lies on the circle, or whose lowermost does; the lesser of both. */
  readonly onCircle: number;
  /** Share of those places that have bare paper below the rim: a disc has none. */
  readonly bareInside: number;
  /** Median distance of those places from the circle, and from two straight lines, one above and one below. */
  readonly fromCircle: number;
  readonly fromLines: number;
}

/** Whether it is a piece of a ring, and neither the end of a table, nor print, nor a disc. */
export function isRingSlice({ radiusMm, onCircle, bareInside, fromCircle, fromLines }: SliceRing): boolean {
  const limit = THRESHOLDS.ringSlice;
  return (
    radiusMm >= limit.radiusMm[0] &&
    radiusMm <= limit.radiusMm[1] &&
    onCircle >= limit.onCircle &&
    bareInside >= limit.bareInside &&
    fromCircle <= limit.fromCircle &&
    fromLines >= limit.linesOverCircle * fromCircle
  );
}

/**
 * What the upper and lower ends of pieces of ink tell of a ring: wherever a seal is cut from top to bottom, its rim is the
 * first and the last ink of every column. null where no circle fits.
 */
export function sliceRing(runs: Runs, groups: readonly RunGroup[], perMm: number): SliceRing | null {
  const limit = THRESHOLDS.ringSlice;
  const ink = inkOf(runs, groups);
  const { top, bottom } = endsOf(ink, runs.width);
  const circle = circleThrough(together(top, bottom));
  if (circle === null) return null;
  const { a: radius, cx, cy } = circle;
  const distances = (points: PointList): number[] =>
    mapPoints(points, (x, y) => (Math.abs(radialPosition(circle, x, y) - 1) * radius) / perMm);
  const [above, below] = [distances(top), distances(bottom)];
  const near = (values: readonly number[]): number =>
    values.filter((value) => value <= limit.nearMm).length / Math.max(1, values.length);
  const isBareInside = (x: number, y: number): boolean => {
    for (let inward = 0; inward <= limit.insideMm * perMm; inward++) {
      const share = 1 - inward / Math.max(1, radius);
      const column = Math.floor(cx + (x - cx) * share);
      const row = Math.floor(cy + (y - cy) * share);
      if (inward > 0 && ink[row * runs.width + column] === 0) return true;
    }
    return false;
  };
  const inside = [...mapPoints(top, isBareInside), ...mapPoints(bottom, isBareInside)];
  return {
    radiusMm: radius / perMm,
    onCircle: Math.min(near(above), near(below)),
    bareInside: inside.filter(Boolean).length / inside.length,
    fromCircle: median([...above, ...below]),
    fromLines: median([...fromLine(top), ...fromLine(bottom)]) / perMm,
  };
}

/** 1 where a pixel is of one of the groups. */
function inkOf(runs: Runs, groups: readonly RunGroup[]): Uint8Array {
  const ink = new Uint8Array(runs.width * runs.height);
  for (const group of groups) {
    for (let k = 0; k < group.runs.length; k++) {
      const run = group.runs[k] ?? 0;
      const row = (group.rows[k] ?? 0) * runs.width;
      ink.fill(1, row + (runs.from[run] ?? 0), row + (runs.to[run] ?? 0));
    }
  }
  return ink;
}

/** The middle of the uppermost and of the lowermost pixel in every column that has any. */
function endsOf(ink: Uint8Array, width: number): { readonly top: PointList; readonly bottom: PointList } {
  const top = pointList(width);
  const bottom = pointList(width);
  for (let x = 0; x < width; x++) {
    let first = x;
    while (first < ink.length && ink[first] === 0) first += width;
    if (first >= ink.length) continue;
    let last = ink.length - width + x;
    while (ink[last] === 0) last -= width;
    add(top, x + 0.5, Math.floor(first / width) + 0.5);
    add(bottom, x + 0.5, Math.floor(last / width) + 0.5);
  }
  return { top, bottom };
}

function add(points: PointList, x: number, y: number): void {
  points.xs[points.count] = x;
  points.ys[points.count] = y;
  points.count++;
}

const mapPoints = <T>({ xs, ys, count }: PointList, value: (x: number, y: number) => T): T[] =>
  Array.from({ length: count }, (_, k) => value(xs[k] ?? 0, ys[k] ?? 0));

function together(...lists: readonly PointList[]): PointList {
  const all = pointList(lists.reduce((sum, { count }) => sum + count, 0));
  for (const { xs, ys, count } of lists) for (let k = 0; k < count; k++) add(all, xs[k] ?? 0, ys[k] ?? 0);
  return all;
}

const LEAST_POINTS = 8;
const PASSES = 5;

/** By least squares, ever less weight given to what lies off: gaps in the rim show what lies below it. */
function circleThrough(points: PointList): Ellipse | null {
  if (points.count < LEAST_POINTS) return null;
  let circle = fitEllipse(points, true);
  for (let pass = 1; pass < PASSES && circle !== null; pass++) {
    const fitted: Ellipse = circle;
    const off = mapPoints(points, (x, y) => Math.abs(radialPosition(fitted, x, y) - 1));
    const usual = Math.max(1e-4, median(off));
    for (const [k, distance] of off.entries()) points.weights[k] = 1 / (1 + (distance / usual) ** 2);
    circle = fitEllipse(points, true);
  }
  return circle;
}

/** Distances of points from the straight line through them, fitted as the circle is. */
function fromLine(points: PointList): number[] {
  const { xs, ys, count } = points;
  const weights = new Float64Array(count).fill(1);
  let distances: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    let [all, x, y, xx, xy] = [0, 0, 0, 0, 0];
    for (let k = 0; k < count; k++) {
      const [weight, px, py] = [weights[k] ?? 0, xs[k] ?? 0, ys[k] ?? 0];
      all += weight;
      x += weight * px;
      y += weight * py;
      xx += weight * px * px;
      xy += weight * px * py;
    }
    const slope = (all * xy - x * y) / Math.max(1e-9, all * xx - x * x);
    const start = (y - slope * x) / Math.max(1e-9, all);
    distances = mapPoints(points, (px, py) => Math.abs(py - slope * px - start));
    const usual = Math.max(1e-4, median(distances));
    for (const [k, distance] of distances.entries()) weights[k] = 1 / (1 + (distance / usual) ** 2);
  }
  return distances;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
