import { type Ellipse, scaleEllipse } from '../geometry/ellipse.ts';
import type { RotatedRectangle } from '../geometry/hull.ts';
import { type Runs, runsOver } from '../geometry/runs.ts';
import type { SealInk, SealShape } from '../inspection.ts';
import type { Box, Raster } from '../raster.ts';
import { greyInk } from './grey-ink.ts';
import { halved, type InkMap } from './ink-map.ts';
import { inkMaps } from './page-ink.ts';
import type { Found, FrameCandidate, RingCandidate, Search, Sizes, Source } from './page-search.ts';
import { boundsOf, overlapShare, type SealOutline } from './place.ts';
import type { RimMap } from './scorecard.ts';
import { searchRegions } from './search.ts';
import { searchCircles } from './search-circles.ts';
import { shrink } from './shrink.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Size of the paper behind a raster; crops and screenshots have none worth believing, which `findSeals` notices. */
export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
  /** True when the size was only made up because the file states none. */
  readonly assumed?: boolean;
}

export interface SealCandidate {
  readonly box: Box;
  readonly shape: SealShape;
  readonly ink: SealInk;
  /** In pixels of the whole page. */
  readonly outline: SealOutline;
  /** Share of the visible rim that carries ink, on the reduced page. */
  readonly coverage: number;
  /** Whether it is a frame that a straight line ends before it closes; of rings the closer look tells. */
  readonly cut: boolean;
}

/**
 * Seals on a page, by what their ink takes from the paper's own white around them. Pure and synchronous; works on a
 * reduced copy, so its outlines are good to about a pixel of that copy. Expects an RGB raster.
 */
export function findSeals(page: Raster, paper: PaperSize): SealCandidate[] {
  const factor = reduction(page);
  const search = searchPage(page, paper, factor);
  return search === null ? [] : distinct(search.found).map((seal) => toCandidate(seal, factor, page));
}

/** Everything on a page that was looked at as the rim of a seal, in pixels of the whole page: what scorecards are fitted to. */
export function rimCandidates(
  page: Raster,
  paper: PaperSize,
): { readonly rings: readonly RingCandidate[]; readonly frames: readonly FrameCandidate[] } {
  const factor = reduction(page);
  const { rings = [], frames = [] } = searchPage(page, paper, factor) ?? {};
  return {
    rings: rings.map((ring) => ({ ...ring, ellipse: enlargeEllipse(ring.ellipse, factor) })),
    frames: frames.map((frame) => ({ ...frame, rectangle: enlargeRectangle(frame.rectangle, factor) })),
  };
}

const reduction = ({ width, height }: Raster): number =>
  Math.max(1, Math.round(Math.max(width, height) / THRESHOLDS.page.searchSide));

/** null when the picture is too small to hold a seal. */
function searchPage(page: Raster, paper: PaperSize, factor: number): Search | null {
  const reduced = shrink(page, factor);
  if (Math.min(reduced.width, reduced.height) < 2 * THRESHOLDS.shape.leastSemiAxis) return null;
  const maps = inkMaps(reduced, THRESHOLDS.page.paperTile);
  const search: Search = {
    maps,
    sizes: sealSizes(reduced, paper, Math.max(page.width, page.height)),
    rings: [],
    frames: [],
    found: [],
  };
  const least = Math.max(THRESHOLDS.ink.least, THRESHOLDS.ink.overNoise * maps.noise);
  const red = searchColour(search, 'red', least);
  const cool = searchColour(search, 'cool', least);
  searchGrey(search, least, red || cool ? 'beside colour' : 'nothing but grey');
  return search;
}

