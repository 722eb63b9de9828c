import { type Ellipse, ellipseBounds } from '../geometry/ellipse.ts';
import type { RotatedRectangle } from '../geometry/hull.ts';

/** Where a seal's rim runs. */
export type SealOutline =
  | { readonly form: 'ellipse'; readonly ellipse: Ellipse }
  | { readonly form: 'rectangle'; readonly rectangle: RotatedRectangle };

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Smallest upright rectangle around an outline. */
export function boundsOf(outline: SealOutline): Bounds {
  if (outline.form === 'ellipse') return ellipseBounds(outline.ellipse);
  const { cx, cy, width, height, angle } = outline.rectangle;
  const halfWidth = (width * Math.abs(Math.cos(angle)) + height * Math.abs(Math.sin(angle))) / 2;
  const halfHeight = (width * Math.abs(Math.sin(angle)) + height * Math.abs(Math.cos(angle))) / 2;
  return { left: cx - halfWidth, top: cy - halfHeight, right: cx + halfWidth, bottom: cy + halfHeight };
}

/** Area that two upright rectangles share, as a share of the smaller one. */
export function overlapShare(p: Bounds, q: Bounds): number {
  const width = Math.min(p.right, q.right) - Math.max(p.left, q.left);
  const height = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
  if (width <= 0 || height <= 0) return 0;
  const areaOf = ({ left, top, right, bottom }: Bounds): number => (right - left) * (bottom - top);
  return (width * height) / Math.min(areaOf(p), areaOf(q));
}
