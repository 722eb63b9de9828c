import type { LocalText } from '../dossier/problem.ts';
import type { Procedure } from '../dossier/schema/dossier.ts';
import type { Basis, Compared, Severity, VerdictKind } from '../engine/rule.ts';
import type { Confidence } from '../evidence/evidence.ts';
import type { Box } from '../imaging/raster.ts';

/** Languages that a report comes in. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/**
 * The outcome of a run; `-f json` prints exactly this and every other format is a view of it.
 * Additions are free, changes need a new schemaVersion.
 */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'icp-check'; readonly version: string };
  /** Day that the check was made for, YYYY-MM-DD. */
  readonly today: string;
  /** When it was made, ISO 8601 in UTC; left out when the day was given, so that the same input gives the same bytes. */
  readonly madeAt?: string;
  readonly locale: Locale;
  /** Personal data is shown in clear: `--unmask` was given. */
  readonly unmasked: boolean;
  /** No question was put to the network: `--offline` was given. */
  readonly offline: boolean;
  readonly dossiers: readonly DossierReport[];
  readonly portfolio: PortfolioReport;
  /** Our own failures; the run went on without the part that failed. */
  readonly systemErrors: readonly SystemError[];
  /** Things to know that close no gate: an expired exemption, evidence edited by hand, an old rule pack. */
  readonly notes: readonly ReportNote[];
  /** The rules that were run, in their order. */
  readonly rules?: readonly RuleReport[];
}

/** A rule that was run, for readers that list rules beside results. */
export interface RuleReport {
  readonly id: string;
  readonly severity: Severity;
  readonly tags: readonly string[];
  readonly basis: readonly Basis[];
  /** What is wrong when it finds something, in a few words; null when its page has no such heading. */
  readonly title: LocalText | null;
}

export interface DossierReport {
  /** As given on the command line, or found below it, with forward slashes. */
  readonly path: string;
  readonly company: string | null;
  readonly procedure: Procedure | null;
  readonly province: string | null;
  /** Day that it was judged for, YYYY-MM-DD; null when it was not. */
  readonly judgedFor: string | null;
  readonly gate: 'open' | 'closed';
  readonly totals: Readonly<Record<VerdictKind, number>>;
  readonly deadline: DeadlineReport | null;
  readonly verdicts: readonly VerdictReport[];
  readonly findings: readonly FindingReport[];
  /** What is wrong with the dossier itself; when one of them stops, nothing else of it was judged. */
  readonly problems: readonly ProblemReport[];
}

/** The day by which the paperwork must be in, when one is known. */
export interface DeadlineReport {
  readonly date: string;
  /** From the report's `today`; negative when it has passed. */
  readonly daysLeft: number;
  readonly what: LocalText;
}

export interface VerdictReport {
  readonly ruleId: string;
  /** `kind:id`, e.g. `domain:example.cn`. */
  readonly subject: string;
  readonly kind: VerdictKind;
  readonly severity: Severity;
  /** Why it is open or not applicable: a stable id. */
  readonly reason?: string;
  /** What exactly could not be seen, in the reader's language or as the source said it. */
  readonly detail?: string;
  /** What the verdict rests on. */
  readonly evidence?: readonly EvidenceReport[];
}

export interface EvidenceReport {
  readonly kind: string;
  readonly source: string;
  /** ISO 8601; '' for what lies in the dossier itself. */
  readonly at: string;
  readonly confidence: Confidence;
  readonly recorded: boolean;
  readonly caution?: string;
}

export interface FindingReport {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly kind: 'fail' | 'review';
  readonly confidence: Confidence;
  /** In the report's language. */
  readonly message: string;
  readonly subject: string;
  readonly location: LocationReport;
  readonly basis: readonly Basis[];
  /** What to do, in the report's language. */
  readonly fix: string;
  /** Text to paste or send, in Chinese whatever the report's language is; '' when the fix needs no letter. */
  readonly letter: string;
  /** Stable across runs as long as rule, message and place stay; line numbers do not count. 32 hex digits. */
  readonly fingerprint: string;
  /** Message and fix in every language. */
  readonly texts: { readonly message: LocalText; readonly fix: LocalText };
  readonly compared?: Compared;
  readonly evidence: readonly EvidenceReport[];
  /** The finding was accepted until a day, or stands in the baseline; it closes no gate. */
  readonly suppressed?: SuppressionReport;
}

export interface SuppressionReport {
  readonly by: 'dossier' | 'baseline';
  readonly reason: string;
  readonly owner?: string;
  readonly until?: string;
}

export interface LocationReport {
  /** The dossier file, relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The YAML line itself. */
  readonly excerpt: string;
  /** Path of the attachment within the dossier. */
  readonly attachment?: string;
  readonly page?: number;
  readonly box?: Box;
}

export interface ProblemReport {
  readonly id: string;
  readonly message: string;
  readonly texts: LocalText;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly excerpt: string;
  readonly stops: boolean;
}

export interface PortfolioReport {
  readonly dossiers: number;
  readonly open: number;
  readonly closed: number;
  /** Verdicts of all dossiers. */
  readonly totals: Readonly<Record<VerdictKind, number>>;
}

export interface SystemError {
  /** What failed: a rule id, an evidence kind, `report`. */
  readonly where: string;
  readonly dossier: string | null;
  readonly subject: string | null;
  readonly message: string;
}

export interface ReportNote {
  readonly id: string;
  readonly dossier: string | null;
  readonly message: string;
  readonly texts: LocalText;
}
