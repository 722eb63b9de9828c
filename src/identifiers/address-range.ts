import ipaddr from 'ipaddr.js';

/** What an address is set aside for; the one table of it, for what is written in a dossier and for where a visit may lead. */
export type AddressRange =
  | 'public'
  | 'private'
  | 'loopback'
  | 'link-local'
  | 'carrier-grade-nat'
  | 'documentation'
  | 'benchmarking'
  | 'multicast'
  | 'broadcast'
  | 'unspecified'
  | 'transition'
  | 'reserved';

/** RFC 5737, RFC 3849, RFC 9637 for documentation and RFC 2544 for benchmarks: the library calls them reserved. */
const special: readonly (readonly [AddressRange, string])[] = [
  ['documentation', '192.0.2.0/24'],
  ['documentation', '198.51.100.0/24'],
  ['documentation', '203.0.113.0/24'],
  ['documentation', '2001:db8::/32'],
  ['documentation', '3fff::/20'],
  ['benchmarking', '198.18.0.0/15'],
  ['benchmarking', '2001:2::/48'],
];

const ranges: Readonly<Record<string, AddressRange>> = {
  unicast: 'public',
  private: 'private',
  uniqueLocal: 'private',
  deprecatedSiteLocal: 'private',
  loopback: 'loopback',
  linkLocal: 'link-local',
  carrierGradeNat: 'carrier-grade-nat',
  multicast: 'multicast',
  broadcast: 'broadcast',
  unspecified: 'unspecified',
  '6to4': 'transition',
  teredo: 'transition',
  rfc6052: 'transition',
  rfc6145: 'transition',
  ipv4Mapped: 'transition',
};

/** Only 2000::/3 is handed out (IANA, Internet Protocol Version 6 Address Space). */
const isUnassigned = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address instanceof ipaddr.IPv6 && ((address.parts[0] ?? 0) & 0xe000) !== 0x2000;

export function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): AddressRange {
  const named = special.find(([, cidr]) => {
    const [network, prefix] = ipaddr.parseCIDR(cidr);
    return network.kind() === address.kind() && address.match(network, prefix);
  });
  const range = named?.[0] ?? ranges[address.range()] ?? 'reserved';
  return range === 'public' && isUnassigned(address) ? 'reserved' : range;
}
