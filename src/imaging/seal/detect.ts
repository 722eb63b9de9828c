import type { Mask } from '../geometry/components.ts';
import { type Ellipse, ellipseBounds, pointOnEllipse, radialPosition, scaleEllipse } from '../geometry/ellipse.ts';
import type { Point, RotatedRectangle } from '../geometry/hull.ts';
import type { SealInk, SealShape } from '../inspection.ts';
import type { Box, Raster } from '../raster.ts';
import { frameEvidence } from './frame.ts';
import { type CircleVote, voteCircles } from './hough.ts';
import { greyInk, halved, type InkMap, type InkMaps, inkAt, inkMaps, shrink } from './ink.ts';
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
  /** Long semi-axis of the smallest ring. */
  readonly leastRing: number;
  /** Side of the smallest square, and the longest side of any frame. */
  readonly leastSquare: number;
  readonly longestFrame: number;
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
  const leastSoft = Math.max(ink.leastSoft, ink.softOverNoise * maps.noise);
  for (const map of [maps.red, maps.cool]) {
    const soft = halved(map);
    const demand = { least, coverage: ring.coverage, lines: 0 };
    const mask = inked(map, least);
    if (mask.share >= ink.leastShare) {
      found.push(...searchRegions(map, mask, [0, 2, 5], maps, demand, sizes));
      found.push(...searchCircles(map, soft, maps, demand, sizes));
      // A seal over a pale red watermark is apart from it at a higher level.
      const strong = inked(map, ink.strong);
      if (strong.share < 0.7 * mask.share) found.push(...searchRegions(map, strong, [0, 2], maps, demand, sizes));
    }
    const softMask = inked(soft, leastSoft);
    if (map === maps.red && softMask.share >= ink.leastShare) {
      const faint = { least: leastSoft, coverage: ring.faintCoverage, lines: 0 };
      found.push(...searchRegions(soft, softMask, [1, 3, 6], maps, faint, sizes));
      found.push(...searchCircles(soft, soft, maps, faint, sizes));
    }
  }
  const greyLeast = Math.max(ink.leastGrey, maps.paperAny);
  const grey = greyInk(maps, ink.black, Math.max(least, ink.greyChroma));
  const greyMask = inked(grey, greyLeast);
  if (greyMask.share >= ink.leastShare) {
    const demand = { least: greyLeast, coverage: ring.faintCoverage, lines: THRESHOLDS.frame.greyLines };
    found.push(...searchRegions(grey, greyMask, [0, 2, 5], maps, demand, sizes));
    found.push(...searchCircles(grey, halved(grey), maps, demand, sizes));
  }
  const black = { least: Math.max(ink.leastAny, maps.paperAny), coverage: ring.greyCoverage, lines: 1 };
  found.push(...searchCircles(maps.any, halved(maps.any), maps, black, sizes));
  return distinct(found).map((seal) => toCandidate(seal, factor, page));
}

function sealSizes(reduced: Raster, paper: PaperSize): Sizes {
  const [narrowest, widest] = THRESHOLDS.page.believableMm;
  const longSide = Math.max(paper.widthMm, paper.heightMm);
  const least = THRESHOLDS.shape.leastSemiAxis;
  const whole = 0.55 * Math.max(reduced.width, reduced.height);
  // A square picture is a crop whatever resolution its header claims; sheets of paper are not.
  const sheet = longSide / Math.min(paper.widthMm, paper.heightMm) > 1.2;
  if (!sheet || longSide < narrowest || longSide > widest) {
    return {
      leastSemiAxis: least,
      greatestSemiAxis: whole,
      leastRing: THRESHOLDS.ring.leastVotedRadius * 0.7,
      leastSquare: 2.5 * least,
      longestFrame: 2 * whole,
    };
  }
  const perMm = Math.max(reduced.width, reduced.height) / longSide;
  const [smallest, largest] = THRESHOLDS.shape.diameterMm;
  return {
    leastSemiAxis: Math.max(least, (smallest / 2) * perMm * 0.5),
    greatestSemiAxis: Math.min(whole, (largest / 2) * perMm * 1.6),
    leastRing: (THRESHOLDS.ring.leastDiameterMm / 2) * perMm,
    leastSquare: THRESHOLDS.frame.leastSquareMm * perMm,
    longestFrame: THRESHOLDS.frame.longestMm * perMm,
  };
}

