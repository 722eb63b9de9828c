import { scaleEllipse } from '../geometry/ellipse.ts';
import { type Runs, runsOver } from '../geometry/runs.ts';
import type { SealInk, SealShape } from '../inspection.ts';
import type { Box, Raster } from '../raster.ts';
import { greyInk } from './grey-ink.ts';
import { halved, type InkMap } from './ink-map.ts';
import { inkMaps } from './page-ink.ts';
import { boundsOf, overlapShare, type SealOutline } from './place.ts';
import { type Found, type Search, type Sizes, type Source, searchCircles, searchRegions } from './search.ts';
import { shrink } from './shrink.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Size of the paper behind a raster; crops and screenshots have none worth believing, which `findSeals` notices. */
export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
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
  const factor = Math.max(1, Math.round(Math.max(page.width, page.height) / THRESHOLDS.page.searchSide));
  const reduced = shrink(page, factor);
  if (Math.min(reduced.width, reduced.height) < 2 * THRESHOLDS.shape.leastSemiAxis) return [];
  const maps = inkMaps(reduced, THRESHOLDS.page.paperTile);
  const search: Search = { maps, sizes: sealSizes(reduced, paper), found: [] };
  const least = Math.max(THRESHOLDS.ink.least, THRESHOLDS.ink.overNoise * maps.noise);
  searchColour(search, maps.red, least);
  searchFaint(search);
  searchColour(search, maps.cool, least);
  searchGrey(search, least);
  return distinct(search.found).map((seal) => toCandidate(seal, factor, page));
}

/** Seals in an ink that has a colour. */
function searchColour(search: Search, map: InkMap, least: number): void {
  const { ink, ring } = THRESHOLDS;
  const runs = runsOf(map, least);
  if (runs.area < ink.leastShare * map.data.length) return;
  const source: Source = {
    map,
    demand: { least, coverage: ring.coverage, leastCoverage: ring.coverage, wornCoverage: ring.wornCoverage, lines: 0 },
  };
  searchRegions(search, source, runs, [0, 2, 5]);
  searchCircles(search, source, halved(map));
  // A seal over a watermark or a table of its own colour is apart from it at a higher level.
  let before = runs;
  for (const level of ink.levels) {
    const strong = runsOf(map, level, before);
    if (strong.area < ink.leastShare * map.data.length) break;
    if (strong.area > 0.9 * before.area) continue;
    searchRegions(search, source, strong, [0, 2]);
    before = strong;
  }
}

/** Red seals so pale that only averaging lifts them out of the noise. */
function searchFaint(search: Search): void {
  const { ink, ring } = THRESHOLDS;
  const map = halved(search.maps.red);
  const least = Math.max(ink.leastSoft, ink.softOverNoise * search.maps.noise);
  const runs = runsOf(map, least);
  if (runs.area < ink.leastShare * map.data.length) return;
  const source: Source = {
    map,
    demand: {
      least,
      coverage: ring.faintCoverage,
      leastCoverage: ring.coverage,
      wornCoverage: ring.wornCoverage,
      lines: 0,
    },
  };
  searchRegions(search, source, runs, [1, 3, 6]);
  searchCircles(search, source, map);
}

/** Seals in grey ink, as greyscale copies of red ones are, and black rings. */
function searchGrey(search: Search, coloured: number): void {
  const { ink, ring, frame } = THRESHOLDS;
  const { maps } = search;
  const least = Math.max(ink.leastGrey, maps.paperAny);
  const grey = greyInk(maps, ink.black, Math.max(coloured, ink.greyChroma));
  const runs = runsOf(grey, least);
  if (runs.area >= ink.leastShare * grey.data.length) {
    const demand = {
      least,
      coverage: ring.faintCoverage,
      leastCoverage: ring.coverage,
      wornCoverage: 1,
      lines: frame.greyLines,
    };
    const source: Source = { map: grey, rimMap: maps.any, demand };
    searchRegions(search, source, runs, [0, 3]);
    const soft = halved(grey);
    searchCircles(search, source, soft);
    const leastSoft = Math.max(ink.leastSoftGrey, maps.paperAny);
    if (leastSoft < least)
      searchCircles(
        search,
        { map: soft, demand: { ...demand, least: leastSoft, leastCoverage: ring.softGreyCoverage } },
        soft,
      );
  }
  const demand = {
    least: Math.max(ink.leastAny, maps.paperAny),
    coverage: ring.greyCoverage,
    leastCoverage: ring.coverage,
    wornCoverage: 1,
    lines: 1,
  };
  searchCircles(search, { map: maps.any, demand }, halved(maps.any));
}

const runsOf = ({ data, width, height }: InkMap, least: number, within?: Runs): Runs =>
  runsOver(data, width, height, least, within);

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
      longestSquare: whole,
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
  const rank = (seal: Found): number => (seal.outline.form === 'ellipse' ? 1 : 0) + seal.score;
  for (const seal of [...found].sort((p, q) => rank(q) - rank(p))) {
    const own = boundsOf(seal.outline);
    if (kept.every((other) => overlapShare(own, boundsOf(other.outline)) <= THRESHOLDS.place.sameSeal)) kept.push(seal);
  }
  return kept;
}

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
