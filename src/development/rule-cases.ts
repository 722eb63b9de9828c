import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Reference } from '../../rules/reference/index.ts';
import { type DossierData, procedures } from '../dossier/schema/dossier.ts';
import { type Subject, subjectName, subjectsOf } from '../dossier/subjects.ts';
import { assign, type Finding, judge, type RuleFailure, type Verdict } from '../engine/judge.ts';
import { type Rule, severities, verdictKinds } from '../engine/rule.ts';
import { openReasons } from '../evidence/evidence.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import { packageFile } from '../package-file.ts';
import { indexPortfolio, portfolioMember } from '../portfolio/portfolio-index.ts';
import { goldenDossier, patched } from './case-dossier.ts';
import { caseEvidence } from './case-evidence.ts';

const patch = z.record(z.string(), z.unknown());

/** One example of a rule: a golden dossier, what is changed in it, what is seen, and the verdict to expect. */
export const caseSchema = z.strictObject({
  name: z.string().min(4),
  /** Golden dossier to start from; that of the rule's first procedure when left out. */
  base: z.enum(Object.keys(procedures) as [keyof typeof procedures]).optional(),
  /** Dotted path → new value, see `patched`. */
  set: patch.optional(),
  /** Evidence by kind, for every subject; or by subject below `$subjects`. */
  evidence: z.record(z.string(), z.unknown()).optional(),
  /** Other dossiers of the portfolio: patches on the same golden dossier. */
  others: z.array(patch).optional(),
  options: z.record(z.string(), z.unknown()).optional(),
  today: z.iso.date().optional(),
  /** Only this subject's verdict counts: its id, or the kind of an attachment. */
  subject: z.string().optional(),
  expect: z.enum(verdictKinds),
  /** Exactly the messages that must be yielded, each once or more often; any when left out. */
  message: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** Severity of every finding; any when left out. */
  severity: z.enum(severities).optional(),
  /** Why the verdict is open; any reason when left out. */
  reason: z.enum(openReasons).optional(),
});
export type RuleCase = z.output<typeof caseSchema>;

export const casesSchema = z.strictObject({ cases: z.array(caseSchema).min(2) });

