import type { Yuan } from './reading.ts';

/** An amount of money found in a text. */
export interface FoundAmount {
  readonly value: Yuan;
  readonly index: number;
  readonly length: number;
  /** The text names its unit, in digits or as capital numerals; without it the value counts the unit given. */
  readonly unitNamed: boolean;
  /** Cents are printed: line numbers and note numbers never have them. */
  readonly cents: boolean;
  /** Groups of other than three digits: a digit or a separator was lost. */
  readonly broken: boolean;
}

const capitalDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  壹: 1,
  弌: 1,
  一: 1,
  贰: 2,
  貳: 2,
  弍: 2,
  二: 2,
  两: 2,
  叁: 3,
  參: 3,
  叄: 3,
  参: 3,
  三: 3,
  肆: 4,
  四: 4,
  伍: 5,
  五: 5,
  陆: 6,
  陸: 6,
  六: 6,
  柒: 7,
  七: 7,
  捌: 8,
  八: 8,
  玖: 9,
  九: 9,
};
// 伯, 什, 任, 仟: how OCR reads 佰, 拾 and 仟 on worn paper.
const capitalUnits: Readonly<Record<string, number>> = {
  拾: 10,
  十: 10,
  什: 10,
  佰: 100,
  百: 100,
  伯: 100,
  仟: 1000,
  千: 1000,
  任: 1000,
};
const sections: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** 壹仟万, 叁佰贰拾万, 壹亿零伍佰万: the number that capital or plain Chinese numerals spell; null when they spell none. */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    const ones = capitalDigits[character];
    const unit = capitalUnits[character];
    const large = sections[character];
    if (ones !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = ones;
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = null;
    } else if (large !== undefined) {
      total = large === 1e8 ? (total + section + (digit ?? 0)) * large : total + (section + (digit ?? 0)) * large;
      section = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return text === '' ? null : total + section + (digit ?? 0);
}

const numerals = Object.keys({ ...capitalDigits, ...capitalUnits, ...sections }).join('');
const capital = new RegExp(
  `([${numerals}]{2,24})\\s{0,2}(?:元|圆|园|圓)(?:\\s{0,2}([${numerals}])角)?(?:\\s{0,2}([${numerals}])分)?`,
  'g',
);
const printed =
  /(-|−|\()?\s?[¥￥]?\s?(\d(?:[\d.·]|[,，、'‘’](?=\s?\d)|(?<=[,，、])\s(?=\d{3}(?!\d)))*)\s{0,2}(亿元|万元|千元|亿|万|元)?/g;
const grouped = /^\d{1,3}(?:[,.，、'‘’]\s?\d{3})+(?:[.·]\d{1,2})?$/;
const plain = /^\d+(?:[.·]\d{1,6})?$/;
const unitValue: Readonly<Record<string, number>> = { 亿元: 1e8, 亿: 1e8, 万元: 1e4, 万: 1e4, 千元: 1e3, 元: 1 };

const cent = (value: number): Yuan => Math.round(value * 100) / 100;

/** `1.234,567.89` is a slip of the scanner; the last point before one or two digits is the decimal one. */
function plainNumber(text: string): { readonly value: number; readonly cents: boolean; readonly broken: boolean } {
  const broken = !grouped.test(text) && !plain.test(text);
  if (/^\d+\.\d{3,6}$/.test(text) && !/^\d{1,3}\.\d{3}$/.test(text))
    return { value: Number(text), cents: false, broken };
  const [, whole = text, cents = ''] = /^(.*?)[.·](\d{1,2})$/.exec(text) ?? [];
  return { value: Number(`${whole.replace(/\D/g, '')}.${cents || '0'}`), cents: cents.length === 2, broken };
}

/** Every amount in a folded text, in order. `unit` is what a number without its own unit counts, in yuan. */
export function findAmounts(text: string, unit: Yuan = 1): readonly FoundAmount[] {
  const found: FoundAmount[] = [];
  for (const match of text.matchAll(capital)) {
    const whole = chineseNumber(match[1] ?? '');
    if (whole === null) continue;
    const tenths = chineseNumber(match[2] ?? '') ?? 0;
    const hundredths = chineseNumber(match[3] ?? '') ?? 0;
    const value = cent(whole + tenths / 10 + hundredths / 100);
    found.push({ value, index: match.index, length: match[0].length, unitNamed: true, cents: true, broken: false });
  }
  for (const match of text.matchAll(printed)) {
    const [whole, sign, digits = '', named = ''] = match;
    // A number with 1000.000000 of 万元 is the register's own form.
    const { value, cents, broken } = plainNumber(digits.replace(/[.·]$/, ''));
    if (!Number.isFinite(value)) continue;
    const negative =
      sign === '-' || sign === '−' || (sign === '(' && named === '' && text.charAt(match.index + whole.length) === ')');
    found.push({
      value: cent((negative ? -value : value) * (unitValue[named] ?? unit)),
      index: match.index,
      length: whole.length,
      unitNamed: named !== '',
      cents,
      broken,
    });
  }
  return found.sort((a, b) => a.index - b.index);
}