/** Seals in an ink that has a colour; returns whether there is ink of that colour at all. */
function searchColour(search: Search, colour: 'red' | 'cool', least: number): boolean {
  const { ink, search: limit } = THRESHOLDS;
  const map = search.maps[colour];
  const runs = runsOf(map, least);
  const soft = halved(map);
  const source: Source = { map, kind: colour, least };
  const pale: Source = {
    map: soft,
    kind: `pale ${colour}`,
    least: Math.max(ink.leastSoft, ink.softOverNoise * search.maps.noise),
  };
  if (runs.area >= ink.leastShare * map.data.length) {
    searchRegions(search, source, runs, limit.joins.colour);
    searchCircles(search, soft, least, [source, pale]);
    // A seal over a watermark or a table of its own colour is apart from it at a higher level.
    let before = runs;
    for (const level of ink.levels) {
      const strong = runsOf(map, level, before);
      if (strong.area < ink.leastShare * map.data.length) break;
      if (strong.area > limit.levelArea * before.area) continue;
      searchRegions(search, source, strong, limit.joins.level);
      before = strong;
    }
  }
  // So pale that only averaging lifts them out of the noise.
  const paleRuns = runsOf(soft, pale.least);
  if (paleRuns.area < ink.leastShare * soft.data.length) return false;
  searchRegions(search, pale, paleRuns, limit.joins.pale);
  searchCircles(search, soft, pale.least, [pale]);
  return true;
}

/**
 * Seals in grey ink, as greyscale copies of red ones are, and black rings. Where nothing has a colour every red seal would
 * be among them, so that a longer search pays.
 */
function searchGrey(search: Search, coloured: number, page: 'beside colour' | 'nothing but grey'): void {
  const { ink } = THRESHOLDS;
  const { joins } = THRESHOLDS.search;
  const { maps } = search;
  const grey = greyInk(maps, ink.black, Math.max(coloured, ink.greyChroma));
  const softGrey = halved(grey);
  const softAny = halved(maps.any);
  const source = (map: InkMap, kind: RimMap, least: number): Source => ({
    map,
    kind,
    least: Math.max(least, maps.paperAny),
  });
  const clear = { ...source(grey, 'grey', ink.leastGrey), rimMap: maps.any };
  const pale = { ...source(softGrey, 'pale grey', ink.leastSoftGrey), rimMap: softAny };
  const all = source(maps.any, 'any', ink.leastAny);
  const paleAll = source(softAny, 'pale any', ink.leastGrey);
  const longer = page === 'nothing but grey';
  const runs = runsOf(grey, clear.least);
  if (runs.area >= ink.leastShare * grey.data.length) {
    searchRegions(search, clear, runs, joins.grey);
    searchCircles(search, softGrey, pale.least, longer ? [clear, pale, all, paleAll] : [clear, pale]);
    if (longer) {
      searchRegions(search, pale, runsOf(softGrey, pale.least), joins.paleGrey);
      searchRegions(search, clear, runsOf(grey, ink.strongGrey, runs), joins.strongGrey);
    }
  }
  searchCircles(search, softAny, all.least, longer ? [clear, pale, all, paleAll] : [all, paleAll]);
}

const runsOf = ({ data, width, height }: InkMap, least: number, within?: Runs): Runs =>
  runsOver(data, width, height, least, within);