interface InkedMask extends Mask {
  /** Share of the map that is set. */
  readonly share: number;
}

function inked(map: InkMap, least: number): InkedMask {
  const { width, height, data: ink } = map;
  const data = new Uint8Array(ink.length);
  let count = 0;
  for (let i = 0; i < ink.length; i++) {
    if ((ink[i] ?? 0) <= least) continue;
    data[i] = 1;
    count++;
  }
  return { width, height, data, share: count / Math.max(1, ink.length) };
}

/** Seals whose ink hangs together once gaps of `joins` pixels either side are bridged. */
function searchRegions(
  map: InkMap,
  mask: Mask,
  joins: readonly number[],
  maps: InkMaps,
  demand: Demand,
  sizes: Sizes,
): Found[] {
  const found: Found[] = [];
  const scale = maps.width / map.width;
  for (const join of joins) {
    for (const region of inkRegions(mask, join, (2 * sizes.leastSemiAxis) / scale)) {
      if (region.rectangle.height * scale > 4 * sizes.greatestSemiAxis) continue;
      const frame = asFrame(region, map, maps, demand, sizes);
      if (frame !== null) found.push(frame);
      const leastSemiAxis = (sizes.leastSemiAxis * 0.7) / scale;
      const rough = ellipseThrough(region.outline, leastSemiAxis, THRESHOLDS.shape.flattest);
      const ring = rough === null ? null : asRing(map, maps, rough, demand, sizes);
      if (ring !== null) found.push(ring);
    }
  }
  return found;
}

/** How strong a seal's rim must be to count. */
interface Demand {
  /** Ink from which a point counts as printed. */
  readonly least: number;
  /** Share of a ring. */
  readonly coverage: number;
  /** Share of each line of a frame. */
  readonly lines: number;
}

/**
 * Rings by votes on `soft`, a map of half the size, each then judged on `map` (or on `soft` itself, for rings that only
 * averaging lifts out of the noise).
 */
function searchCircles(map: InkMap, soft: InkMap, maps: InkMaps, demand: Demand, sizes: Sizes): Found[] {
  const found: Found[] = [];
  const tried: CircleVote[] = [];
  const radii = {
    from: Math.max(THRESHOLDS.ring.leastVotedRadius, sizes.leastSemiAxis) / 2,
    to: sizes.greatestSemiAxis / 2,
  };
  for (const vote of voteCircles(soft, radii, demand.least * 0.8, THRESHOLDS.ring.votes)) {
    if (tried.length >= THRESHOLDS.ring.tries) break;
    const near = (other: CircleVote): boolean =>
      Math.hypot(other.cx - vote.cx, other.cy - vote.cy) < 0.12 * other.radius &&
      Math.abs(other.radius / vote.radius - 1) < 0.12;
    if (tried.some(near)) continue;
    tried.push(vote);
    const scale = map.width / soft.width;
    const rough = {
      cx: vote.cx * scale,
      cy: vote.cy * scale,
      a: vote.radius * scale,
      b: vote.radius * scale,
      angle: 0,
    };
    const ring = asRing(map, maps, rough, demand, sizes);
    if (ring !== null) found.push(ring);
  }
  return found;
}

