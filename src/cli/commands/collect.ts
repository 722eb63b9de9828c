import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import pLimit from 'p-limit';
import { loadConfig } from '../../config/load.ts';
import { type LoadedDossier, loadDossier } from '../../dossier/load.ts';
import { type Asked, type CollectedAnswer, type Question, questionsOf } from '../../evidence/questions.ts';
import type { Network } from '../../network/network.ts';
import { writeRecording } from '../../network/recording-file.ts';
import { discoverDossiers } from '../../portfolio/discover.ts';
import { maskPersonalData } from '../../report/redaction.ts';
import type { Locale } from '../../report/report.ts';
import { openReasonTexts } from '../../report/wording.ts';
import { chromiumBrowser } from '../browser.ts';
import { cacheFolder } from '../cache-folder.ts';
import { exitCodes } from '../exit-code.ts';
import { liveNetwork } from '../live-network.ts';
import { type NetworkFlags, networkSettings } from '../network-settings.ts';
import { refreshRdapBootstrap } from '../rdap-bootstrap.ts';
import { type Terminal, write } from '../terminal.ts';

export interface CollectFlags extends NetworkFlags {
  readonly config?: string;
  readonly locale?: Locale;
  readonly refreshBootstrap?: boolean;
}

/** Different servers are waited for at the same time; each of them is asked once a second at most. */
const questionsAtOnce = 8;

/** `icp-check collect [paths…]` on the network of this machine. */
export async function collectLive(paths: readonly string[], flags: CollectFlags, terminal: Terminal): Promise<number> {
  const { config } = await loadConfig(terminal.cwd(), flags.config);
  const { allowedHosts, timeout, chromium } = networkSettings(config, flags);
  const locale = flags.locale ?? config.locale ?? 'zh-CN';
  const browser = chromium === null ? null : chromiumBrowser(chromium.place, locale === 'en', terminal);
  const signal = timeout === undefined ? undefined : AbortSignal.timeout(timeout);
  try {
    const network = liveNetwork(allowedHosts, cacheFolder(terminal));
    if (flags.refreshBootstrap === true) {
      const refreshed = await refresh(network, locale, terminal, signal);
      // The list alone was asked for where nobody named a dossier.
      if (!refreshed || paths.length === 0) return refreshed ? exitCodes.open : exitCodes.findings;
    }
    const named = paths.length === 0 ? ['.'] : paths;
    return await runCollect(named, locale, terminal, { network, browser, signal });
  } finally {
    await browser?.close();
  }
}

/** Fetches IANA's list of RDAP servers for the runs from the next one on; false when it cannot be had. */
async function refresh(network: Network, locale: Locale, terminal: Terminal, signal: AbortSignal | undefined) {
  const say = (zh: string, en: string) => write(terminal.stdout, `${plain(locale === 'en' ? en : zh)}\n`);
  try {
    const day = await refreshRdapBootstrap(network, cacheFolder(terminal), signal);
    await say(`已更新 RDAP 服务器名录（IANA ${day} 版）`, `the list of RDAP servers is that of IANA of ${day} now`);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await say(
      `没有取到 RDAP 服务器名录，继续用原来的：${reason}`,
      `the list of RDAP servers stays as it was: ${reason}`,
    );
    return false;
  }
}

/**
 * Asks the network what the dossiers' rules will want to know, each question once however many dossiers ask it, and
 * records the answers beside them. An answer that does not come is said, and the others are recorded all the same.
 */
export async function runCollect(
  paths: readonly string[],
  locale: Locale,
  terminal: Terminal,
  outside: Asked,
): Promise<number> {
  const say = (zh: string, en: string) =>
    write(terminal.stdout, `${maskPersonalData(plain(locale === 'en' ? en : zh))}\n`);
  const limit = pLimit(questionsAtOnce);
  const asked = new Map<string, Promise<readonly CollectedAnswer[]>>();
  const ask = ({ id, put }: Question) => {
    const answer = asked.get(id) ?? limit(() => put(outside));
    asked.set(id, answer);
    return answer;
  };
  const dossiers: LoadedDossier[] = [];
  let rejected = 0;
  for (const found of await discoverDossiers(paths, terminal.cwd())) {
    const dossier = 'folder' in found ? await loadDossier(found.folder, found.shown) : found;
    if (dossier.data !== null) {
      dossiers.push(dossier);
      continue;
    }
    rejected++;
    for (const { message } of dossier.problems)
      await say(`${dossier.path}：${message['zh-CN']}`, `${dossier.path}: ${message.en}`);
  }
  // All are put at once, so that one slow server holds up nobody else; what is said follows the order of the dossiers.
  const waiting = dossiers.map((dossier) => ({
    dossier,
    answers: questionsOf(dossier.data).map((question) => ({ question, answer: ask(question) })),
  }));
  let missed = 0;
  for (const { dossier, answers } of waiting) {
    for (const { question, answer } of answers) {
      for (const { recordable, evidence } of await answer) {
        if (recordable === null) {
          missed++;
          const { why } = openReasonTexts[evidence.state === 'unknown' ? evidence.reason : 'no-answer'];
          await say(
            `${dossier.path}：没有得到 ${question.about} 的答复：${why['zh-CN']}`,
            `${dossier.path}: no answer about ${question.about}: ${why.en}`,
          );
          continue;
        }
        try {
          const file = path.join(dossier.path, (await writeRecording(dossier.folder, recordable)).path);
          await say(`已记录 ${file}`, `recorded ${file}`);
        } catch (error) {
          rejected++;
          const reason = error instanceof Error ? error.message : String(error);
          await say(`${dossier.path}：写不了记录：${reason}`, `${dossier.path}: cannot be written: ${reason}`);
        }
      }
    }
  }
  if (rejected > 0) return exitCodes.input;
  return missed > 0 ? exitCodes.findings : exitCodes.open;
}

/** Names of files and domains come from the dossier; none of them moves the cursor. */
const plain = (text: string) => stripVTControlCharacters(text).replaceAll(/\p{Cc}/gu, '');
