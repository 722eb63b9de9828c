import { z } from 'zod';
import { addDays, daysBetween } from '../../../src/dates/calendar.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'deadline/renewal-window',
  since: '0.1.0',
  title: { 'zh-CN': '续期申请过晚', en: 'renewal applied for too late' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['renewal'],
  subject: 'licence',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十七条：有效期届满需要继续经营的，应当提前 90 日提出延续申请；逾期不申请的，不予延续',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({
    /** Fewer days than this to expiry leave little time for a returned application. */
    warnBelowDays: z.int().default(120),
    /** From so many days on, a dossier without a planned day of submission is reminded. */
    remindBelowDays: z.int().default(180),
  }),
  messages: {
    late: {
      'zh-CN': '许可证 {validTo} 到期，续期最晚应在 {due} 申请，{today} 离到期只剩 {left} 天，不足 90 天。',
      en: 'the licence ends on {validTo}; the renewal was due by {due}. On {today} only {left} days are left, fewer than 90.',
      fix: {
        'zh-CN': '当天致电发证机关，问能否受理并说明原因；不予受理的，尽快准备首次申请，到期后停止经营，直到取得新证。',
        en: 'Call the authority today, ask whether it will accept and why it is late; if not, prepare a first application and stop business from expiry until a new licence is granted.',
      },
    },
    over: {
      'zh-CN': '许可证已于 {validTo} 到期，不能再续期，只能重新申请。',
      en: 'the licence ended on {validTo}; it can no longer be renewed, only applied for anew.',
      fix: {
        'zh-CN': '停止经营许可业务，按首次申请重新办理。',
        en: 'Stop the licensed business and make a first application.',
      },
    },
    tight: {
      'zh-CN': '离续期截止日 {due} 只有 {slack} 天。材料退回补正一次就可能超期，请尽早提交。',
      en: 'only {slack} days are left to the last day for the renewal, {due}; one return of the papers may exceed it. Submit soon.',
      fix: {
        'zh-CN': '优先处理本报告中的错误，今明两天内提交；提交后每天看一次系统里的补正通知。',
        en: 'Mend the errors of this report first, submit within a day or two, and look for notices every day.',
      },
    },
    reminder: {
      'zh-CN': '续期最晚 {due} 提交，还有 {slack} 天，材料里还没有写“计划提交日期”。',
      en: 'the renewal is due by {due}, in {slack} days; no day of submission is planned yet.',
      fix: {
        'zh-CN': '定下提交日期，写到“计划提交日期”，留出至少一个月补正时间。',
        en: 'Set submitOn, with a month to spare for a return.',
      },
    },
  },
  *check({ subject, dossier, options, reference, today }) {
    const { validTo } = subject.value;
    if (validTo === undefined) return yield open('not-supplied', 'licence.validTo');
    const { renewal } = reference.deadlines.clocks;
    if (!isFirm(renewal)) return yield open('not-supplied', 'rules/reference/deadlines.yaml');
    const at = fieldOf(subject, 'validTo');
    const { amount } = renewal.value;
    const left = daysBetween(today, validTo);
    const due = addDays(validTo, -amount);
    const slack = left - amount;
    if (left < 0) yield { messageId: 'over', data: { validTo }, at };
    else if (left < amount) yield { messageId: 'late', data: { validTo, due, today, left }, at };
    else if (left < options.warnBelowDays) yield { messageId: 'tight', data: { due, slack }, at, severity: 'warning' };
    else if (left < options.remindBelowDays && dossier.submitOn === undefined)
      yield { messageId: 'reminder', data: { due, slack }, at, severity: 'info' };
  },
});
