import { asDigits, digitLike } from './ocr-confusions.ts';
import type { Day, Month } from './reading.ts';

/** A date found in a text, and where. */
export interface FoundDay {
  readonly value: Day;
  readonly index: number;
  readonly length: number;
  /** A letter had to be taken for a digit, or a mark for 年, 月 or 日. */
  readonly repaired: boolean;
}

const d = `[${digitLike}]`;
const s = '\\s{0,3}';
const chineseDigits = '〇○零一二三四五六七八九十OＯ0';

const patterns: readonly { readonly form: RegExp; readonly chinese?: true }[] = [
  // 2026年1月5日; OCR reads 日 as 曰 or 目 and sometimes loses it at the end of a line.
  {
    form: new RegExp(`((?:${d}${s}){3}${d})${s}年${s}(${d}${s}${d}?)${s}月${s}(${d}(?:${s}${d})?)${s}[日曰目号]`, 'g'),
  },
  {
    form: new RegExp(
      `([${chineseDigits}]{4})${s}年${s}([一二三四五六七八九十]{1,2})${s}月${s}([一二三四五六七八九十]{1,3})${s}[日曰目]`,
      'g',
    ),
    chinese: true,
  },
  // 2026-01-05, 2026/1/5, 2026.01.05; a time of day may follow without the blank that OCR lost.
  {
    form: new RegExp(
      `(?<![\\d.])([12]${d}{3})${s}([-/.])${s}(${d}{1,2})${s}\\2${s}(${d}{1,2})(?=\\s?\\d{1,2}:\\d{2}|(?!\\d))`,
      'g',
    ),
  },
];

const chineseNumeral: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  O: 0,
  '0': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

function chineseYear(text: string): string {
  return [...text].map((character) => String(chineseNumeral[character] ?? '')).join('');
}

/** 1 to 39, as 十二 or 二十一. */
function chineseCount(text: string): number {
  const [tens = '', ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : (chineseNumeral[tens] ?? 0)) : 0;
  return ten * 10 + (ones === undefined || ones === '' ? 0 : (chineseNumeral[ones] ?? 0));
}

/** null when the calendar has no such day. */
export function toDay(year: number, month: number, day: number): Day | null {
  if (!(year >= 1900 && year <= 2199)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Every date in a folded text, in order. */
export function findDays(text: string): readonly FoundDay[] {
  const found: FoundDay[] = [];
  for (const { form, chinese } of patterns) {
    for (const match of text.matchAll(form)) {
      const parts = match.slice(1).filter((part) => !/^[-/.]$/.test(part));
      const [year = '', month = '', day = ''] = parts.map(squeezed);
      const read = [year, month, day].map(asDigits);
      const value = chinese
        ? toDay(Number(chineseYear(year)), chineseCount(month), chineseCount(day))
        : toDay(...(read.map(({ digits }) => Number(digits)) as [number, number, number])); // three parts by the patterns
      if (value === null) continue;
      found.push({
        value,
        index: match.index,
        length: match[0].length,
        repaired: chinese !== true && (read.some(({ repaired }) => repaired) || /[曰目]$/.test(match[0])),
      });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

export type PeriodEnd = Day | 'long-term';
const longTerm = /长\s*期|永\s*久|不\s*约定\s*期限|无\s*固定\s*期限/;

/** A term: `2024年1月1日至2029年1月1日`, `自…起至长期`, or just `长期`. */
export interface FoundPeriod {
  readonly from: Day | null;
  readonly to: PeriodEnd;
  readonly index: number;
  readonly length: number;
  readonly repaired: boolean;
}

const between = /^\s*(?:\([^)]{0,8}\))?\s*(?:起)?\s*[,，]?\s*(?:至|到|-+|~|～|止于|一)\s*$/;

/** Every period in a folded text, in order; a pair of dates counts only when a word or dash of extent joins them. */
export function findPeriods(text: string): readonly FoundPeriod[] {
  const days = findDays(text);
  const periods: FoundPeriod[] = [];
  days.forEach((from, i) => {
    const after = from.index + from.length;
    const to = days[i + 1];
    if (to !== undefined && between.test(text.slice(after, to.index))) {
      periods.push({
        from: from.value,
        to: to.value,
        index: from.index,
        length: to.index + to.length - from.index,
        repaired: from.repaired || to.repaired,
      });
      return;
    }
    const open = new RegExp(`^\\s*起?\\s*(?:至|到|-+|~|一)?\\s*(?:${longTerm.source})`).exec(text.slice(after));
    if (open !== null) {
      periods.push({
        from: from.value,
        to: 'long-term',
        index: from.index,
        length: from.length + open[0].length,
        repaired: from.repaired,
      });
    }
  });
  const alone = longTerm.exec(text);
  if (periods.length === 0 && alone !== null && text.slice(0, alone.index).trim().length <= 2) {
    periods.push({ from: null, to: 'long-term', index: alone.index, length: alone[0].length, repaired: false });
  }
  return periods;
}

export interface FoundMonth {
  readonly value: Month;
  readonly index: number;
  readonly length: number;
}

const months = [
  new RegExp(`(2${d}{3})${s}年${s}(${d}{1,2})${s}月`, 'g'),
  /(?<!\d)(20\d{2})[-/.]?(0[1-9]|1[0-2])(?!\d|[-/.]\d)/g,
];

/** Every month in a folded text: 2026年3月, 2026-03, 202603. A whole date counts as its month. */
export function findMonths(text: string): readonly FoundMonth[] {
  const found = months.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => {
      const year = Number(asDigits(match[1] ?? '').digits);
      const month = Number(asDigits(match[2] ?? '').digits);
      if (!(year >= 1990 && year <= 2199 && month >= 1 && month <= 12)) return [];
      return [{ value: `${year}-${String(month).padStart(2, '0')}`, index: match.index, length: match[0].length }];
    }),
  );
  const days = findDays(text).map(({ value, index, length }) => ({ value: value.slice(0, 7), index, length }));
  const inDays = (index: number): boolean => days.some((day) => index >= day.index && index < day.index + day.length);
  return [...found.filter(({ index }) => !inDays(index)), ...days].sort((a, b) => a.index - b.index);
}
