import { lookup as lookupBySystem } from 'node:dns/promises';
import { setMaxListeners } from 'node:events';
import { type Evidence, known, unknown } from '../evidence/evidence.ts';
import { addressReach } from './address-reach.ts';
import { type DnsLimits, formatHostAnswer, type HostAnswer, resolveHost } from './dns.ts';
import { type FetchLimits, type FetchReply, guardedFetch, pageLimits, type ResolveAddresses } from './guarded-fetch.ts';
import { lookUpRegistrant, type RegistrantLookup } from './lookup-registrant.ts';
import { type Clock, createPace } from './pace.ts';
import { judgeVisit, type PageVisit, pageUrl, recordVisit } from './page-visit.ts';
import type { RdapBootstrap } from './rdap.ts';
import type { Answer } from './recording.ts';
import { type AskWhois, askWhois, registryWhoisServer, type WhoisLimits, type WhoisServer } from './whois.ts';

export interface NetworkOptions {
  readonly clock: Clock;
  /** Name and version of the program, for recordings. */
  readonly tool: string;
  /** What web servers are told. */
  readonly userAgent: string;
  readonly bootstrap: RdapBootstrap;
  readonly dns: DnsLimits;
  readonly whois: WhoisLimits;
  readonly rdap: FetchLimits;
  /** `pageLimits` when absent. */
  readonly page?: FetchLimits;
  /** Milliseconds between two questions to one server. */
  readonly interval: number;
  /** Milliseconds before each repetition of a question that was refused or failed. */
  readonly pauses: readonly number[];
  /** What the operator lets through although it lies inside, as `allowedHost` writes it. */
  readonly allowedHosts: readonly string[];
  readonly authorities?: readonly string[];
  readonly whoisServerOf?: (domain: string) => WhoisServer | null;
}

export interface PageLookup {
  readonly evidence: Evidence<PageVisit>;
  readonly answer: Answer | null;
}

export interface HostLookup {
  readonly evidence: Evidence<HostAnswer>;
  readonly answer: Answer | null;
}

/** Questions that go out to the real network. None of them throws; what cannot be known says why. */
export interface Network {
  readonly registrant: (domain: string, signal?: AbortSignal) => Promise<RegistrantLookup>;
  readonly host: (name: string, signal?: AbortSignal) => Promise<HostLookup>;
  /** A home page, by its address with or without `http://`. */
  readonly page: (url: string, signal?: AbortSignal) => Promise<PageLookup>;
  /** Whatever a page in a browser loads, under the same guard. */
  readonly resource: (url: string, signal?: AbortSignal) => Promise<FetchReply>;
}

/** RDAP answers of a domain are some 10 KB; registrars with many contacts send up to 100 KB. */
export const rdapLimits: FetchLimits = {
  maxBytes: 1024 * 1024,
  maxRedirects: 3,
  connectTimeout: 5000,
  totalTimeout: 10_000,
};

/**
 * Addresses by the program's own resolver, which can be left when time runs out; names that the operator lets through
 * by the system's, because they may stand in its hosts file alone.
 */
export const resolveAddresses =
  (dns: DnsLimits, allowedHosts: readonly string[]): ResolveAddresses =>
  async (host, signal) => {
    if (allowedHosts.some((entry) => entry === host || entry.startsWith(`${host}:`))) {
      const found = await lookupBySystem(host, { all: true });
      return found.map(({ address }) => address);
    }
    const reply = await resolveHost(host, dns, signal);
    if (reply.state === 'answered') return reply.answer.addresses;
    throw Object.assign(new Error(reply.detail), { code: reply.reason === 'timeout' ? 'ETIMEOUT' : 'ESERVFAIL' });
  };

/** A registrar's answer names the server to go on to, so a whois server is looked over as a page's is. */
const guardedWhois =
  (ask: AskWhois, resolve: ResolveAddresses, allowedHosts: readonly string[]): AskWhois =>
  async (server, domain, signal) => {
    if (allowedHosts.includes(server.host)) return ask(server, domain, signal);
    try {
      const addresses = await resolve(server.host, signal ?? new AbortController().signal);
      if (addresses.some((address) => addressReach(address) !== 'public'))
        return { state: 'failed', reason: 'no-answer', detail: 'its address lies inside' };
      const [host] = addresses;
      if (host === undefined) return { state: 'failed', reason: 'no-answer', detail: 'the name has no address' };
      return await ask({ ...server, host }, domain, signal);
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      return { state: 'failed', reason: 'no-answer', detail };
    }
  };

/** One signal ends the many questions of a check; Node takes more than ten listeners for a leak, and says so on stderr. */
const shared = (signal: AbortSignal | undefined): AbortSignal | undefined => {
  if (signal !== undefined) setMaxListeners(0, signal);
  return signal;
};

export const createNetwork = (options: NetworkOptions): Network => {
  const { clock, tool, allowedHosts } = options;
  const resolve = resolveAddresses(options.dns, allowedHosts);
  const fetchWithin = (limits: FetchLimits, accept: string, url: string, signal: AbortSignal | undefined) =>
    guardedFetch(url, {
      limits,
      resolve,
      allowedHosts,
      userAgent: options.userAgent,
      accept,
      ...(options.authorities === undefined ? {} : { authorities: options.authorities }),
      ...(signal === undefined ? {} : { signal }),
    });
  const sources = {
    askWhois: guardedWhois(askWhois(options.whois), resolve, allowedHosts),
    whoisServerOf: options.whoisServerOf ?? registryWhoisServer,
    fetchRdap: (url: string, signal?: AbortSignal) =>
      fetchWithin(options.rdap, 'application/rdap+json, application/json;q=0.5', url, signal),
    bootstrap: options.bootstrap,
    pace: createPace(clock, options.interval),
    clock,
    pauses: options.pauses,
    tool,
  };
  return {
    registrant: (domain, signal) => lookUpRegistrant(domain, sources, shared(signal)),
    page: async (written, signal) => {
      const requested = pageUrl(written);
      if (requested === null) return { evidence: unknown('unreadable', written), answer: null };
      const reply = await fetchWithin(
        options.page ?? pageLimits,
        'text/html, application/xhtml+xml;q=0.9',
        requested,
        signal,
      );
      const judged = judgeVisit(requested, reply);
      if (judged.state === 'unknown') return { evidence: judged, answer: null };
      const at = clock.now().toISOString();
      return { evidence: { ...judged, at }, answer: recordVisit(requested, judged.value, at, tool) };
    },
    resource: (url, signal) => fetchWithin(options.page ?? pageLimits, '*/*', url, shared(signal)),
    host: async (name, signal) => {
      const reply = await resolveHost(name, options.dns, shared(signal));
      if (reply.state === 'failed') return { evidence: unknown(reply.reason, reply.detail), answer: null };
      const { answer, source } = reply;
      const at = clock.now().toISOString();
      return {
        evidence: known(answer, { source, at }),
        answer: { kind: 'dns', key: answer.host, source, collectedAt: at, tool, raw: formatHostAnswer(answer) },
      };
    },
  };
};
