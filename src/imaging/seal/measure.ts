import { ellipseBounds, pointOnEllipse, radialPosition } from '../geometry/ellipse.ts';
import { frameEvidence } from './frame.ts';
import type { InkMap } from './ink.ts';
import { ringEvidence } from './ring.ts';
import type { SealView } from './view.ts';

/** What can be said of a seal's print without reading it. Shares and strengths are 0 to 1. */
export interface SealMeasures {
  /** Mean ink of what is printed less that of the paper between. */
  readonly contrast: number;
  /** Share of the visible rim that is printed. */
  readonly coverage: number;
  /** 1 = edges as steep as a clean 200 dpi scan gives. */
  readonly sharpness: number;
  /** Share of the outline that lies on the page. */
  readonly visible: number;
  /** Longest unprinted stretch of the rim, share of the whole. */
  readonly longestGap: number;
  /** Ink from which a point counts as printed. */
  readonly printed: number;
}

export function measureSeal(view: SealView): SealMeasures {
  const { map, outline } = view;
  const inside = pixelsInside(view);
  const split = otsu(inside);
  const contrast = Math.max(0, split.above - Math.max(0, split.below));
  const printed = Math.max(view.floor, 0.35 * split.above);
  const sharpness = edgeSharpness(view, contrast);
  if (outline.form === 'rectangle') {
    const frame = frameEvidence(map, outline.rectangle, printed);
    const shares = [...frame.sides].sort((p, q) => p - q);
    return {
      contrast,
      coverage: frame.coverage,
      sharpness,
      visible: rectangleVisible(view),
      longestGap: (1 - (shares[0] ?? 0)) / 4,
      printed,
    };
  }
  const ring = ringEvidence(map, outline.ellipse, printed);
  return {
    contrast,
    coverage: ring.coverage,
    sharpness,
    visible: ellipseVisible(view),
    longestGap: ring.longestGap,
    printed,
  };
}

function pixelsInside({ map, outline }: SealView): Float32Array {
  const values: number[] = [];
  const take = (x: number, y: number): void => {
    values.push(map.data[y * map.width + x] ?? 0);
  };
  if (outline.form === 'ellipse') {
    const bounds = ellipseBounds(outline.ellipse);
    for (let y = Math.max(0, Math.ceil(bounds.top)); y <= Math.min(map.height - 1, bounds.bottom); y++) {
      for (let x = Math.max(0, Math.ceil(bounds.left)); x <= Math.min(map.width - 1, bounds.right); x++) {
        if (radialPosition(outline.ellipse, x, y) <= 1.02) take(x, y);
      }
    }
    return Float32Array.from(values);
  }
  const { cx, cy, width, height, angle } = outline.rectangle;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  for (let y = 0; y < map.height; y++) {
    for (let x = 0; x < map.width; x++) {
      const u = Math.abs((x - cx) * cos + (y - cy) * sin);
      const v = Math.abs(-(x - cx) * sin + (y - cy) * cos);
      if (u <= width / 2 && v <= height / 2) take(x, y);
    }
  }
  return Float32Array.from(values);
}

/** Otsu's split into print and paper; means of both parts. */
function otsu(values: Float32Array): { below: number; above: number } {
  const bins = 256;
  const histogram = new Uint32Array(bins);
  let total = 0;
  for (const value of values) {
    const clamped = Math.min(1, Math.max(0, value));
    const bin = Math.min(bins - 1, Math.floor(clamped * bins));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
    total += bin;
  }
  let count = 0;
  let sum = 0;
  let best = -1;
  let result = { below: 0, above: 0 };
  for (let bin = 0; bin < bins; bin++) {
    count += histogram[bin] ?? 0;
    sum += bin * (histogram[bin] ?? 0);
    const rest = values.length - count;
    if (count === 0 || rest === 0) continue;
    const below = sum / count;
    const above = (total - sum) / rest;
    const separation = count * rest * (above - below) ** 2;
    if (separation > best) {
      best = separation;
      result = { below: below / bins, above: above / bins };
    }
  }
  return result;
}

/**
 * Steepness of the strongest edges over the contrast, for a seal of 157 px radius (40 mm at 200 dpi). The 90th
 * percentile is taken among pixels with an edge at all, so that bare paper does not count.
 */
function edgeSharpness({ map, radius, floor }: SealView, contrast: number): number {
  if (contrast <= 0) return 0;
  const slopes: number[] = [];
  for (let y = 1; y < map.height - 1; y++) {
    for (let x = 1; x < map.width - 1; x++) {
      const i = y * map.width + x;
      const dx = (map.data[i + 1] ?? 0) - (map.data[i - 1] ?? 0);
      const dy = (map.data[i + map.width] ?? 0) - (map.data[i - map.width] ?? 0);
      const slope = Math.hypot(dx, dy) / 2;
      if (slope > floor / 2) slopes.push(slope);
    }
  }
  if (slopes.length < 20) return 0;
  slopes.sort((p, q) => p - q);
  const steep = slopes[Math.floor(slopes.length * 0.9)] ?? 0;
  return Math.min(1, (steep / contrast) * (radius / REFERENCE_RADIUS) * 2);
}

const REFERENCE_RADIUS = 157;

function onMap(map: InkMap, x: number, y: number): boolean {
  return x >= -0.5 && y >= -0.5 && x <= map.width - 0.5 && y <= map.height - 0.5;
}

function ellipseVisible({ map, outline }: SealView): number {
  if (outline.form !== 'ellipse') return 1;
  let inside = 0;
  for (let k = 0; k < 360; k++) {
    // The rim's middle line may run along the very edge of a tight crop.
    const { x, y } = pointOnEllipse(outline.ellipse, (k / 180) * Math.PI, 0.97);
    if (onMap(map, x, y)) inside++;
  }
  return inside / 360;
}

function rectangleVisible({ map, outline }: SealView): number {
  if (outline.form !== 'rectangle') return 1;
  const { cx, cy, width, height, angle } = outline.rectangle;
  let inside = 0;
  for (const [u, v] of [
    [-1, -1],
    [0, -1],
    [1, -1],
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
  ] as const) {
    const x = cx + 0.48 * (u * width * Math.cos(angle) - v * height * Math.sin(angle));
    const y = cy + 0.48 * (u * width * Math.sin(angle) + v * height * Math.cos(angle));
    if (onMap(map, x, y)) inside++;
  }
  return inside / 8;
}
