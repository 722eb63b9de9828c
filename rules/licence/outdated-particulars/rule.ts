import { z } from 'zod';
import { type Hearing, hear, placeOf } from '../../../src/documents/testimony.ts';
import type { Place } from '../../../src/dossier/place.ts';
import type { LocalText } from '../../../src/dossier/problem.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { Confidence } from '../../../src/evidence/evidence.ts';
import { sameCompanyName } from '../../../src/names/company-name.ts';
import { samePersonName } from '../../../src/names/person-name.ts';
import { sameProvider } from '../../../src/network/providers.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';
import { inYuan } from '../../../src/report/yuan.ts';

type ChangeKind = NonNullable<DossierData['changes']>[number]['kind'];

export default defineRule({
  id: 'licence/outdated-particulars',
  since: '0.1.0',
  title: { 'zh-CN': '许可证上的信息已经过时', en: 'licence shows outdated particulars' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'renewal', 'change'],
  subject: 'licence',
  needs: [],
  uses: ['icpLicences', 'registryExtracts'],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十八条、第二十九条：名称、法定代表人、注册资本、股东等变化的，应当办理许可证变更',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第十一条：变更服务项目、网站网址的，应当提前 30 日办理',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    particular: {
      'zh-CN': '许可证上的{field}是“{licensed}”，公司现在是“{now}”，材料里也没有登记这项变更。',
      en: 'the licence gives the {field} as "{licensed}", the company’s is now "{now}", and no change is on file.',
      fix: {
        'zh-CN':
          '工商登记后 30 日内到系统办理许可证变更，办好再提交；已经提交变更的，在“变更”里写明提交日期。填错的改正。',
        en: 'Change the licence within 30 days of the registry’s entry and submit then; if that is under way, list it under changes with its day. Correct what was mistyped.',
      },
    },
    shareholders: {
      'zh-CN': '许可证上的股东与现在不同：{difference}，材料里也没有登记股东变更。',
      en: 'the shareholders on the licence are not those of today: {difference}; and no change is on file.',
      fix: {
        'zh-CN': '股东会决定之日起 30 日内到系统申请变更；已经申请的，在“变更”里写明。姓名写法不同的，两处统一。',
        en: 'Apply for the change within 30 days of the decision, or list the application under changes; write names the same way in both places.',
      },
    },
    domain: {
      'zh-CN': '许可证上有域名 {domain}，公司的域名里没有它。',
      en: 'the licence lists the domain {domain}, which is not among the company’s domains.',
      fix: {
        'zh-CN': '已停用或转让的，先变更备案，再变更许可证，删去这个域名；仍在使用的，补写到“域名”。',
        en: 'If it was given up or sold, change the filing and then the licence; if it is in use, add it to domains.',
      },
    },
    'access-provider': {
      'zh-CN': '许可证上的接入商“{licensed}”已不在现用的接入商里（现用：{now}）。',
      en: 'the access provider "{licensed}" on the licence is no longer used (now: {now}).',
      fix: {
        'zh-CN': '与现接入商签好协议后，变更备案接入信息和许可证；仍在使用的，补写到“接入”。',
        en: 'Sign with the present provider, then change filing and licence; if it is still used, add it to access.',
      },
    },
  },
  *check({ subject, dossier, evidence, reference }) {
    const { company } = dossier;
    const isOnFile = (...kinds: readonly ChangeKind[]) =>
      (dossier.changes ?? []).some(({ kind }) => kinds.includes(kind));
    const { icpLicences } = evidence;
    const copied = <T>(value: T | undefined, key: string): Licensed<T> | undefined =>
      value === undefined ? undefined : { value, at: fieldOf(subject, key), confidence: 'high' };
    /** What the licence says: as the dossier copied it, else as it was read. */
    const onLicence = <T>(value: T | undefined, key: string, { said: [read] }: Hearing<T>): Licensed<T> | undefined => {
      if (value !== undefined || read === undefined) return copied(value, key);
      // Nobody has compared a value that was only read: a difference in it is for a human to confirm.
      return { value: read.field.value, at: placeOf(fieldOf(subject, key), read), confidence: 'low' };
    };
    // company/name-differs and company/legal-representative-differs look at these two on the paper itself.
    const name = copied(subject.value.companyName, 'companyName');
    const representative = copied(subject.value.legalRepresentative, 'legalRepresentative');
    const capital = onLicence(
      subject.value.registeredCapital,
      'registeredCapital',
      hear(icpLicences, (fields) => fields.registeredCapital),
    );
    const shareholders = onLicence(
      subject.value.shareholders,
      'shareholders',
      hear(icpLicences, (fields) => fields.shareholders),
    );
    const domains = onLicence(
      subject.value.domains,
      'domains',
      hear(icpLicences, (fields) => fields.domains),
    );
    const providers = onLicence(
      subject.value.accessProviders,
      'accessProviders',
      hear(icpLicences, (fields) => fields.accessProviders),
    );
    if ([name, representative, capital, shareholders, domains, providers].every((each) => each === undefined)) {
      return yield open('not-supplied', 'licence');
    }

    if (name !== undefined && !isOnFile('company-name') && !sameCompanyName(name.value, company.name))
      yield particular(name, fieldNames.name, name.value, company.name);
    if (
      representative !== undefined &&
      !isOnFile('legal-representative') &&
      !samePersonName(representative.value, company.legalRepresentative)
    ) {
      yield particular(representative, fieldNames.representative, representative.value, company.legalRepresentative);
    }
    // What the registry shows is newer than what the dossier copied from an old business licence.
    const registered = hear(evidence.registryExtracts, (fields) => fields.registeredCapital).said.find(
      ({ field }) => field.confidence !== 'low',
    );
    const now = registered?.field.value ?? company.registeredCapital;
    if (capital !== undefined && now !== undefined && !isOnFile('registered-capital') && capital.value !== now)
      yield particular(capital, fieldNames.capital, inYuan(capital.value), inYuan(now));

    if (
      shareholders !== undefined &&
      company.shareholders !== undefined &&
      !isOnFile('shareholders', 'merger-or-split')
    ) {
      const today = company.shareholders.map((holder) => holder.name);
      const isSame = (a: string, b: string) => samePersonName(a, b) || sameCompanyName(a, b);
      const gone = shareholders.value.filter((holder) => !today.some((each) => isSame(each, holder)));
      const added = today.filter((holder) => !shareholders.value.some((each) => isSame(each, holder)));
      if (gone.length + added.length > 0) {
        const { at, confidence } = shareholders;
        yield { messageId: 'shareholders', data: { difference: difference(gone, added) }, at, confidence };
      }
    }

    if (domains !== undefined && dossier.domains !== undefined && !isOnFile('domain', 'website')) {
      const today = new Set(dossier.domains.map((domain) => registrableDomain(domain.name)));
      for (const domain of domains.value) {
        if (today.has(registrableDomain(domain))) continue;
        yield { messageId: 'domain', data: { domain }, at: domains.at, confidence: domains.confidence };
      }
    }

    if (providers !== undefined && dossier.access !== undefined && !isOnFile('access-provider')) {
      const today = dossier.access.map(({ provider }) => provider);
      for (const licensed of providers.value) {
        if (today.some((provider) => sameProvider(reference.providers, provider, licensed))) continue;
        const data = { licensed, now: today.join('、') };
        yield { messageId: 'access-provider', data, at: providers.at, confidence: providers.confidence };
      }
    }
  },
});

