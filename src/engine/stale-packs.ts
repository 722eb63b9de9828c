import type { Rule } from './rule.ts';

/** The same day a year before, YYYY-MM-DD; of a leap day a day that there was not, which compares as well. */
export const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** Whether what was last read at `asOf` (a year, month or day) was read more than a year before `today`, YYYY-MM-DD. */
export const isOlderThanAYear = (asOf: string, today: string): boolean =>
  asOf < yearBefore(today).slice(0, asOf.length);

/** Packs with a rule of whose basis nothing was read within a year before `today`, in the order of the rules. */
export function stalePacks(rules: readonly Pick<Rule, 'id' | 'basis'>[], today: string): readonly string[] {
  const stale = rules.filter(({ basis }) => basis.every(({ asOf }) => isOlderThanAYear(asOf, today)));
  return [...new Set(stale.map(({ id }) => id.split('/')[0] ?? id))];
}
