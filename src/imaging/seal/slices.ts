import { joinRuns, type RunGroup, type Runs, runsOver } from '../geometry/runs.ts';
import type { PageEdges, SealSlice, SliceSide } from '../inspection.ts';
import type { Raster } from '../raster.ts';
import type { PaperSize } from './detect.ts';
import { inkOfPieces } from './ink-colour.ts';
import type { InkMap } from './ink-map.ts';
import { type InkMaps, inkMaps } from './page-ink.ts';
import { isRingSlice, sliceRing } from './ring-slice.ts';
import { shrink } from './shrink.ts';
import { THRESHOLDS } from './thresholds.ts';

const SLICE = THRESHOLDS.slice;

const NOTHING_TOLD: PageEdges = { slices: [], unclear: ['left', 'right'] };

/**
 * Pieces of seals at the left and right edge of a page, down to slices too narrow for a ring to be fitted. `unclear` names
 * the sides where red ink runs along the edge, or from it into the page, so that a slice could not be told: a desk beside
 * the sheet, a frame. Both when the page lies on its side or the picture has no size on paper; of a raster without colour,
 * the sides without a slice, since much else is grey.
 */
export function findSealSlices(page: Raster, paper: PaperSize): PageEdges {
  const [narrowest, widest] = THRESHOLDS.page.believableMm;
  const believable = paper.widthMm >= narrowest && paper.heightMm >= narrowest && paper.heightMm <= widest;
  if (!believable || paper.widthMm < 2 * SLICE.band) return NOTHING_TOLD;
  const slices: SealSlice[] = [];
  const unclear: SliceSide[] = [];
  // A sheet that was scanned lying has its side edges at the top and bottom of the picture.
  const lying = paper.widthMm > paper.heightMm;
  for (const side of ['left', 'right'] as const) {
    const found = slicesAt(page, paper, side);
    slices.push(...found.slices);
    const untold = page.channels === 1 && found.slices.length === 0;
    if (found.unclear || lying || untold) unclear.push(side);
  }
  return { slices, unclear };
}

interface SideSlices {
  readonly slices: readonly SealSlice[];
  readonly unclear: boolean;
}

function slicesAt(page: Raster, paper: PaperSize, side: SliceSide): SideSlices {
  const pagePerMm = page.width / paper.widthMm;
  const factor = Math.max(1, Math.floor(pagePerMm / SLICE.resolution));
  const band = shrink(bandOf(page, Math.round(SLICE.band * pagePerMm), side), factor);
  if (band.width < 8 || band.height < 8) return { slices: [], unclear: true };
  const perMm = pagePerMm / factor;
  const maps = inkMaps(band, THRESHOLDS.page.paperTile);
  const least = Math.max(THRESHOLDS.ink.least, THRESHOLDS.ink.overNoise * maps.noise);
  const red = piecesOf(maps.red, least, perMm);
  const slices = red.pieces.map(({ extents }): SealSlice => ({ side, ink: 'red', ...extents }));
  return { slices: [...slices, ...otherSlices(maps, perMm, side, slices)], unclear: red.unclear };
}

/** Slices in grey or another colour, beside the red ones that are known. */
function otherSlices(maps: InkMaps, perMm: number, side: SliceSide, red: readonly SealSlice[]): SealSlice[] {
  const { runs, pieces } = piecesOf(maps.any, Math.max(THRESHOLDS.ink.leastAny, maps.paperAny), perMm);
  return pieces.flatMap(({ groups, extents }) => {
    if (red.some(({ topMm, bottomMm }) => extents.topMm < bottomMm && extents.bottomMm > topMm)) return [];
    const ring = sliceRing(runs, groups, perMm);
    if (ring === null || !isRingSlice(ring)) return [];
    return [{ side, ink: inkOfPieces(maps, runs, groups), ...extents }];
  });
}

