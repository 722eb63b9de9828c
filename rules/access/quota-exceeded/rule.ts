import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'access/quota-exceeded',
  since: '0.1.0',
  title: { 'zh-CN': '超出服务器的备案配额', en: 'over the filing quota of the server' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'access',
  needs: [],
  basis: [
    { kind: 'provider', cite: '华为云备案：每台云服务器可备案 5 个网站或 App，包月须满 3 个月', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    exceeded: {
      'zh-CN': '“{provider}”的备案配额是 {quota}，已用 {used}，本次要用 {wanted}，差 {short} 个。',
      en: 'the quota at "{provider}" is {quota}; {used} are used and {wanted} are wanted, {short} too many.',
      fix: {
        'zh-CN': '加购服务器或备案授权码，或注销不用的备案释放配额，再提交。',
        en: 'Buy another server or code, or cancel filings that are no longer used.',
      },
    },
  },
  *check({ subject, dossier }) {
    const { provider, filingQuota: quota, filingsUsed: used = 0 } = subject.value;
    if (quota === undefined) return yield open('not-supplied', `${provider}: filingQuota`);
    const wanted =
      (dossier.websites ?? []).filter(({ state }) => state === 'new').length +
      (dossier.apps ?? []).filter(({ filingNumber }) => filingNumber === undefined).length;
    const short = used + wanted - quota;
    if (short > 0)
      yield {
        messageId: 'exceeded',
        data: { provider, quota, used, wanted, short },
        at: fieldOf(subject, 'filingQuota'),
      };
  },
});
