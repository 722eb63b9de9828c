import { z } from 'zod';
import { placeOf } from '../../../src/documents/testimony.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

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
    'revenue-differs': {
      'zh-CN': '没有审计报告，填报的营业收入是 {declared} 元，纳税申报表上的应税销售额是 {seen} 元。',
      en: 'there is no audit report; the declared revenue is {declared} yuan, the taxable sales on the return are {seen} yuan.',
      fix: {
        'zh-CN': '收入以应税销售额代替的，两个数应一致；有免税、未开票收入的，写明差异原因。',
        en: 'Where taxable sales stand for revenue both must agree; explain exempt or unbilled income.',
      },
    },
    year: {
      'zh-CN': '附的纳税申报表是 {seen} 年的，应为 {expected} 年。',
      en: 'the attached document is of {seen}; {expected} is needed.',
      fix: { 'zh-CN': '换上 {expected} 年度的纳税申报表。', en: 'Attach the one of {expected}.' },
    },
  },

  needs: ['taxReturns'],
  // With an audit report the return is one more paper; without one the revenue is taken from it.
  appliesTo: ({ dossier }) => {
    const kinds = new Set((dossier.attachments ?? []).map(({ kind }) => kind));
    return kinds.has('tax-return') || !kinds.has('audit-report');
  },
  *check({ dossier, subject, evidence: { taxReturns }, options }) {
    const { revenue, taxableSales } = dossier.finance ?? {};
    const expected = dossier.reportYear;
    // Only where there is no audit report is the revenue taken from the return; audited revenue may well differ from it.
    const isAudited = (dossier.attachments ?? []).some(({ kind }) => kind === 'audit-report');
    const declared = taxableSales ?? (isAudited ? undefined : revenue);
    if (declared === undefined)
      return yield open('not-supplied', isAudited ? 'finance.taxableSales' : 'finance.revenue');
    const key = taxableSales === undefined ? 'revenue' : 'taxableSales';
    for (const { attachment, fields } of taxReturns) {
      const at = { ...subject.at, path: ['finance', key] };
      const { endsOn, taxableSalesOfYear: seen } = fields;
      const year = endsOn === null ? undefined : Number(endsOn.value.slice(0, 4));
      if (endsOn !== null && year !== undefined && expected !== undefined && year !== expected) {
        yield {
          messageId: 'year',
          data: { seen: year, expected },
          at: { ...at, attachment, page: endsOn.page },
          confidence: endsOn.confidence,
        };
        continue;
      }
      // A return of one month says nothing of the year.
      if (seen === null) {
        yield open('unreadable', attachment);
        continue;
      }
      if (Math.abs(seen.value - declared) <= options.tolerance * Math.max(seen.value, declared)) continue;
      yield {
        messageId: taxableSales === undefined ? 'revenue-differs' : 'differs',
        data: { declared, seen: seen.value },
        at: placeOf(at, { attachment, about: null, field: seen }),
        confidence: seen.confidence,
        compared: { seen: `${seen.value}`, expected: `${declared}` },
      };
    }
  },
});
