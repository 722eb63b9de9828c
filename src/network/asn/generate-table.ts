/**
 * Builds `rules/reference/announced-networks/table.bin` from the packages of ip-location-db:
 *
 *     npm install --no-save @ip-location-db/geo-whois-asn-country
 *     npx tsx src/network/asn/generate-table.ts
 *
 * The country package is only needed here, so it is no dependency. Attribution: ATTRIBUTION.md beside the table.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BlockIndex, magic, packNames, packRows, type Row, type TableHeader } from './table-format.ts';

const root = join(import.meta.dirname, '../../..');
const packages = join(root, 'node_modules/@ip-location-db');
const target = join(root, 'rules/reference/announced-networks/table.bin');

/** Measured: 2.74 MB, a first look-up in some 10 ms; 16,384 rows save 4 % of size and cost two to three times as long. */
const rowsOfBlock = 4096;
const namesOfBlock = 1024;

interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly value: string;
  readonly name: string;
}

/**
 * Decimal addresses, ascending; `shift` drops the lower bits. Ranges that share a key after that are cut: the last one
 * keeps the key.
 */
const readRanges = (file: string, shift: bigint): Range[] => {
  const ranges: Range[] = [];
  for (const line of readFileSync(join(packages, file), 'utf8').trimEnd().split('\n')) {
    const match = /^(\d+),(\d+),([^,]*)(?:,(.*))?$/.exec(line);
    if (!match) throw new Error(`unexpected line in ${file}: ${line}`);
    const [, first = '', last = '', value = '', quoted = ''] = match;
    const from = Number(BigInt(first) >> shift);
    const to = Number(BigInt(last) >> shift) + 1;
    const previous = ranges.at(-1);
    if (previous !== undefined && previous.to > from) {
      ranges.pop();
      if (previous.from < from) ranges.push({ ...previous, to: from });
    }
    ranges.push({ from, to, value, name: quoted.replace(/^"(.*)"$/, '$1').replaceAll('""', '"') });
  }
  return ranges;
};

interface Change {
  readonly at: number;
  readonly layer: 'asn' | 'country';
  /** null: the range ends here. */
  readonly value: string | null;
}

const changesOf = (ranges: readonly Range[], layer: Change['layer']): Change[] =>
  ranges.flatMap(({ from, to, value }) => [
    { at: from, layer, value },
    { at: to, layer, value: null },
  ]);

const mergeLayers = (networks: readonly Range[], registrations: readonly Range[], countries: string[]): Row[] => {
  const changes = [...changesOf(networks, 'asn'), ...changesOf(registrations, 'country')];
  // Where one range ends and the next begins, the end comes first.
  changes.sort((a, b) => a.at - b.at || Number(a.value !== null) - Number(b.value !== null));
  const now = { asn: '0', country: '' };
  const rows: Row[] = [];
  changes.forEach(({ at, layer, value }, index) => {
    now[layer] = value ?? (layer === 'asn' ? '0' : '');
    if (changes[index + 1]?.at === at) return;
    let country = countries.indexOf(now.country);
    if (country < 0) country = countries.push(now.country) - 1;
    const row = { key: at, asn: Number(now.asn), country };
    const last = rows.at(-1);
    if (last?.asn !== row.asn || last.country !== row.country) rows.push(row);
  });
  return rows;
};

const blocks: Buffer[] = [];
let offset = 0;
const append = (first: number, block: Buffer): BlockIndex => {
  blocks.push(block);
  offset += block.length;
  return [first, offset - block.length, block.length];
};

const inBlocks = <T>(items: readonly T[], size: number, firstOf: (item: T) => number, pack: (items: T[]) => Buffer) => {
  const index: BlockIndex[] = [];
  for (let start = 0; start < items.length; start += size) {
    const part = items.slice(start, start + size);
    const [first] = part;
    if (first !== undefined) index.push(append(firstOf(first), pack(part)));
  }
  return index;
};

const countries = [''];
const ipv4Networks = readRanges('asn/asn-ipv4-num.csv', 0n);
const ipv6Networks = readRanges('asn/asn-ipv6-num.csv', 80n);
const country = 'geo-whois-asn-country/geo-whois-asn-country';
const ipv4 = mergeLayers(ipv4Networks, readRanges(`${country}-ipv4-num.csv`, 0n), countries);
const ipv6 = mergeLayers(ipv6Networks, readRanges(`${country}-ipv6-num.csv`, 80n), countries);
const names = new Map([...ipv4Networks, ...ipv6Networks].map(({ value, name }) => [Number(value), name]));

const packageOf = (name: string): { version: string } =>
  JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
const versions = ['asn', 'geo-whois-asn-country'].map((name) => ({ name, version: packageOf(name).version }));
// 2.3.2026061719 → 2026-06-17
const [, asOf = ''] = /\.(\d{8})\d*$/.exec(versions[0]?.version ?? '') ?? [];

const header: TableHeader = {
  schemaVersion: 1,
  asOf: asOf.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
  sources: versions.map(({ name, version }) => `@ip-location-db/${name}@${version}`),
  countries,
  ipv4: inBlocks(ipv4, rowsOfBlock, ({ key }) => key, packRows),
  ipv6: inBlocks(ipv6, rowsOfBlock, ({ key }) => key, packRows),
  names: inBlocks(
    [...names].sort(([a], [b]) => a - b),
    namesOfBlock,
    ([asn]) => asn,
    packNames,
  ),
};
if (countries.length > 256) throw new Error('a country no longer fits into a byte');

const json = Buffer.from(JSON.stringify(header), 'utf8');
const length = Buffer.alloc(4);
length.writeUInt32LE(json.length);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, Buffer.concat([Buffer.from(magic), length, json, ...blocks]));
