import { type Point, polygonArea, type RotatedRectangle, rectangleAlong } from '../geometry/hull.ts';
import { type InkMap, inkAt } from './ink-map.ts';
import { THRESHOLDS } from './thresholds.ts';

const CUT = THRESHOLDS.cutFrame;

/**
 * What is left of a frame that one straight line cuts: the edge of the paper, or the end of what the rubber touched.
 * Its sides run on around it from one end of the cut to the other.
 */
export interface CutFrame {
  /** Around what is printed, turned as the frame is. */
  readonly rectangle: RotatedRectangle;
  /** Share of the rectangle's area on the printed side of the cut. */
  readonly share: number;
  /** Share of the printed sides' lengths that carries ink on one straight line. */
  readonly coverage: number;
  /** Share of the printed sides that has barer paper just inside. */
  readonly clear: number;
  /** Length of the printed sides, share of the rectangle's perimeter. */
  readonly rim: number;
  /** The side that is wholly printed while the one across from it is gone; null where both ends of the cut lie on other sides. */
  readonly wholeSide: { readonly index: number; readonly length: number; readonly depth: number } | null;
}

/** Corners of a rectangle, clockwise on screen from the one that is top left when it lies unturned. */
function cornersOf({ cx, cy, width, height, angle }: RotatedRectangle): readonly [Point, Point, Point, Point] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const at = (u: number, v: number): Point => ({ x: cx + u * cos - v * sin, y: cy + u * sin + v * cos });
  const [w, h] = [width / 2, height / 2];
  return [at(-w, -h), at(w, -h), at(w, h), at(-w, h)];
}

/** Turns, within a quarter, of the hull's long edges: a frame lies along one of them. */
function turnsOf(hull: readonly Point[]): number[] {
  const edges = hull.map((p, index) => {
    const q = hull[(index + 1) % hull.length] ?? p;
    const turn = Math.atan2(q.y - p.y, q.x - p.x);
    return { length: Math.hypot(q.x - p.x, q.y - p.y), turn: turn - Math.round(turn / QUARTER) * QUARTER };
  });
  const turns: number[] = [];
  for (const { turn } of edges.sort((p, q) => q.length - p.length).slice(0, CUT.edges)) {
    const apart = (other: number): number => Math.abs(Math.sin(2 * (turn - other))) / 2;
    if (turns.every((other) => apart(other) > CUT.sameTurn)) turns.push(turn);
  }
  return turns;
}

const QUARTER = Math.PI / 2;
const STEP = 0.75;

/** One side's best straight line: how far ink runs along it without a break, from its first and from its last corner. */
interface Line {
  readonly length: number;
  readonly fromStart: Stretch;
  readonly fromEnd: Stretch;
}

interface Stretch {
  /** Share of the side. */
  readonly reach: number;
  /** Share of the stretch that carries ink. */
  readonly inked: number;
  /** How far in the line runs, pixels. */
  readonly inset: number;
}

const NONE: Stretch = { reach: 0, inked: 0, inset: 0 };

/** The longest stretch from the first sample on that carries ink almost everywhere. */
function stretch(hits: Uint8Array, count: number, at: (k: number) => number, least: number, inset: number): Stretch {
  const window = Math.max(3, Math.round(count / 6));
  let inked = 0;
  let best = NONE;
  let recent = 0;
  for (let k = 0; k < count; k++) {
    const hit = hits[at(k)] ?? 0;
    inked += hit;
    recent += hit - (k >= window ? (hits[at(k - window)] ?? 0) : 0);
    if (recent < CUT.lasting * Math.min(window, k + 1)) {
      if (k >= window) break;
      continue;
    }
    if (hit === 1 && inked >= least * (k + 1)) best = { reach: (k + 1) / count, inked: inked / (k + 1), inset };
  }
  return best;
}

