import type { LookupFunction } from 'node:net';
import { rootCertificates, TLSSocket } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { addressReach } from './address-reach.ts';
import { isAllowed } from './allowed-host.ts';

export interface FetchLimits {
  /** The body is cut here, after unpacking. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Milliseconds for one connection. */
  readonly connectTimeout: number;
  /** Milliseconds from the first look-up to the last byte, redirects included: a server that trickles is dropped here. */
  readonly totalTimeout: number;
}

export const pageLimits: FetchLimits = {
  maxBytes: 5 * 1024 * 1024,
  maxRedirects: 5,
  connectTimeout: 5000,
  totalTimeout: 15_000,
};

/** All addresses of a host name; empty when it has none. Throws when that cannot be found out. */
export type ResolveAddresses = (host: string, signal: AbortSignal) => Promise<readonly string[]>;

export interface FetchOptions {
  readonly limits: FetchLimits;
  readonly resolve: ResolveAddresses;
  /** What the operator lets through although it lies inside, as `allowedHost` writes it. */
  readonly allowedHosts: readonly string[];
  readonly userAgent: string;
  readonly accept: string;
  /** Certificate authorities (PEM) beside Node's own, e.g. of a company that inspects its traffic. */
  readonly authorities?: readonly string[];
  readonly signal?: AbortSignal;
}

/** What the certificate of an https server says; looked at, not enforced: a bad one is a finding, not the end. */
export interface CertificateFacts {
  /** Node's code of the first problem, e.g. `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`; null when it is valid. */
  readonly problem: string | null;
  /** Common name of the subject. */
  readonly subject: string | null;
  /** DNS names and addresses that it is for. */
  readonly names: readonly string[];
  readonly issuer: string | null;
  /** ISO 8601, UTC. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface Redirect {
  readonly status: number;
  readonly from: string;
  readonly to: string;
}

export type RefusalReason = 'malformed' | 'scheme' | 'credentials' | 'port' | 'inside';

export type FetchReply =
  | {
      readonly state: 'answered';
      /** Where the answer came from, after redirects. */
      readonly url: string;
      readonly redirects: readonly Redirect[];
      readonly status: number;
      /** Lower-case names; repeated headers joined by a comma. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
      readonly truncated: boolean;
      /** null over plain http. */
      readonly certificate: CertificateFacts | null;
    }
  | { readonly state: 'refused'; readonly reason: RefusalReason; readonly url: string }
  | {
      readonly state: 'failed';
      readonly reason: 'timeout' | 'no-answer' | 'too-many-redirects';
      readonly detail: string;
      readonly url: string;
    };

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : String(thrown);

const dateOf = (text: string | undefined): string | null => {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

const firstOf = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

const certificateFacts = (socket: TLSSocket): CertificateFacts => {
  const { subject, issuer, subjectaltname, valid_from, valid_to } = socket.getPeerCertificate();
  const error: unknown = socket.authorizationError;
  return {
    problem: socket.authorized ? null : error instanceof Error ? codeOf(error) : String(error),
    subject: firstOf(subject?.CN),
    names: (subjectaltname ?? '')
      .split(', ')
      .map((name) => name.replace(/^(DNS|IP Address):/, ''))
      .filter((name) => name !== ''),
    issuer: firstOf(issuer?.O) ?? firstOf(issuer?.CN),
    validFrom: dateOf(valid_from),
    validTo: dateOf(valid_to),
  };
};

type Target =
  | { readonly state: 'open'; readonly url: URL; readonly addresses: readonly string[] }
  | { readonly state: 'refused'; readonly reason: RefusalReason };

const webPorts = ['', '80', '443'];

/** Looks a URL over, and the addresses that it leads to. Throws when the name cannot be resolved. */
const examine = async (text: string, options: FetchOptions, signal: AbortSignal): Promise<Target> => {
  if (!URL.canParse(text)) return { state: 'refused', reason: 'malformed' };
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { state: 'refused', reason: 'scheme' };
  if (url.username !== '' || url.password !== '') return { state: 'refused', reason: 'credentials' };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const allowed = isAllowed(url, options.allowedHosts);
  // Mail, whois and the like below 1024: nobody serves a home page there.
  if (!allowed && !webPorts.includes(url.port) && Number(url.port) < 1024) return { state: 'refused', reason: 'port' };
  const literal = addressReach(host) !== 'malformed';
  const addresses = literal ? [host] : await options.resolve(host, signal);
  // One address inside is enough: a name may lead to both, and the connection could take either.
  if (!allowed && addresses.some((address) => addressReach(address) !== 'public'))
    return { state: 'refused', reason: 'inside' };
  return { state: 'open', url, addresses };
};

/** Answers only with the addresses that were checked, whatever the name leads to by now. */
const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, done) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const [first] = found;
    if (first === undefined) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
    else if (options.all === true) done(null, found);
    else done(null, first.address, first.family);
  };

