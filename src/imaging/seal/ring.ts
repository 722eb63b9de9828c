import { type Ellipse, fitEllipse, type PointList, pointList, pointOnEllipse } from '../geometry/ellipse.ts';
import { type InkMap, inkAt } from './ink-map.ts';
import { THRESHOLDS } from './thresholds.ts';

/** What a map shows along one ellipse. Shares are 0 to 1. */
export interface RingEvidence {
  /** Share of the visible ring that carries ink. */
  readonly coverage: number;
  /** Share of the inked ring that is a line with bare paper on both sides. */
  readonly thin: number;
  /** Share of the inked ring whose strongest ink lies on the ellipse itself: clutter is strongest anywhere. */
  readonly tight: number;
  /** Share of the ring that lies on the picture. */
  readonly visible: number;
  /** Longest run without ink among the visible ring, share of the whole turn. */
  readonly longestGap: number;
}

/** Rays of the last look, and of those before it, which need only find the way. */
const SAMPLES = 144;
const ROUGH_SAMPLES = 48;

/** Where the ring crosses each of the rays from the centre; NaN scales lie off the picture. */
interface Crossings {
  readonly rays: number;
  /** Radial position of the strongest ink: 1 on the ellipse. */
  readonly scale: Float64Array;
  readonly ink: Float64Array;
  /** 1 where the ink is a line with bare paper on both sides. */
  readonly thin: Uint8Array;
  /** From the centre to the ellipse. */
  readonly rayX: Float64Array;
  readonly rayY: Float64Array;
}

/** How far either side of the line bare paper is looked for, shares of the radius. */
const { bareInward: INWARD, bareOutward: OUTWARD } = THRESHOLDS.ring;

/** Looks for the strongest ink within `reach` (share of the radius) either side of the ellipse, ray by ray. */
function crossRing(map: InkMap, ellipse: Ellipse, reach: number, least: number, rays: number): Crossings {
  const radius = Math.sqrt(ellipse.a * ellipse.b);
  const step = Math.min(0.75 / radius, 0.03);
  const count = Math.ceil((2 * reach + INWARD + OUTWARD) / step);
  const first = 1 - reach - INWARD;
  const nearest = Math.ceil(INWARD / step);
  const farthest = Math.min(count, Math.floor((INWARD + 2 * reach) / step));
  const inwardSteps = Math.round(INWARD / step);
  const outwardSteps = Math.round((OUTWARD + reach) / step);
  const cos = Math.cos(ellipse.angle);
  const sin = Math.sin(ellipse.angle);
  const profile = new Float64Array(count + 1);
  const crossings: Crossings = {
    rays,
    scale: new Float64Array(rays).fill(Number.NaN),
    ink: new Float64Array(rays),
    thin: new Uint8Array(rays),
    rayX: new Float64Array(rays),
    rayY: new Float64Array(rays),
  };
  for (let ray = 0; ray < rays; ray++) {
    const turn = (ray / rays) * 2 * Math.PI - ellipse.angle;
    const u = ellipse.a * Math.cos(turn);
    const v = ellipse.b * Math.sin(turn);
    const rayX = u * cos - v * sin;
    const rayY = u * sin + v * cos;
    crossings.rayX[ray] = rayX;
    crossings.rayY[ray] = rayY;
    const onX = ellipse.cx + rayX;
    const onY = ellipse.cy + rayY;
    if (onX < 0 || onY < 0 || onX > map.width - 1 || onY > map.height - 1) continue;
    let best = nearest;
    let bestInk = -1;
    for (let k = 0; k <= count; k++) {
      const scale = first + k * step;
      const x = ellipse.cx + rayX * scale;
      const y = ellipse.cy + rayY * scale;
      const ink = x < -1 || y < -1 || x > map.width || y > map.height ? 0 : inkAt(map, x, y);
      profile[k] = ink;
      if (k >= nearest && k <= farthest && ink > bestInk) {
        best = k;
        bestInk = ink;
      }
    }
    let inside = Number.POSITIVE_INFINITY;
    let outside = Number.POSITIVE_INFINITY;
    for (let k = Math.max(0, best - inwardSteps); k < best; k++) inside = Math.min(inside, profile[k] ?? 0);
    for (let k = best + 1; k <= Math.min(count, best + outwardSteps); k++) outside = Math.min(outside, profile[k] ?? 0);
    const bare = Math.max(least * THRESHOLDS.ring.bareInk, THRESHOLDS.ring.bareShare * bestInk);
    crossings.scale[ray] = first + best * step;
    crossings.ink[ray] = bestInk;
    crossings.thin[ray] = inside < bare && outside < bare ? 1 : 0;
  }
  return crossings;
}

