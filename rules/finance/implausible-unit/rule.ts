import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'finance/implausible-unit',
  since: '0.1.0',
  title: { 'zh-CN': '金额单位疑似填错', en: 'amount in the wrong unit' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  uses: ['auditReports', 'taxReturns'],
  basis: [{ kind: 'regulator', cite: '年报子系统用户操作手册：金额超过 10 亿元标红提示', asOf: '2026-11' }],
  options: z.strictObject({
    /** Factor against last year, tax or insurance from which yuan and ten thousand yuan look confused. */
    factor: z.number().min(100).default(2000),
  }),
  messages: {
    ratio: {
      'zh-CN': '营业收入 {revenue} 元是{what} {other} 元的 {times}，很像把“元”和“万元”弄混了。',
      en: 'revenue {revenue} yuan is {times} {what} of {other} yuan; yuan and ten thousand yuan look confused.',
      fix: {
        'zh-CN': '核对单位：本材料一律用元，也可直接写 320万元。改正后重新检查。',
        en: 'Check the unit: amounts are in yuan; 320万元 may be written as such.',
      },
    },
    huge: {
      'zh-CN': '营业收入 {revenue} 元超过 10 亿元，系统会标红。请确认单位是元。',
      en: 'revenue {revenue} yuan is over 1 billion, which the system marks red; make sure that the unit is yuan.',
      fix: {
        'zh-CN': '单位无误的，可以提交；单位填错的，改正后重新检查。',
        en: 'If the unit is right it may be submitted; otherwise correct it.',
      },
    },
  },

  *check({ dossier, subject, options, evidence: { auditReports, taxReturns } }) {
    const { finance, reportYear } = dossier;
    const revenue = finance?.revenue;
    if (revenue === undefined) return yield open('not-supplied', 'finance.revenue');
    if (revenue === 0) return;
    const audited = auditReports.state === 'known' ? auditReports.value : [];
    const taxed = taxReturns.state === 'known' ? taxReturns.value : [];
    const at = { ...subject.at, path: ['finance', 'revenue'] };
    const lastYear = finance?.years?.find(({ year }) => year === (reportYear ?? 0) - 1)?.revenue;
    const against = [
      { value: lastYear, what: { 'zh-CN': '上一年收入', en: 'the revenue of the year before' } },
      { value: finance?.taxableSales, what: { 'zh-CN': '应税销售额', en: 'the taxable sales' } },
      ...audited.map(({ fields }) => ({
        value: fields.revenue?.value,
        what: { 'zh-CN': '审计报告上的收入', en: 'the revenue of the audit report' },
      })),
      ...taxed.map(({ fields }) => ({
        value: fields.taxableSalesOfYear?.value,
        what: { 'zh-CN': '申报表上的销售额', en: 'the sales on the tax return' },
      })),
    ];
    for (const { value: other = 0, what } of against) {
      if (other <= 0) continue;
      const ratio = revenue / other;
      if (ratio < options.factor && ratio > 1 / options.factor) continue;
      const times = {
        'zh-CN': ratio > 1 ? `${Math.round(ratio)} 倍` : `1/${Math.round(1 / ratio)}`,
        en: ratio > 1 ? `${Math.round(ratio)} times` : `1/${Math.round(1 / ratio)} of`,
      };
      return yield { messageId: 'ratio', data: { revenue, what, other, times }, at };
    }
    if (revenue > 1_000_000_000) yield { messageId: 'huge', data: { revenue }, at, severity: 'info' };
  },
});
