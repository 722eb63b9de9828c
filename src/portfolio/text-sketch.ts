/**
 * How much two long texts have in common, whatever the order of their parts: the share of their shingles (runs of
 * characters) that both have, called resemblance by A. Broder, "On the resemblance and containment of documents",
 * Compression and Complexity of Sequences 1997. Min-wise hashes find the pairs worth comparing without comparing all
 * (A. Broder et al., "Min-wise independent permutations", STOC 1998; bands of rows as in J. Leskovec, A. Rajaraman and
 * J. Ullman, "Mining of Massive Datasets", chapter 3); of those the exact share is counted.
 *
 * Written here because the libraries for it draw new hash functions in every run, so that a report would not repeat
 * itself, and leave shingles and bands, which are most of the work, to their user.
 */

/** Hashes of a text's shingles, each once, ascending. */
export type TextSketch = Uint32Array;

/** Characters in a shingle: fitted together with the rule's threshold, see `rules/portfolio/copied-text/rule.ts`. */
export const shingleLength = 5;

// A pair is compared when all rows of any band agree: 99.98 % of the pairs that share half of their shingles,
// 83 % of those that share 30 %, 6 % of those that share a tenth.
const bands = 64;
const rows = 3;

/** The sketch of a text; empty for one that is shorter than a shingle. */
export function sketchText(text: string): TextSketch {
  const characters = [...text];
  const hashes = new Set<number>();
  for (let start = 0; start + shingleLength <= characters.length; start++)
    hashes.add(hashOf(characters.slice(start, start + shingleLength).join('')));
  return Uint32Array.from(hashes).sort();
}

/** The least values of the shingles under each hash function. */
function signatureOf(sketch: TextSketch): Uint32Array {
  const signature = new Uint32Array(bands * rows).fill(0xffff_ffff);
  for (let row = 0; row < signature.length; row++) {
    const seed = Math.imul(row + 1, 0x9e37_79b9);
    let least = 0xffff_ffff;
    for (const shingle of sketch) least = Math.min(least, mixed(shingle ^ seed));
    signature[row] = least;
  }
  return signature;
}

/** Share of the shingles of two texts that both have, 0 to 1. Two empty texts have nothing in common. */
export function resemblance(a: TextSketch, b: TextSketch): number {
  let common = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[k]];
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) k++;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}

// Where one model was filled in by a thousand companies, each is compared with the first of them, not with all.
const mostInBucket = 16;

/**
 * Positions of the sketches that may have much in common, each pair once, the lower position first. Every sketch that
 * has a likely match is in a pair; of many that are alike not every pair is.
 */
export function likelyPairs(sketches: readonly TextSketch[]): readonly (readonly [number, number])[] {
  const signatures = sketches.map(signatureOf);
  const pairs = new Map<string, readonly [number, number]>();
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<string, number[]>();
    signatures.forEach((signature, position) => {
      if (sketches[position]?.length === 0) return;
      const key = signature.subarray(band * rows, (band + 1) * rows).join(' ');
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [position]);
      else {
        for (const other of bucket) pairs.set(`${other} ${position}`, [other, position]);
        if (bucket.length < mostInBucket) bucket.push(position);
      }
    });
  }
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the outcome depends on every bit of the input. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85eb_ca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
