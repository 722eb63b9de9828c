import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'operations/users-and-service-contradict',
  since: '0.1.0',
  title: { 'zh-CN': '用户数与业务状态矛盾', en: 'users and service contradict' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'regulator', cite: '年报子系统用户操作手册：提交时校验表内、表间关系', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    'no-users': {
      'zh-CN': '填了业务已开通，注册用户却是 0。',
      en: 'the service is declared open, but there are 0 registered users.',
      fix: {
        'zh-CN': '业务确已开通的，按后台填写用户数；没有注册功能的，写明服务方式；尚未开通的，改为未开通。',
        en: 'Give the users if it is open; say how it works without registration; or declare it not open.',
      },
    },
    'not-open': {
      'zh-CN': '填了业务未开通，却有注册用户 {users} 人。',
      en: 'the service is declared not open, but there are {users} registered users.',
      fix: {
        'zh-CN': '改为已开通；注意系统里切换到未开通会清空该业务已填的数据。',
        en: 'Declare it open; switching to not open deletes what was entered for it.',
      },
    },
    revenue: {
      'zh-CN': '填了业务未开通，却有信息服务收入 {revenue} 元。',
      en: 'the service is declared not open, but earned {revenue} yuan.',
      fix: {
        'zh-CN': '有收入就是已开通，请改正业务状态；收入来自其他业务的，改正收入拆分。',
        en: 'Revenue means that it is open; correct the state, or the split of the revenue.',
      },
    },
  },

  *check({ dossier, subject }) {
    const { serviceOpened: opened, registeredUsers: users } = dossier.operations ?? {};
    if (opened === undefined) return yield open('not-supplied', 'operations.serviceOpened');
    if (users === undefined) yield open('not-supplied', 'operations.registeredUsers');
    const at = { ...subject.at, path: ['operations', 'serviceOpened'] };
    if (opened === true && users === 0)
      yield {
        messageId: 'no-users',
        data: {},
        at: { ...subject.at, path: ['operations', 'registeredUsers'] },
        severity: 'warning',
      };
    if (opened !== false) return;
    if ((users ?? 0) > 0) yield { messageId: 'not-open', data: { users: users ?? 0 }, at };
    const revenue = dossier.finance?.serviceRevenue ?? 0;
    if (revenue > 0) yield { messageId: 'revenue', data: { revenue }, at };
  },
});
