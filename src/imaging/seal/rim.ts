import { type Ellipse, pointOnEllipse } from '../geometry/ellipse.ts';
import type { Point } from '../geometry/hull.ts';
import type { SealShape } from '../inspection.ts';
import type { Raster } from '../raster.ts';
import { type InkMap, inkAt } from './ink-map.ts';
import { THRESHOLDS } from './thresholds.ts';

/**
 * Coordinates that run along a rim: `along` in turns (0 to 1, clockwise, periodic), `depth` 1 on the rim and 0 in the
 * middle. Equal steps of `along` are equal lengths of text.
 */
export interface Rim {
  at(along: number, depth: number): Point;
  /** All depths at one place along the rim lie on a straight line: for loops that go over many of them. */
  ray(along: number): Ray;
  /** Length of the whole rim at a depth, in pixels. */
  lengthAt(depth: number): number;
  /** Pixels from depth 1 to depth 0. */
  readonly radius: number;
}

/** The point at `depth` is (`x` + `dx` · depth, `y` + `dy` · depth). */
export interface Ray {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

const pointOn = ({ x, y, dx, dy }: Ray, depth: number): Point => ({ x: x + dx * depth, y: y + dy * depth });

/**
 * A round seal seen at a tilt is a circle stretched: rays stay rays. An oval seal is cut as an oval: its characters
 * stand on the rim's normals, at equal steps of its length.
 */
export function rimOf(ellipse: Ellipse, shape: SealShape): Rim {
  return shape === 'oval' ? ovalRim(ellipse) : roundRim(ellipse);
}

function roundRim(ellipse: Ellipse): Rim {
  const radius = Math.sqrt(ellipse.a * ellipse.b);
  const { cx, cy } = ellipse;
  const ray = (along: number): Ray => {
    const { x, y } = pointOnEllipse(ellipse, along * 2 * Math.PI, 1);
    return { x: cx, y: cy, dx: x - cx, dy: y - cy };
  };
  return {
    at: (along, depth) => pointOn(ray(along), depth),
    ray,
    lengthAt: (depth) => 2 * Math.PI * radius * depth,
    radius,
  };
}

const STEPS = 720;

function ovalRim({ cx, cy, a, b, angle }: Ellipse): Rim {
  // The curve on which the text stands is divided evenly.
  const middle = THRESHOLDS.layout.ovalText;
  const inset = (t: number, depth: number): Point => {
    const normalX = Math.cos(t) / a;
    const normalY = Math.sin(t) / b;
    const norm = Math.hypot(normalX, normalY);
    const distance = (1 - depth) * b;
    return { x: a * Math.cos(t) - (normalX / norm) * distance, y: b * Math.sin(t) - (normalY / norm) * distance };
  };
  const lengths = new Float64Array(STEPS + 1);
  for (let k = 1; k <= STEPS; k++) {
    const from = inset(((k - 1) / STEPS) * 2 * Math.PI, middle);
    const to = inset((k / STEPS) * 2 * Math.PI, middle);
    lengths[k] = (lengths[k - 1] ?? 0) + Math.hypot(to.x - from.x, to.y - from.y);
  }
  const total = lengths[STEPS] ?? 1;
  const parameterAt = (along: number): number => {
    const wanted = (along - Math.floor(along)) * total;
    let low = 0;
    let high = STEPS;
    while (high - low > 1) {
      const half = (low + high) >> 1;
      if ((lengths[half] ?? 0) <= wanted) low = half;
      else high = half;
    }
    const from = lengths[low] ?? 0;
    const to = lengths[high] ?? from + 1;
    return ((low + (wanted - from) / (to - from)) / STEPS) * 2 * Math.PI;
  };
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const ray = (along: number): Ray => {
    const t = parameterAt(along);
    const from = inset(t, 0);
    const to = inset(t, 1);
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    return {
      x: cx + from.x * cos - from.y * sin,
      y: cy + from.x * sin + from.y * cos,
      dx: dx * cos - dy * sin,
      dy: dx * sin + dy * cos,
    };
  };
  return {
    at: (along, depth) => pointOn(ray(along), depth),
    ray,
    lengthAt: (depth) => total + (depth - middle) * 2 * Math.PI * b,
    radius: b,
  };
}

/** A piece of the rim; `from` < `to`, both in turns, `to` may pass 1. Depths: `inner` < `outer`. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly inner: number;
  readonly outer: number;
}

/** How ink becomes grey: `floor` and less is white, `full` and more is black. */
export interface Tone {
  readonly floor: number;
  readonly full: number;
}

/** The tone of a seal whose own print absorbs `print`, above a `floor` of noise: a faint one becomes as dark as a clear one. */
export function toneOf({ floor }: { readonly floor: number }, print: number): Tone {
  const { white, black, blackOverFloor } = THRESHOLDS.tone;
  return { floor: Math.min(floor, print * white), full: Math.max(floor * blackOverFloor, print * black) };
}

/** Grey value 0 (full ink) to 255 (paper). */
export function greyOf(ink: number, { floor, full }: Tone): number {
  const share = (ink - floor) / Math.max(1e-3, full - floor);
  return Math.round(255 * (1 - (share < 0 ? 0 : Math.min(share, 1))));
}

/**
 * The arc laid out straight as dark on white, `height` pixels high, its natural width times `stretch`. Text on the
 * upper arc stands with its head outwards; `flipped` is for the lower arc, whose text stands head inwards and runs
 * against the clock.
 */
export function unwrap(
  map: InkMap,
  rim: Rim,
  arc: Arc,
  options: {
    readonly height: number;
    readonly stretch: number;
    readonly flipped: boolean;
    readonly tone: Tone;
    readonly margin: number;
  },
): Raster {
  const { height, flipped, tone, margin } = options;
  const thickness = (arc.outer - arc.inner) * rim.radius;
  const length = rim.lengthAt((arc.outer + arc.inner) / 2) * (arc.to - arc.from);
  const inner = Math.max(8, Math.round((length / thickness) * height * options.stretch));
  const width = inner + 2 * margin;
  const data = new Uint8Array(width * height).fill(255);
  for (let x = 0; x < inner; x++) {
    const share = (x + 0.5) / inner;
    const along = flipped ? arc.to + (arc.from - arc.to) * share : arc.from + (arc.to - arc.from) * share;
    const ray = rim.ray(along);
    for (let y = 0; y < height; y++) {
      const down = (y + 0.5) / height;
      const depth = flipped ? arc.inner + (arc.outer - arc.inner) * down : arc.outer + (arc.inner - arc.outer) * down;
      const mapX = ray.x + ray.dx * depth;
      const mapY = ray.y + ray.dy * depth;
      if (mapX < -0.5 || mapY < -0.5 || mapX > map.width - 0.5 || mapY > map.height - 0.5) continue;
      data[y * width + x + margin] = greyOf(inkAt(map, mapX, mapY), tone);
    }
  }
  return { width, height, channels: 1, data };
}