/** `least` is the ink from which a point counts as printed. */
export function ringEvidence(map: InkMap, ellipse: Ellipse, least: number): RingEvidence {
  const radius = Math.sqrt(ellipse.a * ellipse.b);
  const { near, nearPixels, onLine: share, onLinePixels } = THRESHOLDS.ring;
  const found = crossRing(map, ellipse, Math.max(near, nearPixels / radius), least, SAMPLES);
  const onLine = Math.max(share, onLinePixels / radius);
  let visible = 0;
  let tight = 0;
  let inked = 0;
  let thin = 0;
  let longest = 0;
  let run = 0;
  for (let k = 0; k < 2 * SAMPLES; k++) {
    const ray = k % SAMPLES;
    const scale = found.scale[ray] ?? Number.NaN;
    const ink = found.ink[ray] ?? 0;
    run = !Number.isNaN(scale) && ink < least ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (k >= SAMPLES || Number.isNaN(scale)) continue;
    visible++;
    if (ink < least) continue;
    inked++;
    thin += found.thin[ray] ?? 0;
    if (Math.abs(scale - 1) <= onLine) tight++;
  }
  return {
    coverage: visible === 0 ? 0 : inked / visible,
    thin: inked === 0 ? 0 : thin / inked,
    tight: inked === 0 ? 0 : tight / inked,
    visible: visible / SAMPLES,
    longestGap: Math.min(longest, SAMPLES) / SAMPLES,
  };
}

/** Share of the places, those off the picture left out, at which the ring carries more ink than either of its sides. */
export function risenShare(map: InkMap, ellipse: Ellipse): number {
  const radius = Math.sqrt(ellipse.a * ellipse.b);
  const { sideInward, sideInwardPixels, sideOutward, sideOutwardPixels } = THRESHOLDS.ring;
  const inner = 1 - Math.max(sideInward, sideInwardPixels / radius);
  const outer = 1 + Math.max(sideOutward, sideOutwardPixels / radius);
  let [count, risen] = [0, 0];
  for (let ray = 0; ray < SAMPLES; ray++) {
    const at = (scale: number): number => {
      const { x, y } = pointOnEllipse(ellipse, (ray / SAMPLES) * 2 * Math.PI, scale);
      return x < 0 || y < 0 || x > map.width - 1 || y > map.height - 1 ? Number.NaN : inkAt(map, x, y);
    };
    const [on, within, beyond] = [at(1), at(inner), at(outer)];
    if (Number.isNaN(on + within + beyond)) continue;
    count++;
    if (on > within && on > beyond) risen++;
  }
  return count === 0 ? 0 : risen / count;
}

/**
 * Moves a rough ellipse onto the ring it lies near, to a fraction of a pixel: strongest ink along each ray, outliers
 * discounted. Short arcs are held to a circle, which keeps them from bending into an oval. `reach` is how far off the
 * rough ellipse may be, share of its radius. null when the ring is lost.
 */
export function refineRing(map: InkMap, rough: Ellipse, least: number, reach: number): Ellipse | null {
  const { leastFollowed, circleBelow, scattered, mostGrowth, leastShrinkage, thickWeight } = THRESHOLDS.ring;
  let ellipse = rough;
  const points = pointList(SAMPLES);
  const steps = [reach, reach * 0.6, reach * 0.4];
  for (const [step, share] of steps.entries()) {
    const found = crossRing(map, ellipse, share, least, step < steps.length - 1 ? ROUGH_SAMPLES : SAMPLES);
    points.count = 0;
    for (let ray = 0; ray < found.rays; ray++) {
      const scale = found.scale[ray] ?? Number.NaN;
      const ink = found.ink[ray] ?? 0;
      if (Number.isNaN(scale) || ink < least) continue;
      points.xs[points.count] = ellipse.cx + (found.rayX[ray] ?? 0) * scale;
      points.ys[points.count] = ellipse.cy + (found.rayY[ray] ?? 0) * scale;
      points.weights[points.count] = found.thin[ray] === 1 ? Math.min(1, ink) : Math.min(1, ink) * thickWeight;
      points.count++;
    }
    if (points.count < found.rays * leastFollowed) return null;
    // Under half a turn the oval's five unknowns are not held by the points.
    const circle = points.count < found.rays * circleBelow;
    const first = fitEllipse(points, circle);
    if (first === null) return null;
    const scatter = discount(points, first);
    if (step === 0 && scatter > scattered) return null;
    const next = fitEllipse(points, circle);
    if (next === null || next.a > ellipse.a * mostGrowth || next.b < ellipse.b * leastShrinkage) return null;
    ellipse = next;
  }
  return ellipse;
}

/**
 * Lessens the weights of points far off a first fit: three times the median distance counts for a tenth. Returns that
 * median, in shares of the radius.
 */
function discount({ xs, ys, weights, count }: PointList, fit: Ellipse): number {
  const cos = Math.cos(fit.angle);
  const sin = Math.sin(fit.angle);
  const distances = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const dx = (xs[k] ?? 0) - fit.cx;
    const dy = (ys[k] ?? 0) - fit.cy;
    const u = (dx * cos + dy * sin) / fit.a;
    const v = (dy * cos - dx * sin) / fit.b;
    distances[k] = Math.abs(Math.sqrt(u * u + v * v) - 1);
  }
  const median = Math.max(1e-4, distances.slice().sort()[count >> 1] ?? 0);
  for (let k = 0; k < count; k++) weights[k] = (weights[k] ?? 0) / (1 + ((distances[k] ?? 0) / median) ** 2);
  return median;
}
