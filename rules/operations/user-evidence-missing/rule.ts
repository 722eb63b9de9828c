import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'operations/user-evidence-missing',
  since: '0.1.0',
  title: { 'zh-CN': '没有用户数的后台截图', en: 'no back-office screenshot' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》：用户数据以后台已激活账号为准，管局可能要求提供后台截图',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '填报了注册用户 {users} 人，没有附后台截图。管局可能会要。',
      en: '{users} registered users are declared, but no back-office screenshot is attached; the authority may ask for it.',
      fix: {
        'zh-CN': '截取后台用户统计页（能看到日期、注册数、激活数），作为“用户数据截图”附上。',
        en: 'Attach a screenshot of the user statistics with date, registered and activated accounts.',
      },
    },
  },

  *check({ dossier, subject }) {
    const users = dossier.operations?.registeredUsers;
    if (users === undefined) return yield open('not-supplied', 'operations.registeredUsers');
    if (users === 0 || (dossier.attachments ?? []).some(({ kind }) => kind === 'user-evidence')) return;
    yield { messageId: 'missing', data: { users }, at: { ...subject.at, path: ['operations', 'registeredUsers'] } };
  },
});
