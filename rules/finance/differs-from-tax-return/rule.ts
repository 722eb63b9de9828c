import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'finance/differs-from-tax-return',
  since: '0.1.0',
  title: { 'zh-CN': '收入与纳税申报表不符', en: 'revenue differs from the tax return' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
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
      'zh-CN': '填报的应税销售额是 {declared} 元，纳税申报表上是 {seen} 元。',
      en: 'declared taxable sales are {declared} yuan, the tax return says {seen}.',
      fix: {
        'zh-CN': '以纳税申报表为准改正填报；口径不同的（如含税、合并报表），写明差异原因。',
        en: 'Correct it by the tax return, or explain the difference (tax included, consolidated figures).',
      },
    },
    year: {
      'zh-CN': '附的纳税申报表是 {seen} 年的，应为 {expected} 年。',
      en: 'the attached document is of {seen}; {expected} is needed.',
      fix: { 'zh-CN': '换上 {expected} 年度的纳税申报表。', en: 'Attach the one of {expected}.' },
    },
  },

  needs: ['taxReturns'],
  *check({ dossier, subject, evidence: { taxReturns }, options }) {
    const declared = dossier.finance?.taxableSales ?? dossier.finance?.revenue;
    const expected = dossier.reportYear;
    if (declared === undefined) return;
    for (const { attachment, fields } of taxReturns) {
      const at = { ...subject.at, path: ['finance', 'taxableSales'], attachment };
      const ended =
        fields.endsOn === null
          ? null
          : {
              value: Number(fields.endsOn.value.slice(0, 4)),
              confidence: fields.endsOn.confidence,
              page: fields.endsOn.page,
            };
      if (ended !== null && expected !== undefined && ended.value !== expected) {
        yield {
          messageId: 'year',
          data: { seen: ended.value, expected },
          at: { ...at, page: ended.page },
          confidence: ended.confidence,
        };
        continue;
      }
      const seen = fields.taxableSalesOfYear;
      if (seen === null || Math.abs(seen.value - declared) <= options.tolerance * Math.max(seen.value, declared))
        continue;
      yield {
        messageId: 'differs',
        data: { declared, seen: seen.value },
        at: { ...at, page: seen.page, ...(seen.box === null ? {} : { box: seen.box }) },
        confidence: seen.confidence,
        compared: { seen: `${seen.value}`, expected: `${declared}` },
      };
    }
  },
});
