import { z } from 'zod';
import { daysBetween } from '../../../src/dates/calendar.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'filing/sms-check',
  since: '0.1.0',
  title: { 'zh-CN': '短信核验待完成', en: 'text message to be confirmed' },
  severity: 'info',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'provider', cite: '华为云备案：短信核验须在 24 小时内完成', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    due: {
      'zh-CN': '核验短信于 {sent} 发出，收到后 {hours} 小时内要完成核验。',
      en: 'the text message was sent on {sent}; it must be confirmed within {hours} hours.',
      fix: {
        'zh-CN': '请收到短信的负责人马上到短信所示网站核验；已完成的不必理会。',
        en: 'Have it confirmed at once; ignore this if it was.',
      },
    },
    lapsed: {
      'zh-CN': '核验短信于 {sent} 发出，{hours} 小时的期限已过。',
      en: 'the text message was sent on {sent}; its {hours} hours are over.',
      fix: {
        'zh-CN': '到接入商备案系统查看订单，被退回的重新提交；已完成核验的不必理会。',
        en: 'Look at the order; submit it again if it was returned.',
      },
    },
  },
  *check({ subject, dossier, reference: { deadlines }, today }) {
    const sent = dossier.filing?.smsSentOn;
    const clock = deadlines.clocks['sms-check'];
    if (sent === undefined || !isFirm(clock)) return;
    const hours = clock.value.amount;
    const messageId = daysBetween(sent, today) <= Math.ceil(hours / 24) ? 'due' : 'lapsed';
    yield { messageId, data: { sent, hours }, at: { ...subject.at, path: ['filing', 'smsSentOn'] } };
  },
});
