import { isOlderThanAYear } from '../dates/calendar.ts';
import type { Rule } from './rule.ts';

/** Packs with a rule of whose basis nothing was read within a year before `today`, in the order of the rules. */
export function stalePacks(rules: readonly Pick<Rule, 'id' | 'basis'>[], today: string): readonly string[] {
  const stale = rules.filter(({ basis }) => basis.every(({ asOf }) => isOlderThanAYear(asOf, today)));
  return [...new Set(stale.map(({ id }) => id.split('/')[0] ?? id))];
}
