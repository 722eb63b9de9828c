import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNetworkTable } from '../../src/network/asn/network-table.ts';

const root = join(import.meta.dirname, '../..');
const table = readNetworkTable(join(root, 'rules/reference/announced-networks/table.bin'));

describe('the table of announced networks', () => {
  it('names its date and sources', () => {
    expect(table.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(table.sources[0]).toMatch(/^@ip-location-db\/asn@/);
  });

  it.each([
    ['47.96.0.1', 37963, 'CN'],
    ['139.9.0.1', 55990, 'CN'],
    ['43.128.0.1', 132203, 'HK'],
    ['202.96.128.86', 4134, 'CN'],
    ['202.175.3.3', 4609, 'MO'],
    ['168.95.1.1', 3462, 'TW'],
    ['8.8.8.8', 15169, 'US'],
    ['2400:3200::1', 37963, 'CN'],
    ['240e::1', 4134, 'CN'],
    ['::ffff:47.96.0.1', 37963, 'CN'],
  ])('%s is announced by AS%i, registered in %s', (address, asn, country) => {
    expect(table.lookUp(address)).toMatchObject({ asn, country });
  });

  it.each(['10.0.0.1', '127.0.0.1', '0.0.0.0', '255.255.255.255', '::1', 'fe80::1', 'ffff:ffff::'])(
    'nobody announces %s',
    (address) => {
      expect(table.lookUp(address)).toEqual({ asn: null, operator: '', country: null });
    },
  );

  it.each([
    '',
    'x',
    '1.1.1',
    '1.1.1.256',
    '0x7f.0.0.1',
    '2130706433',
    '010.0.0.1.',
    'fe80::1%eth0',
    '1.1.1.1/24',
    ':',
    '1::2::3',
  ])('%j is no address', (text) => {
    expect(table.lookUp(text)).toBeNull();
  });

  it.each(['ipv4', 'ipv6'])('agrees with its source at both ends of %s ranges', (family) => {
    const lines = readFileSync(join(root, `node_modules/@ip-location-db/asn/asn-${family}.csv`), 'utf8').split('\n');
    let compared = 0;
    for (let index = 0; index < lines.length; index += 97) {
      const [, from = '', to = '', asn, name = ''] = /^([^,]+),([^,]+),(\d+),(.*)$/.exec(lines[index] ?? '') ?? [];
      // Ranges below 48 bits are not kept apart.
      if (asn === undefined || (family === 'ipv6' && !to.endsWith(':ffff:ffff:ffff:ffff:ffff'))) continue;
      for (const address of [from, to]) {
        const found = table.lookUp(address);
        expect(found?.asn, address).toBe(Number(asn));
        if (!name.startsWith('"')) expect(found?.operator).toBe(name);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});
