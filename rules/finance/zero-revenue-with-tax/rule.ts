import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'finance/zero-revenue-with-tax',
  since: '0.1.0',
  title: { 'zh-CN': '收入为 0，纳税申报却有销售额', en: 'zero revenue beside taxable sales' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'practice', cite: '《ICP许可证年报通关全攻略》：系统将年报与税务数据比对', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    contradicts: {
      'zh-CN': '{year} 年度营业收入填 0，但{source}的应税销售额是 {sales} 元。',
      en: 'revenue of {year} is 0, but the taxable sales are {sales} yuan ({source}).',
      fix: {
        'zh-CN': '按审计报告或纳税申报表改正营业收入；口径不同的，写明差异原因。',
        en: 'Correct the revenue by audit report or tax return, or explain the difference.',
      },
    },
  },

  uses: ['taxReturns'],
  *check({ dossier, subject, evidence: { taxReturns } }) {
    const { finance, reportYear } = dossier;
    if (finance?.revenue === undefined) return yield open('not-supplied', 'finance.revenue');
    if (finance.revenue !== 0) return;
    const year = reportYear ?? '';
    const at = { ...subject.at, path: ['finance', 'revenue'] };
    if ((finance.taxableSales ?? 0) > 0) {
      return yield {
        messageId: 'contradicts',
        data: { year, source: { 'zh-CN': '填报', en: 'as declared' }, sales: finance.taxableSales ?? 0 },
        at,
      };
    }
    if (taxReturns.state === 'unknown') {
      if (finance.taxableSales === undefined) yield open(taxReturns.reason, 'finance.taxableSales');
      return;
    }
    for (const { attachment, fields } of taxReturns.value) {
      const sales = fields.taxableSalesOfYear ?? fields.taxableSales;
      if (sales === null || sales.value <= 0) continue;
      yield {
        messageId: 'contradicts',
        data: { year, source: { 'zh-CN': '纳税申报表上', en: 'on the tax return' }, sales: sales.value },
        at: { ...at, attachment, page: sales.page, ...(sales.box === null ? {} : { box: sales.box }) },
        confidence: sales.confidence,
      };
    }
  },
});
