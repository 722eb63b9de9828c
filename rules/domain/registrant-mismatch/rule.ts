import { z } from 'zod';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { sameCompanyName } from '../../../src/names/company-name.ts';
import { samePersonName } from '../../../src/names/person-name.ts';
import { holderOf } from '../../../src/network/registrant.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';
import { isFirm, type Reference } from '../../reference/index.ts';

export default defineRule({
  id: 'domain/registrant-mismatch',
  since: '0.1.0',
  title: { 'zh-CN': '域名不在公司名下', en: 'domain held by another' },
  severity: 'error',
  tags: ['top7'],
  procedures: ['annual-report', 'filing', 'application', 'renewal'],
  subject: 'domain',
  needs: [],
  uses: ['whois', 'domainCertificates'],
  basis: [
    {
      kind: 'regulator',
      cite: '工信部信管〔2017〕264号：域名注册者应为依法办理备案或许可的本单位（含股东）、主要负责人或高级管理人员',
      asOf: '2026-11',
    },
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》高频踩坑第1条：域名已转让却未变更', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    mismatch: {
      'zh-CN': '域名 {domain} 的注册人是“{registrant}”，不是“{company}”。依据：{source}。',
      en: 'the registrant of {domain} is "{registrant}", not "{company}"; according to {source}.',
      fix: {
        'zh-CN':
          '域名仍归本公司的，到注册商处把注册人改为“{company}”并完成实名认证，等 3–5 个工作日同步后再提交；已转让的，先办理许可证（备案）变更，从材料中删去这个域名。',
        en: 'If it is still yours, have the registrar change the holder to "{company}", verify the real name and wait 3 to 5 working days; if it was sold, change licence and filing first and take it out of the dossier.',
      },
    },
    'certificate-mismatch': {
      'zh-CN': '域名 {domain} 的公开查询看不到注册人；附件中的域名证书写的是“{registrant}”，不是“{company}”。',
      en: 'the public record of {domain} hides the registrant; the attached domain certificate says "{registrant}", not "{company}".',
      fix: {
        'zh-CN': '到注册商处核对注册人。证书过旧的重新下载；注册人确实不是本公司的，先过户到“{company}”。',
        en: 'Check the holder with the registrar. Download the certificate again if it is old; transfer the domain to "{company}" if it is held by another.',
      },
    },
    'not-registered': {
      'zh-CN': '域名 {domain} 查询结果为“未注册或不可注册”。可能已过期被释放，或域名写错。',
      en: 'the registry says that {domain} is not registered; it may have lapsed, or the name is misspelt.',
      fix: {
        'zh-CN': '核对拼写。已过期的先续费或赎回；不再使用的，先办理变更，再从材料中删去。',
        en: 'Check the spelling. Renew or redeem a lapsed domain; take one that is no longer used out of licence and dossier.',
      },
    },
  },
  *check({ subject, dossier, evidence, reference }) {
    const { name } = subject.value;
    const company = dossier.company.name;
    const at = fieldOf(subject, 'name');
    const { whois } = evidence;
    if (whois.state === 'known') {
      const { state } = whois.value;
      if (state === 'free' || state === 'reserved' || state === 'prohibited') {
        return yield { messageId: 'not-registered', data: { domain: name }, at };
      }
      const registrant = holderOf(whois.value);
      if (registrant !== null) {
        if (mayHold(registrant, dossier, reference)) return;
        return yield {
          messageId: 'mismatch',
          data: { domain: name, registrant, company, source: whois.source },
          at,
          compared: { seen: registrant, expected: company },
        };
      }
    }

    // The registry does not show the holder: the certificate is the second witness.
    const certificates = evidence.domainCertificates.state === 'known' ? evidence.domainCertificates.value : [];
    for (const { attachment, about, fields } of certificates) {
      const { domain, holder } = fields;
      const named = domain?.value ?? about;
      if (holder === null || named === null || registrableDomain(named) !== registrableDomain(name)) continue;
      if (mayHold(holder.value, dossier, reference)) return;
      return yield {
        messageId: 'certificate-mismatch',
        data: { domain: name, registrant: holder.value, company },
        at: { ...at, attachment, page: holder.page, ...(holder.box === null ? {} : { box: holder.box }) },
        confidence: holder.confidence,
        compared: { seen: holder.value, expected: company },
      };
    }
    if (whois.state === 'unknown')
      yield whois.detail === undefined ? open(whois.reason) : open(whois.reason, whois.detail);
    else yield open(whois.value.redacted ? 'redacted' : 'no-answer', whois.source);
  },
});

/** The company itself, or whom the province lets hold a company's domain. */
function mayHold(registrant: string, { company, persons, province }: DossierData, { provinces }: Reference): boolean {
  const names = [company.name, ...(company.englishName === undefined ? [] : [company.englishName])];
  if (names.some((name) => sameCompanyName(registrant, name))) return true;
  const allowed = provinces.find(({ short }) => short === province)?.facts.domainHolders;
  // Without a confirmed narrower list, the notice's own list holds.
  const holders: readonly string[] =
    allowed !== undefined && isFirm(allowed)
      ? allowed.value
      : ['legal-representative', 'shareholder', 'senior-manager'];
  const withRole = (role: string) =>
    (persons ?? []).filter(({ roles }) => roles.some((each) => each === role)).map(({ name }) => name);
  const accepted: readonly (readonly [string, readonly string[]])[] = [
    ['legal-representative', [company.legalRepresentative]],
    ['shareholder', (company.shareholders ?? []).map(({ name }) => name)],
    ['senior-manager', withRole('manager')],
    ['filing-principal', withRole('subject-officer')],
  ];
  return accepted.some(
    ([holder, people]) =>
      holders.includes(holder) &&
      people.some((name) => samePersonName(name, registrant) || sameCompanyName(name, registrant)),
  );
}
