import { type Component, connectedComponents } from '../geometry/components.ts';
import { MM_PER_INCH } from '../paper.ts';
import type { Area } from './labels.ts';
import type { PenInk } from './pen-ink.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Ink that belongs together: a name, typed or signed. */
export interface Writing {
  readonly area: Area;
  /** Length of all its strokes, millimetres. */
  readonly strokeMm: number;
  /** Mean width of its strokes, millimetres. */
  readonly penMm: number;
  /** Share of its edges, by steepness, that run along neither the line of print nor its upright; 0 to 1. */
  readonly slant: number;
  /** Mean absorption of the darker half of its pixels, 0 to 1. */
  readonly darkness: number;
  /** Mean of blue over red of the darker half of its pixels. */
  readonly blueness: number;
}

/** Two pieces this near are one writing, in characters of the label. */
const TOGETHER = 0.85;

/** The writings of a zone, the longest strokes first. Specks are dust. */
export function findWritings(ink: PenInk, emMm: number, skewDegrees: number): Writing[] {
  return grouped(piecesOf(ink), (TOGETHER * emMm * ink.dpi) / MM_PER_INCH)
    .map((group) => measured(group, ink, skewDegrees))
    .sort((a, b) => b.strokeMm - a.strokeMm);
}

/** All ink of an area as one writing; null for none. */
export function wholeWriting(ink: PenInk, skewDegrees: number): Writing | null {
  const pieces = piecesOf(ink);
  return pieces.length === 0 ? null : measured(pieces, ink, skewDegrees);
}

function piecesOf({ mask, dpi }: PenInk): Component[] {
  const mm = MM_PER_INCH / dpi;
  return connectedComponents(mask, 2).filter(
    ({ left, right, top, bottom }) => Math.max(right - left + 1, bottom - top + 1) * mm >= THRESHOLDS.ink.speckMm,
  );
}

function grouped(pieces: readonly Component[], reach: number): Component[][] {
  const groups: Component[][] = [];
  for (const piece of pieces) {
    const near = groups.filter((group) =>
      group.some(
        (other) =>
          Math.max(piece.left, other.left) - Math.min(piece.right, other.right) <= reach &&
          Math.max(piece.top, other.top) - Math.min(piece.bottom, other.bottom) <= reach,
      ),
    );
    const joined = [piece, ...near.flat()];
    groups.splice(0, groups.length, ...groups.filter((group) => !near.includes(group)), joined);
  }
  return groups;
}

function measured(group: readonly Component[], ink: PenInk, skewDegrees: number): Writing {
  const { width, data } = ink.mask;
  const mm = MM_PER_INCH / ink.dpi;
  let edges = 0;
  let area = 0;
  const shades: { absorption: number; blueness: number }[] = [];
  for (const { pixels } of group) {
    for (const at of pixels) {
      area += 1;
      for (const next of [at - 1, at + 1, at - width, at + width]) if (data[next] !== 1) edges += 1;
      shades.push({ absorption: ink.absorption[at] ?? 0, blueness: ink.blueness[at] ?? 0 });
    }
  }
  const darker = shades.sort((a, b) => b.absorption - a.absorption).slice(0, Math.max(1, shades.length >> 1));
  const mean = (of: 'absorption' | 'blueness'): number =>
    darker.reduce((sum, shade) => sum + shade[of], 0) / darker.length;
  // Two sides to a stroke; steps of pixels overstate the edge of a slanted one by 4/π on average over all directions.
  const strokeMm = (edges / 2) * (Math.PI / 4) * mm;
  const bounds = boundsOf(group);
  return {
    area: {
      left: (ink.left + bounds.left) * mm,
      top: (ink.top + bounds.top) * mm,
      right: (ink.left + bounds.right + 1) * mm,
      bottom: (ink.top + bounds.bottom + 1) * mm,
    },
    strokeMm,
    penMm: strokeMm === 0 ? 0 : (area * mm * mm) / strokeMm,
    slant: slantOf(group, ink, skewDegrees),
    darkness: mean('absorption'),
    blueness: mean('blueness'),
  };
}

const boundsOf = (group: readonly Component[]) => ({
  left: Math.min(...group.map(({ left }) => left)),
  top: Math.min(...group.map(({ top }) => top)),
  right: Math.max(...group.map(({ right }) => right)),
  bottom: Math.max(...group.map(({ bottom }) => bottom)),
});

/** Print is drawn along its axes; an edge counts as slanted from this many degrees off them. */
const OFF_AXIS_DEGREES = 12;

/** Directions of the edges by Sobel's operator, weighted by their steepness. */
function slantOf(group: readonly Component[], { mask, absorption }: PenInk, skewDegrees: number): number {
  const { width, height } = mask;
  const skew = (skewDegrees * Math.PI) / 180;
  const value = (at: number): number => absorption[at] ?? 0;
  let slanted = 0;
  let all = 0;
  for (const { pixels } of group) {
    for (const at of pixels) {
      const x = at % width;
      const y = (at - x) / width;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;
      const [nw, n, ne] = [value(at - width - 1), value(at - width), value(at - width + 1)];
      const [w, e] = [value(at - 1), value(at + 1)];
      const [sw, s, se] = [value(at + width - 1), value(at + width), value(at + width + 1)];
      const gx = ne + 2 * e + se - nw - 2 * w - sw;
      const gy = sw + 2 * s + se - nw - 2 * n - ne;
      const steepness = Math.hypot(gx, gy);
      if (steepness < 0.35) continue;
      const turned = Math.atan2(gy, gx) - skew;
      const off = Math.abs(turned - Math.round(turned / (Math.PI / 2)) * (Math.PI / 2));
      all += steepness;
      if (off > (OFF_AXIS_DEGREES * Math.PI) / 180) slanted += steepness;
    }
  }
  return all === 0 ? 0 : slanted / all;
}