/** The cases of a rule, as its folder holds them. Throws with the file's name when they are absent or malformed. */
export function readCases(ruleId: string): readonly RuleCase[] {
  const file = `rules/${ruleId}/cases.yaml`;
  if (!existsSync(packageFile(file))) throw new Error(`${file} is missing; CONTRIBUTING.md says how cases are written`);
  const parsed = casesSchema.safeParse(parse(readFileSync(packageFile(file), 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.cases;
}

export interface JudgedCase {
  readonly dossier: DossierData;
  readonly verdicts: readonly Verdict[];
  /** What the rule itself threw. */
  readonly failures: readonly RuleFailure[];
}

/** The verdicts of a rule on a case. Throws, saying what to mend, when the case is not well made. */
export function judgeCase(rule: Rule, example: RuleCase, reference: Reference): JudgedCase {
  const base = goldenDossier(example.base ?? rule.procedures[0] ?? 'annual-report');
  const data = patched(base.data, example.set ?? {});
  const others = (example.others ?? []).map((changes, index) =>
    portfolioMember({ ...base, path: `other-${index + 1}`, data: patched(base.data, changes) }),
  );
  const portfolio = { path: base.path, index: indexPortfolio([portfolioMember({ ...base, data }), ...others]) };
  const subjects = subjectsOf(data, portfolio).filter(({ kind }) => kind === rule.subject);
  const seen = writtenEvidence(rule, example, subjects);
  const counted = (subject: Subject) => example.subject === undefined || isCalled(subject, example.subject);
  if (!subjects.some(counted)) throw new Error(noSubject(rule, example.subject, subjects));

  const setting = { dossier: { ...base, data }, reference, today: example.today ?? data.submitOn ?? '2026-02-10' };
  const enabled = { rule, severity: rule.severity, options: rule.options.parse(example.options ?? {}) };
  const failures: RuleFailure[] = [];
  const verdicts = assign([enabled], subjects.filter(counted), setting, failures).map((assignment) =>
    judge(
      assignment,
      (kind, subject) => caseEvidence(kind, seen(kind, subject), { subject, dossier: data }),
      setting,
      failures,
    ),
  );
  return { dossier: data, verdicts, failures };
}

const isCalled = (subject: Subject, name: string): boolean =>
  subject.id === name || (subject.kind === 'attachment' && subject.value.kind === name);

const noSubject = (rule: Rule, name: string | undefined, subjects: readonly Subject[]) =>
  name === undefined
    ? `the dossier has nothing of kind ${rule.subject}`
    : `no ${rule.subject} is called "${name}"; there are: ${subjects.map(({ id }) => id).join(', ')}`;

const bySubject = z.strictObject({ $subjects: z.record(z.string(), z.unknown()) });

/** Looks up what the case says of one kind of evidence on one subject; nothing said is evidence that is not there. */
function writtenEvidence(rule: Rule, { evidence = {} }: RuleCase, subjects: readonly Subject[]) {
  const asked: readonly string[] = [...rule.needs, ...rule.uses];
  for (const [kind, written] of Object.entries(evidence)) {
    if (!asked.includes(kind))
      throw new Error(`evidence "${kind}" is neither in needs nor in uses of the rule: ${asked.join(', ') || 'none'}`);
    const strange = Object.keys(bySubject.safeParse(written).data?.$subjects ?? {}).find(
      (name) => !subjects.some((subject) => isCalled(subject, name)),
    );
    if (strange !== undefined) throw new Error(noSubject(rule, strange, subjects));
  }
  return (kind: EvidenceKind, subject: Subject): unknown => {
    const written = evidence[kind];
    const each = bySubject.safeParse(written).data?.$subjects;
    const own = each === undefined ? written : Object.entries(each).find(([name]) => isCalled(subject, name))?.[1];
    return own === undefined ? { $open: 'not-supplied' } : own;
  };
}

/** What all verdicts of a case come to: the gravest of them. */
export function overall(verdicts: readonly Verdict[]): Verdict['kind'] {
  const order = ['fail', 'review', 'open', 'pass', 'notApplicable'] as const;
  return order.find((kind) => verdicts.some((verdict) => verdict.kind === kind)) ?? 'notApplicable';
}

/** Where a case and the rule disagree, one sentence each; empty when the rule does what the case expects. */
export function caseProblems(rule: Rule, example: RuleCase, reference: Reference): readonly string[] {
  const { verdicts, failures } = judgeCase(rule, example, reference);
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  const problems = failures.map(({ subject, message }) => `the rule threw on ${subject}: ${message}`);
  const differs = (what: string, seen: readonly string[], wanted: readonly string[]) => {
    if (sorted(seen) !== sorted(wanted))
      problems.push(`${what}: expected ${sorted(wanted) || 'none'}, the rule says ${sorted(seen) || 'none'}`);
  };
  differs('verdict', [overall(verdicts)], [example.expect]);
  if (example.message !== undefined)
    differs(
      'messages',
      findings.map(({ messageId }) => messageId),
      [example.message].flat(),
    );
  if (example.severity !== undefined)
    differs(
      'severity',
      findings.map(({ severity }) => severity),
      [example.severity],
    );
  if (example.reason !== undefined)
    differs(
      'reason',
      verdicts.flatMap(({ reason }) => reason ?? []),
      [example.reason],
    );
  return problems.length === 0 ? [] : [...problems, ...verdicts.map(verdictLine)];
}

const sorted = (names: readonly string[]): string => [...new Set(names)].sort().join(', ');

const verdictLine = ({ subject, kind, reason, findings }: Verdict): string =>
  `${subjectName(subject)} → ${[kind, reason, ...findings.map(findingLine)].filter((part) => part !== undefined).join(' ')}`;

const findingLine = ({ messageId, severity, data }: Finding): string =>
  `${messageId} (${severity}) ${JSON.stringify(data)}`;
