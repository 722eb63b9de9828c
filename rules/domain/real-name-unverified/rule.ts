import { z } from 'zod';
import { addWeekdays } from '../../../src/dates/calendar.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'domain/real-name-unverified',
  since: '0.1.0',
  title: { 'zh-CN': '域名未完成实名认证', en: 'domain without real-name verification' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'domain',
  needs: [],
  basis: [
    { kind: 'regulator', cite: '工信部信管〔2017〕264号：域名应完成真实身份信息验证', asOf: '2026-11' },
    {
      kind: 'provider',
      cite: '腾讯云、华为云备案域名要求：实名认证后 3 个工作日（华为 3–5 个）同步至工信部；2018 年以前的认证须重新做',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '域名 {domain} 没有填实名认证日期，无法确认已实名。',
      en: 'no date of real-name verification is given for {domain}.',
      fix: {
        'zh-CN': '到注册商控制台查看实名认证状态；已认证的，把日期填进“实名认证日期”，并附实名认证截图。',
        en: 'Look the state up at the registrar; if verified, give the date and attach the proof.',
      },
    },
    fresh: {
      'zh-CN': '域名 {domain} 于 {verified} 才完成实名认证，信息要到 {ready} 前后才同步到工信部，现在提交会查不到。',
      en: '{domain} was verified on {verified}; the data reach MIIT about {ready}, so it would not be found yet.',
      fix: { 'zh-CN': '等到 {ready} 以后再提交。', en: 'Submit after {ready}.' },
    },
    old: {
      'zh-CN': '域名 {domain} 的实名认证（{verified}）早于 {since}，工信部系统里没有，须重新认证。',
      en: '{domain} was verified on {verified}, before {since}; it is not in the ministry’s system and must be verified again.',
      fix: {
        'zh-CN': '到注册商处重新提交实名认证，三个工作日后再备案。',
        en: 'Verify again at the registrar and wait three working days.',
      },
    },
  },
  *check({ subject, reference, today }) {
    const { name, realNameVerifiedOn: verified } = subject.value;
    const at = fieldOf(subject, 'realNameVerifiedOn');
    if (verified === undefined) return yield { messageId: 'missing', data: { domain: name }, at };
    const { realNameSince } = reference.thresholds;
    if (isFirm(realNameSince) && verified < realNameSince.value) {
      const data = { domain: name, verified, since: realNameSince.value };
      // The notice asks for a verified holder; that older verifications do not count is what providers report.
      return yield { messageId: 'old', data, at, severity: 'warning' };
    }
    const clock = reference.deadlines.clocks['real-name-synchronised'];
    if (clock === undefined || !isFirm(clock)) return;
    const ready = addWeekdays(verified, clock.value.amount);
    if (today < ready) yield { messageId: 'fresh', data: { domain: name, verified, ready }, at, severity: 'warning' };
  },
});
