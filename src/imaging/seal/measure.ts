import { pointOnEllipse } from '../geometry/ellipse.ts';
import { type InkMap, inkAt, smoothed } from './ink-map.ts';
import { boundsOf } from './place.ts';
import type { Ray } from './rim.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

/** What can be said of a seal's print without reading it. Shares and strengths are 0 to 1. */
export interface SealMeasures {
  /** What the rim takes from the paper's own white where it is printed. */
  readonly contrast: number;
  /** Share of the visible rim that is printed. */
  readonly coverage: number;
  /** 1 = edges as steep as a clean 200 dpi scan gives. */
  readonly sharpness: number;
  /** Share of the outline that lies on the page. */
  readonly visible: number;
  /** Longest stretch of the rim that is unprinted or off the page, share of the whole. */
  readonly missing: number;
  /** Share of the rim that is printed outside that stretch. */
  readonly coverageElsewhere: number;
  /** Share of the printed rim that stands clear of what is next to it: a dragged seal fills its own gaps. */
  readonly clear: number;
  /** Share of the area within the rim that carries ink. */
  readonly inside: number;
  /** Mean of the printed pixels in the seal's own ink, for scaling greys. */
  readonly print: number;
  /** Ink from which a point counts as printed. */
  readonly printed: number;
}

/** The profile of ink across the rim at one place. */
interface Crossing {
  /** Own ink at the rim, less the paper beside it. */
  readonly ink: number;
  /** Absorption at the rim, less that of the paper beside it. */
  readonly absorption: number;
  /** Own ink of the barest place between rim and writing, share of the rim's. */
  readonly fill: number;
}

const PLACES = 180;

const LIMIT = THRESHOLDS.measure;

