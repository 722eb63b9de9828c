import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'access/server-outside-province',
  since: '0.1.0',
  title: { 'zh-CN': '服务器在外省', en: 'server in another province' },
  severity: 'info',
  tags: ['offline'],
  procedures: ['application'],
  subject: 'access',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '文章《增值电信业务自己申请流程》称服务器托管须在本省；电信业务经营许可管理办法第六条无此要求',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    elsewhere: {
      'zh-CN': '服务器在{where}，公司在{province}。有文章称须托管在本省，规章没有这一条；个别省受理时可能会问。',
      en: 'the server stands in {where}, the company in {province}. An article asks for hosting in the same province; no rule does, but an authority may ask.',
      fix: {
        'zh-CN': '不必迁移。可先向省通信管理局确认，并备好托管协议和接入商许可证。',
        en: 'No need to move; ask the authority and have agreement and provider’s licence at hand.',
      },
    },
  },
  *check({ subject, dossier }) {
    for (const [index, { province }] of (subject.value.servers ?? []).entries()) {
      if (province === undefined || province.startsWith(dossier.province)) continue;
      yield {
        messageId: 'elsewhere',
        data: { where: province, province: dossier.province },
        at: fieldOf(subject, 'servers', index, 'province'),
      };
    }
  },
});
