import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { provinceOfAddress } from '../../../src/names/address.ts';

export default defineRule({
  id: 'filing/province-differs',
  since: '0.1.0',
  title: { 'zh-CN': '备案省份与公司住所不同省', en: 'filing in another province than the company’s' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '非经营性互联网信息服务备案管理办法（信息产业部令第33号）第三条：向住所所在地省通信管理局备案',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案驳回原因：单位备案不可以跨省', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    differs: {
      'zh-CN': '备案省份是{seen}，公司住所在{own}。单位应当在住所所在的省备案，不能跨省。',
      en: 'the filing is made in {seen}, the company’s address is in {own}; a company files where its address is.',
      fix: {
        'zh-CN': '把备案省份改为{own}；住所确已迁移的，先办完工商变更。',
        en: 'File in {own}; after a move, have the registry changed first.',
      },
    },
  },
  *check({ subject, dossier, reference: { provinces } }) {
    const { address } = dossier.company;
    if (address === undefined) return yield open('not-supplied', 'company.address');
    const own = provinceOfAddress(address, provinces);
    const written = dossier.filing?.province ?? dossier.province;
    const seen = provinces.find(({ short }) => written.startsWith(short));
    if (own === undefined || seen === undefined)
      return yield open('inconclusive', own === undefined ? address : written);
    if (own.code === seen.code) return;
    const path = dossier.filing?.province === undefined ? ['province'] : ['filing', 'province'];
    yield {
      messageId: 'differs',
      data: { seen: seen.name, own: own.name },
      at: { ...subject.at, path },
      compared: { seen: seen.name, expected: own.name },
    };
  },
});
