import type { SlotValues } from '../engine/rule.ts';
import type { Locale } from './report.ts';

/** The values of a finding's slots in one language. */
export function slotsIn(values: SlotValues, locale: Locale): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : value]),
  );
}
