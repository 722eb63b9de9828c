import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Reference } from '../../rules/reference/index.ts';
import type { LoadedDossier } from '../dossier/load.ts';
import { parseDossier } from '../dossier/parse.ts';
import { type DossierData, dossierSchema, procedures } from '../dossier/schema/dossier.ts';
import { subjectName, subjectsOf } from '../dossier/subjects.ts';
import { assign, judge, type RuleFailure, type Verdict } from '../engine/judge.ts';
import { type Rule, verdictKinds } from '../engine/rule.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import { packageFile } from '../package-file.ts';
import { indexPortfolio, portfolioMember } from '../portfolio/portfolio-index.ts';
import { caseEvidence } from './case-evidence.ts';

const patch = z.record(z.string(), z.unknown());

/** One example of a rule: a golden dossier, what is changed in it, what is seen, and the verdict to expect. */
export const caseSchema = z.strictObject({
  name: z.string().min(4),
  /** Golden dossier to start from; that of the rule's first procedure when left out. */
  base: z.enum(Object.keys(procedures) as [keyof typeof procedures]).optional(),
  /** Dotted path → new value; null removes it. A path that ends in `.+` appends to a list. */
  set: patch.optional(),
  /** Evidence by kind, for every subject; or by subject id below `$subjects`. */
  evidence: z.record(z.string(), z.unknown()).optional(),
  /** Other dossiers of the portfolio: patches on the same golden dossier. */
  others: z.array(patch).optional(),
  options: z.record(z.string(), z.unknown()).optional(),
  today: z.iso.date().optional(),
  /** Only this subject's verdict counts, by its id. */
  subject: z.string().optional(),
  expect: z.enum(verdictKinds),
  message: z.string().optional(),
  reason: z.string().optional(),
});
export type RuleCase = z.output<typeof caseSchema>;

export const casesSchema = z.strictObject({ cases: z.array(caseSchema).min(2) });

/** The cases of a rule, as its folder holds them. Throws with the file's name when they are malformed. */
export function readCases(ruleId: string): readonly RuleCase[] {
  const file = `rules/${ruleId}/cases.yaml`;
  const parsed = casesSchema.safeParse(parse(readFileSync(packageFile(file), 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.cases;
}

const golden = new Map<string, LoadedDossier>();

function goldenDossier(procedure: string): LoadedDossier {
  const cached = golden.get(procedure);
  if (cached !== undefined) return cached;
  const folder = packageFile(`fixtures/dossiers/${procedure}`);
  const file = path.join(folder, 'dossier.yaml');
  const parsed = parseDossier(readFileSync(file, 'utf8'), file);
  if (parsed.data === null)
    throw new Error(`${file} is no golden dossier: ${parsed.problems.map(({ message }) => message.en).join('; ')}`);
  const loaded = { path: procedure, folder, file, data: parsed.data, positions: parsed.positions, problems: [] };
  golden.set(procedure, loaded);
  return loaded;
}

/** The verdicts of a rule on a case. Throws when the patched dossier is not valid. */
export function judgeCase(
  rule: Rule,
  example: RuleCase,
  reference: Reference,
): { readonly verdicts: readonly Verdict[]; readonly failures: readonly RuleFailure[] } {
  const base = goldenDossier(example.base ?? rule.procedures[0] ?? 'annual-report');
  const data = patched(base.data, example.set ?? {});
  const dossier = { ...base, data };
  const others = (example.others ?? []).map((changes, index) =>
    portfolioMember(`other-${index + 1}`, patched(base.data, changes)),
  );
  const portfolio = { path: dossier.path, index: indexPortfolio([portfolioMember(dossier.path, data), ...others]) };
  const today = example.today ?? data.submitOn ?? '2026-02-10';
  const setting = { dossier, reference, today };
  const failures: RuleFailure[] = [];
  const enabled = { rule, severity: rule.severity, options: rule.options.parse(example.options ?? {}) };
  const subjects = subjectsOf(data, portfolio);
  const verdicts = assign([enabled], subjects, setting, failures).map((assignment) =>
    judge(assignment, (kind, subject) => caseEvidence(kind, evidenceFor(example, kind, subject.id)), setting, failures),
  );
  const ids = verdicts.map(({ subject }) => subject.id);
  if (example.subject !== undefined && !ids.includes(example.subject)) {
    throw new Error(`no subject "${example.subject}"; there are: ${ids.join(', ')}`);
  }
  return {
    verdicts: verdicts.filter(({ subject }) => example.subject === undefined || subject.id === example.subject),
    failures,
  };
}

function evidenceFor(example: RuleCase, kind: EvidenceKind, subjectId: string): unknown {
  const written = example.evidence?.[kind];
  if (written === undefined) return { $open: 'not-supplied' };
  const bySubject = z.object({ $subjects: z.record(z.string(), z.unknown()) }).safeParse(written);
  return bySubject.success ? (bySubject.data.$subjects[subjectId] ?? { $open: 'not-supplied' }) : written;
}

/** What all verdicts of a case come to: the gravest of them. */
export function overall(verdicts: readonly Verdict[]): Verdict['kind'] {
  const order = ['fail', 'review', 'open', 'pass', 'notApplicable'] as const;
  return order.find((kind) => verdicts.some((verdict) => verdict.kind === kind)) ?? 'notApplicable';
}

function patched(data: DossierData, changes: Readonly<Record<string, unknown>>): DossierData {
  const copy: unknown = structuredClone(data);
  for (const [dotted, value] of Object.entries(changes)) assignAt(copy, dotted.split('.'), value, dotted);
  const parsed = dossierSchema.safeParse(copy);
  if (!parsed.success) throw new Error(`the patched dossier is not valid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function assignAt(target: unknown, keys: readonly string[], value: unknown, dotted: string): void {
  const [key = '', ...rest] = keys;
  if (typeof target !== 'object' || target === null) throw new Error(`${dotted}: nothing there to change`);
  // An object or array of plain data.
  const container = target as Record<string, unknown>;
  if (rest.length > 0) {
    container[key] ??= rest[0] === '+' || /^\d+$/u.test(rest[0] ?? '') ? [] : {};
    assignAt(container[key], rest, value, dotted);
  } else if (key === '+' && Array.isArray(target)) target.push(value);
  else if (value === null && Array.isArray(target)) target.splice(Number(key), 1);
  else if (value === null) delete container[key];
  else container[key] = value;
}

export const verdictLine = (verdict: Verdict): string =>
  `${subjectName(verdict.subject)} → ${verdict.kind}${verdict.reason === undefined ? '' : ` (${verdict.reason})`}${verdict.findings.map(({ messageId }) => ` ${messageId}`).join('')}`;
