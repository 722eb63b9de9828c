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

/** Gaussian elimination with pivoting; null when the system is singular. `rows` are augmented: n rows of n + 1. */
function solve(rows: Float64Array[]): number[] | null {
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const top = rows[pivot];
    const current = rows[column];
    if (top === undefined || current === undefined) return null;
    rows[pivot] = current;
    rows[column] = top;
    const lead = top[column] ?? 0;
    if (Math.abs(lead) < 1e-12) return null;
    for (let row = 0; row < n; row++) {
      const other = rows[row];
      if (other === undefined || row === column) continue;
      const factor = (other[column] ?? 0) / lead;
      for (let k = column; k <= n; k++) other[k] = (other[k] ?? 0) - factor * (top[k] ?? 0);
    }
  }
  return rows.map((row, index) => (row[n] ?? 0) / (row[index] ?? 1));
}

/**
 * Least-squares conic through points, with the trace of its quadratic part held at one: linear, and cannot collapse to
 * the zero conic. `circle` drops the two terms that make it oval, which keeps short arcs stable. null when the points
 * do not make an ellipse. `weights` defaults to one a point.
 */
export function fitEllipse(points: readonly Point[], circle: boolean, weights?: readonly number[]): Ellipse | null {
  const unknowns = circle ? 3 : 5;
  if (points.length < unknowns) return null;
  let meanX = 0;
  let meanY = 0;
  for (const point of points) {
    meanX += point.x / points.length;
    meanY += point.y / points.length;
  }
  let spread = 0;
  for (const point of points) spread += Math.hypot(point.x - meanX, point.y - meanY) / points.length;
  if (!(spread > 0)) return null;
  const rows = Array.from({ length: unknowns }, () => new Float64Array(unknowns + 1));
  const terms = new Float64Array(unknowns + 1);
  for (const [index, point] of points.entries()) {
    const x = (point.x - meanX) / spread;
    const y = (point.y - meanY) / spread;
    const weight = weights?.[index] ?? 1;
    terms[0] = x;
    terms[1] = y;
    terms[2] = 1;
    if (!circle) {
      terms[3] = (x * x - y * y) / 2;
      terms[4] = x * y;
    }
    terms[unknowns] = -(x * x + y * y) / 2;
    for (let i = 0; i < unknowns; i++) {
      const row = rows[i];
      if (row === undefined) continue;
      for (let j = 0; j <= unknowns; j++) row[j] = (row[j] ?? 0) + weight * (terms[i] ?? 0) * (terms[j] ?? 0);
    }
  }
  const solution = solve(rows);
  if (solution === null) return null;
  const [d = 0, e = 0, f = 0, p = 0, q = 0] = solution;
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