function lineOf(map: InkMap, from: Point, to: Point, depth: number, ink: number, least: number): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.max(8, Math.round(length));
  const along = { x: (to.x - from.x) / Math.max(1, length), y: (to.y - from.y) / Math.max(1, length) };
  // Corners go clockwise on screen: the inside lies to the right.
  const inward = { x: -along.y, y: along.x };
  const steps = Math.floor((depth + 1) / STEP) + 1;
  let best: Line = { length, fromStart: NONE, fromEnd: NONE };
  const before = new Float32Array(count);
  const hits = new Uint8Array(count);
  for (let step = 0; step < steps; step++) {
    const inset = step * STEP - 1;
    for (let k = 0; k < count; k++) {
      const distance = ((k + 0.5) / count) * length;
      const value = inkAt(
        map,
        from.x + along.x * distance + inward.x * inset,
        from.y + along.y * distance + inward.y * inset,
      );
      hits[k] = Math.max(value, before[k] ?? 0) >= ink ? 1 : 0;
      before[k] = value;
    }
    const fromStart = stretch(hits, count, (k) => k, least, inset);
    const fromEnd = stretch(hits, count, (k) => count - 1 - k, least, inset);
    best = {
      length,
      fromStart: fromStart.reach > best.fromStart.reach ? fromStart : best.fromStart,
      fromEnd: fromEnd.reach > best.fromEnd.reach ? fromEnd : best.fromEnd,
    };
  }
  return best;
}

/**
 * The frame that a region's outermost ink belongs to, if one straight cut explains all that is missing of it. `ink` is
 * what counts as printed, `least` the share of each printed stretch that must be. null when no such frame fits.
 */
export function cutFrame(map: InkMap, hull: readonly Point[], ink: number, least: number): CutFrame | null {
  let best: CutFrame | null = null;
  for (const turn of turnsOf(hull)) {
    const rectangle = rectangleAlong(hull, turn);
    if (rectangle === null || rectangle.height < CUT.leastHeightPixels) continue;
    const frame = cutAlong(map, hull, rectangle, ink, least);
    if (frame !== null && (best === null || frame.rim * frame.coverage > best.rim * best.coverage)) best = frame;
  }
  return best;
}

function cutAlong(
  map: InkMap,
  hull: readonly Point[],
  rectangle: RotatedRectangle,
  ink: number,
  least: number,
): CutFrame | null {
  const corners = cornersOf(rectangle);
  const depth = Math.max(CUT.leastDepthPixels, CUT.depth * rectangle.height);
  const lines = corners.map((from, side) => lineOf(map, from, corners[(side + 1) % 4] ?? from, depth, ink, least));
  const area = polygonArea(hull);
  const perimeter = 2 * (rectangle.width + rectangle.height);
  let best: CutFrame | null = null;
  // From the first cut side's far end over `whole` whole sides to the second cut side's near end.
  for (let first = 0; first < 4; first++) {
    for (let whole = 0; whole <= 2; whole++) {
      const between = Array.from({ length: whole }, (_, k) => lines[(first + 1 + k) % 4]);
      if (between.some((line) => line === undefined || line.fromStart.reach < CUT.whole)) break;
      const start = lines[first];
      const end = lines[(first + 1 + whole) % 4];
      if (start === undefined || end === undefined) continue;
      const [leaving, arriving] = [start.fromEnd, end.fromStart];
      const demanded = CUT.leastReach[whole] ?? NO_REACH;
      if (Math.max(leaving.reach, arriving.reach) < demanded.one) continue;
      if (Math.min(leaving.reach, arriving.reach) < demanded.both) continue;
      const rimLength =
        leaving.reach * start.length +
        arriving.reach * end.length +
        between.reduce((sum, line) => sum + (line?.length ?? 0), 0);
      const rim = rimLength / perimeter;
      if (rim < CUT.leastRim || rim > CUT.mostRim) continue;
      const polygon = [
        towards(corners, first, 1 - leaving.reach),
        ...Array.from({ length: whole + 1 }, (_, k) => corners[(first + 1 + k) % 4] ?? corners[0]),
        towards(corners, (first + 1 + whole) % 4, arriving.reach),
      ];
      const printed = polygonArea(polygon);
      if (area > CUT.mostBeyond * printed || area < CUT.leastFill * printed) continue;
      const inked =
        leaving.inked * leaving.reach * start.length +
        arriving.inked * arriving.reach * end.length +
        between.reduce((sum, line) => sum + (line === undefined ? 0 : line.fromStart.inked * line.length), 0);
      const coverage = inked / rimLength;
      if (best !== null && rim * coverage <= best.rim * best.coverage) continue;
      const insets = [leaving.inset, ...between.map((line) => line?.fromStart.inset ?? 0), arriving.inset];
      const pieces = polygon.slice(1).map((to, k) => {
        const from = polygon[k] ?? to;
        const length = Math.hypot(to.x - from.x, to.y - from.y);
        return { length, bare: length * bareWithin(map, from, to, insets[k] ?? 0, CUT.bareReach * rectangle.height) };
      });
      best = {
        rectangle,
        clear: pieces.reduce((sum, { bare }) => sum + bare, 0) / pieces.reduce((sum, { length }) => sum + length, 0),
        share: printed / (rectangle.width * rectangle.height),
        coverage,
        rim,
        wholeSide: acrossFromCut(lines, first, whole),
      };
    }
  }
  return best;
}

