import { THRESHOLDS } from './thresholds.ts';

/** Values between two that are counted: prime, so that no column of a table falls between all of them. */
const QUANTILE_STEP = 5;

/** Share `share` of the absolute values lie below what is returned; to a thousandth, at most 0.2. */
function quantile(values: Float32Array, share: number): number {
  const bins = 200;
  const histogram = new Uint32Array(bins + 1);
  for (let i = 0; i < values.length; i += QUANTILE_STEP) {
    const bin = Math.min(bins, Math.floor(Math.abs(values[i] ?? 0) * 1000));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  let rest = Math.ceil(values.length / QUANTILE_STEP) * share;
  let bin = 0;
  for (; bin < bins; bin++) {
    rest -= histogram[bin] ?? 0;
    if (rest <= 0) break;
  }
  return (bin + 0.5) / 1000;
}

/** Standard deviation of the red excess on bare paper: most of any page is paper, and the median of the absolute values tells. */
export const paperNoise = (red: Float32Array): number => quantile(red, 0.5) * 1.48;

/** What bare paper absorbs, by and large: its median and some times its spread. */
export function paperLevel(any: Float32Array): number {
  const { lowQuantile, spreads, leastSpread } = THRESHOLDS.page;
  const low = quantile(any, lowQuantile);
  const middle = quantile(any, 0.5);
  return middle + spreads * Math.max(leastSpread, middle - low);
}
