import { z } from 'zod';
import { sameDay, sameName } from '../../../src/documents/compare.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';

export default defineRule({
  id: 'domain/certificate-differs',
  since: '0.1.0',
  title: { 'zh-CN': '域名证书与填报不一致', en: 'domain certificate differs' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'domain',
  needs: ['domainCertificates'],
  basis: [
    { kind: 'regulator', cite: '工信部信管〔2017〕264号：域名注册者应为本单位', asOf: '2026-11' },
    { kind: 'provider', cite: '腾讯云备案材料清单：域名证书', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    holder: {
      'zh-CN': '{domain} 的域名证书上，所有者是“{seen}”，填报的是“{expected}”。',
      en: 'the certificate of {domain} names "{seen}" as holder; declared is "{expected}".',
      fix: {
        'zh-CN': '到注册商处核对现在的所有者：证书旧了就重新下载；确实不是本公司的，先过户。',
        en: 'Check the present holder with the registrar: download an old certificate again, transfer the domain if it is held by another.',
      },
    },
    expiry: {
      'zh-CN': '{domain} 的域名证书到期日是 {seen}，填报的是 {expected}。',
      en: 'the certificate of {domain} expires on {seen}; declared is {expected}.',
      fix: {
        'zh-CN': '续费后没有换证书的，重新下载证书；填错的，改正“到期日期”。',
        en: 'Download the certificate again after a renewal, or correct the declared day.',
      },
    },
    absent: {
      'zh-CN': '附件里的域名证书都不是 {domain} 的（证书上的域名：{seen}）。',
      en: 'none of the attached certificates is for {domain}; they are for {seen}.',
      fix: {
        'zh-CN': '到注册商控制台下载 {domain} 的域名证书，补进附件。',
        en: 'Download the certificate of {domain} from the registrar and attach it.',
      },
    },
  },
  *check({ subject, dossier, evidence: { domainCertificates } }) {
    const { name, registrant, expiresOn } = subject.value;
    const wanted = registrableDomain(name);
    const at = fieldOf(subject, 'name');
    const own = domainCertificates.filter(({ about, fields }) => {
      const named = fields.domain?.value ?? about;
      return named !== null && registrableDomain(named) === wanted;
    });
    if (own.length === 0) {
      const named = domainCertificates.flatMap(({ about, fields }) => fields.domain?.value ?? about ?? []);
      // A certificate whose domain could not be read may well be this one.
      const certain = named.length === domainCertificates.length;
      return yield {
        messageId: 'absent',
        data: { domain: name, seen: named.length === 0 ? '—' : named.join('、') },
        at,
        confidence: certain ? 'high' : 'low',
      };
    }
    for (const { attachment, fields } of own) {
      const { holder, expiresOn: expires } = fields;
      const expected = registrant ?? dossier.company.name;
      if (holder !== null) {
        const outcome = sameName(holder, expected);
        if (outcome !== 'same') {
          yield {
            messageId: 'holder',
            data: { domain: name, seen: holder.value, expected },
            at: { ...at, attachment, page: holder.page, ...(holder.box === null ? {} : { box: holder.box }) },
            confidence: outcome === 'unsure' ? 'low' : holder.confidence,
            compared: { seen: holder.value, expected },
          };
        }
      }
      if (expires === null || expiresOn === undefined) continue;
      const outcome = sameDay(expires, expiresOn);
      if (outcome === 'same') continue;
      yield {
        messageId: 'expiry',
        data: { domain: name, seen: expires.value, expected: expiresOn },
        at: { ...at, attachment, page: expires.page, ...(expires.box === null ? {} : { box: expires.box }) },
        confidence: outcome === 'unsure' ? 'low' : expires.confidence,
        severity: 'warning',
        compared: { seen: expires.value, expected: expiresOn },
      };
    }
  },
});
