import { type Ellipse, fitEllipse, pointOnEllipse, radialPosition } from '../geometry/ellipse.ts';
import type { Point } from '../geometry/hull.ts';
import { type InkMap, inkAt } from './ink.ts';

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
  /** Mean ink of the inked ring. */
  readonly ink: number;
}

const SAMPLES = 144;

/** Where the ring crosses each ray: the radial scale and ink of its strongest point; NaN off the picture. */
interface Crossing {
  readonly turn: number;
  readonly scale: number;
  readonly ink: number;
  readonly thin: boolean;
}

/** Looks for the strongest ink within `reach` (share of the radius) either side of the ellipse, ray by ray. */
function crossings(map: InkMap, ellipse: Ellipse, reach: number, least: number): (Crossing | null)[] {
  const radius = Math.sqrt(ellipse.a * ellipse.b);
  const step = Math.min(0.75 / radius, 0.03);
  const inward = 0.15;
  const outward = 0.08;
  const count = Math.ceil((2 * reach + inward + outward) / step);
  const first = 1 - reach - inward;
  const profile = new Float32Array(count + 1);
  return Array.from({ length: SAMPLES }, (_, index) => {
    const turn = (index / SAMPLES) * 2 * Math.PI;
    const on = pointOnEllipse(ellipse, turn, 1);
    if (on.x < 0 || on.y < 0 || on.x > map.width - 1 || on.y > map.height - 1) return null;
    let best = -1;
    let bestInk = -1;
    for (let k = 0; k <= count; k++) {
      const scale = first + k * step;
      const at = pointOnEllipse(ellipse, turn, scale);
      const ink = at.x < -1 || at.y < -1 || at.x > map.width || at.y > map.height ? 0 : inkAt(map, at.x, at.y);
      profile[k] = ink;
      if (scale >= 1 - reach && scale <= 1 + reach && ink > bestInk) {
        best = k;
        bestInk = ink;
      }
    }
    const steps = (share: number): number => Math.round(share / step);
    let inside = Infinity;
    let outside = Infinity;
    for (let k = Math.max(0, best - steps(inward)); k < best; k++) inside = Math.min(inside, profile[k] ?? 0);
    for (let k = best + 1; k <= Math.min(count, best + steps(outward + reach)); k++) {
      outside = Math.min(outside, profile[k] ?? 0);
    }
    const bare = Math.max(least * 0.7, 0.55 * bestInk);
    return { turn, scale: first + best * step, ink: bestInk, thin: inside < bare && outside < bare };
  });
}

/** `least` is the ink from which a point counts as printed. */
export function ringEvidence(map: InkMap, ellipse: Ellipse, least: number): RingEvidence {
  const radius = Math.sqrt(ellipse.a * ellipse.b);
  const found = crossings(map, ellipse, Math.max(0.05, 3 / radius), least);
  const onLine = Math.max(0.018, 1.1 / radius);
  let visible = 0;
  let tight = 0;
  let inked = 0;
  let thin = 0;
  let ink = 0;
  for (const crossing of found) {
    if (crossing === null) continue;
    visible++;
    if (crossing.ink < least) continue;
    inked++;
    ink += crossing.ink;
    if (crossing.thin) thin++;
    if (Math.abs(crossing.scale - 1) <= onLine) tight++;
  }
  let longest = 0;
  let run = 0;
  for (let k = 0; k < 2 * SAMPLES; k++) {
    const crossing = found[k % SAMPLES];
    run = crossing !== null && crossing !== undefined && crossing.ink < least ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return {
    coverage: visible === 0 ? 0 : inked / visible,
    thin: inked === 0 ? 0 : thin / inked,
    tight: inked === 0 ? 0 : tight / inked,
    visible: visible / SAMPLES,
    longestGap: Math.min(longest, SAMPLES) / SAMPLES,
    ink: inked === 0 ? 0 : ink / inked,
  };
}

/**
 * Moves a rough ellipse onto the ring it lies near, to a fraction of a pixel: strongest ink along each ray, outliers
 * dropped twice. `circle` keeps short arcs from bending into an oval. null when the ring is lost.
 */
export function refineRing(map: InkMap, rough: Ellipse, least: number, reach: number): Ellipse | null {
  let ellipse = rough;
  for (const share of [reach, reach * 0.6, reach * 0.4]) {
    const points: Point[] = [];
    const weights: number[] = [];
    for (const crossing of crossings(map, ellipse, share, least)) {
      if (crossing === null || crossing.ink < least) continue;
      points.push(pointOnEllipse(ellipse, crossing.turn, crossing.scale));
      weights.push(crossing.thin ? Math.min(1, crossing.ink) : Math.min(1, crossing.ink) * 0.3);
    }
    // Under half a turn the oval's five unknowns are not held by the points.
    const circle = points.length < SAMPLES * 0.55;
    if (points.length < SAMPLES * 0.15) return null;
    const first = fitEllipse(points, circle, weights);
    const next = first === null ? null : fitEllipse(points, circle, discounted(points, weights, first));
    if (next === null || next.a > ellipse.a * 1.4 || next.b < ellipse.b * 0.6) return null;
    ellipse = next;
  }
  return ellipse;
}

/** Weights once more, less for points far off a first fit: three times the median distance counts for a tenth. */
function discounted(points: readonly Point[], weights: readonly number[], fit: Ellipse): number[] {
  const distances = points.map((point) => Math.abs(radialPosition(fit, point.x, point.y) - 1));
  const sorted = [...distances].sort((p, q) => p - q);
  const median = Math.max(1e-4, sorted[Math.floor(sorted.length / 2)] ?? 0);
  return weights.map((weight, index) => weight / (1 + ((distances[index] ?? 0) / median) ** 2));
}
