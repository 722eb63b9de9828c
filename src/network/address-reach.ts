import ipaddr from 'ipaddr.js';
import { type AddressRange, rangeOf } from '../identifiers/address-range.ts';

/** Who can reach an address; only `public` ones lead to a server that the whole internet can reach. */
export type AddressReach = 'public' | 'private' | 'reserved' | 'malformed';

/** Inside a company, a machine or a data centre: where a stranger's URL must never lead. */
const inside: ReadonlySet<AddressRange> = new Set([
  'private',
  'loopback',
  'link-local',
  'carrier-grade-nat',
  'unspecified',
]);

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

export const addressReach = (text: string): AddressReach => {
  const address = parseAddress(text);
  if (address === null) return 'malformed';
  if (metadataAddresses.includes(address.toString())) return 'private';
  const range = rangeOf(address);
  if (range === 'public') return 'public';
  return inside.has(range) ? 'private' : 'reserved';
};
