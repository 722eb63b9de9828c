/** Calendar days, YYYY-MM-DD, without time or zone: the deadlines of the law count whole days. */

const dayMs = 86_400_000;

/** Whole days from one calendar day to another; negative when `to` is earlier. Both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** The calendar day `days` after a day, YYYY-MM-DD. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** The same day of the month `months` later, or that month's last day when it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/**
 * The `count`th day after a day that is no Saturday or Sunday. Public holidays and the weekends worked in their stead
 * are announced year by year and not counted: the lawful day may lie later, by `holidayMargin` at most.
 */
export function addWeekdays(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    const weekday = new Date(Date.parse(reached)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return reached;
}

/**
 * Calendar days by which public holidays can push back a deadline of two or three weeks. The longest holidays so far
 * are the Spring Festival of 2026 with nine days and National Day with eight; the margin is above both.
 */
export const holidayMargin = 14;

/** The same day a year before, YYYY-MM-DD; of a leap day a day that there was not, which compares as well. */
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** Whether what was last read at `asOf` (a year, month or day) was read more than a year before `today`, YYYY-MM-DD. */
export const isOlderThanAYear = (asOf: string, today: string): boolean =>
  asOf < yearBefore(today).slice(0, asOf.length);
