import type { Box } from '../../imaging/raster.ts';

/** Fractions of the page as a position in percent, cut to the page. */
export function placed({ x, y, width, height }: Box): string {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;
  const [left, top, right, bottom] = [within(x), within(y), within(x + width), within(y + height)];
  return `left:${percent(left)};top:${percent(top)};width:${percent(right - left)};height:${percent(bottom - top)}`;
}
