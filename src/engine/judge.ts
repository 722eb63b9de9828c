import type { Reference } from '../../rules/reference/index.ts';
import type { LoadedDossier } from '../dossier/load.ts';
import type { Place } from '../dossier/place.ts';
import { type Subject, subjectName } from '../dossier/subjects.ts';
import type { Confidence, Evidence, KnownEvidence, OpenReason } from '../evidence/evidence.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import {
  type Basis,
  type Compared,
  type ErasedScene,
  type Outcome,
  type Rule,
  type Severity,
  type SlotValues,
  severities,
  type VerdictKind,
} from './rule.ts';

/** A rule as it is configured for a run. */
export interface EnabledRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Parsed by the rule's own schema. */
  readonly options: unknown;
}

/** One problem, from one rule, at one place. */
export interface Finding {
  readonly messageId: string;
  readonly data: SlotValues;
  readonly at: Place;
  readonly kind: 'fail' | 'review';
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly compared?: Compared;
  /** Left out: the rule's. */
  readonly basis?: readonly Basis[];
}

export interface UsedEvidence {
  readonly kind: EvidenceKind;
  readonly evidence: KnownEvidence<unknown>;
}

/** The outcome of one rule on one subject. */
export interface Verdict {
  readonly enabled: EnabledRule;
  readonly subject: Subject;
  readonly kind: VerdictKind;
  readonly reason?: OpenReason;
  readonly detail?: string;
  readonly findings: readonly Finding[];
  readonly used: readonly UsedEvidence[];
}

export interface RuleFailure {
  readonly ruleId: string;
  readonly subject: string;
  readonly message: string;
}

/** A rule on a subject, decided to apply but not yet judged. */
export interface Assignment {
  readonly enabled: EnabledRule;
  readonly subject: Subject;
  readonly applies: boolean;
}

export interface Setting {
  readonly dossier: LoadedDossier;
  readonly reference: Reference;
  readonly today: string;
}

const sceneOf = ({ dossier, reference, today }: Setting, { enabled, subject }: Assignment): ErasedScene => ({
  subject,
  dossier: dossier.data,
  options: enabled.options,
  reference,
  today,
});

/** Pairs every rule with the subjects it looks at, and says where it does not apply. */
export function assign(
  rules: readonly EnabledRule[],
  subjects: readonly Subject[],
  setting: Setting,
  failures: RuleFailure[],
): Assignment[] {
  const { procedure } = setting.dossier.data;
  return rules.flatMap((enabled) =>
    subjects
      .filter(({ kind }) => kind === enabled.rule.subject)
      .map((subject) => {
        const assignment: Assignment = { enabled, subject, applies: enabled.rule.procedures.includes(procedure) };
        if (!assignment.applies) return assignment;
        const applies = guarded(assignment, failures, () => enabled.rule.appliesTo(sceneOf(setting, assignment)));
        // A rule that fails here is judged once more, so that its failure is seen as a verdict too.
        return { ...assignment, applies: applies ?? true };
      }),
  );
}

/** Evidence that an assignment asks for. */
export const evidenceOf = ({ enabled: { rule } }: Assignment): readonly EvidenceKind[] => [...rule.needs, ...rule.uses];

/** Judges one assignment with the evidence at hand. A rule that throws stays open and is noted in `failures`. */
export function judge(
  assignment: Assignment,
  find: (kind: EvidenceKind, subject: Subject) => Evidence<unknown>,
  setting: Setting,
  failures: RuleFailure[],
): Verdict {
  const { enabled, subject } = assignment;
  const bare = { enabled, subject, findings: [], used: [] };
  if (!assignment.applies) return { ...bare, kind: 'notApplicable' };

  const evidence: Record<string, unknown> = {};
  const used: UsedEvidence[] = [];
  for (const kind of enabled.rule.needs) {
    const piece = find(kind, subject);
    if (piece.state === 'unknown') {
      return {
        ...bare,
        kind: 'open',
        reason: piece.reason,
        ...(piece.detail === undefined ? {} : { detail: piece.detail }),
      };
    }
    evidence[kind] = piece.value;
    used.push({ kind, evidence: piece });
  }
  for (const kind of enabled.rule.uses) {
    const piece = find(kind, subject);
    evidence[kind] = piece;
    if (piece.state === 'known') used.push({ kind, evidence: piece });
  }

  const outcomes = guarded(assignment, failures, () => [
    ...enabled.rule.check({ ...sceneOf(setting, assignment), evidence }),
  ]);
  if (outcomes === undefined) return { ...bare, kind: 'open', reason: 'internal-error', used };
  const weak = used.some(
    ({ kind, evidence: { confidence } }) => confidence === 'low' && enabled.rule.needs.includes(kind),
  );
  return { enabled, subject, used, ...decide(outcomes, weak, enabled.severity) };
}

function decide(
  outcomes: readonly Outcome[],
  weak: boolean,
  severity: Severity,
): Pick<Verdict, 'kind' | 'findings' | 'reason' | 'detail'> {
  const findings: Finding[] = [];
  let unseen: { reason: OpenReason; detail?: string } | undefined;
  for (const outcome of outcomes) {
    if ('open' in outcome) {
      unseen ??= { reason: outcome.open, ...(outcome.detail === undefined ? {} : { detail: outcome.detail }) };
      continue;
    }
    const confidence = weak ? 'low' : (outcome.confidence ?? 'high');
    const { messageId, data, at, compared, basis } = outcome;
    const lowered = lesser(severity, outcome.severity ?? severity);
    findings.push({
      messageId,
      data,
      at,
      severity: lowered,
      confidence,
      kind: confidence === 'low' ? 'review' : 'fail',
      ...(compared === undefined ? {} : { compared }),
      ...(basis === undefined ? {} : { basis }),
    });
  }
  const kind = findings.some((finding) => finding.kind === 'fail')
    ? 'fail'
    : findings.length > 0
      ? 'review'
      : unseen === undefined
        ? 'pass'
        : 'open';
  return { kind, findings, ...(kind === 'open' ? unseen : {}) };
}

const lesser = (a: Severity, b: Severity): Severity => (severities.indexOf(a) < severities.indexOf(b) ? a : b);

function guarded<T>({ enabled, subject }: Assignment, failures: RuleFailure[], run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const failure = { ruleId: enabled.rule.id, subject: subjectName(subject), message };
    if (!failures.some(({ ruleId, subject: name }) => ruleId === failure.ruleId && name === failure.subject))
      failures.push(failure);
    return undefined;
  }
}
