import { z } from 'zod';
import { placeOf } from '../../../src/documents/testimony.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'finance/differs-from-audit-report',
  since: '0.1.0',
  title: { 'zh-CN': '收入与审计报告不符', en: 'revenue differs from the audit report' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'renewal'],
  subject: 'dossier',

  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》：收入取自审计报告“营业收入”，或《增值税纳税申报表》应税销售额',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({
    /** Share by which the figures may differ: rounding, and returns of single months. */
    tolerance: z.number().min(0).max(1).default(0.005),
  }),
  messages: {
    differs: {
      'zh-CN': '填报的营业收入是 {declared} 元，审计报告上是 {seen} 元。',
      en: 'declared revenue is {declared} yuan, the audit report says {seen}.',
      fix: {
        'zh-CN': '以审计报告为准改正填报；口径不同的（如含税、合并报表），写明差异原因。',
        en: 'Correct it by the audit report, or explain the difference (tax included, consolidated figures).',
      },
    },
    year: {
      'zh-CN': '附的审计报告是 {seen} 年的，应为 {expected} 年。',
      en: 'the attached document is of {seen}; {expected} is needed.',
      fix: { 'zh-CN': '换上 {expected} 年度的审计报告。', en: 'Attach the one of {expected}.' },
    },
  },

  needs: ['auditReports'],
  // Where none is attached the figures come from elsewhere.
  appliesTo: ({ dossier }) => (dossier.attachments ?? []).some(({ kind }) => kind === 'audit-report'),
  *check({ dossier: { finance, procedure, reportYear: expected }, subject, evidence: { auditReports }, options }) {
    const { revenue, years = [] } = finance ?? {};
    if (revenue === undefined && years.length === 0) return yield open('not-supplied', 'finance.revenue');
    for (const { attachment, fields } of auditReports) {
      const ended = fields.year;
      if (ended !== null && expected !== undefined && ended.value !== expected) {
        yield {
          messageId: 'year',
          data: { seen: ended.value, expected },
          at: { ...subject.at, path: ['finance', 'revenue'], attachment, page: ended.page },
          confidence: ended.confidence,
        };
        continue;
      }
      const seen = fields.revenue;
      // A renewal brings the figures of several years, and reports on any of them.
      const index = procedure === 'renewal' ? years.findIndex(({ year }) => year === ended?.value) : -1;
      const declared = years[index]?.revenue ?? revenue;
      if (seen === null || declared === undefined) {
        yield open(seen === null ? 'unreadable' : 'not-supplied', seen === null ? attachment : 'finance.revenue');
        continue;
      }
      if (Math.abs(seen.value - declared) <= options.tolerance * Math.max(seen.value, declared)) continue;
      const path = index < 0 ? ['finance', 'revenue'] : ['finance', 'years', index, 'revenue'];
      yield {
        messageId: 'differs',
        data: { declared, seen: seen.value },
        at: placeOf({ ...subject.at, path }, { attachment, about: null, field: seen }),
        confidence: seen.confidence,
        compared: { seen: `${seen.value}`, expected: `${declared}` },
      };
    }
  },
});
