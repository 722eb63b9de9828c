import type { PageBrowser } from '../network/browser.ts';
import type { Network } from '../network/network.ts';
import type { PageLayout } from '../network/page-layout.ts';
import { type PageVisit, pageUrl } from '../network/page-visit.ts';
import type { FreshnessDays, SuppliedKind } from '../network/recording.ts';
import { type Recordings, replayHost, replayLayout, replayPage, replayRegistrant } from '../network/replay.ts';
import { savedResources } from '../network/saved-resources.ts';
import { findSupplied, readSupplied, type SuppliedFolder, type SuppliedRecord } from '../network/supplied-evidence.ts';
import type { Evidence } from './evidence.ts';
import type { HostAddresses, RegistrantAnswer } from './network-facts.ts';

/** Questions about the world outside the dossier, answered from a recording, live, or not at all. */
export interface Lookups {
  readonly registrant: (domain: string) => Promise<Evidence<RegistrantAnswer>>;
  readonly addresses: (host: string) => Promise<Evidence<HostAddresses>>;
  /** A visit to a home page. */
  readonly page: (url: string) => Promise<Evidence<PageVisit>>;
  /** The home page as a browser shows it; null when none was recorded and none is asked for. */
  readonly layout: (url: string) => Promise<Evidence<PageLayout> | null>;
  /** A page that lies in the dossier as a browser shows it; null when none is asked for. */
  readonly savedLayout: (file: string, url: string) => Promise<Evidence<PageLayout> | null>;
  /** What people supplied of a kind, on any of the names that the dossier may be looked up under. */
  readonly supplied: <K extends SuppliedKind>(
    kind: K,
    names: readonly string[],
  ) => Promise<Evidence<readonly SuppliedRecord<K>[]>>;
  /** Everything that people supplied, what cannot be read included. */
  readonly suppliedFolder: () => Promise<SuppliedFolder>;
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
  /** null when pages are judged by their source. */
  readonly browser: PageBrowser | null;
  /** Aborted when the time of the whole check is up. */
  readonly signal: AbortSignal;
}

/**
 * Recorded answers first, while they are fresh; then the network, unless it must not be asked. Each question is put once,
 * however often it is asked.
 */
export function createLookups({ folder, today, days, network, browser, signal }: LookupOptions): Lookups {
  const recordings: Recordings = { folder, now: new Date(`${today}T23:59:59+08:00`), days };
  const page = remember(async (url: string): Promise<Evidence<PageVisit>> => {
    const recorded = await replayPage(url, recordings);
    return recorded.state === 'known' || network === null ? recorded : (await network.page(url, signal)).evidence;
  });
  const suppliedFolder = remember(() => readSupplied(folder));
  return {
    suppliedFolder,
    supplied: async (kind, names) => findSupplied(await suppliedFolder(), kind, names, recordings.now, days),
    registrant: remember(async (domain) => {
      const recorded = await replayRegistrant(domain, recordings);
      return recorded.state === 'known' || network === null
        ? recorded
        : (await network.registrant(domain, signal)).evidence;
    }),
    addresses: remember(async (host) => {
      const recorded = await replayHost(host, recordings);
      return recorded.state === 'known' || network === null ? recorded : (await network.host(host, signal)).evidence;
    }),
    page,
    layout: remember(async (url) => {
      const recorded = await replayLayout(url, recordings);
      if (recorded.state === 'known') return recorded;
      // A recording that cannot be used is no layout that failed.
      if (browser === null) return null;
      if (network === null) return recorded;
      const visited = await page(url);
      if (visited.state === 'unknown') return visited;
      return visited.value.outcome === 'page' ? layOutPage(visited.value.source.url, browser, network, signal) : null;
    }),
    savedLayout: remember(async (file, url) => {
      const address = pageUrl(url);
      return browser === null || address === null
        ? null
        : browser.layOut(address, savedResources(folder, file, address), signal);
    }),
  };
}

function remember<A extends readonly string[], T>(ask: (...asked: A) => Promise<T>): (...asked: A) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (...asked) => {
    const key = asked.join('\n');
    const answer = answers.get(key) ?? ask(...asked);
    answers.set(key, answer);
    return answer;
  };
}

/** What a browser shows at an address that a visit ended at; the browser follows no redirect to elsewhere by itself. */
export const layOutPage = (
  url: string,
  browser: PageBrowser,
  network: Network,
  signal?: AbortSignal,
): Promise<Evidence<PageLayout>> => browser.layOut(url, network.resource, signal);
