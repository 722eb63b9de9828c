import type { LocalText } from '../../src/dossier/problem.ts';
import type { MarkedNumber } from '../../src/identifiers/province-marks.ts';
import type { Fact } from './fact.ts';
import type { ProvinceFacts } from './provinces.ts';

/** The value of a fact of a province. */
export type ProvinceFactValue<K extends keyof ProvinceFacts> =
  NonNullable<ProvinceFacts[K]> extends Fact<infer T> ? T : never;

/** The rule that a fact belongs to, whether it acts on it, and how the fact is said. */
interface Use<T> {
  readonly rule: string;
  readonly checked: boolean;
  readonly says: (value: T) => LocalText;
}

const holders: { readonly [H in ProvinceFactValue<'domainHolders'>[number]]: LocalText } = {
  company: { 'zh-CN': '公司', en: 'the company' },
  'legal-representative': { 'zh-CN': '法定代表人', en: 'its legal representative' },
  shareholder: { 'zh-CN': '股东', en: 'its shareholders' },
  'senior-manager': { 'zh-CN': '高级管理人员', en: 'its senior managers' },
  'filing-principal': { 'zh-CN': '主体负责人', en: 'its filing principal' },
};

const yes = (zh: string, en: string, no: LocalText) => (value: boolean) => (value ? { 'zh-CN': zh, en } : no);

