import type { Severity, VerdictKind } from '../engine/rule.ts';
import type { DossierReport, FindingReport, VerdictReport } from './report.ts';

/** Worst first: the order in which readers want to see findings. */
export const severitiesWorstFirst = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** The findings of a dossier, sorted into the places where a reader looks for them. Their own order is kept. */
export interface SortedFindings {
  readonly failures: Readonly<Record<Severity, readonly FindingReport[]>>;
  readonly review: readonly FindingReport[];
  readonly suppressed: readonly FindingReport[];
}

export function sortFindings(findings: readonly FindingReport[]): SortedFindings {
  const failures: Record<Severity, FindingReport[]> = { error: [], warning: [], info: [] };
  const review: FindingReport[] = [];
  const suppressed: FindingReport[] = [];
  for (const finding of findings) {
    if (finding.suppressed !== undefined) suppressed.push(finding);
    else if (finding.kind === 'review') review.push(finding);
    else failures[finding.severity].push(finding);
  }
  return { failures, review, suppressed };
}

/** What counts against a dossier, as a heading or a table shows it. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly review: number;
  readonly open: number;
  readonly suppressed: number;
  /** What is wrong with dossier.yaml itself. */
  readonly problems: number;
}

export function tallyOf(dossier: DossierReport): Tally {
  const { failures, review, suppressed } = sortFindings(dossier.findings);
  return {
    errors: failures.error.length,
    warnings: failures.warning.length,
    infos: failures.info.length,
    review: review.length,
    open: dossier.totals.open,
    suppressed: suppressed.length,
    problems: dossier.problems.length,
  };
}

/** The dossier's file: as a finding or problem names it, else by its usual name. */
export function dossierFile({ path, findings, problems }: DossierReport): string {
  const named = findings[0]?.location.file ?? problems[0]?.file;
  return named ?? (path === '.' ? 'dossier.yaml' : `${path}/dossier.yaml`);
}

/** Verdicts of one kind that share a reason. */
export interface ReasonGroup {
  /** '' when no reason was given. */
  readonly reason: string;
  readonly count: number;
  readonly rules: readonly {
    readonly ruleId: string;
    readonly verdicts: readonly VerdictReport[];
  }[];
}

/** Groups verdicts by reason, most frequent first, then by rule in the order in which the rules ran. */
export function groupByReason(verdicts: readonly VerdictReport[], kind: VerdictKind): ReasonGroup[] {
  const reasons = new Map<string, Map<string, VerdictReport[]>>();
  for (const verdict of verdicts) {
    if (verdict.kind !== kind) continue;
    const rules = ensure(reasons, verdict.reason ?? '', () => new Map<string, VerdictReport[]>());
    ensure(rules, verdict.ruleId, () => []).push(verdict);
  }
  return [...reasons]
    .map(([reason, rules]) => ({
      reason,
      count: [...rules.values()].reduce((sum, list) => sum + list.length, 0),
      rules: [...rules].map(([ruleId, list]) => ({ ruleId, verdicts: list })),
    }))
    .sort((a, b) => b.count - a.count);
}

function ensure<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}

/** Rules by how many findings they made, most first; exempted findings do not count. */
export function commonestRules(
  dossiers: readonly DossierReport[],
): readonly { readonly ruleId: string; readonly weight: Severity | 'review'; readonly count: number }[] {
  const rules = new Map<string, { ruleId: string; weight: Severity | 'review'; count: number }>();
  for (const { findings } of dossiers) {
    for (const { ruleId, kind, severity, suppressed } of findings) {
      if (suppressed !== undefined) continue;
      const weight = kind === 'review' ? 'review' : severity;
      ensure(rules, ruleId, () => ({ ruleId, weight, count: 0 })).count++;
    }
  }
  return [...rules.values()].sort((a, b) => b.count - a.count);
}

/** A day on which dossiers are due. `index` is the dossier's place in the report. */
export interface DeadlineDay {
  readonly date: string;
  readonly daysLeft: number;
  readonly members: readonly { readonly dossier: DossierReport; readonly index: number }[];
}

export function deadlineDays(dossiers: readonly DossierReport[]): DeadlineDay[] {
  const days = new Map<
    string,
    { date: string; daysLeft: number; members: { dossier: DossierReport; index: number }[] }
  >();
  dossiers.forEach((dossier, index) => {
    if (dossier.deadline === null) return;
    const { date, daysLeft } = dossier.deadline;
    ensure(days, date, () => ({ date, daysLeft, members: [] })).members.push({ dossier, index });
  });
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
