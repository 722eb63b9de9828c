import type { Point } from './hull.ts';

/** Semi-axes `a` ≥ `b` in pixels; `angle` is that of the long axis, in radians, clockwise on screen. */
export interface Ellipse {
  readonly cx: number;
  readonly cy: number;
  readonly a: number;
  readonly b: number;
  readonly angle: number;
}

/** The point at `turn` radians (measured clockwise on screen from the +x axis of the picture), `scale` = 1 on the line. */
export function pointOnEllipse(ellipse: Ellipse, turn: number, scale: number): Point {
  const cos = Math.cos(ellipse.angle);
  const sin = Math.sin(ellipse.angle);
  const u = ellipse.a * scale * Math.cos(turn - ellipse.angle);
  const v = ellipse.b * scale * Math.sin(turn - ellipse.angle);
  return { x: ellipse.cx + u * cos - v * sin, y: ellipse.cy + u * sin + v * cos };
}

/** 0 in the centre, 1 on the line, linear along each ray. */
export function radialPosition(ellipse: Ellipse, x: number, y: number): number {
  const cos = Math.cos(ellipse.angle);
  const sin = Math.sin(ellipse.angle);
  const dx = x - ellipse.cx;
  const dy = y - ellipse.cy;
  return Math.hypot((dx * cos + dy * sin) / ellipse.a, (-dx * sin + dy * cos) / ellipse.b);
}

/** Smallest upright rectangle around the ellipse. */
export function ellipseBounds(ellipse: Ellipse): { left: number; top: number; right: number; bottom: number } {
  const halfWidth = Math.hypot(ellipse.a * Math.cos(ellipse.angle), ellipse.b * Math.sin(ellipse.angle));
  const halfHeight = Math.hypot(ellipse.a * Math.sin(ellipse.angle), ellipse.b * Math.cos(ellipse.angle));
  return {
    left: ellipse.cx - halfWidth,
    top: ellipse.cy - halfHeight,
    right: ellipse.cx + halfWidth,
    bottom: ellipse.cy + halfHeight,
  };
}

export function scaleEllipse(ellipse: Ellipse, factorX: number, factorY: number): Ellipse {
  const factor = Math.sqrt(factorX * factorY);
  return {
    cx: ellipse.cx * factorX,
    cy: ellipse.cy * factorY,
    a: ellipse.a * factor,
    b: ellipse.b * factor,
    angle: ellipse.angle,
  };
}

/** Points by their coordinates, so that none costs an object; `count` of them are used. */
export interface PointList {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly weights: Float64Array;
  count: number;
}

export function pointList(length: number): PointList {
  return {
    xs: new Float64Array(length),
    ys: new Float64Array(length),
    weights: new Float64Array(length).fill(1),
    count: 0,
  };
}

/** The system being solved, row by row: n rows of n + 1. One for all calls, none of which waits for another. */
const system = new Float64Array(30);
const terms = new Float64Array(6);

/** Gaussian elimination with pivoting, in place; false when the system is singular. The solution is the last column. */
function solve(n: number): boolean {
  const rowLength = n + 1;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(at(row * rowLength + column)) > Math.abs(at(pivot * rowLength + column))) pivot = row;
    }
    if (Math.abs(at(pivot * rowLength + column)) < 1e-12) return false;
    if (pivot !== column) {
      for (let k = column; k <= n; k++) {
        const swapped = at(pivot * rowLength + k);
        system[pivot * rowLength + k] = at(column * rowLength + k);
        system[column * rowLength + k] = swapped;
      }
    }
    const lead = at(column * rowLength + column);
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = at(row * rowLength + column) / lead;
      if (factor === 0) continue;
      for (let k = column; k <= n; k++)
        system[row * rowLength + k] = at(row * rowLength + k) - factor * at(column * rowLength + k);
    }
  }
  for (let row = 0; row < n; row++) system[row * rowLength + n] = at(row * rowLength + n) / at(row * rowLength + row);
  return true;
}

const at = (index: number): number => system[index] ?? 0;

/**
 * Least-squares conic through points, with the trace of its quadratic part held at one: linear, and cannot collapse to
 * the zero conic. `circle` drops the two terms that make it oval, which keeps short arcs stable. null when the points
 * do not make an ellipse.
 */
export function fitEllipse(points: PointList, circle: boolean): Ellipse | null {
  const { xs, ys, weights, count } = points;
  const unknowns = circle ? 3 : 5;
  if (count < unknowns) return null;
  let meanX = 0;
  let meanY = 0;
  for (let k = 0; k < count; k++) {
    meanX += xs[k] ?? 0;
    meanY += ys[k] ?? 0;
  }
  meanX /= count;
  meanY /= count;
  let squares = 0;
  for (let k = 0; k < count; k++) squares += ((xs[k] ?? 0) - meanX) ** 2 + ((ys[k] ?? 0) - meanY) ** 2;
  const spread = Math.sqrt(squares / count);
  if (!(spread > 0)) return null;
  const rowLength = unknowns + 1;
  system.fill(0);
  for (let k = 0; k < count; k++) {
    const x = ((xs[k] ?? 0) - meanX) / spread;
    const y = ((ys[k] ?? 0) - meanY) / spread;
    const weight = weights[k] ?? 0;
    terms[0] = x;
    terms[1] = y;
    terms[2] = 1;
    if (!circle) {
      terms[3] = (x * x - y * y) / 2;
      terms[4] = x * y;
    }
    terms[unknowns] = -(x * x + y * y) / 2;
    for (let row = 0; row < unknowns; row++) {
      const weighted = weight * (terms[row] ?? 0);
      for (let column = row; column <= unknowns; column++) {
        const index = row * rowLength + column;
        system[index] = at(index) + weighted * (terms[column] ?? 0);
      }
    }
  }
  for (let row = 1; row < unknowns; row++)
    for (let column = 0; column < row; column++) system[row * rowLength + column] = at(column * rowLength + row);
  if (!solve(unknowns)) return null;
  const d = at(unknowns);
  const e = at(rowLength + unknowns);
  const f = at(2 * rowLength + unknowns);
  const p = circle ? 0 : at(3 * rowLength + unknowns);
  const q = circle ? 0 : at(4 * rowLength + unknowns);
  // A x² + B x y + C y² + D x + E y + F = 0
  const A = (1 + p) / 2;
  const C = (1 - p) / 2;
  const B = q;
  const discriminant = 4 * A * C - B * B;
  if (discriminant <= 1e-9) return null;
  const cx = (B * e - 2 * C * d) / discriminant;
  const cy = (B * d - 2 * A * e) / discriminant;
  const atCentre = f + (d * cx + e * cy) / 2;
  const root = Math.hypot(A - C, B);
  const small = (A + C - root) / 2;
  const large = (A + C + root) / 2;
  if (!(atCentre < 0) || !(small > 0)) return null;
  const a = Math.sqrt(-atCentre / small) * spread;
  const b = Math.sqrt(-atCentre / large) * spread;
  // The long axis belongs to the smaller eigenvalue.
  const angle = root < 1e-9 ? 0 : Math.atan2(-B, C - A) / 2;
  return { cx: cx * spread + meanX, cy: cy * spread + meanY, a, b, angle };
}
