import { type Plane, quantile, quantileOfHistogram } from '../plane.ts';

/** How bright bare paper is across a page: one level, 0 to 255, for each tile, read smoothly between tile centres. */
export interface PaperLevel {
  readonly columns: number;
  readonly rows: number;
  readonly levels: Float64Array;
  /** Level of the page's evenly lit paper: the 95th percentile of the tiles. */
  readonly white: number;
  at(x: number, y: number): number;
}

/** About 13 mm on A4: larger than any stroke or seal line, smaller than a shadow. */
const TILES_ON_LONG_SIDE = 24;
/** Bare paper is the majority even among dense print, so a high quantile of a tile is its paper; the top tenth is noise. */
const PAPER_QUANTILE = 0.9;

/**
 * Local paper level by tile quantiles and a 3 × 3 median, the usual estimate of a background light map
 * (Gatos, Pratikakis and Perantonis, Pattern Recognition 39, 2006, use the same idea with an interpolated surface).
 */
export function paperLevel(plane: Plane): PaperLevel {
  const tile = Math.max(8, Math.ceil(Math.max(plane.width, plane.height) / TILES_ON_LONG_SIDE));
  const columns = Math.ceil(plane.width / tile);
  const rows = Math.ceil(plane.height / tile);
  const raw = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const histogram = new Uint32Array(256);
      const bottom = Math.min(plane.height, (row + 1) * tile);
      const right = Math.min(plane.width, (column + 1) * tile);
      for (let y = row * tile; y < bottom; y++) {
        for (let x = column * tile; x < right; x++) {
          const level = plane.data[y * plane.width + x] ?? 0;
          histogram[level] = (histogram[level] ?? 0) + 1;
        }
      }
      raw[row * columns + column] = quantileOfHistogram(histogram, PAPER_QUANTILE);
    }
  }
  const levels = medianOfNeighbours(raw, columns, rows);
  const at = (x: number, y: number): number => {
    const column = Math.min(columns - 1, Math.max(0, x / tile - 0.5));
    const row = Math.min(rows - 1, Math.max(0, y / tile - 0.5));
    const left = Math.floor(column);
    const top = Math.floor(row);
    const right = Math.min(columns - 1, left + 1);
    const bottom = Math.min(rows - 1, top + 1);
    const across = column - left;
    const down = row - top;
    const level = (r: number, c: number): number => levels[r * columns + c] ?? 255;
    return (
      (level(top, left) * (1 - across) + level(top, right) * across) * (1 - down) +
      (level(bottom, left) * (1 - across) + level(bottom, right) * across) * down
    );
  };
  return { columns, rows, levels, white: quantile(levels, 0.95), at };
}

function medianOfNeighbours(values: Float64Array, columns: number, rows: number): Float64Array {
  return values.map((_, index) => {
    const column = index % columns;
    const row = (index - column) / columns;
    const near: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        near.push(values[y * columns + x] ?? 0);
      }
    }
    return quantile(near, 0.5);
  });
}
