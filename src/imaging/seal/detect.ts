import { type Ellipse, ellipseBounds, pointOnEllipse, radialPosition, scaleEllipse } from '../geometry/ellipse.ts';
import type { Point, RotatedRectangle } from '../geometry/hull.ts';
import type { SealInk, SealShape } from '../inspection.ts';
import type { Box, Raster } from '../raster.ts';
import { frameEvidence } from './frame.ts';
import { voteCircles } from './hough.ts';
import { type InkMap, type InkMaps, inkAt, inkMaps, shrink, softened } from './ink.ts';
import { ellipseThrough, inkRegions, type Region } from './outline.ts';
import { type RingEvidence, refineRing, ringEvidence } from './ring.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Size of the paper behind a raster; crops and screenshots have none worth believing, which `findSeals` notices. */
export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Where the seal's rim runs, in pixels of the whole page. */
export type SealOutline =
  | { readonly form: 'ellipse'; readonly ellipse: Ellipse }
  | { readonly form: 'rectangle'; readonly rectangle: RotatedRectangle };

export interface SealCandidate {
  readonly box: Box;
  readonly shape: SealShape;
  readonly ink: SealInk;
  readonly outline: SealOutline;
  /** Share of the visible rim that carries ink, on the reduced page. */
  readonly coverage: number;
}

interface Found {
  readonly outline: SealOutline;
  readonly ink: SealInk;
  readonly coverage: number;
  readonly score: number;
}

/** Sizes that a seal may have, in pixels of the reduced page. */
interface Sizes {
  readonly leastSemiAxis: number;
  readonly greatestSemiAxis: number;
}

/**
 * Seals on a page, by what their ink takes from the paper's own white around them. Pure and synchronous; works on a
 * reduced copy, so its outlines are good to about a pixel of that copy. Expects an RGB raster.
 */
export function findSeals(page: Raster, paper: PaperSize): SealCandidate[] {
  const factor = Math.max(1, Math.round(Math.max(page.width, page.height) / THRESHOLDS.page.searchSide));
  const reduced = shrink(page, factor);
  if (Math.min(reduced.width, reduced.height) < 2 * THRESHOLDS.shape.leastSemiAxis) return [];
  const maps = inkMaps(reduced, THRESHOLDS.page.paperTile);
  const sizes = sealSizes(reduced, paper);
  const found: Found[] = [];
  const { ink, ring } = THRESHOLDS;
  const least = Math.max(ink.least, ink.overNoise * maps.noise);
  for (const map of [maps.red, maps.cool]) {
    if (inkShare(map, least) < ink.leastShare) continue;
    found.push(...searchRegions(map, maps, least, sizes), ...searchCircles(map, maps, least, sizes, ring.coverage));
  }
  const leastSoft = Math.max(ink.leastSoft, ink.softOverNoise * maps.noise);
  const soft = softened(maps.red);
  if (leastSoft < least && inkShare(soft, leastSoft) >= ink.leastShare) {
    found.push(...searchCircles(soft, maps, leastSoft, sizes, ring.faintCoverage));
  }
  found.push(...searchCircles(maps.any, maps, ink.leastAny, sizes, ring.greyCoverage));
  return distinct(found).map((seal) => toCandidate(seal, factor, page));
}

function sealSizes(reduced: Raster, paper: PaperSize): Sizes {
  const [narrowest, widest] = THRESHOLDS.page.believableMm;
  const longSide = Math.max(paper.widthMm, paper.heightMm);
  const least = THRESHOLDS.shape.leastSemiAxis;
  const whole = 0.55 * Math.max(reduced.width, reduced.height);
  // A square picture is a crop whatever resolution its header claims; sheets of paper are not.
  const sheet = longSide / Math.min(paper.widthMm, paper.heightMm) > 1.2;
  if (!sheet || longSide < narrowest || longSide > widest) return { leastSemiAxis: least, greatestSemiAxis: whole };
  const perMm = Math.max(reduced.width, reduced.height) / longSide;
  const [smallest, largest] = THRESHOLDS.shape.diameterMm;
  return {
    leastSemiAxis: Math.max(least, (smallest / 2) * perMm * 0.5),
    greatestSemiAxis: Math.min(whole, (largest / 2) * perMm * 1.6),
  };
}

function inkShare(map: InkMap, least: number): number {
  let count = 0;
  for (const value of map.data) if (value > least) count++;
  return count / map.data.length;
}

function searchRegions(map: InkMap, maps: InkMaps, least: number, sizes: Sizes): Found[] {
  const mask = {
    width: map.width,
    height: map.height,
    data: Uint8Array.from(map.data, (ink) => (ink > least ? 1 : 0)),
  };
  const found: Found[] = [];
  for (const join of [2, 5]) {
    for (const region of inkRegions(mask, join, 2 * sizes.leastSemiAxis)) {
      if (region.rectangle.height > 4 * sizes.greatestSemiAxis) continue;
      const frame = asFrame(region, map, maps, least, sizes);
      if (frame !== null) found.push(frame);
      const rough = ellipseThrough(region.outline, sizes.leastSemiAxis * 0.7, THRESHOLDS.shape.flattest);
      const ring = rough === null ? null : asRing(map, maps, rough, least, sizes, THRESHOLDS.ring.coverage);
      if (ring !== null) found.push(ring);
    }
  }
  return found;
}

