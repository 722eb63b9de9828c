import { type Ellipse, ellipseBounds, scaleEllipse } from '../geometry/ellipse.ts';
import type { Runs } from '../geometry/runs.ts';
import type { SealInk } from '../inspection.ts';
import { cutFrame, squared } from './cut-frame.ts';
import { frameEvidence } from './frame.ts';
import { type CircleVote, voteCircles } from './hough.ts';
import { inkOfFrame, inkOfRing } from './ink-colour.ts';
import type { InkMap } from './ink-map.ts';
import { ellipseThrough, inkRegions, type Region } from './outline.ts';
import type { InkMaps } from './page-ink.ts';
import { boundsOf, overlapShare, type SealOutline } from './place.ts';
import { type RingEvidence, refineRing, ringEvidence } from './ring.ts';
import { THRESHOLDS } from './thresholds.ts';

/** A seal in pixels of the reduced page. */
export interface Found {
  readonly outline: SealOutline;
  readonly ink: SealInk;
  readonly coverage: number;
  readonly score: number;
  /** A ring so whole and clean that no other outline of the same seal could fit better. */
  readonly certain: boolean;
  /** A frame that a straight line ends before it closes. */
  readonly cut: boolean;
}

/** Sizes that a seal may have, in pixels of the reduced page. */
export interface Sizes {
  readonly leastSemiAxis: number;
  readonly greatestSemiAxis: number;
  /** Long semi-axis of the smallest ring. */
  readonly leastRing: number;
  /** Sides of the smallest and of the largest square, and the longest side of any frame. */
  readonly leastSquare: number;
  readonly longestSquare: number;
  readonly longestFrame: number;
}

/** How strong a seal's rim must be to count. */
export interface Demand {
  /** Ink from which a point counts as printed. */
  readonly least: number;
  /** Share of a ring, a straight cut left out. */
  readonly coverage: number;
  /** Share of a ring, cut or not. */
  readonly leastCoverage: number;
  /** The same where all that is there lies on one thin line. */
  readonly wornCoverage: number;
  /** Share of each line of a frame. */
  readonly lines: number;
}

/** One page being searched; what is found gathers in `found`. */
export interface Search {
  readonly maps: InkMaps;
  readonly sizes: Sizes;
  readonly found: Found[];
}

/** A map of the reduced page, or of half its size, and what a seal on it must show. */
export interface Source {
  readonly map: InkMap;
  readonly demand: Demand;
  /** Where frames are followed when other print was taken out of \`map\`; of the same size. */
  readonly rimMap?: InkMap;
}

/** Seals whose ink hangs together once gaps of `joins` pixels either side are bridged. */
export function searchRegions(search: Search, source: Source, runs: Runs, joins: readonly number[]): void {
  const { sizes, maps, found } = search;
  const scale = maps.width / source.map.width;
  const size = {
    leastSide: (2 * sizes.leastSemiAxis) / scale,
    greatestSide: (2.4 * sizes.greatestSemiAxis) / scale,
    longest: THRESHOLDS.shape.longestRectangle,
  };
  for (const region of inkRegions(runs, joins, size)) {
    if (isSettled(search, { form: 'rectangle', rectangle: region.rectangle }, scale)) continue;
    const frame = asFrame(search, source, region) ?? asCutFrame(search, source, region);
    if (frame !== null) found.push(frame);
    const leastSemiAxis = (sizes.leastSemiAxis * 0.7) / scale;
    const rough = ellipseThrough(region.outline, leastSemiAxis, THRESHOLDS.shape.flattest);
    const ring = rough === null ? null : asRing(search, source, rough);
    if (ring !== null) found.push(ring);
  }
}

/** Whether an outline in pixels of a map `scale` times smaller could only repeat a seal that is certain already. */
function isSettled({ found }: Search, outline: SealOutline, scale: number): boolean {
  const own = boundsOf(outline);
  const bounds = { left: own.left * scale, top: own.top * scale, right: own.right * scale, bottom: own.bottom * scale };
  return found.some((seal) => seal.certain && overlapShare(boundsOf(seal.outline), bounds) > THRESHOLDS.place.sameSeal);
}

/**
 * Rings by votes on `soft`, a map of half the size, each then judged on the source's own map (or on `soft` itself, for
 * rings that only averaging lifts out of the noise).
 */
