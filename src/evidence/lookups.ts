import { asciiDomain } from '../network/domain-name.ts';
import { freshnessOf, type Recording } from '../network/recording.ts';
import { readRecording } from '../network/recording-file.ts';
import { parseWhois } from '../network/whois-text.ts';
import { type Evidence, known, unknown } from './evidence.ts';
import type { HostAddresses, RegistrantAnswer } from './network-facts.ts';

/** Questions about the world outside the dossier, answered from a recording, live, or not at all. */
export interface Lookups {
  readonly registrant: (domain: string) => Promise<Evidence<RegistrantAnswer>>;
  readonly addresses: (host: string) => Promise<Evidence<HostAddresses>>;
}

export interface LookupOptions {
  /** Folder of the dossier, whose `evidence/` holds what was recorded. */
  readonly folder: string;
  /** Day that the check is made for: recordings must be fresh on it. */
  readonly today: string;
  /** Live answers; null when the network must not be asked. */
  readonly live: Lookups | null;
}

/** Recorded answers first, while they are fresh; then the network, unless it must not be asked. */
export function createLookups({ folder, today, live }: LookupOptions): Lookups {
  const now = new Date(`${today}T23:59:59+08:00`);
  return {
    registrant: async (domain) => {
      const name = asciiDomain(domain);
      if (name === null) return unknown('unreadable', domain);
      const replayed = await replay(folder, 'whois', name, now, (recording) => parseWhois(recording.raw, name));
      if (replayed.state === 'known') return replayed;
      return live === null ? replayed : live.registrant(name);
    },
    addresses: async (host) => (live === null ? unknown('offline') : live.addresses(host)),
  };
}

async function replay<T>(
  folder: string,
  kind: Recording['kind'],
  key: string,
  now: Date,
  view: (recording: Recording) => T,
): Promise<Evidence<T>> {
  const read = await readRecording(folder, kind, key);
  if (read.state === 'absent') return unknown('offline');
  if (read.state === 'invalid') return unknown('unreadable', read.problem);
  const { recording, tampered } = read;
  if (freshnessOf(recording, now) !== 'fresh') return unknown('stale', recording.collectedAt);
  return known(view(recording), {
    source: recording.source,
    at: recording.collectedAt,
    recorded: true,
    ...(tampered.length === 0 ? {} : { caution: 'edited-by-hand' }),
  });
}