export function measureSeal(view: SealView): SealMeasures {
  const radius = Math.max(1, Math.round(view.radius / LIMIT.radiusOverSoftening));
  const own = smoothed(view.map, radius);
  const absorption = smoothed(view.absorption, radius);
  const crossings = crossRim(view, own, absorption);
  const inks = crossings.filter((crossing) => crossing !== null).map((crossing) => crossing.ink);
  const typical = quantileOf(inks, LIMIT.typicalQuantile);
  const printed = Math.max(view.noise * LIMIT.printedOverNoise, LIMIT.printedShare * typical);
  const shown = crossings.filter((crossing) => crossing !== null && crossing.ink >= printed);
  const missing = longestMissing(crossings, printed);
  const visible = inks.length / PLACES;
  const inked = shown.length / PLACES;
  const pixels = pixelsInside(view);
  const split = otsu(pixels);
  const contrast = quantileOf(
    shown.map((crossing) => crossing?.absorption ?? 0),
    LIMIT.contrastQuantile,
  );
  return {
    contrast: Math.max(0, contrast),
    coverage: visible === 0 ? 0 : inked / visible,
    sharpness: edgeSharpness(view, Math.max(0, split.above - Math.max(0, split.below))),
    visible: visibleShare(view),
    missing,
    coverageElsewhere: missing > LIMIT.mostMissing ? 0 : Math.min(1, inked / (1 - missing)),
    clear:
      shown.length === 0 ? 0 : shown.filter((crossing) => (crossing?.fill ?? 1) < LIMIT.filled).length / shown.length,
    inside: shareOver(pixels, (split.above + split.below) / 2),
    print: split.above,
    printed: Math.max(view.floor, LIMIT.printedInside * split.above),
  };
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((p, q) => p - q);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Across the rim at even places; null where the rim lies off the page. */
function crossRim(view: SealView, own: InkMap, absorption: InkMap): (Crossing | null)[] {
  return Array.from({ length: PLACES }, (_, place) => {
    const { x, y, dx, dy } = acrossRim(view, place / PLACES);
    if (!onMap(own, x, y)) return null;
    const { reach, inward, outward } = LIMIT;
    const step = Math.max(0.005, 0.5 / view.radius);
    let at = 0;
    let ink = Number.NEGATIVE_INFINITY;
    for (let offset = -reach; offset <= reach; offset += step) {
      const value = inkAt(own, x + dx * offset, y + dy * offset);
      if (value > ink) {
        ink = value;
        at = offset;
      }
    }
    const barest = (from: number, to: number): { own: number; absorption: number } => {
      let least = Number.POSITIVE_INFINITY;
      let paper = Number.POSITIVE_INFINITY;
      for (let offset = from; offset <= to; offset += step) {
        const mapX = x + dx * offset;
        const mapY = y + dy * offset;
        if (!onMap(own, mapX, mapY)) continue;
        least = Math.min(least, inkAt(own, mapX, mapY));
        paper = Math.min(paper, inkAt(absorption, mapX, mapY));
      }
      return { own: least, absorption: paper };
    };
    const inside = barest(at - inward, at - reach);
    const outside = barest(at + reach, at + outward);
    const base = Math.max(0, Math.min(inside.own, outside.own));
    const paper = Math.min(inside.absorption, outside.absorption);
    return {
      ink: ink - base,
      absorption: inkAt(absorption, x + dx * at, y + dy * at) - (Number.isFinite(paper) ? paper : 0),
      fill: Number.isFinite(inside.own) && ink > 0 ? inside.own / ink : 0,
    };
  });
}

/**
 * A line across the rim at `along` (0 to 1 around): the point at `offset` radii outwards is (`x` + `dx` · offset, `y` +
 * `dy` · offset).
 */
function acrossRim({ outline, radius }: SealView, along: number): Ray {
  if (outline.form === 'ellipse') {
    const { cx, cy } = outline.ellipse;
    const { x, y } = pointOnEllipse(outline.ellipse, along * 2 * Math.PI, 1);
    return { x, y, dx: x - cx, dy: y - cy };
  }
  const { cx, cy, width, height, angle } = outline.rectangle;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  // Around the frame at even lengths, from the top left corner; the line itself lies a little within its bounds.
  const inset = LIMIT.frameInset * height;
  const distance = along * 2 * (width + height);
  const ray = (u: number, v: number, outU: number, outV: number): Ray => {
    const onU = u - outU * inset;
    const onV = v - outV * inset;
    return {
      x: cx + onU * cos - onV * sin,
      y: cy + onU * sin + onV * cos,
      dx: radius * (outU * cos - outV * sin),
      dy: radius * (outU * sin + outV * cos),
    };
  };
  if (distance < width) return ray(distance - width / 2, -height / 2, 0, -1);
  if (distance < width + height) return ray(width / 2, distance - width - height / 2, 1, 0);
  if (distance < 2 * width + height) return ray(width / 2 - (distance - width - height), height / 2, 0, 1);
  return ray(-width / 2, height / 2 - (distance - 2 * width - height), -1, 0);
}

/** Longest run of places without print or off the page, share of all places. */
function longestMissing(crossings: readonly (Crossing | null)[], printed: number): number {
  let longest = 0;
  let run = 0;
  for (let k = 0; k < 2 * PLACES; k++) {
    const crossing = crossings[k % PLACES] ?? null;
    run = crossing === null || crossing.ink < printed ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return Math.min(longest, PLACES) / PLACES;
}

/** Values of the map within the outline. */
function pixelsInside({ map, outline }: SealView): Float32Array {
  const { left, top, right, bottom } = boundsOf(outline);
  const [first, last] = [Math.max(0, Math.floor(left) - 1), Math.min(map.width - 1, Math.ceil(right) + 1)];
  const values = new Float32Array(map.data.length);
  let count = 0;
  const placed = outline.form === 'ellipse' ? outline.ellipse : outline.rectangle;
  const cos = Math.cos(placed.angle);
  const sin = Math.sin(placed.angle);
  const round = outline.form === 'ellipse';
  const halfWidth = outline.form === 'ellipse' ? outline.ellipse.a * LIMIT.ringReach : outline.rectangle.width / 2;
  const halfHeight = outline.form === 'ellipse' ? outline.ellipse.b * LIMIT.ringReach : outline.rectangle.height / 2;
  for (let y = Math.max(0, Math.floor(top) - 1); y <= Math.min(map.height - 1, Math.ceil(bottom) + 1); y++) {
    const dy = y - placed.cy;
    for (let x = first, at = y * map.width + first; x <= last; x++, at++) {
      const dx = x - placed.cx;
      const u = (dx * cos + dy * sin) / halfWidth;
      const v = (dy * cos - dx * sin) / halfHeight;
      if (round ? u * u + v * v <= 1 : u >= -1 && u <= 1 && v >= -1 && v <= 1) values[count++] = map.data[at] ?? 0;
    }
  }
  return values.subarray(0, count);
}

function shareOver(values: Float32Array, least: number): number {
  let count = 0;
  for (const value of values) if (value > least) count++;
  return count / Math.max(1, values.length);
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
 * Steepness of the strongest edges over the contrast, for a seal of the radius that sharpness is stated for. A high
 * quantile is taken among pixels with an edge at all, so that bare paper does not count.
 */
function edgeSharpness({ map, radius, floor }: SealView, contrast: number): number {
  if (contrast <= 0) return 0;
  const histogram = new Uint32Array(SLOPES + 1);
  let count = 0;
  const { width, height, data } = map;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const dx = (data[i + 1] ?? 0) - (data[i - 1] ?? 0);
      const dy = (data[i + width] ?? 0) - (data[i - width] ?? 0);
      const slope = Math.sqrt(dx * dx + dy * dy) / 2;
      if (slope <= floor * LIMIT.edgeFloor) continue;
      const bin = Math.min(SLOPES, Math.floor(slope * SLOPES));
      histogram[bin] = (histogram[bin] ?? 0) + 1;
      count++;
    }
  }
  if (count < LIMIT.leastEdges) return 0;
  let rest = count * LIMIT.edgeQuantile;
  let steep = 0;
  for (; steep < SLOPES && rest >= (histogram[steep] ?? 0); steep++) rest -= histogram[steep] ?? 0;
  return Math.min(1, ((steep + 0.5) / SLOPES / contrast) * (radius / LIMIT.sharpRadius) * 2);
}

/** Steps in which slopes, 0 to 1 a pixel, are counted. */
const SLOPES = 1000;

function onMap(map: InkMap, x: number, y: number): boolean {
  return x >= -0.5 && y >= -0.5 && x <= map.width - 0.5 && y <= map.height - 0.5;
}

/** Taken a little within the rim, whose middle line may run along the very edge of a tight crop. */
function visibleShare(view: SealView): number {
  let inside = 0;
  for (let place = 0; place < PLACES; place++) {
    const { x, y, dx, dy } = acrossRim(view, place / PLACES);
    if (onMap(view.map, x - LIMIT.visibleWithin * dx, y - LIMIT.visibleWithin * dy)) inside++;
  }
  return inside / PLACES;
}
