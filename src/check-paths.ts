import { rules } from '../rules/index.ts';
import { loadReference } from '../rules/reference/index.ts';
import { check } from './check.ts';
import type { Config } from './config/config.ts';
import { loadPreset, presetNames } from './config/load.ts';
import { resolveRules } from './config/resolve.ts';
import { loadDossier } from './dossier/load.ts';
import type { Severity } from './engine/rule.ts';
import { ruleLetter } from './engine/rule-files.ts';
import { collectors } from './evidence/collectors/index.ts';
import { openInspector } from './evidence/inspector.ts';
import { createLookups, type Lookups } from './evidence/lookups.ts';
import type { OcrChoice } from './imaging/ocr/choose.ts';
import type { PageBrowser } from './network/browser.ts';
import type { Network } from './network/network.ts';
import type { FreshnessDays } from './network/recording.ts';
import { discoverDossiers } from './portfolio/discover.ts';
import type { Exhibits } from './report/exhibit.ts';
import { exhibitSources } from './report/exhibit-sources.ts';
import { prepareExhibits } from './report/exhibits.ts';
import { redactReport } from './report/redaction.ts';
import type { Locale, Report } from './report/report.ts';
import { version } from './version.ts';

export interface CheckPathsOptions {
  /** Folder that relative paths start from and that the report's paths are relative to. */
  readonly cwd: string;
  /** Day to check for, YYYY-MM-DD. */
  readonly today: string;
  /** The day above stands before the day of submission that a dossier names itself. */
  readonly fixedDay?: boolean;
  /** When the report is made, ISO 8601; left out or null: it carries no time stamp. */
  readonly madeAt?: string | null;
  readonly locale?: Locale;
  /** What answers questions about the world outside; left out or null: recorded evidence only. */
  readonly network?: Network | null;
  /** What shows home pages as they are laid out; left out or null: they are judged by their source. */
  readonly browser?: PageBrowser | null;
  /** Milliseconds that all questions of the check may take together; 20,000 when left out. */
  readonly networkTimeout?: number;
  /** Days that a recorded or supplied answer stays usable, by kind; 30 for kinds that are left out. */
  readonly freshnessDays?: FreshnessDays;
  readonly failOn?: Severity;
  readonly strict?: boolean;
  readonly preset?: string;
  /** Severities and options of rules, over those of the preset. */
  readonly rules?: Config['rules'];
  /** Where `rules` was written, for messages. */
  readonly rulesFrom?: string;
  /** Rule ids, packs or tags; all when left out or empty. */
  readonly only?: readonly string[];
  readonly baseline?: ReadonlySet<string>;
  readonly jobs?: number;
  readonly ocr?: OcrChoice;
  /** null, or left out: nothing is remembered. */
  readonly cacheFolder?: string | null;
  /** Show personal data in clear. */
  readonly unmask?: boolean;
  readonly onLook?: (file: string) => void;
}

// The patience of a clerk who waits for one dossier; what is not answered by then stays open.
const defaultNetworkTimeout = 20_000;

/** Finds, loads and checks the dossiers at or below each path. Throws UsageError for wrong options. */
export const checkPaths = async (paths: readonly string[], options: CheckPathsOptions): Promise<Report> =>
  (await checkAll(paths, options, false)).report;

/** As `checkPaths`, with pictures and texts for the findings, for a page that shows them. */
export const checkPathsWithExhibits = (paths: readonly string[], options: CheckPathsOptions): Promise<CheckedPaths> =>
  checkAll(paths, options, true);

export interface CheckedPaths {
  readonly report: Report;
  readonly exhibits: Exhibits;
}

async function checkAll(
  paths: readonly string[],
  options: CheckPathsOptions,
  withExhibits: boolean,
): Promise<CheckedPaths> {
  const {
    cwd,
    today,
    fixedDay = false,
    locale = 'zh-CN',
    network = null,
    browser = null,
    failOn = 'error',
    strict = false,
    jobs = 1,
  } = options;
  const layers = [
    ...(await loadPreset(options.preset ?? 'recommended', presetNames)),
    { origin: options.rulesFrom ?? 'rules', preset: { severities: {}, rules: options.rules ?? {} } },
  ];
  const enabled = resolveRules(rules, { layers, only: options.only ?? [] });
  const inspector = openInspector({
    jobs,
    ocr: options.ocr ?? 'auto',
    cacheFolder: options.cacheFolder ?? null,
    version: version(),
    onLook: options.onLook ?? (() => {}),
  });
  const signal = AbortSignal.timeout(options.networkTimeout ?? defaultNetworkTimeout);
  try {
    const found = await discoverDossiers(paths, cwd);
    const dossiers = await Promise.all(
      found.map((each) => ('folder' in each ? loadDossier(each.folder, each.shown) : each)),
    );
    const asked = new Map<string, Lookups>();
    const report = await check(dossiers, {
      version: version(),
      today,
      fixedDay,
      madeAt: options.madeAt ?? null,
      locale,
      offline: network === null,
      gate: { failOn, strict },
      rules: enabled,
      reference: loadReference(),
      collectors,
      lookupsFor: (dossier, day) => {
        const lookups = createLookups({
          folder: dossier.folder,
          today: day,
          days: options.freshnessDays ?? {},
          network,
          browser,
          signal,
        });
        asked.set(dossier.path, lookups);
        return lookups;
      },
      inspect: inspector.inspect,
      letter: ruleLetter,
      baseline: options.baseline ?? new Set(),
      // Two dossiers in flight keep the workers busy while one of them waits for an answer.
      concurrency: jobs + 1,
      evidenceConcurrency: jobs * 4,
    });
    const unmask = options.unmask === true;
    const sources = exhibitSources({
      dossiers: dossiers.filter((dossier) => dossier.data !== null),
      inspect: inspector.inspect,
      lookupsFor: ({ path }) => asked.get(path),
    });
    return {
      report: unmask ? report : redactReport(report),
      exhibits: withExhibits ? await prepareExhibits(report, sources, { unmask }) : new Map(),
    };
  } finally {
    await inspector.close();
  }
}
