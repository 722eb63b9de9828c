import { dilate } from '../geometry/components.ts';
import { type InkMap, smoothed } from './ink-map.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

const { colour: COLOUR, dark: DARK, blackOverGrey: BLACK_OVER_GREY, edge: EDGE, around: AROUND } = THRESHOLDS.strokes;

/**
 * The seal's strokes as sharp as the picture holds them, without the print that crosses them; for reading only. Values
 * are on the scale of the view's map.
 *
 * JPEG stores colour at half the resolution of brightness (4:2:0), and red excess is colour alone: its strokes are
 * blurred. Absorption has them sharp but shows every ink; it is taken where colour and darkness say that the ink is the
 * seal's. Across black print, colour still shows the stroke below. `printed` is the ink from which a point counts as
 * the seal's.
 */
export function strokesOf({ map, absorption }: SealView, printed: number): InkMap {
  const typical = typicalPrint(map, absorption, printed);
  if (map === absorption) return withoutBlack(map, BLACK_OVER_GREY * typical.strength);
  const own = smoothed(map, COLOUR.radius);
  const any = smoothed(absorption, COLOUR.radius);
  const dark = DARK.base + DARK.slope * typical.strength;
  const reach = DARK.reachBase + DARK.reachSlope * typical.strength;
  const data = new Float32Array(map.data.length);
  for (let i = 0; i < data.length; i++) {
    const absorbed = absorption.data[i] ?? 0;
    // Bare paper, as most of the picture is.
    if (absorbed === 0) continue;
    const ink = map.data[i] ?? 0;
    const share = shareOf(own.data[i] ?? 0, any.data[i] ?? 0) / typical.share;
    const coloured = (share - COLOUR.other) / (COLOUR.own - COLOUR.other);
    const pale = 1 - (absorbed - ink - dark) / reach;
    const full = absorbed * typical.share;
    data[i] = Math.max(0, full * Math.min(1, coloured, pale), Math.min(full, ink));
  }
  return { width: map.width, height: map.height, data };
}

const shareOf = (own: number, any: number): number => own / Math.max(0.02, any);

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
