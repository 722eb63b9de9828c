import { z } from 'zod';
import { addMonths } from '../../../src/dates/calendar.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';

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
    { kind: 'regulator', cite: '年报填报上一年度数据；续期提交近年材料（省通信管理局办事指南）', asOf: '2026-11' },
    { kind: 'practice', cite: '常见退回原因：材料年度不符', asOf: '2026-11' },
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
    old: {
      'zh-CN': '“{document}”是 {seen} 的，距提交已超过三个月。',
      en: 'the {document} is of {seen}, over three months old.',
      fix: { 'zh-CN': '重新取得最近一个月的“{document}”。', en: 'Obtain the {document} of the latest month.' },
    },
  },

  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.period !== undefined,
  *check({ subject, dossier, today, reference }) {
    const { kind, period, date } = subject.value;
    const wanted = requirementFor(kind, dossier, reference)?.period;
    const years = period === undefined ? undefined : [...period.matchAll(/\d{4}/gu)].map(([year]) => Number(year));
    const document = kindName(kind);
    const at = fieldOf(subject, 'period');
    if (wanted === 'last-three-months') {
      const seen = /^\d{4}-\d{2}$/u.test(period ?? '') ? `${period}-01` : date;
      if (seen !== undefined && addMonths(seen, 4) <= today)
        yield { messageId: 'old', data: { document, seen: period ?? seen }, at, severity: 'warning' };
      return;
    }
    if (years === undefined || years.length === 0) return;
    const [first = 0, last = first] = [Math.min(...years), Math.max(...years)];
    const expected = wanted === 'reported-year' ? dossier.reportYear : Number(today.slice(0, 4)) - 1;
    if (wanted === 'licence-years' || expected === undefined || (first <= expected && expected <= last)) return;
    yield { messageId: 'year', data: { document, seen: period ?? '', expected }, at };
  },
});
