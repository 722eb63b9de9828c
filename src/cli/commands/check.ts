import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type CheckPathsOptions, checkPaths, checkPathsWithExhibits } from '../../check-paths.ts';
import { loadConfig } from '../../config/load.ts';
import { UsageError } from '../../config/usage-error.ts';
import type { Severity } from '../../engine/rule.ts';
import type { OcrChoice } from '../../imaging/ocr/choose.ts';
import type { Locale, Report } from '../../report/report.ts';
import { chromiumBrowser } from '../browser.ts';
import { cacheFolder } from '../cache-folder.ts';
import { reportCheck } from '../deliver.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { liveNetwork } from '../live-network.ts';
import { type NetworkFlags, networkSettings } from '../network-settings.ts';
import { startProgress } from '../progress.ts';
import { type Terminal, write } from '../terminal.ts';
import { momentOf } from '../today.ts';

export interface CheckFlags extends NetworkFlags {
  readonly format: readonly string[];
  readonly only?: readonly string[];
  readonly preset?: string;
  readonly config?: string;
  readonly failOn?: Severity;
  readonly strict?: boolean;
  readonly requireEvidence?: boolean;
  readonly today?: string;
  readonly locale?: Locale;
  readonly offline?: boolean;
  readonly jobs?: number;
  readonly cache: boolean;
  readonly baseline?: string;
  readonly ocr: OcrChoice;
  readonly unmask?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** `icp-check [paths…]`. Resolves to the exit code. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<number> {
  const cwd = terminal.cwd();
  const { config, file: configFile } = await loadConfig(cwd, flags.config);
  const locale = flags.locale ?? config.locale ?? 'zh-CN';
  const { today, madeAt } = momentOf(flags.today, terminal.env['SOURCE_DATE_EPOCH']);
  const { pictured, deliver } = await reportCheck(flags.format, { locale, verbose: flags.verbose === true }, terminal);
  const { allowedHosts, timeout, freshnessDays, chromium } = networkSettings(config, flags);
  const baseline = await loadBaseline(flags.baseline ?? config.baseline);
  const browser = chromium === null ? null : chromiumBrowser(chromium.place, locale === 'en', terminal);
  const progress = startProgress(terminal, flags.quiet === true, locale === 'en');
  try {
    const options: CheckPathsOptions = {
      cwd,
      today,
      madeAt,
      fixedDay: flags.today !== undefined,
      locale,
      network: (flags.offline ?? config.offline ?? false) ? null : liveNetwork(allowedHosts, cacheFolder(terminal)),
      ...(timeout === undefined ? {} : { networkTimeout: timeout }),
      freshnessDays,
      browser,
      failOn: flags.failOn ?? config.failOn ?? 'error',
      strict: flags.strict ?? config.strict ?? false,
      preset: flags.preset ?? config.preset ?? 'recommended',
      rules: config.rules ?? {},
      rulesFrom: configFile ?? 'rules',
      only: flags.only ?? [],
      baseline,
      jobs: flags.jobs ?? os.availableParallelism(),
      ocr: flags.ocr,
      cacheFolder: flags.cache ? cacheFolder(terminal) : null,
      unmask: flags.unmask === true,
      onLook: progress.working,
    };
    const { report, exhibits } = pictured
      ? await checkPathsWithExhibits(paths, options)
      : { report: await checkPaths(paths, options), exhibits: new Map() };
    progress.done();
    if (flags.quiet !== true) await warnOfOldFacts(report, terminal);
    const delivered = await deliver(report, exhibits);
    if (delivered !== 'written') return delivered === 'user' ? exitCodes.input : exitCodes.failure;
    return exitCodeOf(report, flags.requireEvidence === true);
  } finally {
    progress.done();
    await browser?.close();
  }
}

/** Whoever pipes the report on must still learn that its rules may be out of date. */
async function warnOfOldFacts({ notes }: Report, { stderr }: Terminal): Promise<void> {
  for (const { message } of notes.filter(({ id }) => id === 'facts-outdated'))
    await write(stderr, `icp-check: ${message}\n`);
}

async function loadBaseline(file: string | undefined): Promise<ReadonlySet<string>> {
  if (file === undefined) return new Set();
  try {
    // A JSON report of an earlier run; only its fingerprints are looked at.
    const report = JSON.parse(await readFile(path.resolve(file), 'utf8')) as {
      dossiers: { findings: { fingerprint: string }[] }[];
    };
    return new Set(report.dossiers.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)));
  } catch {
    throw new UsageError({
      'zh-CN': `读不了已知问题清单 ${file}：应为 icp-check -f json 的输出。`,
      en: `the baseline ${file} cannot be read: it must be the output of icp-check -f json.`,
    });
  }
}
