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

/** The rectangle of least area around a convex hull; one of its sides lies on a hull edge. null for an empty hull. */
export function smallestRectangle(hull: readonly Point[]): RotatedRectangle | null {
  const [first] = hull;
  if (first === undefined) return null;
  let best: RotatedRectangle | null = null;
  for (const [index, p] of hull.entries()) {
    const q = hull[(index + 1) % hull.length] ?? p;
    const length = Math.hypot(q.x - p.x, q.y - p.y);
    const cos = length === 0 ? 1 : (q.x - p.x) / length;
    const sin = length === 0 ? 0 : (q.y - p.y) / length;
    let minU = Infinity;
    let maxU = -Infinity;
    let minV = Infinity;
    let maxV = -Infinity;
    for (const point of hull) {
      const u = point.x * cos + point.y * sin;
      const v = -point.x * sin + point.y * cos;
      if (u < minU) minU = u;
      if (u > maxU) maxU = u;
      if (v < minV) minV = v;
      if (v > maxV) maxV = v;
    }
    const width = maxU - minU;
    const height = maxV - minV;
    if (best !== null && width * height >= best.width * best.height) continue;
    const angle = Math.atan2(sin, cos);
    const u = (minU + maxU) / 2;
    const v = (minV + maxV) / 2;
    const centre = { cx: u * cos - v * sin, cy: u * sin + v * cos };
    best =
      width >= height
        ? { ...centre, width, height, angle }
        : { ...centre, width: height, height: width, angle: angle + Math.PI / 2 };
  }
  if (best === null) return null;
  // Halves of a turn are the same rectangle: keep the angle within (-90°, 90°].
  const turns = Math.round(best.angle / Math.PI);
  return { ...best, angle: best.angle - turns * Math.PI };
}
