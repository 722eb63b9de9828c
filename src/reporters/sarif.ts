import type { LocalText } from '../dossier/problem.ts';
import type { Severity } from '../engine/rule.ts';
import { rulePage } from '../engine/rule-files.ts';
import { titleOf } from '../report/describe-rules.ts';
import { fillTemplate } from '../report/fill-template.ts';
import { attachmentText, basisText, detailText, reasonText, remedyText, suppressionText } from '../report/phrases.ts';
import type {
  DossierReport,
  FindingReport,
  Locale,
  ProblemReport,
  Report,
  RuleReport,
  SuppressionReport,
  SystemError,
  VerdictReport,
} from '../report/report.ts';
import { dossierFile, severitiesWorstFirst } from '../report/summary.ts';
import { jsonPieces } from './json-text.ts';
import type { PiecewiseReporter } from './reporter.ts';

/** GitHub refuses more results in a run, and reads no more than ten tags of a rule. */
const mostResults = 25_000;
const mostTags = 10;

/** Log → runs → the run → its lists → a result. */
const depth = 5;

/**
 * SARIF 2.1.0, one run. Findings, reviews, open verdicts and problems of the input are results; passes are not. What was
 * exempted, or is known from the baseline, is marked rather than left out: a result that vanishes would be opened anew.
 */
export const sarif: PiecewiseReporter = (report, { locale }) => {
  const all = report.dossiers.flatMap((dossier) => resultsOf(dossier, locale)).sort((a, b) => urgency(a) - urgency(b));
  const results = all.slice(0, mostResults);
  const rules = rulesOf(report, locale, results);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const known = results.some(({ suppressed }) => suppressed?.by === 'baseline');
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: report.tool.name, version: report.tool.version, rules } },
        automationDetails: { id: 'icp-check/' },
        columnKind: 'utf16CodeUnits',
        language: locale,
        originalUriBaseIds: { SRCROOT: { description: { text: texts.root[locale] } } },
        invocations: [
          {
            executionSuccessful: report.systemErrors.length === 0,
            ...(report.madeAt === undefined ? {} : { endTimeUtc: report.madeAt }),
            toolExecutionNotifications: notifications(report, locale, all.length - results.length),
          },
        ],
        properties: {
          today: report.today,
          offline: report.offline,
          unmasked: report.unmasked,
          portfolio: report.portfolio,
        },
        results: results.map(({ suppressed, severity, ...result }) => ({
          ...result,
          ruleIndex: indexes.get(result.ruleId) ?? -1,
          properties: { ...result.properties, severity },
          ...(known ? { baselineState: suppressed?.by === 'baseline' ? 'unchanged' : 'new' } : {}),
          ...(suppressed === undefined ? {} : { suppressions: [suppression(suppressed, locale)] }),
        })),
      },
    ],
  };
  return jsonPieces(log, depth);
};

const texts = {
  root: {
    'zh-CN': '运行 icp-check 的文件夹',
    en: 'the folder that icp-check was run in',
  },
  cut: {
    'zh-CN': '结果太多，省略了最后 {count} 条（GitHub 每次最多接收 {most} 条）。',
    en: 'too many results: the last {count} are left out (GitHub takes at most {most} in a run).',
  },
  open: { 'zh-CN': '没有检查：{reason}。{remedy}', en: 'NOT CHECKED: {reason}. {remedy}' },
  input: { 'zh-CN': 'dossier.yaml 的写法有问题', en: 'dossier.yaml is not well-formed' },
} as const satisfies Record<string, LocalText>;

interface Result {
  readonly ruleId: string;
  readonly kind: 'fail' | 'review' | 'open';
  readonly level: 'error' | 'warning' | 'note' | 'none';
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
  readonly relatedLocations?: readonly object[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Not written as they are, but needed to write the rest. */
  readonly severity: Severity;
  readonly suppressed: SuppressionReport | undefined;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  Result['level']
>;

/** What is cut is what matters least. */
const urgency = ({ kind, severity, suppressed }: Result): number =>
  (suppressed === undefined ? 0 : 100) +
  { fail: 0, review: 10, open: 20 }[kind] +
  severitiesWorstFirst.indexOf(severity);

function resultsOf(dossier: DossierReport, locale: Locale): Result[] {
  return [
    ...dossier.problems.map((problem) => problemResult(dossier, problem, locale)),
    ...dossier.findings.map((finding) => findingResult(dossier, finding, locale)),
    ...dossier.verdicts.filter(({ kind }) => kind === 'open').map((verdict) => openResult(dossier, verdict, locale)),
  ];
}

function findingResult(dossier: DossierReport, finding: FindingReport, locale: Locale): Result {
  const { location, kind, severity, fingerprint } = finding;
  const attachment = attachmentText(location, locale);
  return {
    ruleId: finding.ruleId,
    kind,
    // The standard allows a level only on failures.
    level: kind === 'fail' ? levels[severity] : 'none',
    message: { text: `${finding.texts.message[locale]}\n${finding.texts.fix[locale]}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(location.file),
          region: {
            startLine: Math.max(1, location.line),
            startColumn: Math.max(1, location.column),
            ...(location.excerpt === '' ? {} : { snippet: { text: location.excerpt } }),
          },
        },
        logicalLocations: [{ fullyQualifiedName: finding.subject }],
      },
    ],
    ...(location.attachment === undefined
      ? {}
      : {
          relatedLocations: [
            {
              id: 0,
              message: { text: attachment },
              physicalLocation: {
                artifactLocation: artifact(`${dossier.path === '.' ? '' : `${dossier.path}/`}${location.attachment}`),
              },
              properties: {
                ...(location.page === undefined ? {} : { page: location.page }),
                ...(location.box === undefined ? {} : { box: location.box }),
              },
            },
          ],
        }),
    partialFingerprints: {
      'icpCheckFinding/v1': fingerprint,
      // The only one that GitHub reads; without it a moved line would be a new alert.
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`,
    },
    properties: {
      confidence: finding.confidence,
      dossier: dossier.path,
      company: dossier.company,
      basis: finding.basis.map((basis) => basisText(basis, locale)),
      ...(finding.compared === undefined ? {} : { compared: finding.compared }),
      ...(finding.letter === '' ? {} : { letter: finding.letter }),
    },
    severity,
    suppressed: finding.suppressed,
  };
}

function openResult(dossier: DossierReport, verdict: VerdictReport, locale: Locale): Result {
  const reason = verdict.reason ?? '';
  const remedy = remedyText(reason, locale);
  return {
    ruleId: verdict.ruleId,
    kind: 'open',
    level: 'none',
    message: {
      text: `${fillTemplate(texts.open[locale], { reason: reasonText(reason, locale), remedy }).trim()}${verdict.detail === undefined ? '' : `\n${detailText(verdict.detail, locale)}`}`,
    },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(dossierFile(dossier)), region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: verdict.subject }],
      },
    ],
    properties: { reason, dossier: dossier.path, company: dossier.company },
    severity: verdict.severity,
    suppressed: undefined,
  };
}

