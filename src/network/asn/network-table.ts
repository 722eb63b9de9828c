import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseAddress } from '../address-reach.ts';
import {
  type BlockIndex,
  lastAtMost,
  magic,
  type TableHeader,
  type UnpackedRows,
  unpackNames,
  unpackRows,
} from './table-format.ts';

/** The network that announces an address. */
export interface AnnouncedNetwork {
  /** Number of the autonomous system; null when nobody announces the address. */
  readonly asn: number | null;
  /** The operator's name as registered, in English; '' when unknown. */
  readonly operator: string;
  /**
   * ISO 3166-1 alpha-2 of the address space's registration and geofeed; null when unknown. Where the paper lies, not
   * always the server: addresses of a mainland cloud may be registered in Singapore. See `placeOf`.
   */
  readonly country: string | null;
}

export interface NetworkTable {
  /** ISO date of the data. */
  readonly asOf: string;
  readonly sources: readonly string[];
  /** null for what is no address. */
  readonly lookUp: (address: string) => AnnouncedNetwork | null;
}

const blockSchema = z.array(z.tuple([z.number(), z.number(), z.number()]));
const headerSchema = z.object({
  schemaVersion: z.literal(1),
  asOf: z.string(),
  sources: z.array(z.string()),
  countries: z.array(z.string()),
  ipv4: blockSchema,
  ipv6: blockSchema,
  names: blockSchema,
}) satisfies z.ZodType<TableHeader>;

/** Family and key, see table-format.ts; null for what is no address. An IPv4 address inside IPv6 is that address. */
const keyOf = (text: string): { readonly family: 'ipv4' | 'ipv6'; readonly key: number } | null => {
  const address = parseAddress(text);
  if (address === null) return null;
  const key = address
    .toByteArray()
    .slice(0, 6)
    .reduce((value, byte) => value * 256 + byte, 0);
  return { family: address.kind(), key };
};

/** Reads the table's bytes. Throws when they are not such a table: it ships with the program. */
export const parseNetworkTable = (bytes: Buffer): NetworkTable => {
  if (bytes.toString('latin1', 0, magic.length) !== magic) throw new Error('not a table of announced networks');
  const start = magic.length + 4 + bytes.readUInt32LE(magic.length);
  const header = headerSchema.parse(JSON.parse(bytes.toString('utf8', magic.length + 4, start)));
  const rows = new Map<BlockIndex, UnpackedRows>();
  const names = new Map<BlockIndex, ReadonlyMap<number, string>>();

  const blockFor = (index: readonly BlockIndex[], key: number): BlockIndex | undefined =>
    index[lastAtMost(index.length, (at) => index[at]?.[0] ?? 0, key)];
  const bytesOf = ([, offset, length]: BlockIndex): Buffer => bytes.subarray(start + offset, start + offset + length);
  const remembered = <T>(cache: Map<BlockIndex, T>, block: BlockIndex, unpack: () => T): T => {
    const known = cache.get(block) ?? unpack();
    cache.set(block, known);
    return known;
  };

  return {
    asOf: header.asOf,
    sources: header.sources,
    lookUp: (address) => {
      const found = keyOf(address);
      if (found === null) return null;
      const nobody: AnnouncedNetwork = { asn: null, operator: '', country: null };
      const block = blockFor(header[found.family], found.key);
      if (block === undefined) return nobody;
      const { keys, numbers, countries } = remembered(rows, block, () => unpackRows(bytesOf(block), block[0]));
      const at = lastAtMost(keys.length, (index) => keys[index] ?? 0, found.key);
      const asn = numbers[at] ?? 0;
      const country = header.countries[countries[at] ?? 0] || null;
      if (asn === 0) return { ...nobody, country };
      const nameBlock = blockFor(header.names, asn);
      const operator =
        nameBlock === undefined ? '' : remembered(names, nameBlock, () => unpackNames(bytesOf(nameBlock))).get(asn);
      return { asn, operator: operator ?? '', country };
    },
  };
};

export const readNetworkTable = (file: string): NetworkTable => parseNetworkTable(readFileSync(file));