/** `rough` is in pixels of `map`, which may be the reduced page or half of it; what is found is in the reduced page's. */
function asRing(map: InkMap, maps: InkMaps, rough: Ellipse, demand: Demand, sizes: Sizes): Found | null {
  const { least, coverage } = demand;
  const { ring } = THRESHOLDS;
  const scale = maps.width / map.width;
  const fitted = refineRing(map, rough, least, 0.1);
  if (fitted === null || fitted.b * scale < sizes.leastSemiAxis * 0.8 || fitted.a * scale < sizes.leastRing)
    return null;
  if (fitted.b < THRESHOLDS.shape.flattest * fitted.a) return null;
  // Larger than any seal on a sheet of that size: then the picture is a crop, and the seal fills it.
  const fills = 2 * fitted.b > 0.6 * Math.min(map.width, map.height);
  if (fitted.a * scale > sizes.greatestSemiAxis && !fills) return null;
  const evidence = ringEvidence(map, fitted, least);
  // What a straight cut left unprinted is one gap; the rest of the ring is whole.
  const whole = evidence.coverage / Math.max(0.3, 1 - Math.min(evidence.longestGap, 0.5) / evidence.visible);
  if (evidence.coverage < ring.coverage || whole < coverage || evidence.thin < ring.thin) return null;
  if (evidence.tight < ring.tight || evidence.visible < ring.visible) return null;
  const inside = interior(map, fitted, least);
  if (inside.ink < ring.interior[0] || inside.ink > ring.interior[1] || inside.sectors < ring.sectors) return null;
  const ellipse = scaleEllipse(fitted, scale, scale);
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
      if (position > 0.86) continue;
      const printed = (map.data[y * map.width + x] ?? 0) > least;
      total++;
      if (printed) ink++;
      if (position < THRESHOLDS.ring.annulus) continue;
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

/** Colour of the frame's lines, taken at their strongest ink. */
function inkOfFrame(maps: InkMaps, rectangle: RotatedRectangle, scale: number): SealInk {
  const points: Point[] = [];
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  for (let k = 0; k < 160; k++) {
    const along = ((k % 40) / 39) * 2 - 1;
    let best = 0;
    let at: Point | null = null;
    for (let inset = 0; inset <= 0.12; inset += 0.02) {
      const across = k < 80 ? 1 - inset : inset - 1;
      const long = k % 80 < 40;
      const u = (long ? along : across) * rectangle.width * 0.5;
      const v = (long ? across : along) * rectangle.height * 0.5;
      const point = { x: (rectangle.cx + u * cos - v * sin) * scale, y: (rectangle.cy + u * sin + v * cos) * scale };
      const ink = inkAt(maps.any, point.x, point.y);
      if (ink <= best) continue;
      best = ink;
      at = point;
    }
    if (at !== null && best > THRESHOLDS.ink.leastAny / 2) points.push(at);
  }
  return inkAtPoints(maps, points);
}

function asFrame(region: Region, map: InkMap, maps: InkMaps, demand: Demand, sizes: Sizes): Found | null {
  const { frame, shape } = THRESHOLDS;
  const { rectangle } = region;
  const scale = maps.width / map.width;
  const square = rectangle.width <= shape.squareWithin * rectangle.height;
  if (region.fill < frame.fill || rectangle.height * scale < (square ? sizes.leastSquare : sizes.leastSquare / 2))
    return null;
  if (rectangle.width * scale > sizes.longestFrame) return null;
  if (rectangle.width > shape.longestRectangle * rectangle.height) return null;
  const evidence = frameEvidence(map, rectangle, demand.least);
  const clear = evidence.ink < frame.clearInterior;
  if (Math.min(...evidence.sides) < (clear ? frame.clearSide : frame.side)) return null;
  if (evidence.coverage < (clear ? frame.clearWhole : frame.whole)) return null;
  if (evidence.lines < demand.lines || (!square && evidence.oneWord)) return null;
  if (evidence.ink < frame.interior[0] || evidence.ink > frame.interior[1] || evidence.cells < frame.cells) return null;
  if (evidence.strokes < (square ? frame.squareStrokes : frame.strokes)) return null;
  return {
    outline: {
      form: 'rectangle',
      rectangle: {
        cx: rectangle.cx * scale,
        cy: rectangle.cy * scale,
        width: rectangle.width * scale,
        height: rectangle.height * scale,
        angle: rectangle.angle,
      },
    },
    ink: inkOfFrame(maps, rectangle, scale),
    coverage: evidence.coverage,
    score: evidence.coverage,
  };
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
