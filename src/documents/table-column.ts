import { leadingCompanyName, leadingPersonName } from './company-names.ts';
import { fieldFrom } from './read-field.ts';
import type { ReadField } from './reading.ts';
import { joinedSpan, type Row, type Span, spanOf, spanOfPiece } from './sheet.ts';

/** A row that heads columns names its own and at least one more of these. */
const otherHeads = /出资|持股|比例|类型|金额|方式/;

/** Names of companies and people in the column under a heading such as 股东姓名, down to the first row without one. */
export function readNameColumn(rows: readonly Row[], heading: RegExp): ReadField<readonly string[]> | null {
  for (const [index, head] of rows.entries()) {
    const cell = headCell(head, heading);
    if (cell === null) continue;
    const names: { value: string; span: Span }[] = [];
    for (const row of rows.slice(index + 1)) {
      const span = cellUnder(row, head, cell);
      if (span === null) continue;
      const name = leadingCompanyName(span.text) ?? leadingPersonName(span.text.split(/[\t ]/)[0] ?? '');
      if (name === null || /合计|总计|小计/.test(name.value)) break;
      names.push({ value: name.value, span });
    }
    const all = joinedSpan(names.map(({ span }) => span));
    if (all !== null) return fieldFrom(all, { value: names.map(({ value }) => value), proof: 'free' });
  }
  return null;
}

interface HeadCell {
  readonly span: Span;
  /** Which of the row's words it is. */
  readonly order: number;
}

const words = (row: Row): readonly RegExpExecArray[] => [...row.text.matchAll(/\S+/g)];

function headCell(row: Row, heading: RegExp): HeadCell | null {
  const all = words(row);
  const order = all.findIndex(([word]) => heading.test(word));
  const own = all[order];
  if (own === undefined || !all.some(([word], index) => index !== order && otherHeads.test(word))) return null;
  const span = spanOf(row, own.index, own.index + own[0].length);
  return span && { span, order };
}

function cellUnder(row: Row, head: Row, { span, order }: HeadCell): Span | null {
  const box = span.box;
  if (box !== null && head.pieces.length > 1) {
    const middle = box.x + box.width / 2;
    const piece = row.pieces.find(
      ({ box: own }) => own !== null && own.x - box.height < middle && own.x + own.width + box.height > middle,
    );
    const near = piece ?? row.pieces.find(({ box: own }) => own !== null && Math.abs(own.x - box.x) < 4 * box.height);
    return near === undefined ? null : spanOfPiece(near);
  }
  const word = words(row)[order];
  return word === undefined ? null : spanOf(row, word.index, word.index + word[0].length);
}
