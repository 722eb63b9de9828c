import { THRESHOLDS } from './thresholds.ts';

const LIMIT = THRESHOLDS.writtenArcs;

/** Ink of columns, even steps once around the rim, over the height of the name. */
export interface Writing {
  /** Of columns that are written on over the whole height; 0 in others. */
  readonly full: Float32Array;
  readonly middle: Float32Array;
  /** At the characters' inner end. */
  readonly inner: Float32Array;
}

/** A stretch of the rim in turns: 0 ≤ `from` < 1, `from` < `to`, `to` past 1 when it runs over the seam. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What lies between the end of one gap and the start of the next. */
function between(gap: Stretch, next: Stretch): Stretch {
  const from = gap.to % 1;
  return { from, to: next.from > from ? next.from : next.from + 1 };
}

/** Written stretches, longest first: one, or two when a second gap is of the largest one's kind and not of the rest's. */
export function arcsOf(columns: Float32Array, writing: Writing | null = null): Stretch[] {
  const gaps = findGaps(columns);
  const [first, second, third] = gaps;
  if (first === undefined) return [];
  const flanked =
    second !== undefined &&
    size(second) > LIMIT.lowerText * size(first) &&
    size(second) > LIMIT.secondOverThird * size(third ?? NO_GAP);
  const arcs = flanked
    ? [between(first, second), between(second, first)]
    : [writing === null ? between(first, first) : withoutCorners(between(first, first), gaps, writing)];
  return arcs.sort((p, q) => size(q) - size(p));
}

const NO_GAP: Stretch = { from: 0, to: 0 };
const size = ({ from, to }: Stretch): number => to - from;

const { stub: STUB, stubGap: STUB_GAP, corner: CORNER } = LIMIT;

/**
 * A straight line's corner, with the first or last digit of a number above it, reaches over the name's whole height and
 * leaves the middle of it bare, as no character does. It stands off by more than characters do. Where a line's characters
 * are as high as the name's its corners fill the height, but then both stand off alike.
 */
function withoutCorners(arc: Stretch, gaps: readonly Stretch[], writing: Writing): Stretch {
  const places = gaps
    .map(({ from, to }) => {
      const start = from >= arc.from ? from : from + 1;
      return { from: start, to: start + (to - from) };
    })
    .filter(({ from, to }) => from > arc.from && to < arc.to && to - from > STUB_GAP)
    .sort((p, q) => p.from - q.from);
  const isNearEnd = ({ from, to }: Stretch): boolean => from - arc.from < STUB || arc.to - to < STUB;
  const widest = Math.max(0, ...places.filter((gap) => !isNearEnd(gap)).map(size));
  const isCorner = (from: number, to: number, gap: Stretch): boolean => {
    if (to - from >= STUB) return false;
    const least = size(gap) > CORNER.apart * Math.max(STUB_GAP, widest) ? CORNER.blurred : CORNER.clean;
    return meanOver(writing.middle, from, to) < least * meanOver(writing.inner, from, to);
  };
  const head = places.findLast((gap) => isCorner(arc.from, gap.from, gap));
  const tail = places.find((gap) => isCorner(gap.to, arc.to, gap));
  if (head !== undefined || tail !== undefined) return { from: head?.to ?? arc.from, to: tail?.from ?? arc.to };
  const [first, last] = [
    places.find(({ from }) => from - arc.from < STUB),
    places.find(({ to }) => arc.to - to < STUB),
  ];
  return first !== undefined && last !== undefined && first !== last && isPair(first, last, widest)
    ? { from: first.to, to: last.from }
    : arc;
}

/** Gaps beside the corners of one straight line: alike, and wider than all between characters. */
function isPair(head: Stretch, tail: Stretch, widest: number): boolean {
  const [narrow, wide] = [Math.min(size(head), size(tail)), Math.max(size(head), size(tail))];
  return wide <= LIMIT.pair.alike * narrow && widest <= LIMIT.pair.elsewhere * narrow;
}

function meanOver(columns: Float32Array, from: number, to: number): number {
  const first = Math.round(from * columns.length);
  const last = Math.max(first + 1, Math.round(to * columns.length));
  let sum = 0;
  for (let column = first; column < last; column++) sum += columns[column % columns.length] ?? 0;
  return sum / (last - first);
}

/** Runs of columns without writing, longest first. */
function findGaps(columns: Float32Array): Stretch[] {
  const sorted = columns.slice().sort();
  const limit = LIMIT.bareInk * (sorted[Math.floor(sorted.length * LIMIT.inkedQuantile)] ?? 0);
  const bare = columns.map((value) => (value <= limit ? 1 : 0));
  const anchor = bare.indexOf(0);
  if (anchor < 0) return [];
  const gaps: Stretch[] = [];
  let run = -1;
  const count = columns.length;
  for (let k = anchor; k <= anchor + count; k++) {
    const isBare = bare[k % count] === 1;
    if (isBare && run < 0) run = k;
    if (!isBare && run >= 0) {
      if (k - run >= LIMIT.leastGap) {
        const from = (run / count) % 1;
        gaps.push({ from, to: from + (k - run) / count });
      }
      run = -1;
    }
  }
  return gaps.sort((p, q) => q.to - q.from - (p.to - p.from));
}
