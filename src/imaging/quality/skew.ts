import type { InkMask } from './ink.ts';

export interface TextLines {
  /** Which way the lines of print run on the page as it lies. */
  readonly direction: 'horizontal' | 'vertical';
  /** How much better that direction fits than the other; 1 = no difference. */
  readonly margin: number;
  /** Degrees, positive = clockwise, −15 to 15. */
  readonly skewDegrees: number;
}

/** Bins of the projection, about as many an inch: fine enough for the gaps between lines, coarse enough to be quick. */
const BIN_DPI = 100;
const LARGEST_SKEW = 15;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.05;
/** The working raster's diagonal is some 3600 pixels for A3; its bins stay within, counted from either end. */
const PROFILE_OFFSET = 4096;
const POINTS = 24_000;
const COARSE_POINTS = 8_000;
/** Fewer ink edges than this (a page number, a lone seal) have no lines to measure. */
const FEWEST_POINTS = 400;

/**
 * Direction and skew of the text lines: the angle at which the projection of the ink onto one axis changes most abruptly
 * (Postl, "Detection of linear oblique structures and skew scan in digitized documents", ICPR 1986). null without text.
 */
export function textLines(mask: InkMask, dpi: number): TextLines | null {
  const points = sampleEdges(mask, dpi);
  if (points.x.length < FEWEST_POINTS) return null;
  const horizontal = bestAngle(points.x, points.y);
  // A quarter turn anticlockwise makes vertical lines horizontal: x' = y, y' = −x.
  const vertical = bestAngle(
    points.y,
    points.x.map((x) => -x),
  );
  const [best, other, direction] =
    horizontal.energy >= vertical.energy
      ? ([horizontal, vertical, 'horizontal'] as const)
      : ([vertical, horizontal, 'vertical'] as const);
  return { direction, margin: best.energy / Math.max(other.energy, 1), skewDegrees: best.angle };
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Ink pixels that have paper beside or below them, in projection bins, evenly thinned out. */
function sampleEdges({ width, height, data }: InkMask, dpi: number): Points {
  // A whole number of pixels a bin: else every other bin would hold a row more, and look like lines.
  const scale = 1 / Math.max(1, Math.round(dpi / BIN_DPI));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x + 1 < width; x++) {
      const at = y * width + x;
      if (data[at] === 1 && (data[at + 1] === 0 || data[at + width] === 0)) {
        xs.push(x * scale);
        ys.push(y * scale);
      }
    }
  }
  const step = Math.max(1, Math.floor(xs.length / POINTS));
  const thin = (values: readonly number[]): Float64Array =>
    Float64Array.from({ length: Math.floor(values.length / step) }, (_, index) => values[index * step] ?? 0);
  return { x: thin(xs), y: thin(ys) };
}

function bestAngle(along: Float64Array, across: Float64Array): { angle: number; energy: number } {
  const search = (centre: number, reach: number, step: number, every: number): { angle: number; energy: number } => {
    // Among equals the first wins, so a page without lines is straight.
    let best = { angle: centre, energy: projectionEnergy(along, across, centre, every) };
    for (let index = -Math.round(reach / step); index <= Math.round(reach / step); index++) {
      const angle = centre + index * step;
      const energy = projectionEnergy(along, across, angle, every);
      if (energy > best.energy) best = { angle, energy };
    }
    return best;
  };
  const coarse = search(0, LARGEST_SKEW, COARSE_STEP, Math.max(1, Math.floor(along.length / COARSE_POINTS)));
  const fine = search(coarse.angle, COARSE_STEP, FINE_STEP, 1);
  return { angle: Math.round(fine.angle * 100) / 100, energy: fine.energy };
}

/** Sum of squared steps of the projection profile at an angle, over every so many points. */
function projectionEnergy(along: Float64Array, across: Float64Array, degrees: number, every: number): number {
  const sine = Math.sin((degrees * Math.PI) / 180);
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const profile = new Int32Array(2 * PROFILE_OFFSET);
  for (let index = 0; index < along.length; index += every) {
    const bin = Math.round((across[index] ?? 0) * cosine - (along[index] ?? 0) * sine) + PROFILE_OFFSET;
    profile[bin] = (profile[bin] ?? 0) + 1;
  }
  let energy = 0;
  for (let bin = 1; bin < profile.length; bin++) energy += ((profile[bin] ?? 0) - (profile[bin - 1] ?? 0)) ** 2;
  return energy;
}
