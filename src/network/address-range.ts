import ipaddr from 'ipaddr.js';

/** What kind of address it is; only `public` ones lead to a server that the whole internet can reach. */
export type AddressRange = 'public' | 'private' | 'reserved' | 'malformed';

/** Inside a company, a machine or a data centre: where a stranger's URL must never lead. */
const privateRanges: readonly string[] = [
  'private',
  'uniqueLocal',
  'loopback',
  'linkLocal',
  'carrierGradeNat',
  'unspecified',
  'deprecatedSiteLocal',
];

/**
 * Addresses that are public by number, and inside by use: Azure answers its machines' questions about themselves here.
 * The other clouds use link-local (169.254.169.254), carrier (100.100.100.200) or unique local (fd00:ec2::254) addresses.
 */
const metadataAddresses: readonly string[] = ['168.63.129.16'];

/** The usual spelling only: `0x7f.1`, `2130706433` and `010.0.0.1` are no addresses. */
const spelling = /^(?:(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i;

/** IPv4 or IPv6 in the usual spelling; an IPv4 address inside IPv6 counts as that address. null for anything else. */
export const parseAddress = (text: string): ipaddr.IPv4 | ipaddr.IPv6 | null =>
  spelling.test(text) && ipaddr.isValid(text) ? ipaddr.process(text) : null;

export const addressRange = (text: string): AddressRange => {
  const address = parseAddress(text);
  if (address === null) return 'malformed';
  if (metadataAddresses.includes(address.toString())) return 'private';
  const range = address.range();
  if (range === 'unicast') {
    // Only 2000::/3 is handed out; an IPv4-compatible ::127.0.0.1 lies outside.
    if (address instanceof ipaddr.IPv6 && ((address.parts[0] ?? 0) & 0xe000) !== 0x2000) return 'reserved';
    return 'public';
  }
  return privateRanges.includes(range) ? 'private' : 'reserved';
};
