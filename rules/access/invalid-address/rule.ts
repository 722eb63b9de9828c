import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseIpAddress } from '../../../src/identifiers/ip-address.ts';

export default defineRule({
  id: 'access/invalid-address',
  since: '0.1.0',
  title: { 'zh-CN': '服务器 IP 无效', en: 'invalid server address' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'access',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '非经营性互联网信息服务备案管理办法（信息产业部令第33号）第七条：登记表须填真实的服务器 IP 地址',
      asOf: '2026-11',
    },
    { kind: 'practice', cite: 'RFC 6890 特殊用途地址', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    malformed: {
      'zh-CN': '“{ip}”不是 IP 地址（只写一个地址，不带端口、网段或域名）。',
      en: '"{ip}" is no IP address; write one address, without port, network or name.',
      fix: {
        'zh-CN': '到云控制台或机房单据上抄公网 IP，一个地址一项。',
        en: 'Copy the public address from the provider, one to an item.',
      },
    },
    'not-public': {
      'zh-CN': '{ip} 是{range}，外面访问不到，不能作为服务器的公网 IP 填报。',
      en: '{ip} is {range}, which nobody outside can reach; it is no public server address.',
      fix: {
        'zh-CN': '改填公网 IP（云服务器看“公网 IP”或弹性 IP，不是“内网 IP”）。',
        en: 'Give the public address (the elastic one, not the internal one).',
      },
    },
  },
  *check({ subject }) {
    for (const [index, { ip }] of (subject.value.servers ?? []).entries()) {
      const at = fieldOf(subject, 'servers', index, 'ip');
      const parsed = parseIpAddress(ip);
      if (!parsed.ok) yield { messageId: 'malformed', data: { ip }, at };
      else if (parsed.value.range !== 'public') {
        const range =
          parsed.value.range === 'private'
            ? { 'zh-CN': '内网地址', en: 'a private address' }
            : { 'zh-CN': `保留地址（${parsed.value.range}）`, en: `reserved (${parsed.value.range})` };
        yield { messageId: 'not-public', data: { ip, range }, at };
      }
    }
  },
});
