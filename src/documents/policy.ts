import { chineseNumber } from './amounts.ts';
import { readInFlow } from './find-in-flow.ts';
import { headingsOf } from './headings.ts';
import { titleOf } from './page-furniture.ts';
import { fieldFrom, type Parse } from './read-field.ts';
import type { Plan, Policy, ReadField } from './reading.ts';
import { flowOf, joinedSpan, layRows, type NumberedText, type Row, spanOf } from './sheet.ts';
import { signatureDay, signingCompany } from './signature.ts';

export function readTitle(rows: readonly Row[]): ReadField | null {
  const span = titleOf(rows);
  return span && fieldFrom(span, { value: span.text.replace(/\s+/g, ''), proof: 'free' });
}

export function readHeadings(rows: readonly Row[]): ReadField<readonly string[]> | null {
  const headings = headingsOf(rows);
  const spans = headings.flatMap(({ row }) => {
    const span = spanOf(row, 0, row.text.length);
    return span === null ? [] : [span];
  });
  const [first] = spans;
  const all = joinedSpan(spans);
  if (first === undefined || all === null) return null;
  return fieldFrom(
    { ...first, confidence: all.confidence },
    { value: headings.map(({ title }) => title), proof: 'free' },
  );
}

const daysPer: Readonly<Record<string, number>> = { 天: 1, 日: 1, 月: 30, 年: 365 };

/** 不少于六个月, 至少180日, 不低于 6 个月: in days, a month counts 30. */
const duration: Parse<number> = (text) => {
  const match = /(\d{1,4}|[一二三四五六七八九十百两半]{1,4})个?(天|日|月|年)/.exec(text);
  if (match === null) return null;
  const [, written = '', unit = ''] = match;
  const number = /^\d+$/.test(written) ? Number(written) : written === '半' ? 0.5 : chineseNumber(written);
  const days = daysPer[unit];
  return number === null || days === undefined ? null : { value: Math.round(number * days), proof: 'form' };
};

const amountOfTime = '(?:\\d{1,4}|[一二三四五六七八九十百两半]{1,4})个?(?:天|日|月|年)';
const retention: readonly RegExp[] = [
  new RegExp(
    `日志[^。;]{0,40}?(?:不少于|不低于|不得少于|不短于|至少|保留|保存|留存|期限为?)[^。;\\d一二三四五六七八九十]{0,8}(${amountOfTime})`,
  ),
  new RegExp(`(?:留存|保存|保留)[^。;]{0,12}?(${amountOfTime})[^。;]{0,10}日志`),
];

/** 管理制度, 应急预案, 保障措施 */
export function readPolicy(pages: readonly NumberedText[]): Policy {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const [first, second] = retention.map((form) => readInFlow(flow, form, duration));
  return {
    title: readTitle(rows),
    company: signingCompany(rows),
    headings: readHeadings(rows),
    logRetentionDays: first ?? second ?? null,
    datedOn: signatureDay(rows),
  };
}

/** 业务发展计划, 技术方案 and other plans. */
export function readPlan(pages: readonly NumberedText[]): Plan {
  const rows = layRows(pages);
  return {
    title: readTitle(rows),
    company: signingCompany(rows),
    headings: readHeadings(rows),
    datedOn: signatureDay(rows),
  };
}
