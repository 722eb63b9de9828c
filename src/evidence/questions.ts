import type { DossierData } from '../dossier/schema/dossier.ts';
import type { PageBrowser } from '../network/browser.ts';
import { registrableDomain } from '../network/domain-name.ts';
import type { Network } from '../network/network.ts';
import { recordLayout } from '../network/page-layout.ts';
import { pageUrl } from '../network/page-visit.ts';
import type { Answer } from '../network/recording.ts';
import type { Evidence } from './evidence.ts';
import { layOutPage } from './lookups.ts';

export interface CollectedAnswer {
  /** What to write beside the dossier; null when nothing was learned. */
  readonly recordable: Answer | null;
  readonly evidence: Evidence<unknown>;
}

/** What questions are put to. */
export interface Asked {
  readonly network: Network;
  /** null when pages are recorded by their source alone. */
  readonly browser: PageBrowser | null;
  readonly signal?: AbortSignal | undefined;
}

/** One question that the rules of a dossier will put. */
export interface Question {
  /** Equal ids are one question. */
  readonly id: string;
  /** What it is about, as a person calls it. */
  readonly about: string;
  readonly put: (asked: Asked) => Promise<readonly CollectedAnswer[]>;
}

/** Everything that the rules may ask the network about a dossier, each thing once. */
export function questionsOf({ domains, websites }: DossierData): readonly Question[] {
  const names = (domains ?? []).map(({ name }) => name);
  const urls = (websites ?? []).map(({ url }) => pageUrl(url)).filter((url) => url !== null);
  return [
    ...unique(names.map((name) => registrableDomain(name) ?? name)).map(registrant),
    ...unique([...names, ...urls.map((url) => new URL(url).hostname)]).map(host),
    ...unique(urls).map(page),
  ];
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

const registrant = (name: string): Question => ({
  id: `registrant ${name}`,
  about: name,
  put: async ({ network, signal }) => {
    const { answer, evidence } = await network.registrant(name, signal);
    return [{ recordable: answer, evidence }];
  },
});

const host = (name: string): Question => ({
  id: `host ${name}`,
  about: name,
  put: async ({ network, signal }) => {
    const { answer, evidence } = await network.host(name, signal);
    return [{ recordable: answer, evidence }];
  },
});

const page = (url: string): Question => ({
  id: `page ${url}`,
  about: url,
  put: async ({ network, browser, signal }) => {
    const { answer, evidence } = await network.page(url, signal);
    const visited = { recordable: answer, evidence };
    if (browser === null || answer === null || evidence.state === 'unknown' || evidence.value.outcome !== 'page')
      return [visited];
    const layout = await layOutPage(evidence.value.source.url, browser, network, signal);
    const recordable =
      layout.state === 'unknown' ? null : recordLayout(url, layout.value, answer.collectedAt, answer.tool);
    return [visited, { recordable, evidence: layout }];
  },
});
