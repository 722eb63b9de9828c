import type { PageEdges, SealInk, SealSlice, SliceSide } from '../inspection.ts';
import { THRESHOLDS } from './thresholds.ts';

/** What one page shows at its side edges. */
export interface EdgedPage {
  /** From 1. */
  readonly number: number;
  readonly edges: PageEdges;
}

/** Slices on several sheets at one height of one side: what one stroke of a straddle seal leaves. Millimetres. */
export interface StraddleImpression {
  readonly side: SliceSide;
  /** Grey where no sheet shows a colour. */
  readonly ink: SealInk;
  /** Numbers of the pages that bear a slice, in order. */
  readonly pages: readonly number[];
  /** In the order of `pages`. */
  readonly slices: readonly SealSlice[];
  /** Of all slices together. */
  readonly widthMm: number;
  /** Of the longest slice: of the seal, when it was cut near its middle. */
  readonly diameterMm: number;
  /** Whether the slices make up one ring: from two sheets on, as wide as it is high, and not the same part twice. */
  readonly joined: boolean;
  /** Why they do not: one slice alone, the same end of the ring twice, or less than a ring. */
  readonly fault: 'alone' | 'same-part' | 'too-narrow' | null;
}

const { sameHeightMm: SAME_HEIGHT_MM, width: WIDTH, perSliceMm: PER_SLICE_MM, opens: OPENS } = THRESHOLDS.joinedSlices;

type Part = 'opening' | 'middle' | 'closing';

/** A ring's end is shorter on its outer side: the sheet's piece opens towards the edge or closes towards it. */
function partOf({ innerExtentMm, outerExtentMm }: SealSlice): Part {
  if (innerExtentMm < OPENS * outerExtentMm) return 'opening';
  return outerExtentMm < OPENS * innerExtentMm ? 'closing' : 'middle';
}

interface PlacedSlice {
  readonly page: number;
  readonly slice: SealSlice;
}

const inkOf = (slices: readonly PlacedSlice[]): SealInk =>
  slices.find(({ slice }) => slice.ink !== 'grey')?.slice.ink ?? 'grey';
const middleOf = ({ topMm, bottomMm }: SealSlice): number => (topMm + bottomMm) / 2;
const widthOf = (slices: readonly PlacedSlice[]): number => slices.reduce((sum, { slice }) => sum + slice.depthMm, 0);
const diameterOf = (slices: readonly PlacedSlice[]): number =>
  Math.max(...slices.map(({ slice }) => slice.bottomMm - slice.topMm));

/** Whether `next` may be of the impression that the others are of: same side and height, and room left in the ring. */
function belongs(slices: readonly PlacedSlice[], next: PlacedSlice): boolean {
  const [first] = slices;
  if (first === undefined || first.slice.side !== next.slice.side) return false;
  if (slices.some(({ page }) => page === next.page)) return false;
  // One sheet of a document may have been scanned without colour, but no seal is red and blue.
  if (![next.slice.ink, 'grey'].includes(inkOf(slices)) && next.slice.ink !== 'grey') return false;
  const height = slices.reduce((sum, { slice }) => sum + middleOf(slice), 0) / slices.length;
  if (Math.abs(height - middleOf(next.slice)) > SAME_HEIGHT_MM) return false;
  const together = [...slices, next];
  if (widthOf(together) > WIDTH[1] * diameterOf(together) + PER_SLICE_MM * together.length) return false;
  // A full ring is followed by the first slice of the next fan of sheets.
  const full = widthOf(slices) >= WIDTH[0] * diameterOf(slices);
  return !(full && slices.length > 1 && partOf(next.slice) === partOf(first.slice));
}

function faultOf(slices: readonly PlacedSlice[]): StraddleImpression['fault'] {
  const [first, last] = [slices[0], slices.at(-1)];
  if (first === undefined || last === undefined || slices.length < 2) return 'alone';
  if (partOf(first.slice) === partOf(last.slice) && partOf(first.slice) !== 'middle') return 'same-part';
  return widthOf(slices) + PER_SLICE_MM * slices.length >= WIDTH[0] * diameterOf(slices) ? null : 'too-narrow';
}

/**
 * Which slices at the edges of a document's pages, given in order, are of one straddle seal, and whether they join. A
 * page that bears none in between does not end an impression: the sheets before and after it may still make up the ring.
 */
export function joinSlices(pages: readonly EdgedPage[]): readonly StraddleImpression[] {
  const impressions: PlacedSlice[][] = [];
  for (const { number, edges } of pages) {
    for (const slice of edges.slices) {
      const next = { page: number, slice };
      const own = impressions.findLast((slices) => belongs(slices, next));
      if (own === undefined) impressions.push([next]);
      else own.push(next);
    }
  }
  const tenth = (millimetres: number): number => Math.round(millimetres * 10) / 10;
  return impressions.map((slices) => ({
    side: slices[0]?.slice.side ?? 'right',
    ink: inkOf(slices),
    pages: slices.map(({ page }) => page),
    slices: slices.map(({ slice }) => slice),
    widthMm: tenth(widthOf(slices)),
    diameterMm: tenth(diameterOf(slices)),
    joined: faultOf(slices) === null,
    fault: faultOf(slices),
  }));
}