/** A strip of the page along its side, mirrored where necessary so that the page's edge is at the right. */
function bandOf(page: Raster, width: number, side: SliceSide): Raster {
  const data = new Uint8Array(width * page.height * 3);
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * page.width + (side === 'right' ? page.width - width + x : width - 1 - x)) * page.channels;
      for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = page.data[from + (page.channels === 1 ? 0 : c)] ?? 0;
    }
  }
  return { width, height: page.height, channels: 3, data };
}

/** What may be a slice: pieces of ink at the edge, one above the other. */
interface Piece {
  readonly groups: readonly RunGroup[];
  readonly extents: Omit<SealSlice, 'side' | 'ink'>;
}

function piecesOf(
  map: InkMap,
  least: number,
  perMm: number,
): { readonly runs: Runs; readonly pieces: readonly Piece[]; readonly unclear: boolean } {
  const runs = runsOver(map.data, map.width, map.height, least);
  const reach = SLICE.edge * perMm;
  if (!reachesEdge(runs, map.width - 1 - reach)) return { runs, pieces: [], unclear: false };
  const atEdge = joinRuns(runs, Math.round(SLICE.join * perMm), SLICE.speck * perMm).filter(
    ({ right }) => map.width - 1 - right <= reach,
  );
  // What reaches across the whole band is a whole seal near the edge, or a rule or frame of the page.
  const across = atEdge.filter(({ left }) => left <= 1);
  const tall = atEdge.filter(({ top, bottom }) => (bottom - top) / perMm > SLICE.extent[1]);
  const rest = atEdge.filter((group) => !across.includes(group) && !tall.includes(group));
  const pieces = stacked(rest, perMm)
    .map((groups) => ({ groups, extents: measured(runs, groups, map.width, perMm) }))
    .filter(
      ({ extents: { depthMm, bottomMm, topMm } }) => depthMm >= SLICE.least && bottomMm - topMm >= SLICE.extent[0],
    );
  return { runs, pieces, unclear: across.length > 0 || tall.length > 0 };
}

/** Whether any ink lies beyond a column: most pages have none at their edges, and joining print takes long. */
function reachesEdge({ to, count }: Runs, column: number): boolean {
  for (let run = 0; run < count; run++) if ((to[run] ?? 0) - 1 >= column) return true;
  return false;
}

/** Pieces one above the other that one seal may have left. */
function stacked(groups: readonly RunGroup[], perMm: number): RunGroup[][] {
  const stacks: RunGroup[][] = [];
  for (const group of [...groups].sort((a, b) => a.top - b.top)) {
    const last = stacks.at(-1);
    const top = Math.min(...(last ?? []).map((piece) => piece.top));
    const bottom = Math.max(...(last ?? []).map((piece) => piece.bottom));
    const fits = group.top - bottom <= SLICE.bare * perMm && group.bottom - top <= SLICE.extent[1] * perMm;
    if (last !== undefined && fits) last.push(group);
    else stacks.push([group]);
  }
  return stacks;
}

function measured(runs: Runs, groups: readonly RunGroup[], width: number, perMm: number): Piece['extents'] {
  const left = Math.min(...groups.map((group) => group.left));
  const right = Math.max(...groups.map((group) => group.right));
  const top = Math.min(...groups.map((group) => group.top));
  const bottom = Math.max(...groups.map((group) => group.bottom));
  const end = SLICE.end * (right - left);
  const extent = (from: number, to: number): number => {
    const rows = groups.flatMap((group) =>
      group.rows.filter((_, k) => {
        const run = group.runs[k] ?? 0;
        return (runs.from[run] ?? 0) <= to && (runs.to[run] ?? 0) > from;
      }),
    );
    return rows.length === 0 ? 0 : rows.reduce((a, b) => Math.max(a, b)) - rows.reduce((a, b) => Math.min(a, b));
  };
  const mm = (pixels: number): number => Math.round((pixels / perMm) * 10) / 10;
  return {
    topMm: mm(top),
    bottomMm: mm(bottom + 1),
    depthMm: mm(Math.min(width, right + 1) - left),
    insetMm: mm(Math.max(0, width - 1 - right)),
    innerExtentMm: mm(extent(left, left + end)),
    outerExtentMm: mm(extent(right - end, right)),
  };
}
