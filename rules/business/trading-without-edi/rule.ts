import { z } from 'zod';
import { offerWith } from '../../../src/dossier/offers.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'business/trading-without-edi',
  since: '0.1.0',
  title: { 'zh-CN': '有第三方交易却没有 B21', en: 'third-party trading without B21' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'application', 'renewal'],
  subject: 'dossier',
  needs: [],
  basis: [
    { kind: 'law', cite: '电信条例（国务院令第291号）第七条、第六十九条：未取得许可不得经营', asOf: '2026-11' },
    { kind: 'regulator', cite: '电信业务分类目录 B21 在线数据处理与交易处理业务（EDI）', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    trading: {
      'zh-CN': '“{name}”提供第三方之间的交易，属于在线数据处理与交易处理业务（B21，EDI），材料里没有这一业务种类。',
      en: '"{name}" lets third parties trade, which is business B21 (EDI); the dossier has no such kind of business.',
      fix: {
        'zh-CN': '申请增加 B21 业务；只卖自己的商品的，把功能改为“自营销售”。不要用删改页面的办法回避。',
        en: 'Apply for B21; if only own goods are sold, say so. Do not hide the function.',
      },
    },
  },

  *check({ dossier }) {
    const offer = offerWith(dossier, ['third-party-trading']);
    if (offer === undefined) return;
    const kinds = [...(dossier.business?.categories ?? []), ...(dossier.licence?.services ?? [])];
    if (kinds.some((kind) => /B21|EDI|在线数据处理|交易处理/iu.test(kind))) return;
    yield { messageId: 'trading', data: { name: offer.name }, at: offer.at };
  },
});
