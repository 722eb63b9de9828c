import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { rules } from '../../../rules/index.ts';
import { loadReference } from '../../../rules/reference/index.ts';
import { check } from '../../check.ts';
import { loadConfig, loadPreset, presetNames } from '../../config/load.ts';
import { resolveRules } from '../../config/resolve.ts';
import { UsageError } from '../../config/usage-error.ts';
import { loadDossier } from '../../dossier/load.ts';
import type { Severity } from '../../engine/rule.ts';
import { ruleLetter } from '../../engine/rule-files.ts';
import { collectors } from '../../evidence/collectors/index.ts';
import { createLookups } from '../../evidence/lookups.ts';
import { discoverDossiers } from '../../portfolio/discover.ts';
import { redactReport } from '../../report/redaction.ts';
import type { Locale, Report } from '../../report/report.ts';
import { reportCheck } from '../deliver.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { openInspector } from '../inspector.ts';
import { startProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { today } from '../today.ts';
import { version } from '../version.ts';

export interface CheckFlags {
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
  readonly ocr: 'auto' | 'tesseract' | 'paddle';
  readonly unmask?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** `icp-check [paths…]`. Resolves to the exit code. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<number> {
  const cwd = terminal.cwd();
  const { config, file: configFile } = await loadConfig(cwd, flags.config);
  const locale = flags.locale ?? config.locale ?? 'zh-CN';
  const layers = [
    ...(await loadPreset(flags.preset ?? config.preset ?? 'recommended', presetNames)),
    { origin: configFile ?? 'defaults', preset: { severities: {}, rules: config.rules ?? {} } },
  ];
  const enabled = resolveRules(rules, { layers, only: flags.only ?? [] });
  const deliver = reportCheck(flags.format, { locale, verbose: flags.verbose === true }, terminal);
  const baseline = await loadBaseline(flags.baseline ?? config.baseline);

  const progress = startProgress(terminal, flags.quiet === true, locale === 'en');
  const jobs = flags.jobs ?? Math.max(1, os.availableParallelism());
  const inspector = openInspector({
    jobs,
    ocr: flags.ocr,
    cache: flags.cache,
    env: terminal.env,
    onLook: progress.working,
  });
  const offline = flags.offline ?? config.offline ?? false;
  let report: Report;
  try {
    const found = await discoverDossiers(paths, cwd);
    const dossiers = await Promise.all(
      found.map((each) => ('folder' in each ? loadDossier(each.folder, each.shown) : each)),
    );
    report = await check(dossiers, {
      version: version(),
      today: flags.today ?? today(),
      fixedDay: flags.today !== undefined,
      locale,
      offline,
      gate: { failOn: flags.failOn ?? config.failOn ?? 'error', strict: flags.strict ?? config.strict ?? false },
      rules: enabled,
      reference: loadReference(),
      collectors,
      lookupsFor: (dossier, day) => createLookups({ folder: dossier.folder, today: day, live: null }),
      inspect: inspector.inspect,
      letter: ruleLetter,
      baseline,
      concurrency: Math.max(2, jobs),
      evidenceConcurrency: Math.max(4, jobs * 2),
    });
  } finally {
    progress.done();
    await inspector.close();
  }
  const shown = flags.unmask === true ? report : redactReport(report);
  const delivered = await deliver(shown);
  return delivered ? exitCodeOf(shown, flags.requireEvidence === true) : exitCodes.input;
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
