import pLimit from 'p-limit';
import { type Reference, staleFiles } from '../rules/reference/index.ts';
import type { LoadedDossier, RejectedDossier } from './dossier/load.ts';
import { subjectsOf } from './dossier/subjects.ts';
import { assign, type EnabledRule, evidenceOf, judge, type RuleFailure } from './engine/judge.ts';
import { rulePage } from './engine/rule-files.ts';
import { stalePacks } from './engine/stale-packs.ts';
import { exemptions } from './engine/suppress.ts';
import { collectEvidence } from './evidence/collect.ts';
import type { Collectors } from './evidence/collector.ts';
import type { Lookups } from './evidence/lookups.ts';
import { namesToLookUp } from './evidence/supplied-readings.ts';
import type { FileInspection, InspectionRequest } from './imaging/inspection.ts';
import { indexPortfolio, type PortfolioIndex, portfolioMember } from './portfolio/portfolio-index.ts';
import { type GatePolicy, noTotals, reportDossier, reportRejected } from './report/build.ts';
import { describeRules } from './report/describe-rules.ts';
import { exemptionNotes, outdatedFactsNotes, submissionDayNotes, suppliedNotes } from './report/notes.ts';
import type {
  DossierReport,
  Locale,
  PortfolioReport,
  Report,
  ReportNote,
  SuppressionReport,
  SystemError,
} from './report/report.ts';

/** Everything that a check needs from outside. Nothing below reads a clock, an environment or a flag. */
export interface CheckOptions {
  readonly version: string;
  /** Day that the check is made for, YYYY-MM-DD; a dossier's own day of submission stands before it unless `fixedDay`. */
  readonly today: string;
  readonly fixedDay: boolean;
  /** ISO 8601; null for a report without a time stamp. */
  readonly madeAt: string | null;
  readonly locale: Locale;
  readonly offline: boolean;
  readonly gate: GatePolicy;
  readonly rules: readonly EnabledRule[];
  readonly reference: Reference;
  readonly collectors: Collectors;
  readonly lookupsFor: (dossier: LoadedDossier, today: string) => Lookups;
  readonly inspect: (
    dossier: Pick<LoadedDossier, 'folder'>,
    file: string,
    request: InspectionRequest,
  ) => Promise<FileInspection>;
  readonly letter: (ruleId: string) => string;
  /** Fingerprints of findings that are known and accepted for now. */
  readonly baseline: ReadonlySet<string>;
  /** Dossiers judged at the same time. */
  readonly concurrency: number;
  /** Pieces of evidence gathered at the same time, in each dossier. */
  readonly evidenceConcurrency: number;
}

/** dossiers → subjects → evidence → verdicts → suppressions → Report. */
export async function check(
  dossiers: readonly (LoadedDossier | RejectedDossier)[],
  options: CheckOptions,
): Promise<Report> {
  const index = indexPortfolio(
    dossiers.flatMap((dossier) => (dossier.data === null ? [] : [portfolioMember(dossier)])),
  );
  const limit = pLimit(options.concurrency);
  const checked = await Promise.all(
    dossiers.map((dossier) =>
      limit(() =>
        dossier.data === null
          ? { report: reportRejected(dossier, options.locale), systemErrors: [], notes: [] }
          : checkOne(dossier, index, options),
      ),
    ),
  );
  const reports = checked.map(({ report }) => report);
  return {
    schemaVersion: 1,
    tool: { name: 'icp-check', version: options.version },
    today: options.today,
    ...(options.madeAt === null ? {} : { madeAt: options.madeAt }),
    locale: options.locale,
    unmasked: true,
    offline: options.offline,
    dossiers: reports,
    portfolio: portfolioOf(reports),
    systemErrors: checked.flatMap(({ systemErrors }) => systemErrors),
    notes: [
      ...outdatedFactsNotes(outdated(options), options.today, options.locale),
      ...checked.flatMap(({ notes }) => notes),
    ],
    rules: describeRules(options.rules, rulePage),
  };
}

/** What nobody has looked at for a year: files of the reference data, and packs by the newest basis of their rules. */
const outdated = ({ reference, rules, today }: CheckOptions): readonly string[] => [
  ...staleFiles(reference, today).map((name) => `rules/reference/${name}`),
  ...stalePacks(
    rules.map(({ rule }) => rule),
    today,
  ).map((pack) => `rules/${pack}`),
];

interface CheckedDossier {
  readonly report: DossierReport;
  readonly systemErrors: readonly SystemError[];
  readonly notes: readonly ReportNote[];
}

async function checkOne(dossier: LoadedDossier, index: PortfolioIndex, options: CheckOptions): Promise<CheckedDossier> {
  const { reference } = options;
  const today = options.fixedDay ? options.today : (dossier.data.submitOn ?? options.today);
  const setting = { dossier, reference, today };
  const ruleFailures: RuleFailure[] = [];
  const assignments = assign(
    options.rules,
    subjectsOf(dossier.data, { path: dossier.path, index }),
    setting,
    ruleFailures,
  );
  const requests = assignments
    .filter(({ applies }) => applies)
    .flatMap((assignment) => evidenceOf(assignment).map((kind) => ({ kind, subject: assignment.subject })));
  const lookups = options.lookupsFor(dossier, today);
  const evidence = await collectEvidence(requests, {
    collectors: options.collectors,
    dossier,
    today,
    lookups,
    inspect: (folder, file, request) => options.inspect({ folder }, file, request),
    concurrency: options.evidenceConcurrency,
  });
  const verdicts = assignments.map((assignment) => judge(assignment, evidence.find, setting, ruleFailures));

  const exempt = exemptions(dossier.data.suppressions ?? [], today);
  const suppression = (ruleId: string, subject: string, fingerprint: string): SuppressionReport | undefined => {
    const found = exempt.find(ruleId, subject);
    if (found !== undefined) return { by: 'dossier', reason: found.reason, owner: found.owner, until: found.until };
    return options.baseline.has(fingerprint) ? { by: 'baseline', reason: 'baseline' } : undefined;
  };
  const report = reportDossier(dossier, verdicts, {
    today,
    countedFrom: options.today,
    locale: options.locale,
    gate: options.gate,
    letter: options.letter,
    suppression,
  });
  return {
    report,
    systemErrors: [
      ...evidence.failures.map(({ kind, subject, message }) => ({
        where: `evidence ${kind}`,
        dossier: dossier.path,
        subject,
        message,
      })),
      ...ruleFailures.map(({ ruleId, subject, message }) => ({
        where: ruleId,
        dossier: dossier.path,
        subject,
        message,
      })),
    ],
    notes: [
      ...submissionDayNotes(dossier.path, today, options.today, options.locale),
      ...exemptionNotes(dossier.path, exempt, options.locale),
      ...suppliedNotes(dossier.path, await lookups.suppliedFolder(), namesToLookUp(dossier.data), options.locale),
    ],
  };
}

function portfolioOf(reports: readonly DossierReport[]): PortfolioReport {
  const totals = { ...noTotals };
  for (const report of reports) {
    for (const kind of ['pass', 'fail', 'review', 'open', 'notApplicable'] as const)
      totals[kind] += report.totals[kind];
  }
  const open = reports.filter(({ gate }) => gate === 'open').length;
  return { dossiers: reports.length, open, closed: reports.length - open, totals };
}
