import type { LocalText } from '../../src/dossier/problem.ts';
import type { DossierData } from '../../src/dossier/schema/dossier.ts';

export type Change = NonNullable<DossierData['changes']>[number];
export type ChangeKind = Change['kind'];

/** What changes, as sentences name it. */
export const changeNames: { readonly [K in ChangeKind]: LocalText } = {
  'company-name': { 'zh-CN': '公司名称变更', en: 'change of company name' },
  'legal-representative': { 'zh-CN': '法定代表人变更', en: 'change of legal representative' },
  'registered-capital': { 'zh-CN': '注册资本变更', en: 'change of registered capital' },
  address: { 'zh-CN': '住所变更', en: 'change of address' },
  shareholders: { 'zh-CN': '股东变更', en: 'change of shareholders' },
  'merger-or-split': { 'zh-CN': '合并或分立', en: 'merger or split' },
  'service-scope': { 'zh-CN': '业务范围变更', en: 'change of business scope' },
  'service-item': { 'zh-CN': '服务项目变更', en: 'change of service items' },
  domain: { 'zh-CN': '网站域名变更', en: 'change of domain' },
  website: { 'zh-CN': '网站网址变更', en: 'change of website' },
  'access-provider': { 'zh-CN': '接入商变更', en: 'change of access provider' },
  uscc: { 'zh-CN': '统一社会信用代码变更', en: 'change of credit code' },
  'filing-number': { 'zh-CN': '备案号变更', en: 'change of filing number' },
  province: { 'zh-CN': '备案省份变更', en: 'change of filing province' },
  termination: { 'zh-CN': '终止经营', en: 'end of business' },
};
