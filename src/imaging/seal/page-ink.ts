import type { Raster } from '../raster.ts';
import type { InkMap } from './ink-map.ts';
import { paperGrid } from './paper-grid.ts';
import { paperLevel, paperNoise } from './paper-noise.ts';

/** What the ink on a picture takes away from its paper's own white, apart by colour. */
export interface InkMaps {
  readonly width: number;
  readonly height: number;
  /** Red excess R − max(G, B), negative where another colour leads. */
  readonly red: InkMap;
  /** Chroma of inks whose strongest channel is green or blue. */
  readonly cool: InkMap;
  /** Absorption in the channel that absorbs most: every ink, black included. */
  readonly any: InkMap;
  /** Standard deviation of the red excess on bare paper. */
  readonly noise: number;
  /** What bare paper shows in `any`, by and large: its median and four times its spread. */
  readonly paperAny: number;
}

/**
 * Ink maps of an RGB picture. `tile` is the side of the squares whose paper is estimated apart, in pixels of this
 * picture: several times wider than a stroke, narrower than a shadow.
 */
export function inkMaps(page: Raster, tile: number): InkMaps {
  const { width, height, data } = page;
  const grid = paperGrid(page, tile);
  const red = new Float32Array(width * height);
  const cool = new Float32Array(width * height);
  const any = new Float32Array(width * height);
  const { columns, rows, colours } = grid;
  const row = new Float32Array(columns * 3);
  // What to multiply a value of this row with to have 1 for paper.
  const gain = new Float32Array(width * 3);
  for (let y = 0; y < height; y++) {
    const gy = Math.min(Math.max(((y + 0.5) * rows) / height - 0.5, 0), rows - 1);
    const y0 = Math.floor(gy);
    const y1 = Math.min(y0 + 1, rows - 1);
    const fy = gy - y0;
    for (let i = 0; i < row.length; i++) {
      row[i] = (colours[y0 * columns * 3 + i] ?? 0) * (1 - fy) + (colours[y1 * columns * 3 + i] ?? 0) * fy;
    }
    // Paper changes slowly: every fourth row is close enough.
    if (y % 4 === 0) fillGain(gain, row, columns, width);
    let i = y * width * 3;
    const end = (y + 1) * width;
    for (let at = y * width, k = 0; at < end; at++, i += 3, k += 3) {
      const r = (data[i] ?? 0) * (gain[k] ?? 0);
      const g = (data[i + 1] ?? 0) * (gain[k + 1] ?? 0);
      const b = (data[i + 2] ?? 0) * (gain[k + 2] ?? 0);
      // Compared by hand: this runs for every pixel, and Math.min also minds signs of zero.
      const most = g > b ? g : b;
      const other = g > b ? b : g;
      const least = r < other ? r : other;
      red[at] = (r < 1 ? r : 1) - most;
      if (most > r) cool[at] = most - least;
      if (least < 1) any[at] = 1 - least;
    }
  }
  const map = (values: Float32Array): InkMap => ({ width, height, data: values });
  return {
    width,
    height,
    red: map(red),
    cool: map(cool),
    any: map(any),
    noise: paperNoise(red),
    paperAny: paperLevel(any),
  };
}

function fillGain(gain: Float32Array, row: Float32Array, columns: number, width: number): void {
  for (let x = 0; x < width; x++) {
    const gx = Math.min(Math.max(((x + 0.5) * columns) / width - 0.5, 0), columns - 1);
    const x0 = Math.floor(gx);
    const x1 = Math.min(x0 + 1, columns - 1);
    const fx = gx - x0;
    for (let k = 0; k < 3; k++) {
      gain[x * 3 + k] = 1 / Math.max(1, (row[x0 * 3 + k] ?? 1) * (1 - fx) + (row[x1 * 3 + k] ?? 1) * fx);
    }
  }
}
