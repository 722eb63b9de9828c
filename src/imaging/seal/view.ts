import { type Ellipse, ellipseBounds } from '../geometry/ellipse.ts';
import type { RotatedRectangle } from '../geometry/hull.ts';
import type { SealInk } from '../inspection.ts';
import type { Raster } from '../raster.ts';
import type { SealCandidate } from './detect.ts';
import type { InkMap } from './ink-map.ts';
import { inkMaps } from './page-ink.ts';
import type { SealOutline } from './place.ts';
import { refineRing } from './ring.ts';
import { shrink } from './shrink.ts';
import { THRESHOLDS } from './thresholds.ts';

/** One seal looked at in full: its own ink on the pixels around it, and its rim in the coordinates of that map. */
export interface SealView {
  readonly map: InkMap;
  /** Absorption of every ink on the same pixels. */
  readonly absorption: InkMap;
  /** Ink below this is noise of paper, sensor and compression. */
  readonly floor: number;
  /** Spread of the map's values on bare paper. */
  readonly noise: number;
  readonly outline: SealOutline;
  /** Mean semi-axis, or half the short side, in pixels of the map. */
  readonly radius: number;
  /** Pixels of the page for one of the map. */
  readonly factor: number;
}

/** Cuts the seal with some paper around it out of the page; only here are full-size pixels looked at. */
export function viewSeal(page: Raster, candidate: SealCandidate): SealView {
  const size = outlineSize(candidate.outline);
  const factor = Math.max(1, Math.floor(size.radius / THRESHOLDS.view.radius));
  const margin = THRESHOLDS.view.margin * size.radius + THRESHOLDS.view.marginPixels;
  const left = Math.max(0, Math.floor(size.left - margin));
  const top = Math.max(0, Math.floor(size.top - margin));
  const right = Math.min(page.width, Math.ceil(size.right + margin));
  const bottom = Math.min(page.height, Math.ceil(size.bottom + margin));
  const crop = shrink(cut(page, left, top, right - left, bottom - top), factor);
  const maps = inkMaps(
    crop,
    Math.max(THRESHOLDS.view.leastPaperTile, Math.round((THRESHOLDS.view.paperTile * size.radius) / factor)),
  );
  const chosen: Record<SealInk, InkMap> = { red: maps.red, other: maps.cool, grey: maps.any };
  const map = chosen[candidate.ink];
  const floor = Math.max(THRESHOLDS.view.floor, THRESHOLDS.view.overNoise * maps.noise);
  const outline = placed(candidate.outline, left, top, factor);
  return {
    map,
    absorption: maps.any,
    floor,
    noise: maps.noise,
    outline: refined(map, outline, floor),
    radius: size.radius / factor,
    factor,
  };
}

function outlineSize(outline: SealOutline): {
  left: number;
  top: number;
  right: number;
  bottom: number;
  radius: number;
} {
  if (outline.form === 'ellipse') {
    return { ...ellipseBounds(outline.ellipse), radius: Math.sqrt(outline.ellipse.a * outline.ellipse.b) };
  }
  const { cx, cy, width, height } = outline.rectangle;
  const reach = Math.hypot(width, height) / 2;
  return { left: cx - reach, top: cy - reach, right: cx + reach, bottom: cy + reach, radius: height / 2 };
}

function cut(page: Raster, left: number, top: number, width: number, height: number): Raster {
  const { channels } = page;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * page.width + left) * channels;
    data.set(page.data.subarray(from, from + width * channels), y * width * channels);
  }
  return { width, height, channels, data };
}

function placed(outline: SealOutline, left: number, top: number, factor: number): SealOutline {
  const x = (value: number): number => (value - left + 0.5) / factor - 0.5;
  const y = (value: number): number => (value - top + 0.5) / factor - 0.5;
  if (outline.form === 'ellipse') {
    const { cx, cy, a, b, angle } = outline.ellipse;
    const ellipse: Ellipse = { cx: x(cx), cy: y(cy), a: a / factor, b: b / factor, angle };
    return { form: 'ellipse', ellipse };
  }
  const { cx, cy, width, height, angle } = outline.rectangle;
  const rectangle: RotatedRectangle = { cx: x(cx), cy: y(cy), width: width / factor, height: height / factor, angle };
  return { form: 'rectangle', rectangle };
}

function refined(map: InkMap, outline: SealOutline, floor: number): SealOutline {
  if (outline.form === 'rectangle') return outline;
  const ellipse = refineRing(map, outline.ellipse, floor, THRESHOLDS.view.reach);
  return ellipse === null ? outline : { form: 'ellipse', ellipse };
}
