import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'finance/service-revenue-not-separated',
  since: '0.1.0',
  title: { 'zh-CN': '没有拆分信息服务收入', en: 'service revenue not separated' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》：若含非互联网业务，需拆分出“信息服务收入”',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '填了营业收入 {whole} 元，没有拆分出信息服务收入。',
      en: 'total revenue is {whole} yuan, but service revenue is not separated.',
      fix: {
        'zh-CN': '从审计报告收入明细中取许可业务的收入，填进“信息服务收入”；确实全部来自许可业务的，两项填同一个数。',
        en: 'Take the licensed service’s part from the audit report; if all revenue comes from it, give the same figure.',
      },
    },
    whole: {
      'zh-CN': '经营范围不只信息服务，信息服务收入却等于全部营业收入 {whole} 元，请确认没有把其他业务算进去。',
      en: 'the company does other business too, but service revenue equals total revenue of {whole} yuan; make sure that nothing else is in it.',
      fix: {
        'zh-CN': '核对收入明细；确实没有其他收入的，在“其他业务收入”填 0 即可。',
        en: 'Check the details; if there is no other revenue, declare other revenue as 0.',
      },
    },
  },

  *check({ dossier, subject }) {
    const { finance, company } = dossier;
    const whole = finance?.revenue;
    if (whole === undefined) return yield open('not-supplied', 'finance.revenue');
    if (whole === 0) return;
    const part = finance?.serviceRevenue;
    if (part === undefined)
      return yield { messageId: 'missing', data: { whole }, at: { ...subject.at, path: ['finance', 'revenue'] } };
    const doesMore = /广告|销售|系统集成|软件开发|咨询/u.test(company.scope ?? '');
    if (part === whole && doesMore && finance?.otherRevenue === undefined) {
      yield {
        messageId: 'whole',
        data: { whole },
        at: { ...subject.at, path: ['finance', 'serviceRevenue'] },
        severity: 'info',
      };
    }
  },
});
