/**
 * The kinds of document a dossier may attach. The ids and the Chinese names are both accepted in a
 * dossier; the Chinese name is the one printed in reports and in the names of packed files.
 */
export const attachmentKinds = {
  'business-licence': { zh: '营业执照', en: 'business licence' },
  'icp-licence': { zh: '增值电信业务经营许可证', en: 'value-added telecom licence' },
  'access-agreement': { zh: '接入协议', en: 'access agreement' },
  'provider-licence': { zh: '接入商许可证', en: "access provider's telecom licence" },
  'domain-certificate': { zh: '域名证书', en: 'domain certificate' },
  'domain-realname-proof': { zh: '域名实名认证截图', en: 'proof of domain real-name verification' },
  pledge: { zh: '承诺书', en: 'pledge' },
  'security-policy': { zh: '网络与信息安全管理制度', en: 'network and information security policy' },
  'emergency-plan': { zh: '应急预案', en: 'emergency plan' },
  'mlps-report': { zh: '等保测评报告', en: 'MLPS assessment report' },
  'mlps-certificate': { zh: '等保备案证明', en: 'MLPS filing certificate' },
  'audit-report': { zh: '审计报告', en: 'audit report' },
  'financial-statements': { zh: '财务报表', en: 'financial statements' },
  'tax-return': { zh: '纳税申报表', en: 'tax return' },
  'social-insurance': { zh: '社保缴纳证明', en: 'proof of social-insurance payments' },
  'statement-letter': { zh: '情况说明', en: 'statement letter' },
  'user-evidence': { zh: '用户数据截图', en: 'screenshot of user figures' },
  'id-card-front': { zh: '身份证人像面', en: 'identity card, portrait side' },
  'id-card-back': { zh: '身份证国徽面', en: 'identity card, emblem side' },
  'verification-form': { zh: '备案信息真实性核验单', en: 'filing verification form' },
  authorisation: { zh: '授权委托书', en: 'letter of authorisation' },
  'articles-of-association': { zh: '公司章程', en: 'articles of association' },
  'equity-structure': { zh: '股权结构说明', en: 'description of the equity structure' },
  'business-plan': { zh: '业务发展计划', en: 'business development plan' },
  'technical-plan': { zh: '技术方案', en: 'technical plan' },
  'security-plan': { zh: '网络与信息安全保障措施', en: 'network and information security safeguards' },
  lease: { zh: '房屋租赁合同', en: 'lease of the premises' },
  'property-certificate': { zh: '房产证明', en: 'property certificate' },
  'pre-approval': { zh: '前置审批文件', en: 'pre-approval document' },
  'service-proof': { zh: '业务开通证明', en: 'proof that the service has opened' },
  'business-report': { zh: '业务经营报告', en: 'report on the business done' },
  'name-change-proof': { zh: '更名证明', en: 'proof of the change of name' },
  appointment: { zh: '任免文件', en: 'document of appointment or removal' },
  'capital-verification': { zh: '验资报告', en: 'capital verification report' },
  'construction-plan': { zh: '网站建设方案书', en: 'website construction plan' },
  'application-form': { zh: '申请书', en: 'application form' },
  'shareholder-decision': { zh: '股东会决议', en: 'decision of the shareholders' },
  'registry-extract': { zh: '公示系统截图', en: 'extract from the public company register' },
  'licence-query': { zh: '许可证查询截图', en: 'screenshot of the licence query' },
  'filing-query': { zh: '备案查询截图', en: 'screenshot of the filing query' },
  'store-page': { zh: '应用商店页面', en: 'app store page' },
  'home-page': { zh: '网站首页存档', en: 'archived home page' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export type AttachmentKind = keyof typeof attachmentKinds;

export function isAttachmentKind(id: string): id is AttachmentKind {
  return Object.hasOwn(attachmentKinds, id);
}
