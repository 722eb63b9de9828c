import { z } from 'zod';
import { addMonths } from '../../../src/dates/calendar.ts';
import { provinceName } from '../../../src/dossier/province-name.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'domain/expiring',
  since: '0.1.0',
  title: { 'zh-CN': '域名已过期或即将到期', en: 'domain expired or about to expire' },
  severity: 'error',
  tags: [],
  procedures: ['annual-report', 'filing', 'renewal'],
  subject: 'domain',
  needs: [],
  uses: ['whois'],
  basis: [
    { kind: 'regulator', cite: '工信部信管〔2017〕264号：使用的域名应在有效期内', asOf: '2026-11' },
    {
      kind: 'provider',
      cite: '腾讯云、华为云备案省管局要求：上海、河南、河北、山西、内蒙古、浙江、贵州等要求域名剩余有效期大于 3 个月',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({
    /** Days before expiry from which the clerk is reminded where no province asks for more. */
    remindDays: z.int().min(0).default(30),
  }),
  messages: {
    expired: {
      'zh-CN': '域名 {domain} 已于 {expires} 到期（依据：{source}），{today} 不能用于申报。',
      en: 'the domain {domain} expired on {expires} ({source}); it cannot be used on {today}.',
      fix: {
        'zh-CN': '马上到注册商处续费或赎回，续费后重新下载域名证书；不再使用的先办理变更，再从材料中删去。',
        en: 'Renew or redeem it at the registrar and download the certificate again; take a domain that is no longer used out of licence and dossier.',
      },
    },
    'too-short': {
      'zh-CN': '域名 {domain} 将于 {expires} 到期，{province}备案要求剩余有效期满 {months} 个月（至少到 {needed}）。',
      en: 'the domain {domain} expires on {expires}; {province} asks for {months} more months at filing (until {needed}).',
      fix: {
        'zh-CN': '提交前续费一年以上，并换上新的域名证书。',
        en: 'Renew it for a year or more before submission and attach the new certificate.',
      },
    },
    soon: {
      'zh-CN': '域名 {domain} 将于 {expires} 到期，审核期间可能过期。',
      en: 'the domain {domain} expires on {expires}, perhaps while the paperwork is under review.',
      fix: { 'zh-CN': '建议先续费再提交。', en: 'Better renew it before submission.' },
    },
  },
  *check({ subject, dossier, evidence: { whois }, options, reference, today }) {
    const { name, expiresOn } = subject.value;
    const seen = whois.state === 'known' ? whois.value.expiresAt : null;
    // The registry's own answer is newer than what somebody typed.
    const expires = seen === null ? expiresOn : chinaDay(seen);
    if (expires === undefined) return yield { open: whois.state === 'unknown' ? whois.reason : 'no-answer' };
    const source = seen === null || whois.state !== 'known' ? { 'zh-CN': '材料填写', en: 'as declared' } : whois.source;
    const at = fieldOf(subject, 'expiresOn');
    if (expires < today)
      return yield {
        messageId: 'expired',
        data: { domain: name, expires, source, today },
        at,
        compared: { seen: expires, expected: `≥ ${today}` },
      };
    const months = reference.provinces.find(({ short }) => short === dossier.province)?.facts.domainRemainingMonths;
    if (months !== undefined && isFirm(months)) {
      const needed = addMonths(today, months.value);
      if (expires < needed)
        return yield {
          messageId: 'too-short',
          data: {
            domain: name,
            expires,
            province: provinceName(dossier.province, reference),
            months: months.value,
            needed,
          },
          at,
          // Provinces ask for it when a filing is made; elsewhere the clerk is told in time.
          severity: dossier.procedure === 'filing' ? 'warning' : 'info',
          basis: [months.basis],
        };
    }
    if (Date.parse(expires) - Date.parse(today) < options.remindDays * 86_400_000) {
      yield { messageId: 'soon', data: { domain: name, expires }, at, severity: 'info' };
    }
  },
});

const chinaDay = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
