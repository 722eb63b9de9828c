import type { Mask } from '../geometry/components.ts';
import { MM_PER_INCH } from '../paper.ts';
import type { PaperLevel } from '../quality/paper-level.ts';
import type { Raster } from '../raster.ts';
import type { Area } from './labels.ts';
import { THRESHOLDS } from './thresholds.ts';

const { ink: I } = THRESHOLDS;

/** The ink of a part of the page, without a seal's red. All maps have the same size. */
export interface PenInk {
  /** 1 where a pen or a printer left ink. */
  readonly mask: Mask;
  /** Absorption of red light, 0 to 1. */
  readonly absorption: Float32Array;
  /** Blue over red, 0 for black and grey, per pixel. */
  readonly blueness: Float32Array;
  /** Share of the pixels that a seal's red ink covers. */
  readonly sealShare: number;
  /** Pixels of the page at which the maps begin. */
  readonly left: number;
  readonly top: number;
  readonly dpi: number;
}

/**
 * Red light passes a seal's ink and not a pen's: a pixel is ink where it absorbs red light, more of it where it is red.
 * Strokes begin at dark pixels and go on into paler ones that touch them (hysteresis, Canny 1986), so that noise is none.
 * @param paper level of the red channel's bare paper, 0 to 255
 */
export function penInk(page: Raster, paper: PaperLevel, dpi: number, area: Area): PenInk {
  const dots = (mm: number): number => Math.round((mm / MM_PER_INCH) * dpi);
  const left = Math.max(0, dots(area.left));
  const top = Math.max(0, dots(area.top));
  const width = Math.max(1, Math.min(page.width, dots(area.right)) - left);
  const height = Math.max(1, Math.min(page.height, dots(area.bottom)) - top);
  const { data, channels } = page;
  const absorption = new Float32Array(width * height);
  const blueness = new Float32Array(width * height);
  const grown = new Uint8Array(width * height);
  const seeds: number[] = [];
  let sealed = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = ((top + y) * page.width + left + x) * channels;
      const white = Math.max(1, paper.at(left + x, top + y));
      const red = (data[from] ?? 0) / white;
      const green = channels === 3 ? (data[from + 1] ?? 0) / white : red;
      const blue = channels === 3 ? (data[from + 2] ?? 0) / white : red;
      const at = y * width + x;
      const absorbed = Math.min(1, Math.max(0, 1 - red));
      absorption[at] = absorbed;
      blueness[at] = blue - red;
      const isRed = red - Math.max(green, blue) > I.red;
      if (isRed) sealed += 1;
      if (absorbed >= (isRed ? I.grownUnderRed : I.grown)) grown[at] = 1;
      if (absorbed >= (isRed ? I.seedUnderRed : I.seed)) seeds.push(at);
    }
  }
  const mask = { width, height, data: reached(grown, seeds, width, height) };
  return { mask, absorption, blueness, sealShare: sealed / (width * height), left, top, dpi };
}

/** Set pixels that a seed reaches through set neighbours. */
function reached(grown: Uint8Array, seeds: readonly number[], width: number, height: number): Uint8Array {
  const found = new Uint8Array(grown.length);
  const open = [...seeds];
  for (const seed of seeds) found[seed] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const next = ny * width + nx;
        if (grown[next] === 1 && found[next] === 0) {
          found[next] = 1;
          open.push(next);
        }
      }
    }
  }
  return found;
}

/**
 * Takes a printed line out of the ink, in place: a band along the page's skew through the middle of the box that it was
 * read in. The box of a tilted line is taller than its print, and what is signed over its corner is not the line's.
 * @param tallestMm height of the band where the box is taller
 */
export function eraseLine({ mask, left, top, dpi }: PenInk, area: Area, tallestMm: number, skewDegrees: number): void {
  const dots = (mm: number): number => (mm / MM_PER_INCH) * dpi;
  const half = dots(Math.min(area.bottom - area.top, tallestMm)) / 2;
  const middleX = dots((area.left + area.right) / 2) - left;
  const middleY = dots((area.top + area.bottom) / 2) - top;
  const slope = Math.tan((skewDegrees * Math.PI) / 180);
  const from = Math.max(0, Math.round(dots(area.left)) - left);
  const to = Math.min(mask.width, Math.round(dots(area.right)) - left);
  for (let x = from; x < to; x++) {
    const middle = middleY + slope * (x - middleX);
    for (let y = Math.max(0, Math.round(middle - half)); y < Math.min(mask.height, Math.round(middle + half)); y++) {
      mask.data[y * mask.width + x] = 0;
    }
  }
}

/**
 * Takes the rules of forms out of the ink, in place: long straight runs of thin ink, horizontal ones along the page's
 * skew. What crosses a rule is thicker there and stays.
 */
export function eraseRules(ink: PenInk, skewDegrees: number): void {
  const dots = (mm: number): number => Math.max(1, Math.round((mm / MM_PER_INCH) * ink.dpi));
  const slope = Math.tan((skewDegrees * Math.PI) / 180);
  const { width, height, data } = ink.mask;
  eraseRuns(
    width,
    height,
    (x, y) => {
      const row = y + Math.round(slope * (x - width / 2));
      return row < 0 || row >= height ? -1 : row * width + x;
    },
    data,
    dots(I.ruleMm),
    dots(I.thickestRuleMm),
  );
  eraseRuns(
    height,
    width,
    (y, x) => {
      const column = x - Math.round(slope * (y - height / 2));
      return column < 0 || column >= width ? -1 : y * width + column;
    },
    data,
    dots(I.uprightRuleMm),
    dots(I.thickestRuleMm),
  );
}

/** A hair's breadth of a gap does not end a run: dust, JPEG, a dotted rule. */
const GAP = 3;

function eraseRuns(
  length: number,
  lines: number,
  index: (along: number, across: number) => number,
  data: Uint8Array,
  shortest: number,
  thickest: number,
): void {
  const set = (along: number, across: number): boolean => {
    const at = index(along, across);
    return at >= 0 && data[at] === 1;
  };
  // A rule that is not quite parallel passes from one line of pixels into the next.
  const near = (along: number, across: number): boolean =>
    set(along, across) || set(along, across - 1) || set(along, across + 1);
  const gone: number[] = [];
  for (let across = 0; across < lines; across++) {
    let start = -1;
    let last = -1;
    for (let along = 0; along <= length; along++) {
      if (along < length && near(along, across)) {
        if (start < 0) start = along;
        last = along;
        continue;
      }
      if (start < 0 || (along < length && along - last <= GAP)) continue;
      if (last - start + 1 >= shortest) {
        for (let at = start; at <= last; at++) collectThin(at, across, set, index, thickest, gone);
      }
      start = -1;
    }
  }
  for (const at of gone) data[at] = 0;
}

function collectThin(
  along: number,
  across: number,
  set: (along: number, across: number) => boolean,
  index: (along: number, across: number) => number,
  thickest: number,
  gone: number[],
): void {
  const middle = [across, across - 1, across + 1].find((line) => set(along, line));
  if (middle === undefined) return;
  let from = middle;
  let to = middle;
  while (to - from < thickest && set(along, from - 1)) from -= 1;
  while (to - from < thickest && set(along, to + 1)) to += 1;
  if (to - from + 1 > thickest) return;
  for (let line = from; line <= to; line++) gone.push(index(along, line));
}
