import { findCompanyNames, findCompanyNamesIn } from './company-names.ts';
import { findDays } from './dates.ts';
import { findLabels } from './labels.ts';
import { companyName, day, fieldFrom, readLabelled } from './read-field.ts';
import type { Day, ReadField } from './reading.ts';
import { type Flow, type Row, spanOf } from './sheet.ts';

const dateLabels = ['签订日期', '签署日期', '签约日期', '签字日期', '签订时间', '出具日期', '日期'];

/** The day written below a signature: the last line that is little more than a date; else the last labelled one. */
export function signatureDay(rows: readonly Row[]): ReadField<Day> | null {
  for (const row of [...rows].reverse()) {
    const days = findDays(row.text);
    const last = days.at(-1);
    if (last === undefined) continue;
    const rest = row.text.replace(/\s/g, '').length - days.reduce((sum, { length }) => sum + length, 0);
    if (rest > 14 || /[至到~]|有效|期限/.test(row.text.replace(/\s/g, ''))) continue;
    const span = spanOf(row, last.index, last.index + last.length);
    if (span !== null) {
      return fieldFrom(span, { value: last.value, proof: last.repaired ? 'repaired' : 'form' });
    }
  }
  const at = findLabels(rows, { day: dateLabels });
  return readLabelled([...at('day')].reverse(), day);
}

const ownLabels = ['公司名称', '单位名称', '企业名称', '承诺单位', '承诺人', '申请单位', '委托单位', '公司', '单位'];

/** The company that signs: the name at 盖章 or 公章, else the one at a label, else the one named most. */
export function signingCompany(rows: readonly Row[], flow: Flow): ReadField | null {
  for (const row of [...rows].reverse()) {
    const end = row.text.search(/\(\s*(?:盖\s*章|公\s*章|加盖公章|签\s*章|盖公章)/);
    if (end <= 0) continue;
    const names = findCompanyNames(row.text.slice(0, end).replace(/\t/g, '|'));
    const last = names.at(-1);
    const span = last === undefined ? null : spanOf(row, last.index, last.index + last.value.length);
    if (span !== null && last !== undefined) return fieldFrom(span, { value: last.value, proof: 'free' });
  }
  const at = findLabels(rows, { company: ownLabels });
  return readLabelled(at('company'), companyName) ?? mostNamedCompany(flow);
}

export function mostNamedCompany(flow: Flow): ReadField | null {
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
