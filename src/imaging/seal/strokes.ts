import { dilate } from '../geometry/components.ts';
import { type InkMap, smoothed } from './ink.ts';
import type { SealView } from './view.ts';

/**
 * Shares of the seal's typical colour, over a JPEG block of colour, between which ink turns from another's to its own.
 * These and all numbers below were fitted on 110 generated pages of a tuning seed, those of `PRINT` on 471 seals of
 * another 40.
 */
const COLOUR = { radius: 3, other: 0.15, own: 0.45 } as const;
/**
 * What the seal's colour leaves of the absorption, which only other print takes: between these shares a point turns
 * from bare to covered. `edge` is the soft edge of print, and `radius` how far around a covered point ink is looked at,
 * pixels.
 */
const PRINT = { bare: 0.3, covered: 0.5, edge: 2, radius: 2 } as const;
/** Absorption of black print over that of a grey seal's strokes. */
const BLACK_OVER_GREY = 1.5;
/** Soft edge of black print, and how far around it strokes are followed, pixels. */
const EDGE = 1;
const AROUND = 2;

/**
 * The seal's strokes as sharp as the picture holds them, without the print that crosses them; for reading only. Values
 * are on the scale of the view's map.
 *
 * JPEG stores colour at half the resolution of brightness (4:2:0), and red excess is colour alone: its strokes are
 * blurred. Absorption has them sharp but shows every ink; it is taken where colour says that the ink is the seal's.
 * `printed` is the ink from which a point counts as the seal's.
 */
export function strokesOf({ map, absorption }: Pick<SealView, 'map' | 'absorption'>, printed: number): InkMap {
  const typical = typicalPrint(map, absorption, printed);
  if (map === absorption) return withoutBlack(map, BLACK_OVER_GREY * typical.strength);
  const own = smoothed(map, COLOUR.radius);
  const any = smoothed(absorption, COLOUR.radius);
  const data = new Float32Array(map.data.length);
  for (let i = 0; i < data.length; i++) {
    const absorbed = absorption.data[i] ?? 0;
    // Bare paper, as most of the picture is.
    if (absorbed === 0) continue;
    const share = shareOf(own.data[i] ?? 0, any.data[i] ?? 0) / typical.share;
    const coloured = (share - COLOUR.other) / (COLOUR.own - COLOUR.other);
    const full = absorbed * typical.share;
    data[i] = Math.max(0, full * Math.min(1, coloured), Math.min(full, map.data[i] ?? 0));
  }
  return underPrint({ width: map.width, height: map.height, data }, map, absorption, typical.share);
}

const shareOf = (own: number, any: number): number => own / Math.max(0.02, any);

/** Least share of light that is taken to pass, so that the darkest print does not divide by nothing. */
const DARKEST = 0.02;

/**
 * `strokes` with what lies below other print made out from colour. Print dims the seal's colour as it dims everything:
 * excess over the light that print lets through is the seal's alone. In black both are nearly nothing and JPEG's blur is
 * as large, so both are summed over the surroundings first: what is seen beside thin print counts most.
 */
function underPrint(strokes: InkMap, own: InkMap, any: InkMap, typicalShare: number): InkMap {
  const { width, height } = strokes;
  const size = width * height;
  const passed = new Float32Array(size).fill(1);
  const excess = new Float32Array(size);
  const covered = new Float32Array(size);
  let isCrossed = false;
  for (let i = 0; i < size; i++) {
    const ink = Math.max(0, own.data[i] ?? 0);
    const taken = (any.data[i] ?? 0) - ink;
    passed[i] = Math.max(DARKEST, 1 - taken);
    excess[i] = ink;
    if (taken <= PRINT.bare) continue;
    covered[i] = Math.min(1, (taken - PRINT.bare) / (PRINT.covered - PRINT.bare));
    isCrossed = true;
  }
  if (!isCrossed) return strokes;
  const light = smoothed({ width, height, data: passed }, PRINT.radius).data;
  const colour = smoothed({ width, height, data: excess }, PRINT.radius).data;
  const shares = grown({ width, height, data: covered }, PRINT.edge).data;
  const data = strokes.data.slice();
  for (let i = 0; i < size; i++) {
    const share = shares[i] ?? 0;
    if (share === 0) continue;
    const saturation = Math.min(1, (colour[i] ?? 0) / (light[i] ?? 1));
    // The ink whose own absorption, of the seal's typical colour, gives this saturation.
    const ink = (typicalShare * saturation) / (typicalShare + saturation * (1 - typicalShare));
    data[i] = (1 - share) * (data[i] ?? 0) + share * ink;
  }
  return { width, height, data };
}

/** Each value spread over `reach` pixels up, down, left and right, the greatest winning. */
function grown(map: InkMap, reach: number): InkMap {
  const { width, height } = map;
  let data = map.data;
  for (let pass = 0; pass < reach; pass++) {
    const next = data.slice();
    for (let y = 0; y < height; y++) {
      for (let x = 0, at = y * width; x < width; x++, at++) {
        const value = data[at] ?? 0;
        if (value === 0) continue;
        if (x > 0 && value > (next[at - 1] ?? 0)) next[at - 1] = value;
        if (x + 1 < width && value > (next[at + 1] ?? 0)) next[at + 1] = value;
        if (y > 0 && value > (next[at - width] ?? 0)) next[at - width] = value;
        if (y + 1 < height && value > (next[at + width] ?? 0)) next[at + width] = value;
      }
    }
    data = next;
  }
  return { width, height, data };
}

/** Pixels from one that counts to the next: prime, so that no grid of strokes falls between them. */
const MEDIAN_STEP = 5;

/** Medians over printed pixels: own ink over absorption, and absorption. */
function typicalPrint(own: InkMap, any: InkMap, printed: number): { share: number; strength: number } {
  const shares = new Float32Array(own.data.length);
  const strengths = new Float32Array(own.data.length);
  let count = 0;
  for (let i = 0; i < own.data.length; i += MEDIAN_STEP) {
    const ink = own.data[i] ?? 0;
    if (ink <= printed) continue;
    const absorbed = any.data[i] ?? 0;
    shares[count] = shareOf(ink, absorbed);
    strengths[count] = absorbed;
    count++;
  }
  const median = (values: Float32Array): number => values.subarray(0, count).sort()[count >> 1] ?? 1;
  return { share: Math.min(1, Math.max(0.2, median(shares))), strength: median(strengths) };
}

/**
 * A grey seal is paler than the print it lies on: what absorbs far more than its own strokes is not its ink. There, and
 * on the soft edge around, the strokes are taken to go on as beside it.
 */
function withoutBlack(map: InkMap, dark: number): InkMap {
  const { width, height } = map;
  const black = new Uint8Array(map.data.length);
  for (let i = 0; i < black.length; i++) if ((map.data[i] ?? 0) > dark) black[i] = 1;
  const covered = dilate({ width, height, data: black }, EDGE).data;
  const bare = new Float32Array(covered.length);
  const kept = new Float32Array(covered.length);
  for (let i = 0; i < covered.length; i++) {
    if (covered[i] !== 0) continue;
    bare[i] = 1;
    kept[i] = map.data[i] ?? 0;
  }
  const shares = smoothed({ width, height, data: bare }, AROUND).data;
  const sums = smoothed({ width, height, data: kept }, AROUND).data;
  for (let i = 0; i < covered.length; i++) {
    if (covered[i] !== 0) kept[i] = (sums[i] ?? 0) / Math.max(0.05, shares[i] ?? 0);
  }
  return { width, height, data: kept };
}
