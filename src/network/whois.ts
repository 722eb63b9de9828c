import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { decodeUnlabelled } from './charset.ts';

/** A port-43 server. `query` is the line that it wants, with `$addr` for the name; most want the name alone. */
export interface WhoisServer {
  readonly host: string;
  /** 43 when absent. */
  readonly port?: number;
  readonly query?: string;
}

export interface WhoisLimits {
  /** The answer is cut behind the last whole line before this. */
  readonly maxBytes: number;
  /** Milliseconds without a byte before the server counts as gone. */
  readonly idleTimeout: number;
  /** Milliseconds from connecting to the last byte: a server that trickles is dropped here. */
  readonly totalTimeout: number;
}

export const defaultWhoisLimits: WhoisLimits = { maxBytes: 1024 * 1024, idleTimeout: 5000, totalTimeout: 10_000 };

export type WhoisReply =
  | { readonly state: 'answered'; readonly text: string; readonly truncated: boolean }
  | { readonly state: 'failed'; readonly reason: 'timeout' | 'no-answer'; readonly detail: string };

export type AskWhois = (server: WhoisServer, domain: string, signal?: AbortSignal) => Promise<WhoisReply>;

interface WhoisLibrary {
  readonly SERVERS: Readonly<Record<string, unknown>>;
  readonly lookup: (
    name: string,
    options: {
      readonly server: {
        readonly host: string;
        readonly port: number;
        readonly query: string;
        readonly punycode: false;
      };
      readonly follow: 0;
      readonly timeout: number;
      readonly encoding: 'latin1';
    },
    done: (error: Error | null, data: string) => void,
  ) => void;
}

/**
 * The client that whois-json is built on. whois-json itself is never loaded: it sets a global `log`, and its parser joins
 * repeated keys and drops the text, which has to be kept. Loaded on first use, because most runs replay recordings.
 */
const loadLibrary = (): WhoisLibrary => {
  const requireBesideWhoisJson = createRequire(import.meta.resolve('whois-json'));
  // The library has no types for what is used here; the shape is checked by the tests against a real server.
  return requireBesideWhoisJson('whois') as WhoisLibrary;
};

const isSocketMessage = (message: unknown): message is { readonly socket: Socket } =>
  typeof message === 'object' && message !== null && 'socket' in message && message.socket instanceof Socket;

/** Behind the last line end, so that no character and no field is half there. */
const cutAtLine = (bytes: Uint8Array, maxBytes: number): Uint8Array => {
  const end = bytes.subarray(0, maxBytes).lastIndexOf(0x0a);
  return bytes.subarray(0, end < 0 ? maxBytes : end + 1);
};

type Ending = 'closed' | 'cut' | 'timeout' | 'aborted';

const failed = (reason: 'timeout' | 'no-answer', detail: string): WhoisReply => ({ state: 'failed', reason, detail });

const replyOf = (ending: Ending, error: Error | null, data: string, limits: WhoisLimits): WhoisReply => {
  if (ending === 'timeout') return failed('timeout', `no end after ${limits.totalTimeout} ms`);
  if (ending === 'aborted') return failed('timeout', 'the check ran out of time');
  if (error?.message.endsWith('timeout')) return failed('timeout', `silent for ${limits.idleTimeout} ms`);
  if (error) return failed('no-answer', error.message);
  const bytes = Buffer.from(data, 'latin1');
  if (bytes.length === 0) return failed('no-answer', 'the server closed without an answer');
  const truncated = ending === 'cut';
  return {
    state: 'answered',
    text: decodeUnlabelled(truncated ? cutAtLine(bytes, limits.maxBytes) : bytes).text,
    truncated,
  };
};

/**
 * Asks one port-43 server one question; the domain is in ASCII, as `asciiDomain` gives it. Never throws.
 * The library has neither a size limit nor an end for a server that trickles, so its socket is watched from outside:
 * Node announces it on the channel `net.client.socket` while `lookup` connects, synchronously.
 */
export const askWhois =
  (limits: WhoisLimits = defaultWhoisLimits): AskWhois =>
  (server, domain, signal) =>
    new Promise((resolve) => {
      let socket: Socket | undefined;
      let received = 0;
      let ending: Ending = 'closed';
      const end = (why: Ending): void => {
        if (ending === 'closed') ending = why;
        socket?.destroy();
      };
      const abort = (): void => end('aborted');
      const timer = setTimeout(() => end('timeout'), limits.totalTimeout);
      const finish = (error: Error | null, data: string): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        // A server that neither reads nor closes would keep the process alive.
        socket?.destroy();
        resolve(replyOf(ending, error, data, limits));
      };
      if (signal?.aborted) {
        ending = 'aborted';
        finish(null, '');
        return;
      }
      signal?.addEventListener('abort', abort, { once: true });
      const watch = (message: unknown): void => {
        if (!isSocketMessage(message)) return;
        socket = message.socket;
        socket.on('data', (chunk: string | Uint8Array) => {
          received += chunk.length;
          if (received > limits.maxBytes) end('cut');
        });
      };
      subscribe('net.client.socket', watch);
      try {
        const { host, port = 43, query = '$addr' } = server;
        loadLibrary().lookup(
          domain,
          {
            server: { host, port, query: `${query}\r\n`, punycode: false },
            follow: 0,
            timeout: limits.idleTimeout,
            encoding: 'latin1',
          },
          (error, data) => finish(error, data ?? ''),
        );
      } catch (thrown) {
        finish(thrown instanceof Error ? thrown : new Error(String(thrown)), '');
      } finally {
        unsubscribe('net.client.socket', watch);
      }
    });

/** The registry's port-43 server for a name, from the library's table; null when none is known. */
export const registryWhoisServer = (domain: string): WhoisServer | null => {
  const labels = domain.split('.');
  const suffix = labels.at(-1) ?? '';
  // CNNIC answers for both scripts of 中国 on the same server; the table still names a retired one.
  if (suffix === 'cn' || suffix === 'xn--fiqs8s' || suffix === 'xn--fiqz9s') return { host: 'whois.cnnic.cn' };
  const { SERVERS } = loadLibrary();
  const entry = Object.hasOwn(SERVERS, suffix) ? SERVERS[suffix] : undefined;
  if (typeof entry === 'string' && entry !== '') return { host: entry };
  if (typeof entry !== 'object' || entry === null || !('host' in entry) || typeof entry.host !== 'string') return null;
  const query = 'query' in entry && typeof entry.query === 'string' ? entry.query.trimEnd() : undefined;
  return { host: entry.host, ...(query === undefined ? {} : { query }) };
};
