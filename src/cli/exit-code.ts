import type { Report } from '../report/report.ts';

export const exitCodes = { open: 0, findings: 1, input: 2, failure: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The gravest thing wins: our failure, open verdicts where evidence is required, wrong input, closed gates. */
export function exitCodeOf({ systemErrors, dossiers, portfolio }: Report, requireEvidence: boolean): ExitCode {
  if (systemErrors.length > 0) return exitCodes.failure;
  if (dossiers.some(({ problems }) => problems.length > 0)) return exitCodes.input;
  if (requireEvidence && portfolio.totals.open > 0) return exitCodes.failure;
  return portfolio.closed > 0 ? exitCodes.findings : exitCodes.open;
}
