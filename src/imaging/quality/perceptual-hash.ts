import { type Plane, shrink } from '../plane.ts';

const SIDE = 32;
const KEPT = 8;

/** Basis of the cosine transform (DCT-II): frequency 0 to KEPT, sample 0 to SIDE − 1. */
const COSINES = Float64Array.from({ length: (KEPT + 1) * SIDE }, (_, at) =>
  Math.cos((2 * (at % SIDE) + 1) * Math.floor(at / SIDE) * (Math.PI / (2 * SIDE))),
);
const cosine = (frequency: number, sample: number): number => COSINES[frequency * SIDE + sample] ?? 0;

/**
 * 64-bit perceptual hash, 16 hex digits: the signs, against their median, of the 8 × 8 lowest frequencies (without the
 * mean) of the cosine transform of the page shrunk to 32 × 32 (Zauner, "Implementation and Benchmarking of Perceptual
 * Image Hash Functions", 2010). Two scans of one page differ in a few bits, different pages in about half.
 */
export function perceptualHash(plane: Plane): string {
  const { mean } = shrink(plane, SIDE, SIDE);
  const spectrum: number[] = [];
  for (let v = 1; v <= KEPT; v++) {
    for (let u = 1; u <= KEPT; u++) {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) {
        for (let x = 0; x < SIDE; x++) sum += (mean[y * SIDE + x] ?? 0) * cosine(v, y) * cosine(u, x);
      }
      // Rounded so that a flat page, all zeroes but for rounding errors, has one hash.
      spectrum.push(Math.round(sum * 1000) / 1000);
    }
  }
  const median = spectrum.toSorted((a, b) => a - b)[spectrum.length >> 1] ?? 0;
  const bits = spectrum.map((value) => (value > median ? '1' : '0')).join('');
  return bits.replace(/[01]{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

/** Bits in which two hashes differ, 0 to 64. */
export function hashDistance(a: string, b: string): number {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let distance = 0;
  for (; difference > 0n; difference &= difference - 1n) distance += 1;
  return distance;
}
