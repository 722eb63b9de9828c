import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { cityOfAddress } from '../../../src/names/address.ts';
import { sameCompanyName } from '../../../src/names/company-name.ts';

export default defineRule({
  id: 'premises/lease-expired',
  since: '0.1.0',
  title: { 'zh-CN': '租赁合同到期或承租方不符', en: 'lease expired or of another tenant' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['application'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '文章《增值电信业务自己申请流程》：办公场地证明（租赁合同+房产证复印件）',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    expired: {
      'zh-CN': '租赁合同已于 {ends} 到期。',
      en: 'the lease ended on {ends}.',
      fix: { 'zh-CN': '换上续签的租赁合同。', en: 'Attach the renewed lease.' },
    },
    tenant: {
      'zh-CN': '租赁合同的承租方是“{seen}”，不是“{company}”。',
      en: 'the tenant of the lease is "{seen}", not "{company}".',
      fix: {
        'zh-CN': '以本公司名义签订租赁合同，或附出租方同意本公司使用的证明。',
        en: 'Sign a lease in the company’s name, or attach the landlord’s consent.',
      },
    },
    address: {
      'zh-CN': '办公地址“{seen}”与营业执照住所“{expected}”不是同一个城市，现场核查时要能对上。',
      en: 'the office "{seen}" is not in the same city as the registered address "{expected}"; an inspector will compare them.',
      fix: {
        'zh-CN': '准备住所与实际办公地的说明，必要时先做住所变更。',
        en: 'Explain both addresses, or change the registered one first.',
      },
    },
  },

  *check({ dossier, subject, today, reference }) {
    const { premises, company } = dossier;
    if (premises === undefined) return yield open('not-supplied', 'premises');
    const at = (key: string) => ({ ...subject.at, path: ['premises', key] });
    const { leaseEndsOn: ends, tenant, address } = premises;
    if (ends !== undefined && ends < today) yield { messageId: 'expired', data: { ends }, at: at('leaseEndsOn') };
    if (tenant !== undefined && !sameCompanyName(tenant, company.name))
      yield { messageId: 'tenant', data: { seen: tenant, company: company.name }, at: at('tenant') };
    if (address === undefined || company.address === undefined) return;
    const [here, there] = [
      cityOfAddress(address, reference.provinces),
      cityOfAddress(company.address, reference.provinces),
    ];
    if (here !== undefined && there !== undefined && here !== there)
      yield { messageId: 'address', data: { seen: address, expected: company.address }, at: at('address') };
  },
});
