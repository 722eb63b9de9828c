import { type Plane, quantile } from '../plane.ts';
import type { InkMask } from './ink.ts';

/** Power of two for the transform; 16 mm at 200 dpi. */
const TILE = 128;
/** Tiles of bare paper that are looked at: print has frequencies of its own. */
const MOST_TILES = 9;
const BARE_PAPER_INK = 0.002;
/** Cycles a tile: below, uneven light; above, the limit of the grid. */
const BAND = { from: 8, to: 62 } as const;
/** A peak this many times the band's median power is chance in noise; a thousand times is a pattern. */
const CHANCE_PEAK = 40;
const CERTAIN_PEAK = 4000;
/** A pattern under this amplitude, in levels, is not visible. */
const VISIBLE_AMPLITUDE = 0.7;

/**
 * Strength of a screen's regular pattern, 0 to 1: how far the strongest frequency of bare paper stands out of the others
 * in the spectrum of 128-pixel tiles, logarithmically between what noise reaches by chance and what only a pattern
 * does; median over the tiles. Photographs of screens show isolated spectral peaks where paper shows noise
 * (Garcia and de Queiroz, "Face-spoofing 2D-detection based on Moiré-pattern analysis", IEEE TIFS 10, 2015).
 */
export function moire(plane: Plane, mask: InkMask): number {
  const tiles = barePaperTiles(mask);
  if (tiles.length === 0) return 0;
  const scores = tiles.map(({ left, top }) => peakOfTile(plane, left, top));
  return quantile(scores, 0.5);
}

function barePaperTiles({ width, height, data }: InkMask): { left: number; top: number }[] {
  const found: { left: number; top: number; ink: number }[] = [];
  for (let top = TILE; top + 2 * TILE <= height; top += TILE) {
    for (let left = TILE; left + 2 * TILE <= width; left += TILE) {
      let ink = 0;
      for (let y = top; y < top + TILE; y++) for (let x = left; x < left + TILE; x++) ink += data[y * width + x] ?? 0;
      if (ink <= BARE_PAPER_INK * TILE * TILE) found.push({ left, top, ink });
    }
  }
  const step = Math.max(1, Math.ceil(found.length / MOST_TILES));
  return found.filter((_, index) => index % step === 0);
}

function peakOfTile(plane: Plane, left: number, top: number): number {
  const real = new Float64Array(TILE * TILE);
  const imaginary = new Float64Array(TILE * TILE);
  let mean = 0;
  for (let y = 0; y < TILE; y++) {
    for (let x = 0; x < TILE; x++) mean += plane.data[(top + y) * plane.width + left + x] ?? 0;
  }
  mean /= TILE * TILE;
  for (let y = 0; y < TILE; y++) {
    for (let x = 0; x < TILE; x++) {
      real[y * TILE + x] = ((plane.data[(top + y) * plane.width + left + x] ?? 0) - mean) * hann(x) * hann(y);
    }
  }
  transformRowsAndColumns(real, imaginary);
  const powers: number[] = [];
  // The spectrum of real values is symmetric: half of it is enough.
  for (let v = 0; v <= TILE / 2; v++) {
    for (let u = 0; u < TILE; u++) {
      const across = u < TILE / 2 ? u : u - TILE;
      const radius = Math.hypot(across, v);
      if (radius < BAND.from || radius > BAND.to || isBlockEdge(across, v)) continue;
      const at = v * TILE + u;
      powers.push((real[at] ?? 0) ** 2 + (imaginary[at] ?? 0) ** 2);
    }
  }
  const peak = powers.reduce((a, b) => Math.max(a, b), 0);
  // A sine of amplitude A under a Hann window (mean 1/4 over both axes) peaks at (A/2 · TILE²/4)².
  const amplitude = (Math.sqrt(peak) * 8) / (TILE * TILE);
  if (amplitude < VISIBLE_AMPLITUDE) return 0;
  const contrast = peak / Math.max(quantile(powers, 0.5), 1e-9);
  const score = Math.log(contrast / CHANCE_PEAK) / Math.log(CERTAIN_PEAK / CHANCE_PEAK);
  return Math.min(1, Math.max(0, score));
}

/** JPEG's 8 × 8 blocks, resampled or not, leave peaks on the axes only. */
function isBlockEdge(u: number, v: number): boolean {
  return Math.abs(u) <= 1 || Math.abs(v) <= 1;
}

const hann = (index: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / TILE);

function transformRowsAndColumns(real: Float64Array, imaginary: Float64Array): void {
  for (let row = 0; row < TILE; row++) transform(real, imaginary, row * TILE, 1);
  for (let column = 0; column < TILE; column++) transform(real, imaginary, column, TILE);
}

/** In-place radix-2 Fourier transform (Cooley and Tukey) of TILE values that lie `stride` apart. */
function transform(real: Float64Array, imaginary: Float64Array, start: number, stride: number): void {
  for (let index = 1, reversed = 0; index < TILE; index++) {
    let bit = TILE >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed |= bit;
    if (index < reversed) {
      swap(real, start + index * stride, start + reversed * stride);
      swap(imaginary, start + index * stride, start + reversed * stride);
    }
  }
  for (let size = 2; size <= TILE; size *= 2) {
    for (let offset = 0; offset < size / 2; offset++) {
      const angle = (-2 * Math.PI * offset) / size;
      const cosine = Math.cos(angle);
      const sine = Math.sin(angle);
      for (let block = offset; block < TILE; block += size) {
        const low = start + block * stride;
        const high = low + (size / 2) * stride;
        const a = real[high] ?? 0;
        const b = imaginary[high] ?? 0;
        const turnedReal = a * cosine - b * sine;
        const turnedImaginary = a * sine + b * cosine;
        real[high] = (real[low] ?? 0) - turnedReal;
        imaginary[high] = (imaginary[low] ?? 0) - turnedImaginary;
        real[low] = (real[low] ?? 0) + turnedReal;
        imaginary[low] = (imaginary[low] ?? 0) + turnedImaginary;
      }
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}
