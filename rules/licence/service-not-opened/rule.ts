import { z } from 'zod';
import { hear, placeOf } from '../../../src/documents/testimony.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'licence/service-not-opened',
  since: '0.1.0',
  title: { 'zh-CN': '没有业务已开通的证明', en: 'no proof that the service runs' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['renewal'],
  subject: 'licence',
  needs: [],
  uses: ['serviceProofs'],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十七条：申请延续应当提交已开通电信业务的证明；有效期内未开通的，不予延续',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'not-opened': {
      'zh-CN': '材料写明许可业务没有开通。有效期内未开通业务的，期满不予延续。',
      en: 'the dossier says that the licensed service has not opened; a licence whose service never opened is not renewed.',
      fix: {
        'zh-CN': '已经开通的，改正“业务是否开通”并附证明；确实没有开通的，不再续期，到期前 90 日报告终止经营。',
        en: 'If it has opened, correct serviceOpened and attach the proof; if not, do not renew but report the end of business 90 days before expiry.',
      },
    },
    'no-proof': {
      'zh-CN': '没有附“业务开通证明”，无法说明许可业务在有效期内已经开通。',
      en: 'no proof is attached that the licensed service opened within the licence’s term.',
      fix: {
        'zh-CN':
          '附上业务开通证明：网站或 APP 首页截图、备案信息、用户与收入情况，加盖公章，种类登记为“业务开通证明”。',
        en: 'Attach a sealed proof: pages of the site or app, its filing, users and revenue, listed as service-proof.',
      },
    },
    'opens-later': {
      'zh-CN': '业务开通证明上的开通日期是 {openedOn}，晚于 {today}。',
      en: 'the proof gives {openedOn} as the day of opening, which is after {today}.',
      fix: {
        'zh-CN': '核对开通日期；写错的重新出具证明。还没有开通的，不能作为已开通的证明。',
        en: 'Check the day and have the proof written again; a service yet to open proves nothing.',
      },
    },
  },
  *check({ subject, dossier, evidence, today }) {
    if (dossier.operations?.serviceOpened === false) {
      return yield { messageId: 'not-opened', data: {}, at: { path: ['operations', 'serviceOpened'] } };
    }
    if (!(dossier.attachments ?? []).some(({ kind }) => kind === 'service-proof')) {
      return yield { messageId: 'no-proof', data: {}, at: { path: ['attachments'] } };
    }
    const { said, unheard } = hear(evidence.serviceProofs, (fields) => fields.openedOn);
    for (const testimony of said) {
      const { value: openedOn, confidence } = testimony.field;
      if (openedOn <= today) continue;
      yield { messageId: 'opens-later', data: { openedOn, today }, at: placeOf(subject.at, testimony), confidence };
    }
    // The day of opening need not stand on a proof that could be read.
    if (evidence.serviceProofs.state === 'unknown') yield* unheard;
  },
});