export function searchCircles(search: Search, source: Source, soft: InkMap): void {
  const { sizes, maps, found } = search;
  const tried: CircleVote[] = [];
  const radii = {
    from: Math.max(THRESHOLDS.ring.leastVotedRadius, sizes.leastSemiAxis) / 2,
    to: sizes.greatestSemiAxis / 2,
  };
  const votes = voteCircles(withoutSettled(search, soft), radii, source.demand.least * 0.8, THRESHOLDS.ring.votes);
  const scale = source.map.width / soft.width;
  for (const { cx, cy, radius } of votes) {
    if (tried.length >= THRESHOLDS.ring.tries) break;
    const near = (other: CircleVote): boolean =>
      Math.hypot(other.cx - cx, other.cy - cy) < 0.12 * other.radius && Math.abs(other.radius / radius - 1) < 0.12;
    if (tried.some(near)) continue;
    tried.push({ cx, cy, radius, support: 0 });
    const rough = { cx: cx * scale, cy: cy * scale, a: radius * scale, b: radius * scale, angle: 0 };
    if (isSettled(search, { form: 'ellipse', ellipse: rough }, maps.width / source.map.width)) continue;
    const ring = asRing(search, source, rough);
    if (ring !== null) found.push(ring);
  }
}

/** The map with nothing where certain seals lie: their strokes need no votes. */
function withoutSettled({ found, maps }: Search, map: InkMap): InkMap {
  const settled = found.filter(({ certain }) => certain);
  if (settled.length === 0) return map;
  const { width, height } = map;
  const scale = map.width / maps.width;
  const data = map.data.slice();
  for (const { outline } of settled) {
    if (outline.form !== 'ellipse') continue;
    const ellipse = scaleEllipse(outline.ellipse, 1.06 * scale, 1.06 * scale);
    const placed = { ...ellipse, cx: outline.ellipse.cx * scale, cy: outline.ellipse.cy * scale };
    const bounds = ellipseBounds(placed);
    const cos = Math.cos(placed.angle);
    const sin = Math.sin(placed.angle);
    for (let y = Math.max(0, Math.ceil(bounds.top)); y <= Math.min(height - 1, bounds.bottom); y++) {
      for (let x = Math.max(0, Math.ceil(bounds.left)); x <= Math.min(width - 1, bounds.right); x++) {
        const dx = x - placed.cx;
        const dy = y - placed.cy;
        const u = (dx * cos + dy * sin) / placed.a;
        const v = (dy * cos - dx * sin) / placed.b;
        if (u * u + v * v < 1) data[y * width + x] = 0;
      }
    }
  }
  return { width, height, data };
}

/** `rough` is in pixels of `map`, which may be the reduced page or half of it; what is found is in the reduced page's. */
function asRing({ maps, sizes }: Search, { map, demand }: Source, rough: Ellipse): Found | null {
  const { least, coverage, leastCoverage, wornCoverage } = demand;
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
  const worn = evidence.thin >= ring.wornThin && evidence.tight >= ring.wornTight && evidence.coverage >= wornCoverage;
  if (!worn && (evidence.coverage < leastCoverage || whole < coverage || evidence.thin < ring.thin)) return null;
  if (evidence.tight < ring.tight || evidence.visible < ring.visible) return null;
  const inside = interior(map, fitted, least);
  if (inside.ink < ring.interior[0] || inside.ink > ring.interior[1] || inside.sectors < ring.sectors) return null;
  const ellipse = scaleEllipse(fitted, scale, scale);
  return {
    outline: { form: 'ellipse', ellipse },
    ink: inkOfRing(maps, ellipse),
    coverage: evidence.coverage,
    score: ringScore(evidence),
    certain: isCertain(evidence),
    cut: false,
  };
}

function isCertain({ coverage, tight, thin }: RingEvidence): boolean {
  const { certain } = THRESHOLDS.ring;
  return coverage >= certain.coverage && tight >= certain.tight && thin >= certain.thin;
}

function ringScore(evidence: RingEvidence): number {
  return evidence.coverage * evidence.tight * (0.4 + 0.6 * evidence.thin) * Math.min(1, 0.5 + evidence.visible / 2);
}

