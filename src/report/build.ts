import { createHash } from 'node:crypto';
import type { LoadedDossier, RejectedDossier } from '../dossier/load.ts';
import type { Place } from '../dossier/place.ts';
import type { InputProblem } from '../dossier/problem.ts';
import { subjectName } from '../dossier/subjects.ts';
import type { Finding, UsedEvidence, Verdict } from '../engine/judge.ts';
import { type RuleMessage, type Severity, severities, type VerdictKind } from '../engine/rule.ts';
import { deadlineOf } from './deadline.ts';
import { fillTemplate } from './fill-template.ts';
import { writeLetter } from './letter.ts';
import type {
  DossierReport,
  EvidenceReport,
  FindingReport,
  Locale,
  LocationReport,
  ProblemReport,
  SuppressionReport,
  VerdictReport,
} from './report.ts';
import { slotsIn } from './slots.ts';

/** When the gate of a dossier closes. */
export interface GatePolicy {
  readonly failOn: Severity;
  /** Warnings, reviews and open verdicts close it too. */
  readonly strict: boolean;
}

export interface BuildOptions {
  /** Day that the dossier is judged for: its day of submission, or that of the run. */
  readonly today: string;
  /** Day of the run, from which the days to a deadline are counted. */
  readonly countedFrom: string;
  readonly locale: Locale;
  readonly gate: GatePolicy;
  /** The fix.md of a rule; '' when it has none. */
  readonly letter: (ruleId: string) => string;
  readonly suppression: (ruleId: string, subject: string, fingerprint: string) => SuppressionReport | undefined;
}

export const noTotals: Readonly<Record<VerdictKind, number>> = {
  pass: 0,
  fail: 0,
  review: 0,
  open: 0,
  notApplicable: 0,
};

/** A judged dossier as the report says it. Pure. */
export function reportDossier(
  dossier: LoadedDossier,
  verdicts: readonly Verdict[],
  options: BuildOptions,
): DossierReport {
  const taken = new Map<string, number>();
  const findings = verdicts
    .flatMap((verdict) => verdict.findings.map((finding) => reportFinding(dossier, verdict, finding, taken, options)))
    .sort(byImportance);
  const totals = { ...noTotals };
  for (const { kind } of verdicts) totals[kind]++;
  const { data } = dossier;
  return {
    path: dossier.path,
    company: data.company.name,
    procedure: data.procedure,
    province: data.province,
    judgedFor: options.today,
    gate: isClosed(findings, totals, options.gate) ? 'closed' : 'open',
    totals,
    deadline: deadlineOf(data, options.countedFrom),
    verdicts: verdicts.map(reportVerdict),
    findings,
    problems: dossier.problems.map((problem) => reportProblem(problem, options.locale)),
  };
}

/** A dossier that could not be judged. */
export function reportRejected(dossier: RejectedDossier, locale: Locale): DossierReport {
  return {
    path: dossier.path,
    company: null,
    procedure: null,
    province: null,
    judgedFor: null,
    gate: 'closed',
    totals: noTotals,
    deadline: null,
    verdicts: [],
    findings: [],
    problems: dossier.problems.map((problem) => reportProblem(problem, locale)),
  };
}

const rank = (severity: Severity) => severities.indexOf(severity);

function isClosed(
  findings: readonly FindingReport[],
  totals: Readonly<Record<VerdictKind, number>>,
  { failOn, strict }: GatePolicy,
): boolean {
  const counted = findings.filter(({ suppressed }) => suppressed === undefined);
  if (strict && totals.open > 0) return true;
  return counted.some(({ kind, severity }) =>
    strict
      ? kind === 'review' || rank(severity) >= Math.min(rank(failOn), rank('warning'))
      : kind === 'fail' && rank(severity) >= rank(failOn),
  );
}

const byImportance = (a: FindingReport, b: FindingReport) =>
  rank(b.severity) - rank(a.severity) ||
  Number(a.kind === 'review') - Number(b.kind === 'review') ||
  a.location.line - b.location.line ||
  a.ruleId.localeCompare(b.ruleId, 'en') ||
  a.subject.localeCompare(b.subject, 'en');

function reportFinding(
  dossier: LoadedDossier,
  verdict: Verdict,
  { messageId, data, at, kind, severity, confidence, compared, basis }: Finding,
  taken: Map<string, number>,
  options: BuildOptions,
): FindingReport {
  const { rule } = verdict.enabled;
  const message = rule.messages[messageId];
  if (message === undefined) throw new Error(`${rule.id} has no message "${messageId}"`);
  const texts = localise(message, data);
  const subject = subjectName(verdict.subject);
  const fingerprint = fingerprintOf(
    [
      rule.id,
      messageId,
      dossier.data.company.uscc,
      dossier.data.procedure,
      subject,
      at.attachment ?? '',
      at.page ?? '',
    ],
    taken,
  );
  const suppressed = options.suppression(rule.id, subject, fingerprint);
  return {
    ruleId: rule.id,
    messageId,
    severity,
    kind,
    confidence,
    message: texts.message[options.locale],
    subject,
    location: locate(dossier, at),
    basis: basis ?? rule.basis,
    fix: texts.fix[options.locale],
    letter: writeLetter(options.letter(rule.id), messageId, data, dossier.data, options.today),
    fingerprint,
    texts,
    ...(compared === undefined ? {} : { compared }),
    evidence: verdict.used.map(reportEvidence),
    ...(suppressed === undefined ? {} : { suppressed }),
  };
}

function localise(message: RuleMessage, data: Finding['data']): FindingReport['texts'] {
  const [zh, en] = [slotsIn(data, 'zh-CN'), slotsIn(data, 'en')];
  return {
    message: { 'zh-CN': fillTemplate(message['zh-CN'], zh), en: fillTemplate(message.en, en) },
    fix: { 'zh-CN': fillTemplate(message.fix['zh-CN'], zh), en: fillTemplate(message.fix.en, en) },
  };
}

function fingerprintOf(parts: readonly (string | number)[], taken: Map<string, number>): string {
  const base = parts.join('\n');
  const times = taken.get(base) ?? 0;
  taken.set(base, times + 1);
  return createHash('sha256').update(`${base}\n${times}`).digest('hex').slice(0, 32);
}

function locate({ file, positions }: LoadedDossier, { path, attachment, page, box }: Place): LocationReport {
  const { line, column } = positions.find(path);
  return {
    file,
    line,
    column,
    excerpt: positions.line(line),
    ...(attachment === undefined ? {} : { attachment }),
    ...(page === undefined ? {} : { page }),
    ...(box === undefined ? {} : { box }),
  };
}

function reportVerdict({ enabled, subject, kind, reason, detail, used }: Verdict): VerdictReport {
  return {
    ruleId: enabled.rule.id,
    subject: subjectName(subject),
    kind,
    severity: enabled.severity,
    ...(reason === undefined ? {} : { reason }),
    ...(detail === undefined ? {} : { detail }),
    ...(used.length === 0 ? {} : { evidence: used.map(reportEvidence) }),
  };
}

function reportEvidence({
  kind,
  evidence: { source, at, confidence, recorded, caution },
}: UsedEvidence): EvidenceReport {
  return { kind, source, at, confidence, recorded, ...(caution === undefined ? {} : { caution }) };
}

export function reportProblem({ message, ...rest }: InputProblem, locale: Locale): ProblemReport {
  return { ...rest, message: message[locale], texts: message };
}
