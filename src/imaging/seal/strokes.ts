import { dilate } from '../geometry/components.ts';
import { halved, type InkMap, smoothed } from './ink-map.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { SealView } from './view.ts';

const { colour: COLOUR, print: PRINT } = THRESHOLDS.strokes;
const LIMIT = THRESHOLDS.strokes;

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
  if (map === absorption) return withoutBlack(map, LIMIT.blackOverGrey * typical.strength);
  const shares = coarseShares(map, absorption, typical.share);
  const { width, height } = map;
  const columns = width >> 1;
  const rows = height >> 1;
  const data = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.min(y >> 1, rows - 1) * columns;
    for (let x = 0; x < width; x++, i++) {
      const full = (absorption.data[i] ?? 0) * typical.share;
      // Bare paper, as most of the picture is.
      if (full < LIMIT.paper) continue;
      const ink = map.data[i] ?? 0;
      const own = full * (shares[row + (x >> 1 < columns ? x >> 1 : columns - 1)] ?? 0);
      const least = ink < full ? ink : full;
      data[i] = own > least ? own : least;
    }
  }
  return underPrint({ width: map.width, height: map.height, data }, map, absorption, typical.share);
}

/**
 * How far ink is the seal's own, 0 to 1, on blocks of 2 × 2 pixels, as fine as JPEG stores colour. A rest at the right and
 * lower edge has none.
 */
function coarseShares(map: InkMap, absorption: InkMap, typicalShare: number): Float32Array {
  const own = smoothed(halved(map), COLOUR.radius).data;
  const any = smoothed(halved(absorption), COLOUR.radius).data;
  const shares = new Float32Array(own.length);
  for (let i = 0; i < shares.length; i++) {
    const share = shareOf(own[i] ?? 0, any[i] ?? 0) / typicalShare;
    shares[i] = Math.min(1, Math.max(0, (share - COLOUR.other) / (COLOUR.own - COLOUR.other)));
  }
  return shares;
}

const shareOf = (own: number, any: number): number => own / Math.max(LIMIT.leastAbsorbed, any);

/**
 * `strokes` with what lies below other print made out from colour. Print dims the seal's colour as it dims everything:
 * excess over the light that print lets through is the seal's alone. In black both are nearly nothing and JPEG's blur is
 * as large, so both are summed over the surroundings first: what is seen beside thin print counts most.
 */
function underPrint(strokes: InkMap, own: InkMap, any: InkMap, typicalShare: number): InkMap {
  const { width, height } = strokes;
  const colour = new Float32Array(width * height);
  const light = new Float32Array(width * height);
  for (let i = 0; i < light.length; i++) {
    const ink = own.data[i] ?? 0;
    if (ink > 0) colour[i] = ink;
    const passed = 1 - (any.data[i] ?? 0) + (ink > 0 ? ink : 0);
    light[i] = passed > LIMIT.darkest ? passed : LIMIT.darkest;
  }
  const covered = coveredShares(light, width, height);
  const data = strokes.data.slice();
  for (let y = 0, i = 0; y < height; y++) {
    const top = Math.max(0, y - PRINT.radius);
    const bottom = Math.min(height - 1, y + PRINT.radius);
    for (let x = 0; x < width; x++, i++) {
      const share = covered[i] ?? 0;
      if (share === 0) continue;
      const left = Math.max(0, x - PRINT.radius);
      const right = Math.min(width - 1, x + PRINT.radius);
      let excess = 0;
      let passed = 0;
      for (let row = top; row <= bottom; row++) {
        for (let at = row * width + left; at <= row * width + right; at++) {
          excess += colour[at] ?? 0;
          passed += light[at] ?? 1;
        }
      }
      const saturation = Math.min(1, excess / passed);
      // The ink whose own absorption, of the seal's typical colour, gives this saturation.
      const ink = (typicalShare * saturation) / (typicalShare + saturation * (1 - typicalShare));
      data[i] = (1 - share) * (data[i] ?? 0) + share * ink;
    }
  }
  return { width, height, data };
}

/** How far each pixel is covered by print, or lies on its soft edge, 0 to 1; of the share of `light` that passes. */
function coveredShares(light: Float32Array, width: number, height: number): Float32Array {
  const shares = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const taken = 1 - (light[i] ?? 1);
      if (taken <= PRINT.bare) continue;
      const share = Math.min(1, (taken - PRINT.bare) / (PRINT.covered - PRINT.bare));
      for (let dy = -PRINT.edge; dy <= PRINT.edge; dy++) {
        if (y + dy < 0 || y + dy >= height) continue;
        const reach = PRINT.edge - Math.abs(dy);
        for (let dx = Math.max(-reach, -x); dx <= reach && x + dx < width; dx++) {
          const at = i + dy * width + dx;
          if (share > (shares[at] ?? 0)) shares[at] = share;
        }
      }
    }
  }
  return shares;
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
  return { share: Math.min(1, Math.max(LIMIT.leastColour, median(shares))), strength: median(strengths) };
}

/**
 * A grey seal is paler than the print it lies on: what absorbs far more than its own strokes is not its ink. There, and
 * on the soft edge around, the strokes are taken to go on as beside it.
 */
function withoutBlack(map: InkMap, dark: number): InkMap {
  const { width, height } = map;
  const black = new Uint8Array(map.data.length);
  for (let i = 0; i < black.length; i++) if ((map.data[i] ?? 0) > dark) black[i] = 1;
  const covered = dilate({ width, height, data: black }, LIMIT.edge).data;
  const bare = new Float32Array(covered.length);
  const kept = new Float32Array(covered.length);
  for (let i = 0; i < covered.length; i++) {
    if (covered[i] !== 0) continue;
    bare[i] = 1;
    kept[i] = map.data[i] ?? 0;
  }
  const shares = smoothed({ width, height, data: bare }, LIMIT.around).data;
  const sums = smoothed({ width, height, data: kept }, LIMIT.around).data;
  for (let i = 0; i < covered.length; i++) {
    if (covered[i] !== 0) kept[i] = (sums[i] ?? 0) / Math.max(LIMIT.leastBare, shares[i] ?? 0);
  }
  return { width, height, data: kept };
}