function searchCircles(map: InkMap, maps: InkMaps, least: number, sizes: Sizes, coverage: number): Found[] {
  const found: Found[] = [];
  const radii = { from: Math.max(THRESHOLDS.ring.leastVotedRadius, sizes.leastSemiAxis), to: sizes.greatestSemiAxis };
  const votes = voteCircles(map, radii, least * 0.8, 0.22);
  for (const vote of votes.slice(0, 60)) {
    const inside = found.some(
      ({ outline }) =>
        outline.form === 'ellipse' &&
        Math.hypot(outline.ellipse.cx - vote.cx, outline.ellipse.cy - vote.cy) < 0.25 * outline.ellipse.a,
    );
    if (inside) continue;
    const rough = { cx: vote.cx, cy: vote.cy, a: vote.radius, b: vote.radius, angle: 0 };
    const ring = asRing(map, maps, rough, least, sizes, coverage);
    if (ring !== null) found.push(ring);
  }
  return found;
}

function asRing(
  map: InkMap,
  maps: InkMaps,
  rough: Ellipse,
  least: number,
  sizes: Sizes,
  coverage: number,
): Found | null {
  const ellipse = refineRing(map, rough, least, 0.1);
  if (ellipse === null || ellipse.b < sizes.leastSemiAxis * 0.8) return null;
  // Larger than any seal on a sheet of that size: then the picture is a crop, and the seal fills it.
  const fills = 2 * ellipse.b > 0.6 * Math.min(map.width, map.height);
  if (ellipse.a > sizes.greatestSemiAxis && !fills) return null;
  if (ellipse.b < THRESHOLDS.shape.flattest * ellipse.a) return null;
  const evidence = ringEvidence(map, ellipse, least);
  const { ring } = THRESHOLDS;
  if (
    evidence.coverage < coverage ||
    evidence.thin < ring.thin ||
    evidence.tight < ring.tight ||
    evidence.visible < ring.visible
  )
    return null;
  const inside = interior(map, ellipse, least);
  if (inside.ink < ring.interior[0] || inside.ink > ring.interior[1] || inside.sectors < ring.sectors) return null;
  return {
    outline: { form: 'ellipse', ellipse },
    ink: inkOfRing(maps, ellipse),
    coverage: evidence.coverage,
    score: ringScore(evidence),
  };
}

function ringScore(evidence: RingEvidence): number {
  return evidence.coverage * evidence.tight * (0.4 + 0.6 * evidence.thin) * Math.min(1, 0.5 + evidence.visible / 2);
}

/** Ink between the centre and the rim: its share of the area, and the share of 24 sectors that hold some. */
function interior(map: InkMap, ellipse: Ellipse, least: number): { ink: number; sectors: number } {
  const bounds = ellipseBounds(ellipse);
  const inked = new Uint32Array(24);
  const visible = new Uint32Array(24);
  let total = 0;
  let ink = 0;
  for (let y = Math.max(0, Math.ceil(bounds.top)); y <= Math.min(map.height - 1, bounds.bottom); y++) {
    for (let x = Math.max(0, Math.ceil(bounds.left)); x <= Math.min(map.width - 1, bounds.right); x++) {
      const position = radialPosition(ellipse, x, y);
      if (position > 0.88) continue;
      const printed = (map.data[y * map.width + x] ?? 0) > least;
      total++;
      if (printed) ink++;
      if (position < 0.4) continue;
      const turn = Math.atan2(y - ellipse.cy, x - ellipse.cx) / (2 * Math.PI) + 1;
      const sector = Math.floor((turn % 1) * 24) % 24;
      visible[sector] = (visible[sector] ?? 0) + 1;
      if (printed) inked[sector] = (inked[sector] ?? 0) + 1;
    }
  }
  let seen = 0;
  let filled = 0;
  for (const [sector, count] of visible.entries()) {
    if (count < 3) continue;
    seen++;
    if ((inked[sector] ?? 0) > 0.04 * count) filled++;
  }
  return { ink: total === 0 ? 0 : ink / total, sectors: seen === 0 ? 0 : filled / seen };
}

/** Colour of the ink under the rim: what most of its points show, so that print crossing it does not count. */
function inkOfRing(maps: InkMaps, ellipse: Ellipse): SealInk {
  const points: Point[] = [];
  for (let k = 0; k < 180; k++) {
    let best = 0;
    let at: Point | null = null;
    for (let scale = 0.96; scale <= 1.04; scale += 0.01) {
      const point = pointOnEllipse(ellipse, (k / 90) * Math.PI, scale);
      if (point.x < 0 || point.y < 0 || point.x > maps.width - 1 || point.y > maps.height - 1) continue;
      const ink = inkAt(maps.any, point.x, point.y);
      if (ink <= best) continue;
      best = ink;
      at = point;
    }
    if (at !== null && best > THRESHOLDS.ink.leastAny / 2) points.push(at);
  }
  return inkAtPoints(maps, points);
}

