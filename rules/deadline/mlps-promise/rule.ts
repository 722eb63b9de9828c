import { z } from 'zod';
import { daysBetween } from '../../../src/dates/calendar.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'deadline/mlps-promise',
  since: '0.1.0',
  title: { 'zh-CN': '承诺的等保测评日期已过', en: 'promised MLPS assessment is past due' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》：等保没做的，先写“已委托测评机构，预计×月完成”（没有见到官方依据）',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    passed: {
      'zh-CN': '等保测评写的是预计 {promisedOn} 完成，{today} 已过 {late} 天，还没有附测评报告。',
      en: 'the MLPS assessment was promised by {promisedOn}; on {today}, {late} days later, no report is attached.',
      fix: {
        'zh-CN':
          '已经测评的，附上测评报告，填测评日期；没有完成的，向测评机构问清进度，改成做得到的日期，并说明延期原因。',
        en: 'Attach the report and give its day; if it is not done, ask the evaluator, promise a day that can be kept, and say why it is late.',
      },
    },
  },
  appliesTo: ({ dossier }) => dossier.security?.mlps?.promisedOn !== undefined,
  *check({ dossier, today }) {
    const promisedOn = dossier.security?.mlps?.promisedOn;
    if (promisedOn === undefined || promisedOn >= today) return;
    if ((dossier.attachments ?? []).some(({ kind }) => kind === 'mlps-report')) return;
    yield {
      messageId: 'passed',
      data: { promisedOn, today, late: daysBetween(promisedOn, today) },
      at: { path: ['security', 'mlps', 'promisedOn'] },
    };
  },
});