/** `pixels` is the long side of the page as it came. */
function sealSizes(reduced: Raster, paper: PaperSize, pixels: number): Sizes {
  const [narrowest, widest] = THRESHOLDS.page.believableMm;
  const longSide = Math.max(paper.widthMm, paper.heightMm);
  const least = THRESHOLDS.shape.leastSemiAxis;
  const { sizes } = THRESHOLDS;
  const whole = sizes.whole * Math.max(reduced.width, reduced.height);
  // A square picture is a crop whatever resolution its header claims; sheets of paper are not.
  const square = longSide / Math.min(paper.widthMm, paper.heightMm) <= sizes.squarePage;
  if (square || longSide < narrowest || longSide > widest) {
    return {
      leastSemiAxis: least,
      ringPerMm: null,
      framePerMm: null,
      greatestSemiAxis: whole,
      leastRing: THRESHOLDS.ring.leastVotedRadius * sizes.cropRing,
      leastSquare: sizes.cropSquare * least,
      longestSquare: whole,
      longestFrame: sizes.cropFrame * whole,
    };
  }
  const perMm = Math.max(reduced.width, reduced.height) / longSide;
  const [smallest, largest] = THRESHOLDS.shape.diameterMm;
  // One seal may fill what is no whole sheet; that its tables and words are no smaller than on one holds all the same.
  const crop = paper.assumed === true && pixels < THRESHOLDS.page.leastAssumedPixels;
  return {
    leastSemiAxis: Math.max(least, (smallest / 2) * perMm * sizes.least),
    ringPerMm: crop ? null : perMm,
    framePerMm: perMm,
    greatestSemiAxis: crop ? whole : Math.min(whole, (largest / 2) * perMm * sizes.greatest),
    leastRing: (THRESHOLDS.ring.leastDiameterMm / 2) * perMm,
    leastSquare: THRESHOLDS.frame.leastSquareMm * perMm,
    longestSquare: THRESHOLDS.frame.longestSquareMm * perMm,
    longestFrame: THRESHOLDS.frame.longestMm * perMm,
  };
}

/**
 * Best first; of two outlines of the same seal (one within the other, or mostly the same area) only the better stays.
 * Rings go before frames: a box drawn around a seal is not a seal.
 */
function distinct(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const rank = (seal: Found): number => (seal.outline.form === 'ellipse' ? RINGS_FIRST : 0) + seal.score;
  for (const seal of [...found].sort((p, q) => rank(q) - rank(p))) {
    const own = boundsOf(seal.outline);
    if (kept.every((other) => overlapShare(own, boundsOf(other.outline)) <= THRESHOLDS.place.sameSeal)) kept.push(seal);
  }
  return kept;
}

/** More than any two scores are apart. */
const RINGS_FIRST = 100;

function toCandidate(seal: Found, factor: number, page: Raster): SealCandidate {
  const outline = enlarge(seal.outline, factor);
  const { left, top, right, bottom } = boundsOf(outline);
  const x = Math.max(0, left / page.width);
  const y = Math.max(0, top / page.height);
  return {
    box: { x, y, width: Math.min(1, right / page.width) - x, height: Math.min(1, bottom / page.height) - y },
    shape: shapeOf(seal.outline),
    ink: seal.ink,
    outline,
    coverage: seal.coverage,
    cut: seal.cut,
  };
}

/** Pixel centres: the middle of a block of `factor` pixels lies half a block less half a pixel in. */
const shiftOf = (factor: number): number => (factor - 1) / 2;

function enlargeEllipse(ellipse: Ellipse, factor: number): Ellipse {
  const { cx, cy, ...rest } = scaleEllipse(ellipse, factor, factor);
  return { cx: cx + shiftOf(factor), cy: cy + shiftOf(factor), ...rest };
}

function enlarge(outline: SealOutline, factor: number): SealOutline {
  if (outline.form === 'ellipse') return { form: 'ellipse', ellipse: enlargeEllipse(outline.ellipse, factor) };
  return { form: 'rectangle', rectangle: enlargeRectangle(outline.rectangle, factor) };
}

function enlargeRectangle(rectangle: RotatedRectangle, factor: number): RotatedRectangle {
  const { cx, cy, width, height, angle } = rectangle;
  return {
    cx: cx * factor + shiftOf(factor),
    cy: cy * factor + shiftOf(factor),
    width: width * factor,
    height: height * factor,
    angle,
  };
}

function shapeOf(outline: SealOutline): SealShape {
  if (outline.form === 'ellipse') {
    return outline.ellipse.b / outline.ellipse.a < THRESHOLDS.shape.ovalBelow ? 'oval' : 'round';
  }
  return outline.rectangle.width / outline.rectangle.height <= THRESHOLDS.shape.squareWithin ? 'square' : 'rectangle';
}
