/**
 * The table of announced networks: which network announces an address, and where that piece of address space is
 * registered. One file: `ICPNET1\n`, the length of the header (4 bytes, little endian), the header (JSON), the blocks.
 * A block is brotli over four columns of its rows, so that a look-up unpacks one block, not the table.
 *
 * Keys are 32 bits of an IPv4 address, or the upper 48 bits of an IPv6 address (the longest prefix that is routed between
 * networks); both are exact in a JavaScript number. A row reaches up to the next row's key.
 */
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

export const magic = 'ICPNET1\n';

/** First key of the block, offset behind the header, bytes. */
export type BlockIndex = readonly [first: number, offset: number, length: number];

export interface TableHeader {
  readonly schemaVersion: 1;
  /** Date of the data, ISO. */
  readonly asOf: string;
  readonly sources: readonly string[];
  /** ISO 3166-1 alpha-2; '' where no registry says. A row holds the index into this list. */
  readonly countries: readonly string[];
  readonly ipv4: readonly BlockIndex[];
  readonly ipv6: readonly BlockIndex[];
  /** Keys are AS numbers. */
  readonly names: readonly BlockIndex[];
}

export interface Row {
  readonly key: number;
  /** 0: announced by nobody. */
  readonly asn: number;
  readonly country: number;
}

const writeVarint = (value: number, into: number[]): void => {
  let rest = value;
  while (rest >= 128) {
    into.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  into.push(rest);
};

/** Keys of real tables are multiples of large powers of two: the power, and what is left, compress far better apart. */
export const packRows = (rows: readonly Row[]): Buffer => {
  const powers: number[] = [];
  const odds: number[] = [];
  const numbers: number[] = [];
  const countries: number[] = [];
  let previous = rows[0]?.key ?? 0;
  for (const { key, asn, country } of rows) {
    let difference = key - previous;
    let power = 0;
    while (difference > 0 && difference % 2 === 0) {
      difference /= 2;
      power += 1;
    }
    powers.push(power);
    writeVarint(difference, odds);
    writeVarint(asn, numbers);
    countries.push(country);
    previous = key;
  }
  const sizes: number[] = [];
  writeVarint(rows.length, sizes);
  return brotliCompressSync(Buffer.from([...sizes, ...powers, ...countries, ...odds, ...numbers]));
};

export interface UnpackedRows {
  readonly keys: Float64Array;
  readonly numbers: Uint32Array;
  readonly countries: Uint8Array;
}

export const unpackRows = (block: Uint8Array, first: number): UnpackedRows => {
  const bytes = brotliDecompressSync(block);
  let at = 0;
  const readVarint = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) throw new RangeError('the table of networks ends inside a row');
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const count = readVarint();
  const powers = bytes.subarray(at, at + count);
  const countries = bytes.subarray(at + count, at + 2 * count);
  at += 2 * count;
  const keys = new Float64Array(count);
  let key = first;
  for (let index = 0; index < count; index += 1) {
    key += readVarint() * 2 ** (powers[index] ?? 0);
    keys[index] = key;
  }
  const numbers = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) numbers[index] = readVarint();
  return { keys, numbers, countries };
};

export const packNames = (names: readonly (readonly [number, string])[]): Buffer =>
  brotliCompressSync(Buffer.from(names.map(([asn, name]) => `${asn}\t${name}`).join('\n'), 'utf8'));

export const unpackNames = (block: Uint8Array): ReadonlyMap<number, string> =>
  new Map(
    brotliDecompressSync(block)
      .toString('utf8')
      .split('\n')
      .map((line) => {
        const [asn = '', name = ''] = line.split('\t');
        return [Number(asn), name];
      }),
  );

/** Index of the last element whose key is at most `key`; -1 when there is none. */
export const lastAtMost = (length: number, keyAt: (index: number) => number, key: number): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyAt(middle) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
