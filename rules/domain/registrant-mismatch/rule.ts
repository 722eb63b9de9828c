import { z } from 'zod';
import { sameName } from '../../../src/documents/compare.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { sameCompanyName } from '../../../src/names/company-name.ts';
import { samePersonName } from '../../../src/names/person-name.ts';
import { registrableDomain, unicodeDomain } from '../../../src/network/domain-name.ts';
import { holderOf } from '../../../src/network/registrant.ts';
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
    { kind: 'provider', cite: '腾讯云备案文档“各省管局要求”：部分省份只认公司或法定代表人', asOf: '2026-11' },
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》高频踩坑第1条：域名已转让却未变更', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    mismatch: {
      'zh-CN': '域名 {domain} 的注册人是“{registrant}”，不是“{company}”。依据：{source}。',
      en: 'the registrant of {domain} is "{registrant}", not "{company}"; according to {source}.',
      fix: {
        'zh-CN':
          '仍归本公司的，到注册商处把注册人改为“{company}”并完成实名认证，等 3–5 个工作日同步后再提交；已转让的，先办理许可证（备案）变更，再从材料中删去。',
        en: 'If it is still yours, have the registrar change the holder to "{company}", verify the real name and wait 3 to 5 working days; if it was sold, change licence and filing first and take it out of the dossier.',
      },
    },
    'certificate-mismatch': {
      'zh-CN': '域名 {domain} 的注册人没有查到；附件中的域名证书写的是“{registrant}”，不是“{company}”。',
      en: 'the registrant of {domain} could not be looked up; the attached domain certificate says "{registrant}", not "{company}".',
      fix: {
        'zh-CN': '到注册商处核对注册人。证书过旧的重新下载；注册人确实不是本公司的，先过户到“{company}”。',
        en: 'Check the holder with the registrar. Download the certificate again if it is old; transfer the domain to "{company}" if it is held by another.',
      },
    },
    'holder-not-accepted': {
      'zh-CN': '域名 {domain} 注册在“{registrant}”名下，{who}只认{accepted}。来源：{source}。',
      en: '{domain} is held by "{registrant}"; {who} accepts only {accepted}. Source: {source}.',
      fix: {
        'zh-CN': '过户到“{company}”并完成实名认证；来不及的，先问省通信管理局，附上注册人与公司关系的证明行不行。',
        en: 'Transfer it to "{company}" and verify the real name; if there is no time, ask the authority whether proof of how the holder belongs to the company will do.',
      },
    },
    'not-registered': {
      'zh-CN': '查不到域名 {domain} 的注册信息：它没有注册，或已过期释放，或不开放注册。',
      en: 'the registry knows no registration of {domain}: it was never made, has lapsed, or cannot be made.',
      fix: {
        'zh-CN': '核对拼写。已过期的先续费或赎回；不再使用的，先办理变更，再从材料中删去。',
        en: 'Check the spelling. Renew or redeem a lapsed domain; take one that is no longer used out of licence and dossier.',
      },
    },
  },
  *check({ subject, dossier, evidence, reference, today }) {
    const { name } = subject.value;
    const company = dossier.company.name;
    const at = fieldOf(subject, 'name');
    const { whois, domainCertificates } = evidence;

    if (whois.state === 'known') {
      const { state } = whois.value;
      if (state === 'free' || state === 'reserved' || state === 'prohibited') {
        return yield { messageId: 'not-registered', data: { domain: unicodeDomain(whois.value.domain) }, at };
      }
      const registrant = holderOf(whois.value);
      if (registrant !== null) {
        const compared = { seen: registrant, expected: company };
        const standing = standingOf(registrant, dossier, reference);
        if (standing.kind === 'company') return;
        if (standing.kind === 'associate') {
          const narrower = narrowerThan(standing.role, dossier, reference);
          if (narrower === undefined) return;
          const { severity, basis, ...words } = narrower;
          const data = { domain: name, registrant, company, ...words };
          return yield { messageId: 'holder-not-accepted', data, at, compared, ...severity, ...basis };
        }
        return yield {
          messageId: 'mismatch',
          data: { domain: name, registrant, company, source: whois.source },
          at,
          // Pinyin and translations of a Chinese name cannot be told from another company's.
          confidence: hasHan(registrant) || !hasHan(company) ? 'high' : 'low',
          compared,
        };
      }
    }

    // The registry does not show the holder: the certificate is the second witness, unless it has expired itself.
    const certificates = domainCertificates.state === 'known' ? domainCertificates.value : [];
    const about = certificates.flatMap(({ attachment, about: written, fields: { domain, holder, expiresOn } }) => {
      const named = domain?.value ?? written;
      const isOfThis = named !== null && registrableDomain(named) === registrableDomain(name);
      const isCurrent = expiresOn === null || expiresOn.value >= today;
      return holder !== null && isOfThis && isCurrent ? [{ attachment, holder }] : [];
    });
    if (about.some(({ holder }) => isAccepted(holder.value, dossier, reference))) return;
    const [first] = about;
    if (first !== undefined) {
      const { attachment, holder } = first;
      return yield {
        messageId: 'certificate-mismatch',
        data: { domain: name, registrant: holder.value, company },
        at: { ...at, attachment, page: holder.page, ...(holder.box === null ? {} : { box: holder.box }) },
        confidence: sameName(holder, company) === 'unsure' ? 'low' : holder.confidence,
        compared: { seen: holder.value, expected: company },
      };
    }
    if (whois.state === 'unknown') {
      return yield whois.detail === undefined ? open(whois.reason) : open(whois.reason, whois.detail);
    }
    const { rateLimited, redacted } = whois.value;
    yield open(rateLimited ? 'rate-limited' : redacted ? 'redacted' : 'no-answer', whois.source);
  },
});

