import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addWeekdays, daysBetween } from '../../src/dates/calendar.ts';

describe('days of the calendar', () => {
  it.each([
    ['2026-02-10', '2026-02-10', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-12-31', '2026-01-01', 1],
    ['2026-06-15', '2026-03-17', -90],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });
});

describe('the same day some months later', () => {
  it.each([
    ['2026-02-10', 3, '2026-05-10'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
  ])('%s and %i months', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe('weekdays', () => {
  it.each([
    // 2026-02-06 is a Friday.
    ['2026-02-06', 1, '2026-02-09'],
    ['2026-02-06', 10, '2026-02-20'],
    ['2026-02-07', 1, '2026-02-09'],
    ['2026-02-09', 5, '2026-02-16'],
    ['2026-02-09', 0, '2026-02-09'],
  ])('%s and %i weekdays', (day, count, expected) => {
    expect(addWeekdays(day, count)).toBe(expected);
  });
});
