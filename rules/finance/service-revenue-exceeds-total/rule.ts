import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'finance/service-revenue-exceeds-total',
  since: '0.1.0',
  title: { 'zh-CN': '信息服务收入大于营业收入', en: 'service revenue exceeds total revenue' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'regulator', cite: '年报子系统用户操作手册：提交时校验表内、表间关系', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    exceeds: {
      'zh-CN': '信息服务收入 {part} 元大于营业收入 {whole} 元，部分不能大于整体。',
      en: 'service revenue {part} yuan exceeds total revenue {whole} yuan; a part cannot exceed the whole.',
      fix: {
        'zh-CN': '核对单位（元、万元）和口径：信息服务收入是营业收入中的一部分。',
        en: 'Check unit and meaning: service revenue is a part of total revenue.',
      },
    },
    sum: {
      'zh-CN': '信息服务收入 {part} 元加其他业务收入 {other} 元，不等于营业收入 {whole} 元。',
      en: 'service revenue {part} plus other revenue {other} does not make total revenue {whole} yuan.',
      fix: {
        'zh-CN': '按审计报告的收入明细重新拆分，使两项之和等于营业收入。',
        en: 'Split it again by the audit report so that both add up.',
      },
    },
  },

  *check({ dossier, subject }) {
    const { finance } = dossier;
    const whole = finance?.revenue;
    const part = finance?.serviceRevenue;
    if (whole === undefined) return yield open('not-supplied', 'finance.revenue');
    if (part === undefined) return yield open('not-supplied', 'finance.serviceRevenue');
    const at = { ...subject.at, path: ['finance', 'serviceRevenue'] };
    if (part > whole) return yield { messageId: 'exceeds', data: { part, whole }, at };
    const other = finance?.otherRevenue;
    // Rounding to whole yuan on either side.
    if (other !== undefined && Math.abs(part + other - whole) > 1)
      yield { messageId: 'sum', data: { part, other, whole }, at, severity: 'warning' };
  },
});
