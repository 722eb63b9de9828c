import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { sameCompanyName } from '../../../src/names/company-name.ts';

export default defineRule({
  id: 'business/pre-approval-expired',
  since: '0.1.0',
  title: { 'zh-CN': '前置审批已过期或不是本公司的', en: 'pre-approval expired or of another' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing', 'application', 'renewal'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第五条：新闻、出版、药品和医疗器械等须经前置审批',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案前置审批说明', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    expired: {
      'zh-CN': '前置审批“{kind}”已于 {validTo} 到期。',
      en: 'the pre-approval "{kind}" expired on {validTo}.',
      fix: { 'zh-CN': '先办理续期，换上新的批准文件。', en: 'Renew it and attach the new permit.' },
    },
    holder: {
      'zh-CN': '前置审批“{kind}”的持证单位是“{holder}”，不是“{company}”。',
      en: 'the pre-approval "{kind}" is held by "{holder}", not "{company}".',
      fix: {
        'zh-CN': '许可证不能借用：须以本公司名义取得。',
        en: 'A permit cannot be borrowed; obtain one in the company’s name.',
      },
    },
  },

  *check({ dossier, today }) {
    for (const [index, { kind, validTo, holder }] of (dossier.business?.preApprovals ?? []).entries()) {
      const at = (key: string) => ({ path: ['business', 'preApprovals', index, key] });
      if (validTo !== undefined && validTo < today)
        yield { messageId: 'expired', data: { kind, validTo }, at: at('validTo') };
      if (holder !== undefined && !sameCompanyName(holder, dossier.company.name)) {
        yield { messageId: 'holder', data: { kind, holder, company: dossier.company.name }, at: at('holder') };
      }
    }
  },
});