function problemResult(dossier: DossierReport, problem: ProblemReport, locale: Locale): Result {
  const severity = problem.stops ? 'error' : 'warning';
  return {
    ruleId: `input/${problem.id}`,
    kind: 'fail',
    level: levels[severity],
    message: { text: problem.texts[locale] },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(problem.file),
          region: {
            startLine: Math.max(1, problem.line ?? 1),
            ...(problem.column === null ? {} : { startColumn: Math.max(1, problem.column) }),
            ...(problem.excerpt === '' ? {} : { snippet: { text: problem.excerpt } }),
          },
        },
      },
    ],
    properties: { dossier: dossier.path, stops: problem.stops },
    severity,
    suppressed: undefined,
  };
}

const suppression = (suppressed: SuppressionReport, locale: Locale) => ({
  kind: suppressed.by === 'baseline' ? 'external' : 'inSource',
  status: 'accepted',
  justification: suppressionText(suppressed, locale),
});

/** A path as a URI reference; an absolute one as a file URI. */
function artifact(path: string) {
  const absolute = /^(?:[A-Za-z]:)?\//u.test(path);
  const encoded = path
    .split('/')
    .map((segment, index) =>
      absolute && index === 0 ? segment : encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')),
    )
    .join('/');
  if (!absolute) return { uri: encoded, uriBaseId: 'SRCROOT' };
  return { uri: `file://${encoded.startsWith('/') ? '' : '/'}${encoded}` };
}

function rulesOf(report: Report, locale: Locale, results: readonly Result[]) {
  const declared = new Map((report.rules ?? []).map((rule) => [rule.id, rule]));
  const used = new Map<string, Result>();
  for (const result of results) if (!used.has(result.ruleId)) used.set(result.ruleId, result);
  const findings = new Map<string, FindingReport>();
  for (const { findings: own } of report.dossiers)
    for (const finding of own) if (!findings.has(finding.ruleId)) findings.set(finding.ruleId, finding);
  const ids = [...new Set([...declared.keys(), ...used.keys()])].sort();
  return ids.map((id) => describeRule(id, locale, declared.get(id), findings.get(id), used.get(id)));
}

/** A rule by its own page, which ships with the program, and by what the report says of it. */
function describeRule(
  id: string,
  locale: Locale,
  rule: RuleReport | undefined,
  finding: FindingReport | undefined,
  result: Result | undefined,
) {
  const basis = rule?.basis ?? finding?.basis ?? [];
  const page = rulePage(id);
  const title = (rule?.title ?? titleOf(page))?.[locale] ?? (id.startsWith('input/') ? texts.input[locale] : id);
  const cited = basis.map((each) => basisText(each, locale)).join('\n');
  const uri = basis.find(({ url }) => url !== undefined)?.url;
  const severity = rule?.severity ?? result?.severity ?? 'warning';
  const help = [finding?.texts.fix[locale], cited].filter((part) => part !== undefined && part !== '').join('\n\n');
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: cited === '' ? title : `${title}\n${cited}` },
    help: { text: help === '' ? title : help, markdown: page === '' ? help || title : page },
    ...(uri === undefined ? {} : { helpUri: uri }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: (rule?.tags ?? []).slice(0, mostTags), 'problem.severity': problemSeverities[severity] },
  };
}

/** GitHub's own words. */
const problemSeverities = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

function notifications({ systemErrors, notes }: Report, locale: Locale, cut: number) {
  return [
    ...systemErrors.map((error) => ({ level: 'error', message: { text: systemErrorText(error) } })),
    ...notes.map(({ id, texts: text, dossier }) => ({
      level: 'note',
      message: { text: dossier === null ? text[locale] : `${dossier}: ${text[locale]}` },
      descriptor: { id },
    })),
    ...(cut === 0
      ? []
      : [{ level: 'warning', message: { text: fillTemplate(texts.cut[locale], { count: cut, most: mostResults }) } }]),
  ];
}

const systemErrorText = ({ where, dossier, subject, message }: SystemError): string =>
  `${[where, dossier, subject].filter((part) => part !== null).join(' · ')}: ${message}`;
