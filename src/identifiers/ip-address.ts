import ipaddr from 'ipaddr.js';
import { type AddressRange, rangeOf } from './address-range.ts';
import { normaliseNumber } from './normalise.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

export interface IpAddress {
  readonly family: 4 | 6;
  /** Dotted decimal, or RFC 5952 for IPv6. An IPv4 address mapped into IPv6 is given as IPv4. */
  readonly canonical: string;
  /** Only `public` can be reached from outside; `transition` is 6to4, Teredo and the like. */
  readonly range: AddressRange;
}

export type IpAddressProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'has-port'; readonly address: string }
  | { readonly kind: 'is-network' }
  | { readonly kind: 'several-addresses' }
  | { readonly kind: 'host-name' }
  | { readonly kind: 'octet-out-of-range'; readonly octet: string }
  | { readonly kind: 'wrong-octet-count'; readonly octets: number }
  | { readonly kind: 'not-an-address' };

function whyNot(text: string): IpAddressProblem {
  if (/[,;、，；]/.test(text)) return { kind: 'several-addresses' };
  if (text.includes('/')) return { kind: 'is-network' };
  const port = /^(?:\[([0-9a-f:.]+)\]|((?:\d+\.){3}\d+)):\d+$/i.exec(text);
  const address = port?.[1] ?? port?.[2];
  if (address !== undefined && ipaddr.isValid(address)) return { kind: 'has-port', address };
  if (/^[\d.]+$/.test(text)) {
    const octets = text.split('.');
    if (octets.length !== 4) return { kind: 'wrong-octet-count', octets: octets.length };
    const octet = octets.find((part) => part === '' || part !== String(Number(part)) || Number(part) > 255);
    if (octet !== undefined) return { kind: 'octet-out-of-range', octet };
  }
  return /[a-z].*\.|\.[a-z]/i.test(text) && !text.includes(':') ? { kind: 'host-name' } : { kind: 'not-an-address' };
}

/** Reads one address. Only dotted decimal of four parts is IPv4: `010.1.1.1` and `1.2` mean different things to different programs. */
export function parseIpAddress(written: string): Parsed<IpAddress, IpAddressProblem> {
  const text = normaliseNumber(written).text.toLowerCase();
  if (text === '') return refused({ kind: 'empty' });
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    const address = ipaddr.IPv4.parse(text);
    return parsed({ family: 4, canonical: address.toString(), range: rangeOf(address) });
  }
  if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return refused(whyNot(text));
  const address = ipaddr.IPv6.parse(text);
  if (!address.isIPv4MappedAddress())
    return parsed({ family: 6, canonical: address.toRFC5952String(), range: rangeOf(address) });
  const mapped = address.toIPv4Address();
  return parsed({ family: 4, canonical: mapped.toString(), range: rangeOf(mapped) });
}
