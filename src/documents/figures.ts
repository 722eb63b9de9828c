import { type FoundAmount, findAmounts } from './amounts.ts';
import { fieldFrom, type Proof } from './read-field.ts';
import type { ReadField, Yuan } from './reading.ts';
import { type Row, type Span, spanOf } from './sheet.ts';

/** Figures in the tables of statements and returns: which row, which column, which unit. */

export type PrintedUnit = 1 | 1000 | 10000;
const unitForm = /(?:单位|货币单位)\s*[::]?\s*(?:人民币|RMB)?\s*[((]?\s*(万元|千元|元)/;
const units: Readonly<Record<string, PrintedUnit>> = { 元: 1, 千元: 1000, 万元: 10000 };

/** The unit in the head of the tables; null when none is printed. */
export function printedUnit(rows: readonly Row[]): ReadField<PrintedUnit> | null {
  for (const row of rows) {
    const match = unitForm.exec(row.text.replace(/[ \t]/g, ' ').replace(/(?<=\P{ASCII}) +/gu, (blank) => blank));
    const unit = units[match?.[1] ?? ''];
    const span = match === null ? null : spanOf(row, match.index, match.index + match[0].length);
    if (unit !== undefined && span !== null) return fieldFrom(span, { value: unit, proof: 'form' });
  }
  return null;
}

// 一、 (一) 1. 其中: 减: 加: and line numbers may stand before the name of a row.
const rowOpening =
  '(?:^|\\s|(?=\\([一二三四五六七八九十]\\)))\\s*(?:\\d{1,3}[\\s.、]+)?(?:[一二三四五六七八九十]{1,2}\\s*[、,.]|\\(\\s*[一二三四五六七八九十\\d]{1,2}\\s*\\))?\\s*(?:其中|减|加)?\\s*[::]?\\s*';
const spread = (label: string): string =>
  [...label].map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');

interface PlacedAmount extends FoundAmount {
  readonly span: Span;
}

/** Amounts to the right of a row's name, up to the name of another row. */
function amountsOf(row: Row, from: number, unit: Yuan): readonly PlacedAmount[] {
  const rest = row.text.slice(from);
  const otherName =
    /[\u4e00-\u9fff]{3,}/.exec(rest.replace(/^[^\t]*/, (own) => ' '.repeat(own.length)))?.index ?? rest.length;
  const amounts: PlacedAmount[] = [];
  for (const [index, piece] of row.pieces.entries()) {
    const start = row.starts[index] ?? 0;
    const begin = Math.max(from, start);
    const end = Math.min(start + piece.text.length, from + otherName);
    if (begin >= end) continue;
    for (const found of findAmounts(row.text.slice(begin, end), unit)) {
      const span = spanOf(row, begin + found.index, begin + found.index + found.length);
      if (span !== null) amounts.push({ ...found, index: begin + found.index, span });
    }
  }
  const money = amounts.filter(({ cents, span }) => cents || /\d[,，]\d{3}/.test(span.text));
  return money.length > 0 ? money : amounts.filter(({ value }) => value === 0 || Math.abs(value) >= 1000);
}

/** Middle of the column under a heading, in fractions of the page's width; null when the page has no such heading. */
function columnMiddles(rows: readonly Row[], at: Row, headings: RegExp): readonly { middle: number; order: number }[] {
  const before = rows.slice(0, rows.indexOf(at)).filter((row) => row.page === at.page);
  for (const row of before.reverse()) {
    const matches = [...row.text.matchAll(new RegExp(headings, 'g'))];
    if (matches.length === 0) continue;
    const all = [...row.text.matchAll(anyColumn)].map(({ index }) => index);
    return matches.map((match) => {
      const box = spanOf(row, match.index, match.index + match[0].length)?.box ?? null;
      const order = all.indexOf(match.index);
      return { middle: box === null ? Number.NaN : box.x + box.width / 2, order };
    });
  }
  return [];
}

const anyColumn =
  /本年累计(?:金额|数)?|本月(?:金额|数)|本期(?:金额|数|发生额)|本年(?:金额|数)|上年(?:金额|数|同期)?|上期(?:金额|数|发生额)|期末(?:余额|数)|年末(?:余额|数)|期初(?:余额|数)|年初(?:余额|数)|上年年末余额/g;

/** Columns that hold the figures of the document's own year, best first. */
export const currentColumns: readonly RegExp[] = [
  /本年累计(?:金额|数)?/,
  /本期(?:金额|数|发生额)/,
  /本年(?:金额|数)/,
  /期末(?:余额|数)|年末(?:余额|数)/,
];

/** The figure of the first row of one of the names, in the first of the columns that the table has; else its first figure. */
export function readFigure(
  rows: readonly Row[],
  names: readonly string[],
  columns: readonly RegExp[],
  unit: Yuan,
): ReadField<Yuan> | null {
  for (const name of names) {
    const form = new RegExp(`${rowOpening}${spread(name)}`);
    for (const row of rows) {
      const match = form.exec(row.text);
      if (match === null) continue;
      const amounts = amountsOf(row, match.index + match[0].length, unit);
      const chosen = choose(amounts, rows, row, columns);
      if (chosen !== null) return fieldFrom(chosen.span, { value: chosen.value, proof: proofOf(chosen) });
    }
  }
  return null;
}

const proofOf = ({ broken, cents }: FoundAmount): Proof => (broken ? 'repaired' : cents ? 'form' : 'free');

function choose(
  amounts: readonly PlacedAmount[],
  rows: readonly Row[],
  row: Row,
  columns: readonly RegExp[],
): PlacedAmount | null {
  if (amounts.length <= 1 && columns.length === 0) return amounts[0] ?? null;
  for (const heading of columns) {
    const places = columnMiddles(rows, row, heading);
    for (const { middle, order } of places) {
      const near = nearest(amounts, middle);
      if (near !== null) return near;
      if (Number.isNaN(middle) && amounts[order] !== undefined) return amounts[order];
    }
  }
  return amounts[0] ?? null;
}

/** The amount under a heading: within a sixth of the page's width. */
function nearest(amounts: readonly PlacedAmount[], middle: number): PlacedAmount | null {
  let best: { amount: PlacedAmount; distance: number } | null = null;
  for (const amount of amounts) {
    const box = amount.span.box;
    if (box === null || Number.isNaN(middle)) continue;
    const distance = Math.max(0, Math.abs(box.x + box.width / 2 - middle) - box.width / 2);
    if (distance < 1 / 6 && (best === null || distance < best.distance)) best = { amount, distance };
  }
  return best?.amount ?? null;
}
