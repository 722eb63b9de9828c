import { domainToASCII, domainToUnicode } from 'node:url';
import { parse } from 'tldts';

/** Lower-case ASCII (punycode) form without the root's dot; null when it is no domain name. */
export const asciiDomain = (name: string): string | null => {
  const trimmed = name.normalize('NFKC').trim().replace(/\.$/, '');
  if (trimmed === '' || trimmed.length > 253 || /[\s/:@?#%\\]/.test(trimmed)) return null;
  const ascii = domainToASCII(trimmed);
  if (ascii === '' || ascii.length > 253) return null;
  // An address like 0x7f.1 becomes 127.0.0.1 in a URL's reading: no name either.
  const labels = ascii.split('.');
  if (/^[0-9]+$/.test(labels.at(-1) ?? '')) return null;
  return labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) ? ascii : null;
};

/** As people read it: 实业.中国. */
export const unicodeDomain = (ascii: string): string => domainToUnicode(ascii) || ascii;

/**
 * The name that was registered under a public suffix, in ASCII: `a.b.com.cn` → `b.com.cn`. Only suffixes of registries
 * count (the ICANN part of the public suffix list), because a licence names what a registry sold, so `x.github.io` →
 * `github.io`. null for a bare suffix, an address, or no domain at all.
 */
export const registrableDomain = (name: string): string | null => {
  const ascii = asciiDomain(name);
  if (ascii === null) return null;
  const { domain, isIcann } = parse(ascii, { allowPrivateDomains: false });
  return isIcann ? domain : null;
};
