import type { InkMap } from './ink-map.ts';

export interface CircleVote {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
  /** Votes over circumference: near 1 for a whole clean ring. */
  readonly support: number;
}

const CELL = 2;
/** Large circles need not be told apart to the pixel: the fit that follows catches up to a tenth. */
const GROWTH = 0.06;

/** Of edge pixels side by side every other one votes, in a chequered pattern: a ring has more than enough of them. */
const TURNOUT = 0.5;

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
  const ballot = new Ballot(columns, rows, steps, leastSupport * TURNOUT);
  const weakest = least * least;
  for (let y = 2; y < height - 2; y++) {
    const first = 2 + (y & 1);
    for (let x = first, i = y * width + first; x < width - 2; x += 2, i += 2) {
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
      const square = gx * gx + gy * gy;
      if (square < weakest) continue;
      const strength = Math.sqrt(square);
      const dx = gx / strength;
      const dy = gy / strength;
      // Thin edges only: the step must be steepest here.
      const toX = Math.round(2 * dx);
      const toY = Math.round(2 * dy) * width;
      const here = data[i] ?? 0;
      if ((data[i - toY - toX] ?? 0) > here || here > (data[i + toY + toX] ?? 0) + least) continue;
      ballot.vote(x, y, dx, dy);
    }
  }
  return ballot.peaks();
}

/** Votes for centres, one layer a radius. */
class Ballot {
  private readonly votes: Uint16Array;
  /** Votes that a cell of each layer needs to be looked at; most cells never have them. */
  private readonly needed: Uint16Array;
  /** Cells that have them, in the order in which they got there. */
  private readonly promising: number[] = [];
  private readonly columns: number;
  private readonly rows: number;
  private readonly radii: readonly number[];
  private readonly radiiInCells: Float64Array;
  private readonly leastSupport: number;

  constructor(columns: number, rows: number, radii: readonly number[], leastSupport: number) {
    this.columns = columns;
    this.rows = rows;
    this.radii = radii;
    this.radiiInCells = Float64Array.from(radii, (radius) => radius / CELL);
    this.leastSupport = leastSupport;
    this.votes = new Uint16Array(columns * rows * radii.length);
    // A cell holds about half of a peak's votes.
    this.needed = Uint16Array.from(radii, (radius) =>
      Math.max(3, Math.ceil(0.12 * leastSupport * 2 * Math.PI * radius)),
    );
  }

  vote(x: number, y: number, dx: number, dy: number): void {
    const { columns, rows, radiiInCells, votes, needed } = this;
    const plane = columns * rows;
    const cellX = x / CELL;
    const cellY = y / CELL;
    for (let layer = 0; layer < radiiInCells.length; layer++) {
      const radius = radiiInCells[layer] ?? 0;
      const cx = (cellX + dx * radius) | 0;
      const cy = (cellY + dy * radius) | 0;
      if (cx < 0 || cy < 0 || cx >= columns || cy >= rows) continue;
      const cell = layer * plane + cy * columns + cx;
      const count = (votes[cell] ?? 0) + 1;
      votes[cell] = count;
      if (count === (needed[layer] ?? 0)) this.promising.push(cell);
    }
  }

  /** Local maxima with enough votes around them, best first. */
  peaks(): CircleVote[] {
    const { columns, rows, radii, votes, leastSupport } = this;
    const plane = columns * rows;
    const found: CircleVote[] = [];
    for (const cell of this.promising) {
      const layer = Math.floor(cell / plane);
      const cy = Math.floor((cell % plane) / columns);
      const cx = cell % columns;
      if (cx < 1 || cy < 1 || cx >= columns - 1 || cy >= rows - 1) continue;
      const radius = radii[layer] ?? 0;
      const full = 2 * Math.PI * radius;
      const own = votes[cell] ?? 0;
      let sum = 0;
      let top = true;
      for (let dl = layer > 0 ? -1 : 0; dl <= (layer < radii.length - 1 ? 1 : 0); dl++) {
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
    // By support alone the strokes of characters, which bend tightly, would go before every real ring.
    const rank = (vote: CircleVote): number => vote.support * Math.sqrt(vote.radius);
    return found.sort((p, q) => rank(q) - rank(p));
  }
}