/** Ink between the centre and the rim: its share of the area, and the share of 24 sectors that hold some. */
function interior(map: InkMap, ellipse: Ellipse, least: number): { ink: number; sectors: number } {
  const bounds = ellipseBounds(ellipse);
  const inked = new Uint32Array(24);
  const visible = new Uint32Array(24);
  const cos = Math.cos(ellipse.angle);
  const sin = Math.sin(ellipse.angle);
  const within = THRESHOLDS.ring.insideFrom ** 2;
  const annulus = THRESHOLDS.ring.annulus ** 2;
  let total = 0;
  let ink = 0;
  for (let y = Math.max(0, Math.ceil(bounds.top)); y <= Math.min(map.height - 1, bounds.bottom); y++) {
    const dy = y - ellipse.cy;
    for (let x = Math.max(0, Math.ceil(bounds.left)); x <= Math.min(map.width - 1, bounds.right); x++) {
      const dx = x - ellipse.cx;
      const u = (dx * cos + dy * sin) / ellipse.a;
      const v = (dy * cos - dx * sin) / ellipse.b;
      const square = u * u + v * v;
      if (square > within) continue;
      const printed = (map.data[y * map.width + x] ?? 0) > least;
      total++;
      if (printed) ink++;
      if (square < annulus) continue;
      const turn = Math.atan2(dy, dx) / (2 * Math.PI) + 1;
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
    if ((inked[sector] ?? 0) > THRESHOLDS.ring.sectorInk * count) filled++;
  }
  return { ink: total === 0 ? 0 : ink / total, sectors: seen === 0 ? 0 : filled / seen };
}

/**
 * What a straight cut left of a frame; it is told from a corner of a table by the writing within. Only of red ink: grey
 * and blue tables, screens and pictures have as many such corners as seals have, and print that was taken out of a map
 * cuts whatever it crosses.
 */
function asCutFrame({ maps, sizes }: Search, { map, demand, rimMap }: Source, { hull, fill }: Region): Found | null {
  const { frame } = THRESHOLDS;
  if (rimMap !== undefined || map === maps.cool || hull.length < 3 || fill < frame.cutFill) return null;
  const scale = maps.width / map.width;
  const cut = cutFrame(map, hull, demand.least, Math.max(frame.cutLine, demand.lines));
  if (cut === null || cut.coverage < frame.cutWhole) return null;
  const { rectangle, share, wholeSide } = cut;
  if (rectangle.width * scale < sizes.leastSquare || rectangle.height * scale < sizes.leastSquare / 2) return null;
  if (wholeSide !== null && wholeSide.length * scale < sizes.leastSquare) return null;
  if (rectangle.width * scale > sizes.longestFrame) return null;
  const inside = frameEvidence(map, rectangle, demand.least);
  // Longer than a chop and one word inside: a mark such as 作废, whose own frame is worn.
  if (inside.oneWord && rectangle.width * scale > sizes.longestSquare) return null;
  const ink = inside.ink / share;
  const leastStrokes = cut.clear < frame.cutClear ? frame.cutSolidStrokes : frame.cutStrokes;
  if (ink < frame.interior[0] || ink > frame.cutInterior || inside.strokes / share < leastStrokes) return null;
  const colour = inkOfFrame(maps, rectangle, scale);
  if (colour !== 'red') return null;
  const whole = squared(cut, sizes.longestSquare / scale);
  return {
    outline: {
      form: 'rectangle',
      rectangle: {
        cx: whole.cx * scale,
        cy: whole.cy * scale,
        width: whole.width * scale,
        height: whole.height * scale,
        angle: whole.angle,
      },
    },
    ink: colour,
    coverage: cut.coverage,
    score: cut.coverage * cut.rim,
    certain: false,
    cut: true,
  };
}

function asFrame({ maps, sizes }: Search, { map, demand, rimMap }: Source, region: Region): Found | null {
  const { frame, shape } = THRESHOLDS;
  const { rectangle } = region;
  const scale = maps.width / map.width;
  const square = rectangle.width <= shape.squareWithin * rectangle.height;
  if (region.fill < frame.fill || rectangle.height * scale < (square ? sizes.leastSquare : sizes.leastSquare / 2))
    return null;
  if (rectangle.width * scale > sizes.longestFrame) return null;
  if (rectangle.width > shape.longestRectangle * rectangle.height) return null;
  const inside = frameEvidence(map, rectangle, demand.least);
  // Print that crosses the frame was taken out of a map of grey ink: whether a line runs on below it, all ink tells.
  const crossed = rimMap !== undefined && inside.coverage >= frame.crossed;
  const evidence = crossed ? frameEvidence(rimMap, rectangle, demand.least) : inside;
  const clear = inside.ink < frame.clearInterior;
  if (Math.min(...evidence.sides) < (clear ? frame.clearSide : frame.side)) return null;
  if (evidence.coverage < (clear ? frame.clearWhole : frame.whole)) return null;
  if (evidence.lines < demand.lines || (!square && inside.oneWord)) return null;
  const ruled = !square && evidence.lines >= frame.ruled;
  const leastInk = ruled ? frame.ruledInterior : frame.interior[0];
  if (inside.ink < leastInk || inside.ink > frame.interior[1] || inside.cells < frame.cells) return null;
  if (inside.strokes < (square ? frame.squareStrokes : ruled ? frame.ruledStrokes : frame.strokes)) return null;
  if (inside.ink > THRESHOLDS.verdict.reversedInk && inside.bareBorder < frame.bareBorder) return null;
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
    certain: false,
    cut: false,
  };
}
