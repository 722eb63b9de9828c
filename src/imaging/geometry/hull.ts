export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle at any angle. `angle` is that of the `width` side, in radians, clockwise on screen; width ≥ height. */
export interface RotatedRectangle {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** Convex hull by monotone chain, without repeated end point. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p.x - q.x || p.y - q.y);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2) {
        const a = chain[chain.length - 2];
        const b = chain[chain.length - 1];
        if (a === undefined || b === undefined) break;
        if ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

export function polygonArea(polygon: readonly Point[]): number {
  let twice = 0;
  for (const [index, p] of polygon.entries()) {
    const q = polygon[(index + 1) % polygon.length] ?? p;
    twice += p.x * q.y - q.x * p.y;
  }
  return Math.abs(twice) / 2;
}

/** The rectangle around a convex hull with one of its sides at `angle`. null for an empty hull. */
export function rectangleAlong(hull: readonly Point[], angle: number): RotatedRectangle | null {
  if (hull.length === 0) return null;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let minU = Infinity;
  let maxU = -Infinity;
  let minV = Infinity;
  let maxV = -Infinity;
  for (const point of hull) {
    const u = point.x * cos + point.y * sin;
    const v = -point.x * sin + point.y * cos;
    // Compared by hand: this runs for every point of every edge of every region.
    if (u < minU) minU = u;
    if (u > maxU) maxU = u;
    if (v < minV) minV = v;
    if (v > maxV) maxV = v;
  }
  const width = maxU - minU;
  const height = maxV - minV;
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  const centre = { cx: u * cos - v * sin, cy: u * sin + v * cos };
  return width >= height
    ? { ...centre, width, height, angle: withinHalfTurn(angle) }
    : { ...centre, width: height, height: width, angle: withinHalfTurn(angle + Math.PI / 2) };
}

/** Halves of a turn are the same rectangle: within (-90°, 90°]. */
const withinHalfTurn = (angle: number): number => angle - Math.round(angle / Math.PI) * Math.PI;

/** The rectangle of least area around a convex hull; one of its sides lies on a hull edge. null for an empty hull. */
export function smallestRectangle(hull: readonly Point[]): RotatedRectangle | null {
  let best: RotatedRectangle | null = null;
  for (const [index, p] of hull.entries()) {
    const q = hull[(index + 1) % hull.length] ?? p;
    const rectangle = rectangleAlong(hull, Math.atan2(q.y - p.y, q.x - p.x));
    if (rectangle === null) continue;
    if (best === null || rectangle.width * rectangle.height < best.width * best.height) best = rectangle;
  }
  return best;
}