/** Which rule each fact belongs to, and how it is said. A fact without an entry does not compile. */
export const provinceFactUses: { readonly [K in keyof Required<ProvinceFacts>]: Use<ProvinceFactValue<K>> } = {
  annualReportOpens: {
    rule: 'deadline/annual-report-window',
    checked: true,
    says: (day) => ({ 'zh-CN': `年报系统 ${day} 起开放填报`, en: `yearly reports are taken from ${day}` }),
  },
  annualReportReviewFrom: {
    rule: 'deadline/annual-report-window',
    checked: true,
    says: (day) => ({ 'zh-CN': `年报 ${day} 起集中审核`, en: `yearly reports are looked at from ${day}` }),
  },
  filingReview: {
    rule: 'deadline/annual-report-window',
    checked: false,
    says: ({ from, to }) => ({
      'zh-CN': `另有备案年审，${from} 至 ${to}，短信通知`,
      en: `filings have a yearly review of their own, ${from} to ${to}, announced by text message`,
    }),
  },
  domainHolders: {
    rule: 'domain/registrant-mismatch',
    checked: true,
    says: (value) => ({
      'zh-CN': `域名注册人可以是：${value.map((holder) => holders[holder]['zh-CN']).join('、')}`,
      en: `a domain may be held by ${value.map((holder) => holders[holder].en).join(', ')}`,
    }),
  },
  domainRemainingMonths: {
    rule: 'domain/expiring',
    checked: true,
    says: (months) => ({
      'zh-CN': `域名至少还有 ${months} 个月有效期`,
      en: `a domain must be valid for ${months} more months`,
    }),
  },
  domainsPerOrder: {
    rule: 'domain/too-many-in-order',
    checked: true,
    says: ({ limit, afterFiled }) => ({
      'zh-CN': `${afterFiled === undefined ? '' : `已备案超过 ${afterFiled} 个网站后，`}每次最多提交 ${limit} 个域名`,
      en: `at most ${limit} domains in one order${afterFiled === undefined ? '' : `, once more than ${afterFiled} sites are filed`}`,
    }),
  },
  statementAboveDomains: {
    rule: 'attachment/missing',
    checked: true,
    says: (count) => ({
      'zh-CN': `域名超过 ${count} 个的，备案要附情况说明`,
      en: `more than ${count} domains need a statement letter`,
    }),
  },
  constructionPlanFromSites: {
    rule: 'attachment/missing',
    checked: true,
    says: (count) => ({
      'zh-CN': `第 ${count} 个网站起，备案要附网站建设方案书`,
      en: `from ${count} sites on, a filing needs a construction plan`,
    }),
  },
  responsiblePerson: {
    rule: 'filing/responsible-person-unauthorised',
    checked: true,
    says: (who) =>
      who === 'legal-representative'
        ? { 'zh-CN': '主体负责人须为法定代表人', en: 'the filing principal must be the legal representative' }
        : { 'zh-CN': '主体负责人可以凭授权书由他人担任', en: 'an authorised person may be the filing principal' },
  },
  foreignRepresentativeMustAuthorise: {
    rule: 'filing/responsible-person-unauthorised',
    checked: false,
    says: yes(
      '外籍法定代表人须授权大陆居民办理备案',
      'a foreign legal representative must authorise a mainland resident',
      { 'zh-CN': '外籍法定代表人可以自己办理备案', en: 'a foreign legal representative may file in person' },
    ),
  },
  minimumAge: {
    rule: 'person/underage',
    checked: true,
    says: (age) => ({ 'zh-CN': `负责人须年满 ${age} 周岁`, en: `persons responsible must be ${age} or older` }),
  },
  distinctPhones: {
    rule: 'person/phone-reused',
    checked: true,
    says: (count) => ({
      'zh-CN': `备案须留 ${count} 个不同的号码`,
      en: `a filing needs ${count} different telephone numbers`,
    }),
  },
  localMobile: {
    rule: 'person/invalid-mobile',
    checked: false,
    says: yes('负责人手机号须为本省号段', 'mobile numbers must be of the province', {
      'zh-CN': '负责人手机号不限本省号段',
      en: 'mobile numbers of other provinces are taken',
    }),
  },
  sameCityAddresses: {
    rule: 'filing/province-differs',
    checked: false,
    says: yes('住所和通信地址须在同一个市', 'the addresses of licence and contact must be in one city', {
      'zh-CN': '住所和通信地址不必在同一个市',
      en: 'the addresses of licence and contact may be in two cities',
    }),
  },
  creditCodeImmutable: {
    rule: 'filing/immutable-field',
    checked: true,
    says: yes('统一社会信用代码变了不能变更备案，要注销重备', 'a new credit code means to cancel and file anew', {
      'zh-CN': '统一社会信用代码变了可以变更备案',
      en: 'a new credit code can be a change of the filing',
    }),
  },
  businessLicenceRemainingMonths: {
    rule: 'company/business-licence-expired',
    checked: true,
    says: (months) => ({
      'zh-CN': `备案时营业执照至少还有 ${months} 个月有效期`,
      en: `at filing the business licence must be valid for ${months} more months`,
    }),
  },
  electronicBusinessLicence: {
    rule: 'attachment/wrong-document',
    checked: false,
    says: yes('备案接受电子营业执照', 'an electronic business licence will do', {
      'zh-CN': '备案不收电子营业执照，要纸质正本或副本的彩色件',
      en: 'no electronic business licence is taken, but a colour copy of the paper one',
    }),
  },
  registrarSeal: {
    rule: 'attachment/wrong-document',
    checked: false,
    says: (words) => ({
      'zh-CN': `营业执照上须有“${words}”`,
      en: `the business licence must bear the seal ${words}`,
    }),
  },
  footerNumber: {
    rule: 'website/filing-number-missing',
    checked: true,
    says: (which) =>
      which === 'subject'
        ? { 'zh-CN': '首页底部标主体备案号（不带“-序号”）', en: 'the page shows the number of the subject' }
        : { 'zh-CN': '首页底部标网站备案号（带“-序号”）', en: 'the page shows the number of the site' },
  },
};

/** Which rule looks at the first character of each kind of number. */
export const markedNumberUses: { readonly [N in MarkedNumber]: Use<readonly string[]> } = {
  filing: {
    rule: 'filing/invalid-number',
    checked: true,
    says: (marks) => ({
      'zh-CN': `备案号以“${marks.join('”“')}”开头`,
      en: `filing numbers begin with ${marks.join(', ')}`,
    }),
  },
  licence: {
    rule: 'licence/province-differs',
    checked: true,
    says: (marks) => ({
      'zh-CN': `省内许可证编号以“${marks.join('”或“')}”开头`,
      en: `numbers of provincial licences begin with ${marks.join(' or ')}`,
    }),
  },
  police: {
    rule: 'website/police-number-invalid',
    checked: true,
    says: (marks) => ({
      'zh-CN': `公安备案号以“${marks.join('”或“')}”开头`,
      en: `public-security numbers begin with ${marks.join(' or ')}`,
    }),
  },
};
