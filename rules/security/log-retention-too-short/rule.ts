import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'security/log-retention-too-short',
  since: '0.1.0',
  title: { 'zh-CN': '日志留存不足六个月', en: 'logs kept for less than six months' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'application'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '网络安全法第二十三条第三项（2026 年前为第二十一条第三项）：网络日志留存不少于六个月',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    short: {
      'zh-CN': '日志留存 {days} 天，法定不少于 {months} 个月，至少按 {needed} 天配置。',
      en: 'logs are kept for {days} days; the law asks for {months} months ({needed} days).',
      fix: {
        'zh-CN': '把日志留存改为 {needed} 天以上（配置好并确认生效），再如实填写。',
        en: 'Keep logs for {needed} days or more, make sure that it works, then declare it.',
      },
    },
    missing: {
      'zh-CN': '没有填日志留存天数。',
      en: 'the retention of logs is not given.',
      fix: {
        'zh-CN': '向运维确认日志留存天数后填写，法定不少于 {months} 个月。',
        en: 'Ask the operators and declare it; the law asks for {months} months.',
      },
    },
  },

  *check({ dossier, subject, reference }) {
    const { logRetentionMonths } = reference.thresholds;
    if (!isFirm(logRetentionMonths)) return;
    const months = logRetentionMonths.value;
    // Six months of thirty days: what operators configure as "180 days" is taken for six months in practice.
    const needed = months * 30;
    const at = { ...subject.at, path: ['security', 'logRetentionDays'] };
    const days = dossier.security?.logRetentionDays;
    if (days === undefined) yield { messageId: 'missing', data: { months }, at, severity: 'warning' };
    else if (days < needed) yield { messageId: 'short', data: { days, months, needed }, at };
  },
});
