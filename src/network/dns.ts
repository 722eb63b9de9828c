import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { asciiDomain } from './domain-name.ts';

/** Where a host name leads. */
export interface HostAnswer {
  /** ASCII, lower case. */
  readonly host: string;
  /** `no-name`: the zone says that the name does not exist; `no-address`: it exists and has no address. */
  readonly state: 'found' | 'no-name' | 'no-address';
  /** IPv4 before IPv6, each sorted. */
  readonly addresses: readonly string[];
  /** CNAME chain in order, without the host itself. */
  readonly aliases: readonly string[];
}

export type DnsReply =
  | { readonly state: 'answered'; readonly answer: HostAnswer; readonly source: string }
  | { readonly state: 'failed'; readonly reason: 'timeout' | 'no-answer' | 'inconclusive'; readonly detail: string };

export interface DnsLimits {
  /** Name servers as `address` or `address:port`; the system's own when absent. */
  readonly servers?: readonly string[];
  /** Milliseconds for each try. */
  readonly timeout: number;
  readonly tries: number;
}

export const defaultDnsLimits: DnsLimits = { timeout: 2000, tries: 2 };

/** Longer chains are refused by common resolvers, too. */
const maxAliases = 12;

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'EUNKNOWN';

/** The answer's own "there is none", told from a resolver that did not answer. */
const isEmptyAnswer = (code: string): boolean => code === 'ENOTFOUND' || code === 'ENODATA';

const orderAddresses = (addresses: readonly string[]): string[] =>
  [...new Set(addresses)].sort((a, b) => isIP(a) - isIP(b) || (a < b ? -1 : a > b ? 1 : 0));

type Records = { readonly values: readonly string[]; readonly code: string | null };

const records = async (asking: Promise<string[]>): Promise<Records> => {
  try {
    return { values: await asking, code: null };
  } catch (thrown) {
    return { values: [], code: codeOf(thrown) };
  }
};

const failure = (code: string): DnsReply => {
  if (code === 'ETIMEOUT') return { state: 'failed', reason: 'timeout', detail: 'no name server answered in time' };
  if (code === 'ECANCELLED') return { state: 'failed', reason: 'timeout', detail: 'the check ran out of time' };
  return { state: 'failed', reason: 'no-answer', detail: `the name server failed (${code})` };
};

const followAliases = async (resolver: Resolver, host: string): Promise<string[] | { readonly code: string }> => {
  const aliases: string[] = [];
  let name = host;
  for (;;) {
    const { values, code } = await records(resolver.resolveCname(name));
    if (code !== null && !isEmptyAnswer(code)) return { code };
    const next = values[0] === undefined ? null : asciiDomain(values[0]);
    if (next === null) return aliases;
    if (next === host || aliases.includes(next) || aliases.length === maxAliases) return { code: 'ELOOP' };
    aliases.push(next);
    name = next;
  }
};

/** Resolves one name to its addresses and the CNAME chain that leads there. Never throws. */
export const resolveHost = async (
  name: string,
  limits: DnsLimits = defaultDnsLimits,
  signal?: AbortSignal,
): Promise<DnsReply> => {
  const host = asciiDomain(name);
  if (host === null) return { state: 'failed', reason: 'inconclusive', detail: 'not a host name' };
  if (signal?.aborted) return failure('ECANCELLED');
  const resolver = new Resolver({ timeout: limits.timeout, tries: limits.tries });
  const cancel = (): void => resolver.cancel();
  try {
    if (limits.servers !== undefined) resolver.setServers(limits.servers);
    signal?.addEventListener('abort', cancel, { once: true });
    const [ipv4, ipv6, aliases] = await Promise.all([
      records(resolver.resolve4(host)),
      records(resolver.resolve6(host)),
      followAliases(resolver, host),
    ]);
    if (!Array.isArray(aliases)) {
      if (aliases.code === 'ELOOP')
        return { state: 'failed', reason: 'inconclusive', detail: 'the aliases run in a circle' };
      return failure(aliases.code);
    }
    // A family that fails hides addresses, so the whole is not known.
    const failed = [ipv4.code, ipv6.code].find((code) => code !== null && !isEmptyAnswer(code));
    if (failed) return failure(failed);
    const addresses = orderAddresses([...ipv4.values, ...ipv6.values]);
    const missing = ipv4.code === 'ENOTFOUND' && ipv6.code === 'ENOTFOUND' && aliases.length === 0;
    const state = addresses.length > 0 ? 'found' : missing ? 'no-name' : 'no-address';
    return { state: 'answered', answer: { host, state, addresses, aliases }, source: resolver.getServers().join(' ') };
  } catch (thrown) {
    return failure(codeOf(thrown));
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
};

/**
 * The answer as a recording keeps it, in the form of a zone file:
 *
 *     www.example.cn. IN CNAME www.example.cn.cdn.example.
 *     www.example.cn.cdn.example. IN A 192.0.2.1
 *
 * A name without an address is `; NXDOMAIN` or `; NODATA`.
 */
export const formatHostAnswer = ({ host, state, addresses, aliases }: HostAnswer): string => {
  const owners = [host, ...aliases];
  const lines = aliases.map((alias, index) => `${owners[index]}. IN CNAME ${alias}.`);
  const last = owners.at(-1) ?? host;
  for (const address of addresses) lines.push(`${last}. IN ${isIP(address) === 6 ? 'AAAA' : 'A'} ${address}`);
  if (state === 'no-name') lines.push('; NXDOMAIN');
  if (state === 'no-address') lines.push('; NODATA');
  return `${lines.join('\n')}\n`;
};

/** Reads what `formatHostAnswer` wrote, or what a person wrote in that form; null when it does not answer for `host`. */
export const parseHostAnswer = (text: string, name: string): HostAnswer | null => {
  const host = asciiDomain(name);
  if (host === null) return null;
  const targets = new Map<string, string>();
  const byOwner = new Map<string, string[]>();
  let marker: HostAnswer['state'] | undefined;
  for (const line of text.split(/\r?\n/).map((part) => part.trim())) {
    if (line === '; NXDOMAIN') marker = 'no-name';
    if (line === '; NODATA') marker = 'no-address';
    if (line === '' || line.startsWith(';')) continue;
    const [, ownerText = '', type = '', value = ''] =
      /^(\S+)\s+(?:\d+\s+)?IN\s+(CNAME|A|AAAA)\s+(\S+)$/i.exec(line) ?? [];
    const owner = asciiDomain(ownerText);
    if (owner === null) return null;
    if (type.toUpperCase() === 'CNAME') {
      const target = asciiDomain(value);
      if (target === null || targets.has(owner)) return null;
      targets.set(owner, target);
    } else {
      if (isIP(value) !== (type.toUpperCase() === 'A' ? 4 : 6)) return null;
      byOwner.set(owner, [...(byOwner.get(owner) ?? []), value]);
    }
  }
  const aliases: string[] = [];
  for (let next = targets.get(host); next !== undefined; next = targets.get(next)) {
    if (next === host || aliases.includes(next)) return null;
    aliases.push(next);
  }
  const addresses = orderAddresses(byOwner.get(aliases.at(-1) ?? host) ?? []);
  if (addresses.length > 0) return { host, state: 'found', addresses, aliases };
  return marker === undefined ? null : { host, state: marker, addresses, aliases };
};