const hasHan = (name: string) => /\p{Script=Han}/u.test(name);

const associateRoles = ['legal-representative', 'shareholder', 'senior-manager', 'filing-principal'] as const;
type AssociateRole = (typeof associateRoles)[number];

/** `associate`: somebody of the company, of whom notice and province say whether they may hold its domain. */
type Standing =
  | { readonly kind: 'company' | 'stranger' }
  | { readonly kind: 'associate'; readonly role: AssociateRole };

function standingOf(registrant: string, dossier: DossierData, reference: Reference): Standing {
  const { company, persons } = dossier;
  const names = [company.name, ...(company.englishName === undefined ? [] : [company.englishName])];
  if (names.some((name) => sameCompanyName(registrant, name))) return { kind: 'company' };
  const withRole = (role: string) =>
    (persons ?? []).filter(({ roles }) => roles.some((each) => each === role)).map(({ name }) => name);
  const people: Readonly<Record<AssociateRole, readonly string[]>> = {
    'legal-representative': [company.legalRepresentative],
    shareholder: (company.shareholders ?? []).map(({ name }) => name),
    'senior-manager': withRole('manager'),
    'filing-principal': withRole('subject-officer'),
  };
  const roles = associateRoles.filter((role) =>
    people[role].some((name) => samePersonName(name, registrant) || sameCompanyName(name, registrant)),
  );
  // Who is several things at once stands as the one that is accepted.
  const role = roles.find((each) => narrowerThan(each, dossier, reference) === undefined) ?? roles[0];
  return role === undefined ? { kind: 'stranger' } : { kind: 'associate', role };
}

const isAccepted = (registrant: string, dossier: DossierData, reference: Reference): boolean => {
  const standing = standingOf(registrant, dossier, reference);
  if (standing.kind === 'associate') return narrowerThan(standing.role, dossier, reference) === undefined;
  return standing.kind === 'company';
};

const roleNames = {
  company: { 'zh-CN': '公司', en: 'the company' },
  'legal-representative': { 'zh-CN': '法定代表人', en: 'its legal representative' },
  shareholder: { 'zh-CN': '股东', en: 'its shareholders' },
  'senior-manager': { 'zh-CN': '高级管理人员', en: 'its senior managers' },
  'filing-principal': { 'zh-CN': '主体负责人', en: 'its filing principal' },
} as const;

/** Who accepts fewer holders than the notice and so not this one; undefined when nobody does. */
function narrowerThan(role: AssociateRole, { procedure, province }: DossierData, { provinces }: Reference) {
  const fact = provinces.find(({ short }) => short === province)?.facts.domainHolders;
  if (fact !== undefined && isFirm(fact) && !fact.value.includes(role)) {
    const named = fact.value.map((holder) => roleNames[holder]);
    return {
      who: { 'zh-CN': province, en: province },
      accepted: {
        'zh-CN': named.map((each) => each['zh-CN']).join('、'),
        en: named.map(({ en }) => en).join(', '),
      },
      source: fact.basis.cite,
      severity: {},
      basis: { basis: [fact.basis] as const },
    };
  }
  if (procedure !== 'application') return undefined;
  return {
    who: { 'zh-CN': '申请许可证时一般', en: 'for an application the authority usually' },
    accepted: { 'zh-CN': '申请公司自己', en: 'the company itself' },
    source: '行业文章《增值电信业务(ICP)许可证自己申请流程图解》第四步',
    // The notice of 2017 takes associates too: an article's claim can only warn.
    severity: { severity: 'warning' as const },
    basis: {},
  };
}
