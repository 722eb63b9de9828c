/** One value a pixel, 0 = as the local paper. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Mean over 2 × 2 pixels: noise falls to about half, and the rings of seals stay. */
export function halved(map: InkMap): InkMap {
  const width = map.width >> 1;
  const height = map.height >> 1;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    let i = 2 * y * map.width;
    for (let x = 0; x < width; x++, i += 2) {
      const upper = (map.data[i] ?? 0) + (map.data[i + 1] ?? 0);
      const lower = (map.data[i + map.width] ?? 0) + (map.data[i + map.width + 1] ?? 0);
      data[y * width + x] = (upper + lower) / 4;
    }
  }
  return { width, height, data };
}

/** Mean over squares of side `2 * radius + 1`, cut at the edges. */
export function smoothed(map: InkMap, radius: number): InkMap {
  const { width, height, data } = map;
  const shares = Float64Array.from({ length: width }, (_, x) => 1 / covered(x, radius, width));
  const across = new Float32Array(data.length);
  for (let row = 0; row < data.length; row += width) {
    let sum = 0;
    for (let x = 0; x < radius && x < width; x++) sum += data[row + x] ?? 0;
    for (let x = 0, to = row + radius, from = row - radius - 1; x < width; x++, to++, from++) {
      if (x + radius < width) sum += data[to] ?? 0;
      if (x > radius) sum -= data[from] ?? 0;
      across[row + x] = sum * (shares[x] ?? 0);
    }
  }
  // Row by row and a sum a column, as the pixels lie in memory.
  const sums = new Float64Array(width);
  const out = new Float32Array(data.length);
  for (let y = -radius; y < height; y++) {
    if (y + radius < height) {
      for (let x = 0, at = (y + radius) * width; x < width; x++, at++) sums[x] = (sums[x] ?? 0) + (across[at] ?? 0);
    }
    if (y > radius) {
      for (let x = 0, at = (y - radius - 1) * width; x < width; x++, at++) sums[x] = (sums[x] ?? 0) - (across[at] ?? 0);
    }
    if (y < 0) continue;
    const share = 1 / covered(y, radius, height);
    for (let x = 0, at = y * width; x < width; x++, at++) out[at] = (sums[x] ?? 0) * share;
  }
  return { width, height, data: out };
}

/** Places within `radius` of one that exist. */
const covered = (at: number, radius: number, length: number): number =>
  Math.min(at + radius, length - 1) - Math.max(at - radius, 0) + 1;

/** Between pixels, edges repeated. */
export function inkAt(map: InkMap, x: number, y: number): number {
  const { width, height, data } = map;
  const cx = x < 0 ? 0 : Math.min(x, width - 1);
  const cy = y < 0 ? 0 : Math.min(y, height - 1);
  const x0 = cx | 0;
  const y0 = cy | 0;
  const x1 = x0 + 1 < width ? x0 + 1 : x0;
  const y1 = y0 + 1 < height ? y0 + 1 : y0;
  const fx = cx - x0;
  const fy = cy - y0;
  const upper = (data[y0 * width + x0] ?? 0) * (1 - fx) + (data[y0 * width + x1] ?? 0) * fx;
  const lower = (data[y1 * width + x0] ?? 0) * (1 - fx) + (data[y1 * width + x1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
