import type { InkMap } from './ink.ts';

export interface CircleVote {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
  /** Votes over circumference: near 1 for a whole clean ring. */
  readonly support: number;
}

const CELL = 2;
/** Large circles need not be told apart to the pixel: the fit that follows catches up to a tenth. */
const GROWTH = 0.04;

/**
 * Circles by votes of outer edges: each edge pixel votes along its gradient, towards the ink, for the centres at every
 * radius. Finds rings that touch or overlap other print, where regions run together. Radii in pixels of the map.
 */
export function voteCircles(
  map: InkMap,
  radii: { readonly from: number; readonly to: number },
  least: number,
  leastSupport: number,
): CircleVote[] {
  const { width, height, data } = map;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const steps: number[] = [];
  for (let radius = radii.from; radius <= radii.to; radius += Math.max(CELL, GROWTH * radius)) steps.push(radius);
  const layers = steps.length;
  const plane = columns * rows;
  const votes = new Uint16Array(plane * layers);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const nw = data[i - width - 1] ?? 0;
      const n = data[i - width] ?? 0;
      const ne = data[i - width + 1] ?? 0;
      const w = data[i - 1] ?? 0;
      const e = data[i + 1] ?? 0;
      const sw = data[i + width - 1] ?? 0;
      const s = data[i + width] ?? 0;
      const se = data[i + width + 1] ?? 0;
      const gx = (ne + 2 * e + se - nw - 2 * w - sw) / 4;
      const gy = (sw + 2 * s + se - nw - 2 * n - ne) / 4;
      const strength = Math.sqrt(gx * gx + gy * gy);
      if (strength < least) continue;
      const dx = gx / strength;
      const dy = gy / strength;
      // Thin edges only: the step must be steepest here.
      const ahead = data[Math.round(y + 2 * dy) * width + Math.round(x + 2 * dx)] ?? 0;
      const here = data[i] ?? 0;
      const behind = data[Math.round(y - 2 * dy) * width + Math.round(x - 2 * dx)] ?? 0;
      if (behind > here || here > ahead + least) continue;
      for (let layer = 0; layer < layers; layer++) {
        const radius = steps[layer] ?? 0;
        const cx = ((x + dx * radius) / CELL) | 0;
        const cy = ((y + dy * radius) / CELL) | 0;
        if (cx < 0 || cy < 0 || cx >= columns || cy >= rows) continue;
        const cell = layer * plane + cy * columns + cx;
        votes[cell] = (votes[cell] ?? 0) + 1;
      }
    }
  }
  return peaks(votes, columns, rows, steps, leastSupport);
}

function peaks(
  votes: Uint16Array,
  columns: number,
  rows: number,
  steps: readonly number[],
  leastSupport: number,
): CircleVote[] {
  const plane = columns * rows;
  const found: CircleVote[] = [];
  const layers = steps.length;
  for (let layer = 0; layer < layers; layer++) {
    const radius = steps[layer] ?? 0;
    // Two edge pixels a pixel of outline survive the thinning on average; a cell holds about half of a peak's votes.
    const full = 2 * Math.PI * radius;
    const single = Math.max(3, 0.12 * leastSupport * full);
    for (let cy = 1; cy < rows - 1; cy++) {
      for (let cx = 1; cx < columns - 1; cx++) {
        const cell = layer * plane + cy * columns + cx;
        const own = votes[cell] ?? 0;
        if (own < single) continue;
        let sum = 0;
        let top = true;
        for (let dl = layer > 0 ? -1 : 0; dl <= (layer < layers - 1 ? 1 : 0); dl++) {
          for (let dy = -1; dy <= 1; dy++) {
            for (let dx = -1; dx <= 1; dx++) {
              const value = votes[cell + dl * plane + dy * columns + dx] ?? 0;
              if (value > own) top = false;
              if (dl === 0) sum += value;
            }
          }
        }
        if (!top || sum < leastSupport * full) continue;
        found.push({ cx: (cx + 0.5) * CELL, cy: (cy + 0.5) * CELL, radius, support: sum / full });
      }
    }
  }
  // By support alone the strokes of characters, which bend tightly, would go before every real ring.
  const rank = (vote: CircleVote): number => vote.support * Math.sqrt(vote.radius);
  return found.sort((p, q) => rank(q) - rank(p));
}
