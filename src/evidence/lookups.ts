import type { Network } from '../network/network.ts';
import type { PageVisit } from '../network/page-visit.ts';
import type { FreshnessDays } from '../network/recording.ts';
import { type Recordings, replayHost, replayPage, replayRegistrant } from '../network/replay.ts';
import type { Evidence } from './evidence.ts';
import type { HostAddresses, RegistrantAnswer } from './network-facts.ts';

/** Questions about the world outside the dossier, answered from a recording, live, or not at all. */
export interface Lookups {
  readonly registrant: (domain: string) => Promise<Evidence<RegistrantAnswer>>;
  readonly addresses: (host: string) => Promise<Evidence<HostAddresses>>;
  /** A visit to a home page. */
  readonly page: (url: string) => Promise<Evidence<PageVisit>>;
}

export interface LookupOptions {
  /** Folder of the dossier, whose `evidence/` holds what was recorded. */
  readonly folder: string;
  /** Day that the check is made for: recordings must be fresh on it. */
  readonly today: string;
  /** How long recordings stay fresh, by kind. */
  readonly days: FreshnessDays;
  /** null when the network must not be asked. */
  readonly network: Network | null;
  /** Aborted when the time of the whole check is up. */
  readonly signal: AbortSignal;
}

/** Recorded answers first, while they are fresh; then the network, unless it must not be asked. */
export function createLookups({ folder, today, days, network, signal }: LookupOptions): Lookups {
  const recordings: Recordings = { folder, now: new Date(`${today}T23:59:59+08:00`), days };
  return {
    registrant: async (domain) => {
      const recorded = await replayRegistrant(domain, recordings);
      return recorded.state === 'known' || network === null
        ? recorded
        : (await network.registrant(domain, signal)).evidence;
    },
    addresses: async (host) => {
      const recorded = await replayHost(host, recordings);
      return recorded.state === 'known' || network === null ? recorded : (await network.host(host, signal)).evidence;
    },
    page: async (url) => {
      const recorded = await replayPage(url, recordings);
      return recorded.state === 'known' || network === null ? recorded : (await network.page(url, signal)).evidence;
    },
  };
}
