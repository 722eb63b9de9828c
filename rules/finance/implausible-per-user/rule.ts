import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'finance/implausible-per-user',
  since: '0.1.0',
  title: { 'zh-CN': '收入与用户数不相称', en: 'revenue per user out of bounds' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'practice', cite: '代理机构经验：用户数与营收矛盾会被要求说明', asOf: '2026-11' }],
  options: z.strictObject({
    /** Yuan a year per active user, both ends. */
    bounds: z.tuple([z.number().min(0), z.number().positive()]).default([0.01, 100_000]),
    /** Factor against the year before. */
    jump: z.number().min(2).default(10),
  }),
  messages: {
    'per-user': {
      'zh-CN': '信息服务收入 {revenue} 元、激活用户 {users} 人，人均 {average} 元，明显不合常理。',
      en: 'service revenue {revenue} yuan with {users} active users makes {average} yuan each, which is implausible.',
      fix: {
        'zh-CN': '核对收入单位和用户数口径（以后台已激活账号为准）；数据无误的，准备好说明。',
        en: 'Check unit and user count (activated accounts); if both are right, have an explanation ready.',
      },
    },
    jump: {
      'zh-CN': '信息服务收入从上年的 {before} 元变为 {revenue} 元，相差 {times} 倍。',
      en: 'service revenue went from {before} to {revenue} yuan, a factor of {times}.',
      fix: {
        'zh-CN': '核对两年的口径和单位；属实的，写明原因备查。',
        en: 'Check both years; if true, note the reason.',
      },
    },
  },

  *check({ dossier, subject, options }) {
    const { finance, operations, reportYear } = dossier;
    const revenue = finance?.serviceRevenue;
    if (revenue === undefined) return yield open('not-supplied', 'finance.serviceRevenue');
    if (revenue === 0) return;
    const users = operations?.activeUsers ?? 0;
    if (operations?.activeUsers === undefined) yield open('not-supplied', 'operations.activeUsers');
    const [least, most] = options.bounds;
    if (users > 0 && (revenue / users < least || revenue / users > most)) {
      yield {
        messageId: 'per-user',
        data: { revenue, users, average: (revenue / users).toFixed(2) },
        at: { ...subject.at, path: ['operations', 'activeUsers'] },
      };
    }
    const before = finance?.years?.find(({ year }) => year === (reportYear ?? 0) - 1)?.serviceRevenue ?? 0;
    if (before <= 0) return;
    const times = Math.max(revenue / before, before / revenue);
    if (times >= options.jump)
      yield {
        messageId: 'jump',
        data: { before, revenue, times: times.toFixed(0) },
        at: { ...subject.at, path: ['finance', 'serviceRevenue'] },
      };
  },
});