/** The whole side across from one of which the cut left little or nothing. */
function acrossFromCut(lines: readonly Line[], first: number, whole: number): CutFrame['wholeSide'] {
  const sideAt = (index: number): CutFrame['wholeSide'] => ({
    index: index % 4,
    length: lines[index % 4]?.length ?? 0,
    depth: lines[(index + 1) % 4]?.length ?? 0,
  });
  if (whole === 1) return sideAt(first + 1);
  if (whole === 2 && (lines[first]?.fromEnd.reach ?? 1) < CUT.little) return sideAt(first + 2);
  if (whole === 2 && (lines[(first + 3) % 4]?.fromStart.reach ?? 1) < CUT.little) return sideAt(first + 1);
  return null;
}

/** Share of a printed stretch, from one place on a side to another, that has barer paper just inside: a filled shape has none. */
function bareWithin(map: InkMap, from: Point, to: Point, inset: number, reach: number): number {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  let bare = 0;
  for (let k = 0; k < BARE_SAMPLES; k++) {
    const distance = ((k + 0.5) / BARE_SAMPLES) * length;
    const at = (depth: number): number =>
      inkAt(map, from.x + along.x * distance - along.y * depth, from.y + along.y * distance + along.x * depth);
    const line = Math.max(at(inset), at(inset - STEP));
    let least = line;
    for (let depth = inset + 2; depth <= inset + reach; depth += STEP) least = Math.min(least, at(depth));
    if (least < CUT.bareInk * line) bare++;
  }
  return bare / BARE_SAMPLES;
}

const BARE_SAMPLES = 24;

function towards(corners: readonly [Point, Point, Point, Point], side: number, share: number): Point {
  const from = corners[side] ?? corners[0];
  const to = corners[(side + 1) % 4] ?? corners[0];
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const NO_REACH = { one: 0, both: 0 };

/** The frame with what the cut took put back, as far as a square's sides tell: its depth is its whole side's length. */
export function squared({ rectangle, wholeSide }: CutFrame, longest: number): RotatedRectangle {
  if (wholeSide === null || wholeSide.length > longest || wholeSide.length <= wholeSide.depth) return rectangle;
  const lost = wholeSide.length - wholeSide.depth;
  // Sides 0 and 2 run along the width: what is across from them lies down, or up, by half of what is added.
  const down = wholeSide.index === 0 ? lost / 2 : -lost / 2;
  return {
    ...rectangle,
    height: wholeSide.length,
    cx: rectangle.cx - down * Math.sin(rectangle.angle),
    cy: rectangle.cy + down * Math.cos(rectangle.angle),
  };
}
