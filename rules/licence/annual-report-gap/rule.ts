import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';
import { firstYearOfTerm } from '../_term.ts';

export default defineRule({
  id: 'licence/annual-report-gap',
  since: '0.1.0',
  title: { 'zh-CN': '有年度没有报年报', en: 'a year without a yearly report' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['renewal'],
  subject: 'licence',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第三十五条：每年第一季度报告上一年度情况；第三十八条：不报告的列入不良名单',
      asOf: '2026-11',
    },
    {
      kind: 'regulator',
      cite: '重庆市通信管理局2025年1月8日年报通知：上年 12 月 31 日前取得许可且在有效期内的均须年报',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    gap: {
      'zh-CN': '没有 {year} 年度的年报记录。该年年报最晚应在 {due} 报送。',
      en: 'there is no record of the yearly report for {year}; it was due by {due}.',
      fix: {
        'zh-CN': '报过的，把年度和提交日期补写到“历年年报”；没有报的，联系发证机关补报，确认移出不良名单后再续期。',
        en: 'If it was made, add year and day to annualReports; if not, make it up with the authority and be cleared before the renewal.',
      },
    },
    late: {
      'zh-CN': '{year} 年度年报是 {filedOn} 才报的，晚于 {due}。续期时可能被问起。',
      en: 'the yearly report for {year} was made on {filedOn}, after {due}; the authority may ask about it.',
      fix: {
        'zh-CN': '备好当时的限期报告通知和补报确认；曾列入不良名单的，附移出证明。',
        en: 'Have the order to report late and its confirmation at hand, and the proof of removal if the company was on the list.',
      },
    },
    'due-now': {
      'zh-CN': '{year} 年度年报还没有报，最晚 {due}。续期审查期间会看到。',
      en: 'the yearly report for {year} is yet to be made, by {due} at the latest; it will be looked at during the renewal.',
      fix: {
        'zh-CN': '先报年报，再提交续期；或最晚在 {due} 补上。',
        en: 'Make the report first, or at least by {due}.',
      },
    },
    'filed-in-future': {
      'zh-CN': '{year} 年度年报的提交日期 {filedOn} 晚于 {today}。',
      en: 'the yearly report for {year} is dated {filedOn}, after {today}.',
      fix: {
        'zh-CN': '核对提交日期；还没有提交的，删去这一行。',
        en: 'Check the day; take the line out if it was not made yet.',
      },
    },
  },
  *check({ subject, reference, today }) {
    const { annualReports } = subject.value;
    if (annualReports === undefined) return yield open('not-supplied', 'licence.annualReports');
    const { annualReportWindow } = reference.deadlines;
    const first = firstYearOfTerm(subject.value, reference);
    if (first === undefined) return yield open('not-supplied', 'licence.issuedOn');
    if (!isFirm(annualReportWindow)) return yield open('not-supplied', 'rules/reference/deadlines.yaml');
    const { opens, closes } = annualReportWindow.value;
    const dueOf = (year: number) => `${year + 1}-${closes}`;

    const lastYear = Number(today.slice(0, 4)) - 1;
    for (let year = first; year <= lastYear; year++) {
      if (annualReports.some((report) => report.year === year)) continue;
      const due = dueOf(year);
      const at = fieldOf(subject, 'annualReports');
      if (today > due) yield { messageId: 'gap', data: { year, due }, at };
      else if (today >= `${year + 1}-${opens}`)
        yield { messageId: 'due-now', data: { year, due }, at, severity: 'info' };
    }
    for (const [index, { year, filedOn }] of annualReports.entries()) {
      if (filedOn === undefined) continue;
      const at = fieldOf(subject, 'annualReports', index, 'filedOn');
      if (filedOn > today)
        yield { messageId: 'filed-in-future', data: { year, filedOn, today }, at, severity: 'warning' };
      else if (filedOn > dueOf(year))
        yield { messageId: 'late', data: { year, filedOn, due: dueOf(year) }, at, severity: 'warning' };
    }
  },
});