const unpackers: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const readBody = async (
  body: NodeJS.ReadableStream,
  encoding: string,
  maxBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly truncated: boolean }> => {
  const unpack = unpackers[encoding.trim().toLowerCase()]?.();
  if (unpack !== undefined) {
    body.on('error', (error) => unpack.emit('error', error));
    body.pipe(unpack);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpack ?? body) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > maxBytes) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), truncated: size > maxBytes };
};

interface Hop {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly truncated: boolean;
  readonly certificate: CertificateFacts | null;
}

const redirectStatuses = [301, 302, 303, 307, 308];

/** One request to checked addresses, on a connection of its own that is closed afterwards. */
const fetchOnce = async (
  url: URL,
  addresses: readonly string[],
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Hop> => {
  // Loaded on first use: it takes as long to load as all else together, and a check of recordings never needs it.
  const { Agent, buildConnector, request } = await import('undici');
  let certificate: CertificateFacts | null = null;
  const connect = buildConnector({
    timeout: options.limits.connectTimeout,
    lookup: pinned(addresses),
    // A bad certificate is noted, and the page is only looked at; nothing secret is sent.
    rejectUnauthorized: false,
    ...(options.authorities === undefined ? {} : { ca: [...rootCertificates, ...options.authorities] }),
    maxCachedSessions: 0,
  });
  const agent = new Agent({
    connect: (connectOptions, done) =>
      connect(connectOptions, (...result) => {
        const [, socket] = result;
        if (socket instanceof TLSSocket) certificate = certificateFacts(socket);
        done(...result);
      }),
  });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headersTimeout: options.limits.totalTimeout,
      bodyTimeout: options.limits.totalTimeout,
      headers: {
        'user-agent': options.userAgent,
        accept: options.accept,
        'accept-encoding': 'gzip, br',
        'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
      },
    });
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    );
    const wanted = redirectStatuses.includes(response.statusCode) ? 0 : options.limits.maxBytes;
    const { bytes, truncated } = await readBody(response.body, headers['content-encoding'] ?? '', wanted);
    return { status: response.statusCode, headers, body: bytes, truncated: wanted > 0 && truncated, certificate };
  } finally {
    // Not close(): that waits for a body that may never end.
    await agent.destroy();
  }
};

/**
 * Fetches a page from the public internet and from nowhere else: http and https only, no address inside, checked after
 * resolution and again at every redirect, and the connection goes to the very address that was checked. Nothing that is
 * fetched is run. Never throws.
 */
export const guardedFetch = async (start: string, options: FetchOptions): Promise<FetchReply> => {
  const timeout = AbortSignal.timeout(options.limits.totalTimeout);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  const redirects: Redirect[] = [];
  let current = start;
  try {
    for (;;) {
      const target = await examine(current, options, signal);
      if (target.state === 'refused') return { state: 'refused', reason: target.reason, url: current };
      if (target.addresses.length === 0)
        return { state: 'failed', reason: 'no-answer', detail: 'the name has no address', url: current };
      const hop = await fetchOnce(target.url, target.addresses, options, signal);
      const { location } = hop.headers;
      if (!redirectStatuses.includes(hop.status) || location === undefined || location === '')
        return { state: 'answered', url: target.url.href, redirects, ...hop };
      const to = URL.canParse(location, target.url.href) ? new URL(location, target.url).href : location;
      redirects.push({ status: hop.status, from: target.url.href, to });
      if (redirects.length > options.limits.maxRedirects) {
        const detail = `more than ${options.limits.maxRedirects} redirects`;
        return { state: 'failed', reason: 'too-many-redirects', detail, url: to };
      }
      current = to;
    }
  } catch (thrown) {
    if (signal.aborted) {
      const detail = timeout.aborted ? `no end after ${options.limits.totalTimeout} ms` : 'the check ran out of time';
      return { state: 'failed', reason: 'timeout', detail, url: current };
    }
    const code = codeOf(thrown);
    const reason = /TIMEOUT/.test(code) ? 'timeout' : 'no-answer';
    return { state: 'failed', reason, detail: code, url: current };
  }
};
