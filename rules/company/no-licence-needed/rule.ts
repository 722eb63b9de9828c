import { z } from 'zod';
import { kindsOfBusiness } from '../../../src/dossier/declared-kinds.ts';
import { provinceName } from '../../../src/dossier/province-name.ts';
import { featuresOf } from '../../../src/dossier/required-documents.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'company/no-licence-needed',
  since: '0.1.0',
  title: { 'zh-CN': '可能不需要办 ICP 许可证', en: 'a licence may not be needed' },
  severity: 'info',
  tags: ['offline'],
  procedures: ['application'],
  subject: 'company',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第三条、第四条：有偿提供信息的为经营性，实行许可；无偿的为非经营性，实行备案',
      asOf: '2026-11',
    },
    { kind: 'practice', cite: '含广告是否算经营性，各地掌握不一', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    'nothing-charged': {
      'zh-CN': '材料写明不收费，服务里也没有收费、广告或销售。无偿提供信息的，做 ICP 备案就够了，不必办许可证。',
      en: 'the dossier says that nothing is charged, and no service charges, advertises or sells; free information needs a filing, not a licence.',
      fix: {
        'zh-CN':
          '核对业务：确实无偿的，完成 ICP 备案即可；有收费的，把“业务情况”里的“是否收费”改为 true，并写清收费项目。',
        en: 'If it is really free of charge, a filing is enough; if something is charged, set charges to true and say what for.',
      },
    },
    'only-own-sales': {
      'zh-CN': '服务只是销售自己的商品，没有向用户收取信息服务费。自营电商一般做 ICP 备案，不属于有偿信息服务。',
      en: 'the services only sell the company’s own goods and charge nothing for information; selling one’s own goods usually needs a filing only.',
      fix: {
        'zh-CN': '向{province}通信管理局确认；另有会员收费、付费内容或第三方商家的，在“功能”里写全。',
        en: 'Ask the authority of {province}; if there are paid memberships, paid content or third-party sellers, list them under features.',
      },
    },
    'trading-instead': {
      'zh-CN':
        '服务是为买卖双方提供交易平台，没有向用户收取信息服务费。这属于在线数据处理与交易处理业务（B21），不是信息服务业务（B25）。',
      en: 'the services run a market for others and charge nothing for information; that is online data and transaction processing (B21), not information services (B25).',
      fix: {
        'zh-CN': '改为申请 B21（EDI）许可；另有付费信息服务的，两项一起申请。',
        en: 'Apply for B21 (EDI) instead, or for both if information is sold as well.',
      },
    },
  },
  appliesTo: ({ dossier, reference }) => kindsOfBusiness(dossier.business?.categories ?? [], reference).has('B25'),
  *check({ dossier, reference }) {
    const features = featuresOf(dossier);
    const charges = dossier.business?.charges;
    const paid = charges === true || ['user-charges', 'advertising'].some((feature) => features.has(feature));
    if (paid) return;
    const at = { path: ['business', 'charges'] };
    if (features.has('third-party-trading')) {
      // Whoever applies for both has seen it.
      if (kindsOfBusiness(dossier.business?.categories ?? [], reference).has('B21')) return;
      return yield { messageId: 'trading-instead', data: {}, at: { path: ['business', 'categories'] } };
    }
    if (charges === undefined) return yield open('not-supplied', 'business.charges');
    if (features.has('own-sales'))
      yield { messageId: 'only-own-sales', data: { province: provinceName(dossier.province, reference) }, at };
    else yield { messageId: 'nothing-charged', data: {}, at };
  },
});
