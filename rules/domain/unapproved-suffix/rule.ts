import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'domain/unapproved-suffix',
  since: '0.1.0',
  title: { 'zh-CN': '域名后缀未获批', en: 'domain suffix not approved' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing', 'application'],
  subject: 'domain',
  needs: [],
  basis: [
    {
      kind: 'regulator',
      cite: '工信部信管〔2017〕264号：域名应由境内注册管理机构管理，后缀见 domain.miit.gov.cn 名录',
      asOf: '2026-11',
    },
    {
      kind: 'provider',
      cite: '腾讯云备案文档“备案域名”“省管局要求相关”：已批复后缀（2020年7月）、北京不受理的后缀（2019年）',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    refused: {
      'zh-CN': '域名 {domain} 的后缀 .{suffix} 不在工信部批复之列，不能备案。',
      en: 'the suffix .{suffix} of {domain} is not approved by MIIT; the domain cannot be filed.',
      fix: {
        'zh-CN': '换用 .cn、.com、.中国 等已获批后缀的域名，由本公司在境内注册商处注册并实名。',
        en: 'Use a domain with an approved suffix such as .cn, .com or .中国, registered by the company at a mainland registrar.',
      },
    },
    'province-refused': {
      'zh-CN': '{province}不受理后缀为 .{suffix} 的域名（{domain}）。依据：{source}。',
      en: '{province} does not take domains with the suffix .{suffix} ({domain}); according to {source}.',
      fix: {
        'zh-CN': '换用该省受理的后缀，或先向省通信管理局确认。',
        en: 'Use another suffix or ask the authority first.',
      },
    },
    unlisted: {
      'zh-CN': '域名 {domain} 的后缀 .{suffix} 不在 {asOf} 的批复名录里，可能后来才获批。',
      en: 'the suffix .{suffix} of {domain} is not on the list of {asOf}; it may have been approved since.',
      fix: {
        'zh-CN': '到 domain.miit.gov.cn 查询该后缀是否已获批复，再提交。',
        en: 'Look the suffix up at domain.miit.gov.cn before submission.',
      },
    },
  },
  *check({ subject, dossier, reference: { approvedSuffixes } }) {
    const { name } = subject.value;
    const at = fieldOf(subject, 'name');
    const suffix = registrableDomain(name)
      .split('.')
      .slice(1)
      .join('.')
      .replace(/^xn--.*$/u, (ascii) => ascii);
    const last = name.trim().toLowerCase().split('.').at(-1) ?? '';
    const { national, refused } = approvedSuffixes;
    if (isFirm(refused) && (refused.value.has(suffix) || refused.value.has(last)))
      return yield { messageId: 'refused', data: { domain: name, suffix: last }, at };
    const province = approvedSuffixes.provinces[dossier.province];
    if (
      province !== undefined &&
      isFirm(province.refused) &&
      (province.refused.value.has(suffix) || province.refused.value.has(last))
    ) {
      return yield {
        messageId: 'province-refused',
        data: { domain: name, suffix: last, province: dossier.province, source: province.refused.basis.cite },
        at,
        basis: [province.refused.basis],
        severity: 'warning',
      };
    }
    if (!isFirm(national) || national.value.has(suffix) || national.value.has(last)) return;
    yield {
      messageId: 'unlisted',
      data: { domain: name, suffix: last, asOf: national.basis.asOf },
      at,
      severity: 'warning',
    };
  },
});