function inkAtPoints(maps: InkMaps, points: readonly Point[]): SealInk {
  const count: Record<SealInk, number> = { red: 0, grey: 0, other: 0 };
  for (const { x, y } of points) {
    const any = inkAt(maps.any, x, y);
    const red = inkAt(maps.red, x, y) / any;
    const cool = inkAt(maps.cool, x, y) / any;
    if (red > THRESHOLDS.ink.colourShare && red > cool) count.red++;
    else if (cool > THRESHOLDS.ink.colourShare) count.other++;
    else count.grey++;
  }
  if (count.red + count.other < THRESHOLDS.ink.colouredPoints * points.length) return 'grey';
  return count.red >= count.other ? 'red' : 'other';
}

function asFrame(region: Region, map: InkMap, maps: InkMaps, least: number, sizes: Sizes): Found | null {
  const { frame, shape } = THRESHOLDS;
  const { rectangle } = region;
  if (region.fill < frame.fill || rectangle.height < 1.6 * sizes.leastSemiAxis) return null;
  if (rectangle.width > 2.4 * sizes.greatestSemiAxis || rectangle.width > shape.longestRectangle * rectangle.height)
    return null;
  const evidence = frameEvidence(map, rectangle, least);
  if (Math.min(...evidence.sides) < frame.side || evidence.coverage < frame.whole) return null;
  if (evidence.ink < frame.interior[0] || evidence.ink > frame.interior[1] || evidence.cells < frame.cells) return null;
  const ink = map === maps.red ? 'red' : 'other';
  return { outline: { form: 'rectangle', rectangle }, ink, coverage: evidence.coverage, score: evidence.coverage };
}

function bounds(outline: SealOutline): { left: number; top: number; right: number; bottom: number } {
  if (outline.form === 'ellipse') return ellipseBounds(outline.ellipse);
  const { cx, cy, width, height, angle } = outline.rectangle;
  const halfWidth = (width * Math.abs(Math.cos(angle)) + height * Math.abs(Math.sin(angle))) / 2;
  const halfHeight = (width * Math.abs(Math.sin(angle)) + height * Math.abs(Math.cos(angle))) / 2;
  return { left: cx - halfWidth, top: cy - halfHeight, right: cx + halfWidth, bottom: cy + halfHeight };
}

/**
 * Best first; of two outlines of the same seal (one within the other, or mostly the same area) only the better stays.
 * Rings go before frames: a box drawn around a seal is not a seal.
 */
function distinct(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const rank = (seal: Found): number => (seal.outline.form === 'ellipse' ? 1 : 0) + seal.score;
  for (const seal of [...found].sort((p, q) => rank(q) - rank(p))) {
    const own = bounds(seal.outline);
    const area = (own.right - own.left) * (own.bottom - own.top);
    const repeats = kept.some((other) => {
      const theirs = bounds(other.outline);
      const width = Math.min(own.right, theirs.right) - Math.max(own.left, theirs.left);
      const height = Math.min(own.bottom, theirs.bottom) - Math.max(own.top, theirs.top);
      if (width <= 0 || height <= 0) return false;
      const theirArea = (theirs.right - theirs.left) * (theirs.bottom - theirs.top);
      return (width * height) / Math.min(area, theirArea) > 0.6;
    });
    if (!repeats) kept.push(seal);
  }
  return kept;
}

function toCandidate(seal: Found, factor: number, page: Raster): SealCandidate {
  const outline = enlarge(seal.outline, factor);
  const { left, top, right, bottom } = bounds(outline);
  const x = Math.max(0, left / page.width);
  const y = Math.max(0, top / page.height);
  return {
    box: { x, y, width: Math.min(1, right / page.width) - x, height: Math.min(1, bottom / page.height) - y },
    shape: shapeOf(seal.outline),
    ink: seal.ink,
    outline,
    coverage: seal.coverage,
  };
}

function enlarge(outline: SealOutline, factor: number): SealOutline {
  // Pixel centres: the middle of a block of `factor` pixels lies half a block less half a pixel in.
  const shift = (factor - 1) / 2;
  if (outline.form === 'ellipse') {
    const ellipse = scaleEllipse(outline.ellipse, factor, factor);
    return { form: 'ellipse', ellipse: { ...ellipse, cx: ellipse.cx + shift, cy: ellipse.cy + shift } };
  }
  const { cx, cy, width, height, angle } = outline.rectangle;
  return {
    form: 'rectangle',
    rectangle: {
      cx: cx * factor + shift,
      cy: cy * factor + shift,
      width: width * factor,
      height: height * factor,
      angle,
    },
  };
}

function shapeOf(outline: SealOutline): SealShape {
  if (outline.form === 'ellipse') {
    return outline.ellipse.b / outline.ellipse.a < THRESHOLDS.shape.ovalBelow ? 'oval' : 'round';
  }
  return outline.rectangle.width / outline.rectangle.height <= THRESHOLDS.shape.squareWithin ? 'square' : 'rectangle';
}
