import path from 'node:path';
import { loadDossier } from '../../dossier/load.ts';
import type { DossierData } from '../../dossier/schema/dossier.ts';
import type { Network } from '../../network/network.ts';
import type { Answer } from '../../network/recording.ts';
import { writeRecording } from '../../network/recording-file.ts';
import { discoverDossiers } from '../../portfolio/discover.ts';
import { registrableDomain } from '../../portfolio/portfolio-index.ts';
import { maskPersonalData } from '../../report/redaction.ts';
import type { Locale } from '../../report/report.ts';
import { exitCodes } from '../exit-code.ts';
import { type Terminal, write } from '../terminal.ts';

export interface CollectFlags {
  readonly locale?: Locale;
}

interface Question {
  readonly about: string;
  readonly ask: (network: Network) => Promise<{
    readonly answer: Answer | null;
    readonly evidence: { readonly state: string; readonly reason?: string };
  }>;
}

/** `icp-check collect [paths…]`: asks the network what the dossiers' rules will want to know, and records it beside them. */
export async function runCollect(
  paths: readonly string[],
  { locale = 'zh-CN' }: CollectFlags,
  terminal: Terminal,
  network: Network,
): Promise<number> {
  const say = (zh: string, en: string) => write(terminal.stdout, `${maskPersonalData(locale === 'en' ? en : zh)}\n`);
  let missed = 0;
  let rejected = 0;
  for (const found of await discoverDossiers(paths, terminal.cwd())) {
    const dossier = 'folder' in found ? await loadDossier(found.folder, found.shown) : found;
    if (dossier.data === null) {
      rejected++;
      for (const { message } of dossier.problems)
        await say(`${dossier.path}：${message['zh-CN']}`, `${dossier.path}: ${message.en}`);
      continue;
    }
    for (const { about, ask } of questionsOf(dossier.data)) {
      const { answer, evidence } = await ask(network);
      if (answer === null) {
        missed++;
        await say(
          `${dossier.path}：没有得到 ${about} 的答复（${evidence.reason ?? ''}）`,
          `${dossier.path}: no answer about ${about} (${evidence.reason ?? ''})`,
        );
        continue;
      }
      const { path: file } = await writeRecording(dossier.folder, answer);
      await say(`已记录 ${path.join(dossier.path, file)}`, `recorded ${path.join(dossier.path, file)}`);
    }
  }
  if (rejected > 0) return exitCodes.input;
  return missed > 0 ? exitCodes.findings : exitCodes.open;
}

function questionsOf({ domains, websites }: DossierData): readonly Question[] {
  const names = [...new Set((domains ?? []).map(({ name }) => registrableDomain(name)))];
  const urls = (websites ?? [])
    .map(({ url }) => (URL.canParse(url) ? url : `http://${url}`))
    .filter((url) => URL.canParse(url));
  const hosts = [...new Set([...names, ...urls.map((url) => new URL(url).hostname)])];
  return [
    ...names.map((name) => ({ about: name, ask: (network: Network) => network.registrant(name) })),
    ...hosts.map((host) => ({ about: host, ask: (network: Network) => network.host(host) })),
    ...urls.map((url) => ({ about: url, ask: (network: Network) => network.page(url) })),
  ];
}
