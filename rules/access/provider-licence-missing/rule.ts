import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { firm, isFirm } from '../../reference/index.ts';

const folded = (name: string) => name.normalize('NFKC').replaceAll(/\s+/gu, '');

export default defineRule({
  id: 'access/provider-licence-missing',
  since: '0.1.0',
  title: { 'zh-CN': '接入商许可证缺失或不符', en: "provider's licence missing or unfit" },
  severity: 'error',
  tags: ['offline'],
  procedures: ['application', 'renewal'],
  subject: 'access',
  needs: [],
  basis: [
    {
      kind: 'regulator',
      cite: '电信业务分类目录：互联网数据中心业务（B11）、互联网接入服务业务（B14）须持证经营',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '《中华人民共和国电信条例》第七条：未取得电信业务经营许可证，不得从事电信业务经营活动',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '没有填接入商“{provider}”的许可证信息，也没有附它的许可证。',
      en: 'neither the particulars nor a copy of the licence of "{provider}" are there.',
      fix: {
        'zh-CN': '向接入商索要盖章的《增值电信业务经营许可证》复印件（含附页），放进附件并填写编号、有效期和业务种类。',
        en: 'Ask the provider for a sealed copy of its licence with all pages; attach it and give number, validity and services.',
      },
    },
    expired: {
      'zh-CN': '接入商“{provider}”的许可证已于 {validTo} 到期。',
      en: 'the licence of "{provider}" expired on {validTo}.',
      fix: {
        'zh-CN': '向接入商索要续期后的许可证；确实没有续期的，须更换接入商。',
        en: 'Ask for the renewed licence; if there is none, change the provider.',
      },
    },
    service: {
      'zh-CN': '接入商“{provider}”的许可证没有互联网数据中心或互联网接入服务业务（写的是：{services}）。',
      en: 'the licence of "{provider}" covers neither data centre nor access service; it lists: {services}.',
      fix: {
        'zh-CN': '核对接入商名称：可能签约的是代理商。须与持有 IDC 或 ISP 许可的公司签约。',
        en: 'Perhaps the contract is with a reseller: sign with a company that is licensed for IDC or ISP.',
      },
    },
    coverage: {
      'zh-CN': '接入商“{provider}”的许可覆盖 {coverage}，不含服务器所在的{province}。',
      en: 'the licence of "{provider}" covers {coverage}, not {province} where the server stands.',
      fix: {
        'zh-CN': '请接入商提供覆盖该省的许可证，或把服务器放在许可覆盖的省。',
        en: 'Ask for a licence that covers the province, or move the server to one that it covers.',
      },
    },
  },
  *check({ subject, dossier, reference, today }) {
    const { provider, providerLicence: licence, servers } = subject.value;
    const attached = (dossier.attachments ?? []).some(({ kind }) => kind === 'provider-licence');
    const at = fieldOf(subject, 'providerLicence');
    if (licence === undefined) {
      if (!attached) yield { messageId: 'missing', data: { provider }, at: fieldOf(subject, 'provider') };
      // A copy that nobody has put into figures may be expired or of another business.
      else yield open('not-supplied', `${provider}: providerLicence`);
      return;
    }
    for (const field of ['validTo', 'services'] as const) {
      if (licence[field] === undefined) yield open('not-supplied', `${provider}: providerLicence.${field}`);
    }
    if (licence.validTo !== undefined && licence.validTo < today) {
      yield {
        messageId: 'expired',
        data: { provider, validTo: licence.validTo },
        at: fieldOf(subject, 'providerLicence', 'validTo'),
      };
    }
    const { providerKinds } = reference.businessCatalogue;
    if (licence.services !== undefined && isFirm(providerKinds)) {
      const names = firm(reference.businessCatalogue.kinds)
        .filter(({ value }) => providerKinds.value.includes(value.code))
        .flatMap(({ value }) => [value.name, ...value.aliases].map((name) => folded(name).replace(/业务$/u, '')));
      const fits = licence.services.some((service) => names.some((name) => folded(service).includes(name)));
      if (!fits) yield { messageId: 'service', data: { provider, services: licence.services.join('、') }, at };
    }
    const { coverage } = licence;
    if (coverage === undefined || coverage.some((name) => /全国|跨地区/u.test(name))) return;
    const provinces = new Set((servers ?? []).flatMap(({ province }) => province ?? []));
    for (const province of provinces) {
      if (coverage.some((name) => name.includes(province.slice(0, 2)))) continue;
      yield {
        messageId: 'coverage',
        data: { provider, coverage: coverage.join('、'), province },
        at: fieldOf(subject, 'providerLicence', 'coverage'),
      };
    }
  },
});