interface Licensed<T> {
  readonly value: T;
  readonly at: Place;
  readonly confidence: Confidence;
}

const fieldNames = {
  name: { 'zh-CN': '公司名称', en: 'company name' },
  representative: { 'zh-CN': '法定代表人', en: 'legal representative' },
  capital: { 'zh-CN': '注册资本', en: 'registered capital' },
} as const;

function particular(
  { at, confidence }: Licensed<unknown>,
  field: LocalText,
  licensed: string | LocalText,
  now: string | LocalText,
) {
  const inChinese = (value: string | LocalText) => (typeof value === 'string' ? value : value['zh-CN']);
  return {
    messageId: 'particular',
    data: { field, licensed, now },
    at,
    confidence,
    compared: { seen: inChinese(licensed), expected: inChinese(now) },
  } as const;
}

function difference(gone: readonly string[], added: readonly string[]): LocalText {
  const parts = (goneWord: string, addedWord: string, mark: string) =>
    [
      ...(gone.length === 0 ? [] : [`${goneWord}${gone.join('、')}`]),
      ...(added.length === 0 ? [] : [`${addedWord}${added.join('、')}`]),
    ].join(mark);
  return { 'zh-CN': parts('已退出 ', '新增 ', '，'), en: parts('gone: ', 'new: ', '; ') };
}
