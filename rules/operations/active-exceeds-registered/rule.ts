import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'operations/active-exceeds-registered',
  since: '0.1.0',
  title: { 'zh-CN': '激活用户多于注册用户', en: 'more active than registered users' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'regulator', cite: '年报子系统用户操作手册：提交时校验表内、表间关系', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    exceeds: {
      'zh-CN': '激活用户 {active} 人，多于注册用户 {registered} 人。',
      en: '{active} active users exceed {registered} registered users.',
      fix: {
        'zh-CN': '按后台同一时点的数重新填写：激活用户是注册用户中的一部分。',
        en: 'Take both from the back office at the same time; active users are among the registered.',
      },
    },
  },

  *check({ dossier, subject }) {
    const { registeredUsers: registered, activeUsers: active } = dossier.operations ?? {};
    if (registered === undefined) return yield open('not-supplied', 'operations.registeredUsers');
    if (active === undefined) return yield open('not-supplied', 'operations.activeUsers');
    if (active <= registered) return;
    yield {
      messageId: 'exceeds',
      data: { active, registered },
      at: { ...subject.at, path: ['operations', 'activeUsers'] },
    };
  },
});
