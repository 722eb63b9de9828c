import { z } from 'zod';
import { addMonths } from '../../../src/dates/calendar.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { firstYearOfTerm } from '../../licence/_term.ts';

export default defineRule({
  id: 'attachment/stale-document',
  since: '0.1.0',
  title: { 'zh-CN': '材料的年度或时间不对', en: 'document of another year' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第三十五条：每年第一季度报告上一年度的情况',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '《ICP许可证续期材料及流程》：续期年度财务会计报告、近五年分年度的业务经营报告；《增值电信业务（ICP）许可证自己申请流程图解》：员工社保',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    year: {
      'zh-CN': '“{document}”是 {seen} 的，应为 {expected} 年的。',
      en: 'the {document} is of {seen}; {expected} is needed.',
      fix: {
        'zh-CN': '换上 {expected} 年的“{document}”；登记错了期间的，改正 dossier.yaml。',
        en: 'Attach the {document} of {expected}, or correct its period in dossier.yaml.',
      },
    },
    years: {
      'zh-CN': '“{document}”写的是 {seen}，应写到许可证这一期的各年，即 {first}–{last} 年。',
      en: 'the {document} is about {seen}; it should be about every year of the licence’s term, {first}–{last}.',
      fix: {
        'zh-CN': '补写缺少的年度后换上；登记错了期间的，改正 dossier.yaml。',
        en: 'Add the missing years, or correct the period in dossier.yaml.',
      },
    },
    old: {
      'zh-CN': '“{document}”是 {seen} 的，距提交已超过三个月。',
      en: 'the {document} is of {seen}, over three months old.',
      fix: { 'zh-CN': '重新取得最近一个月的“{document}”。', en: 'Obtain the {document} of the latest month.' },
    },
  },

  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.period !== undefined,
  *check({ subject, dossier, today, reference }) {
    const { file, kind, period, date } = subject.value;
    const required = requirementFor(kind, dossier, reference);
    const wanted = required?.period;
    const document = kindName(kind);
    const at = fieldOf(subject, 'period');
    if (wanted === 'last-three-months') {
      const seen = /^\d{4}-\d{2}$/u.test(period ?? '') ? `${period}-01` : date;
      if (seen === undefined) return yield open('not-supplied', `${file}: period`);
      if (addMonths(seen, 4) <= today)
        yield { messageId: 'old', data: { document, seen: period ?? seen }, at, severity: 'warning' };
      return;
    }
    const years = [...(period ?? '').matchAll(/\d{4}/gu)].map(([year]) => Number(year));
    const [from, to] = [Math.min(...years), Math.max(...years)];
    if (period === undefined || years.length === 0) return yield open('not-supplied', `${file}: period`);

    const lastYear = Number(today.slice(0, 4)) - 1;
    const [first, last] =
      wanted === 'reported-year'
        ? [dossier.reportYear, dossier.reportYear]
        : [
            wanted === 'licence-years' && dossier.licence ? firstYearOfTerm(dossier.licence, reference) : lastYear,
            lastYear,
          ];
    if (first === undefined || last === undefined)
      return yield open('not-supplied', wanted === 'reported-year' ? 'reportYear' : 'licence.validTo');
    if (from <= first && last <= to) return;
    // The measures ask for the year before; what other papers must be about only an article says.
    const severity = wanted === 'reported-year' ? {} : { severity: 'warning' as const };
    if (first === last) yield { messageId: 'year', data: { document, seen: period, expected: first }, at, ...severity };
    else yield { messageId: 'years', data: { document, seen: period, first, last }, at, ...severity };
  },
});
