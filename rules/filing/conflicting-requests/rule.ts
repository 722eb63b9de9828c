import { z } from 'zod';
import { requestKinds } from '../../../src/dossier/schema/filing.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'filing/conflicting-requests',
  since: '0.1.0',
  title: { 'zh-CN': '备案申请互相冲突', en: 'requests that conflict' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing', 'change'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'provider',
      cite: '华为云、腾讯云备案：变更与新增不可同时提交，主体有在途订单时不可再提交',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    together: {
      'zh-CN': '同时提出了{requests}，这些申请不能一起办理。',
      en: '{requests} are asked for at once; they must follow one another.',
      fix: { 'zh-CN': '先提交一项，通过后再提交另一项。', en: 'Submit one, and the other once it is granted.' },
    },
    'in-flight': {
      'zh-CN': '主体还有一个订单在审核，现在提交会被拦下。',
      en: 'another order of the subject is under review; a new one would be refused.',
      fix: { 'zh-CN': '等在途订单办结，或先撤回它。', en: 'Wait for it, or withdraw it.' },
    },
  },
  appliesTo: ({ dossier }) => dossier.filing !== undefined,
  *check({ subject, dossier }) {
    const { requests, orderInFlight } = dossier.filing ?? {};
    if (requests === undefined && orderInFlight === undefined) return yield open('not-supplied', 'filing.requests');
    const asked = [...new Set(requests ?? [])];
    // What adds to a filing may come together; what alters or ends it stands alone.
    if (asked.length > 1 && (asked.includes('change') || asked.includes('cancel'))) {
      const names = {
        'zh-CN': asked.map((kind) => requestKinds[kind][0]).join('、'),
        en: asked.join(', '),
      };
      yield { messageId: 'together', data: { requests: names }, at: { ...subject.at, path: ['filing', 'requests'] } };
    }
    if (orderInFlight === true) {
      yield { messageId: 'in-flight', data: {}, at: { ...subject.at, path: ['filing', 'orderInFlight'] } };
    }
  },
});
