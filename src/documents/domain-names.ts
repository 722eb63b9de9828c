import type { Parse } from './read-field.ts';

const label = '[a-z0-9\\u4e00-\\u9fff](?:[a-z0-9\\u4e00-\\u9fff-]{0,18}[a-z0-9\\u4e00-\\u9fff])?';
const ascii =
  /(?<![a-z0-9@.-])(?:https?:\/\/)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\s?\.\s?){1,4}(?:[a-z]{2,18}|xn--[a-z0-9-]{2,59}))(?![a-z0-9-])/gi;
const chinese = new RegExp(`${label}\\.(?:中国|公司|网络|网址|商城|在线|中文网|集团)(?![\\u4e00-\\u9fff])`, 'giu');
/** Endings of files, and abbreviations, that look like domains. */
const notSuffix = /\.(?:pdf|docx?|xlsx?|jpe?g|png|htm|html|zip|txt|ltd)$/i;

export interface FoundName {
  readonly value: string;
  readonly index: number;
  readonly length: number;
}

/** Domain names in a folded text, in lower case, each once. */
export function findDomains(text: string): readonly FoundName[] {
  const found: FoundName[] = [];
  for (const match of [...text.matchAll(ascii), ...text.matchAll(chinese)]) {
    const value = (match[1] ?? match[0]).replace(/\s/g, '').toLowerCase();
    if (notSuffix.test(value) || /^[\d.]+$/.test(value) || found.some((other) => other.value === value)) continue;
    found.push({ value, index: match.index, length: match[0].length });
  }
  return found.sort((a, b) => a.index - b.index);
}

export const domainName: Parse<string> = (text) => {
  const [first] = findDomains(text);
  return first === undefined ? null : { value: first.value, proof: 'form', at: first };
};

export const domainNames: Parse<readonly string[]> = (text) => {
  const found = findDomains(text);
  return found.length === 0 ? null : { value: found.map(({ value }) => value), proof: 'form' };
};

const ipv4 = /(?<![\d.])(?:\d{1,3}\s?\.\s?){3}\d{1,3}(?![\d.])/g;
const ipv6 = /(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![0-9a-f:])/gi;

/** Internet addresses in a folded text, each once; an address range gives its ends. */
export function findAddresses(text: string): readonly FoundName[] {
  const found: FoundName[] = [];
  for (const match of [...text.matchAll(ipv4), ...text.matchAll(ipv6)]) {
    const value = match[0].replace(/\s/g, '');
    if (/(?:^|\.)(?:2[6-9]\d|25[6-9]|[3-9]\d\d)(?:\.|$)/.test(value)) continue;
    if (!found.some((other) => other.value === value))
      found.push({ value, index: match.index, length: match[0].length });
  }
  return found;
}
