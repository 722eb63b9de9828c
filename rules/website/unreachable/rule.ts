import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isRunning } from '../_home-page.ts';

export default defineRule({
  id: 'website/unreachable',
  since: '0.1.0',
  title: { 'zh-CN': '网站打不开或证书有问题', en: 'site does not answer, or its certificate is bad' },
  severity: 'warning',
  tags: [],
  procedures: ['annual-report', 'renewal'],
  subject: 'website',
  needs: ['visit'],
  basis: [{ kind: 'provider', cite: '腾讯云、华为云备案核查：已备案网站须能正常打开', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    'no-answer': {
      'zh-CN': '{url} 打不开（{detail}），已备案的网站应当能正常访问。',
      en: '{url} does not answer ({detail}); a filed site should be open.',
      fix: {
        'zh-CN': '恢复访问后重新检查；已停用的，办理备案注销并从材料中删去。',
        en: 'Bring it back; if it was given up, cancel its filing and take it out of the dossier.',
      },
    },
    'redirect-loop': {
      'zh-CN': '{url} 一直在跳转，打不开页面。',
      en: '{url} redirects without end.',
      fix: {
        'zh-CN': '检查 http 与 https、带与不带 www 之间的跳转设置。',
        en: 'Check the redirects between http, https and www.',
      },
    },
    status: {
      'zh-CN': '{url} 的首页返回错误码 {status}，应当能正常打开。',
      en: 'the home page {url} answers with HTTP {status}; it should open.',
      fix: { 'zh-CN': '用浏览器打开确认，恢复首页后重新检查。', en: 'Open it in a browser, and mend the home page.' },
    },
    'no-page': {
      'zh-CN': '{url} 返回的不是网页（{contentType}）。',
      en: '{url} answers with something else than a page ({contentType}).',
      fix: { 'zh-CN': '核对网址是否为网站首页。', en: 'Make sure that the address is that of the home page.' },
    },
    'certificate-expired': {
      'zh-CN': '{url} 的 https 证书已于 {validTo} 到期。',
      en: 'the certificate of {url} expired on {validTo}.',
      fix: { 'zh-CN': '更换证书。', en: 'Renew the certificate.' },
    },
    'certificate-name': {
      'zh-CN': '{url} 的 https 证书是发给 {names} 的，与网址不符。',
      en: 'the certificate of {url} is for {names}.',
      fix: { 'zh-CN': '换上与域名相符的证书。', en: 'Install a certificate for this name.' },
    },
    'certificate-untrusted': {
      'zh-CN': '{url} 的 https 证书不能验证（{problem}）。',
      en: 'the certificate of {url} cannot be verified ({problem}).',
      fix: {
        'zh-CN': '补全证书链，或换上受信任机构签发的证书。',
        en: 'Install the whole chain, or a certificate of a trusted authority.',
      },
    },
  },
  appliesTo: isRunning,
  *check({ subject, today, evidence: { visit } }) {
    const { url } = subject.value;
    const at = fieldOf(subject, 'url');
    switch (visit.outcome) {
      case 'refused':
        return yield open('inside', visit.url);
      case 'unreachable':
        return yield { messageId: 'no-answer', data: { url, detail: visit.detail }, at };
      case 'redirect-loop':
        return yield { messageId: 'redirect-loop', data: { url }, at };
      case 'no-page':
        return yield { messageId: 'no-page', data: { url, contentType: visit.contentType }, at, confidence: 'low' };
      case 'page':
        break;
    }
    const { status, certificate } = visit.source;
    if (status !== null && status >= 400) {
      const confidence = mayBeForPrograms.has(status) ? ('low' as const) : ('high' as const);
      yield { messageId: 'status', data: { url, status }, at, confidence };
    }
    if (certificate === null) return;
    const { problem, names } = certificate;
    const validTo = certificate.validTo === null ? '' : dayInBeijing(certificate.validTo);
    if (problem === 'CERT_HAS_EXPIRED' || (validTo !== '' && validTo < today)) {
      yield { messageId: 'certificate-expired', data: { url, validTo }, at };
    } else if (problem === 'ERR_TLS_CERT_ALTNAME_INVALID') {
      yield { messageId: 'certificate-name', data: { url, names: names.slice(0, 3).join('、') }, at };
    } else if (problem !== null) {
      // Browsers fetch what is missing in a chain; programs do not.
      yield { messageId: 'certificate-untrusted', data: { url, problem }, at, confidence: 'low' };
    }
  },
});

/** Answers that sites keep for programs, or for a busy minute, while a browser is let in. */
const mayBeForPrograms: ReadonlySet<number> = new Set([401, 403, 405, 406, 412, 418, 421, 425, 429, 503, 521]);

/** The calendar day of an ISO 8601 time in Beijing, which is eight hours ahead of UTC. */
function dayInBeijing(time: string): string {
  const at = Date.parse(time);
  return Number.isNaN(at) ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}
