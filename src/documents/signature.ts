import { findCompanyNames, findCompanyNamesIn } from './company-names.ts';
import { findDays } from './dates.ts';
import { findLabels } from './labels.ts';
import { companyName, day, fieldFrom, readLabelled } from './read-field.ts';
import type { Day, ReadField } from './reading.ts';
import { flowOf, type Row, type Span, spanOf } from './sheet.ts';

const dateLabels = ['签订日期', '签署日期', '签约日期', '签字日期', '签订时间', '出具日期', '日期'];

/** Dates that are about something else than the paper itself. */
const ofOtherThings = /[至到~]|有效|期限|注册(?!会计师)|成立|认证|核准|生效|开始|结束|所属|开通|上线|出生|期间|起/;

const labelsOfOtherThings = [
  '注册日期',
  '注册时间',
  '到期日期',
  '到期时间',
  '过期时间',
  '有效期至',
  '成立日期',
  '营业期限',
  '认证时间',
];

/** The day written below a signature: the last line that is little more than a date; else the last labelled one. */
export function signatureDay(rows: readonly Row[]): ReadField<Day> | null {
  const other = findLabels(rows, { day: labelsOfOtherThings });
  const others = new Set(other('day').flatMap(({ beside, under }) => daysOf([beside, ...under.slice(0, 1)])));
  for (const row of [...rows].reverse()) {
    for (const [i, piece] of [...row.pieces.entries()].reverse()) {
      const days = findDays(piece.text);
      const last = days.at(-1);
      if (last === undefined || others.has(last.value)) continue;
      const around = `${wordsOf(row.pieces[i - 1]?.text ?? '')} ${wordsOf(piece.text)}`;
      if (wordsOf(piece.text).length > mostWords || ofOtherThings.test(around)) continue;
      const start = (row.starts[i] ?? 0) + last.index;
      const span = spanOf(row, start, start + last.length);
      if (span !== null) {
        return fieldFrom(span, { value: last.value, proof: last.repaired ? 'repaired' : 'form' });
      }
    }
  }
  const at = findLabels(rows, { day: dateLabels });
  return readLabelled([...at('day')].reverse(), day);
}

// 打印日期, 签订日期 and a name fit beside the date of a paper; a sentence does not.
const mostWords = 14;

/** What is left of a text without its dates. */
function wordsOf(text: string): string {
  return findDays(text)
    .reduceRight((rest, { index, length }) => rest.slice(0, index) + rest.slice(index + length), text)
    .replace(/[\s:]/g, '');
}

function daysOf(spans: readonly (Span | null)[]): readonly Day[] {
  return spans.flatMap((span) => (span === null ? [] : findDays(span.text).map(({ value }) => value)));
}

const ownLabels = ['公司名称', '单位名称', '企业名称', '承诺单位', '承诺人', '申请单位', '委托单位', '公司', '单位'];

/** The company that signs: the name at 盖章 or 公章, else the one at a label, else the one named most. */
export function signingCompany(rows: readonly Row[]): ReadField | null {
  for (const row of [...rows].reverse()) {
    const end = row.text.search(/\(\s*(?:盖\s*章|公\s*章|加盖公章|签\s*章|盖公章)/);
    if (end <= 0) continue;
    const names = findCompanyNames(row.text.slice(0, end).replace(/\t/g, '|'));
    const last = names.at(-1);
    const span = last === undefined ? null : spanOf(row, last.index, last.index + last.value.length);
    if (span !== null && last !== undefined) return fieldFrom(span, { value: last.value, proof: 'free' });
  }
  const at = findLabels(rows, { company: ownLabels });
  return readLabelled(at('company'), companyName) ?? mostNamedCompany(rows);
}

export function mostNamedCompany(rows: readonly Row[]): ReadField | null {
  const flow = flowOf(rows, 'columns');
  const counted = new Map<string, { times: number; index: number }>();
  for (const { value, index } of findCompanyNamesIn(flow)) {
    const known = counted.get(value);
    counted.set(value, { times: (known?.times ?? 0) + 1, index: known?.index ?? index });
  }
  const [first] = [...counted].sort(([, a], [, b]) => b.times - a.times || a.index - b.index);
  if (first === undefined) return null;
  const [value, { index }] = first;
  const span = flow.spanAt(index, index + value.length);
  return span === null ? null : fieldFrom(span, { value, proof: 'free' });
}
