import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { placeOf } from '../../../src/network/providers.ts';

const places = {
  'hong-kong': { 'zh-CN': '香港', en: 'Hong Kong' },
  macao: { 'zh-CN': '澳门', en: 'Macao' },
  taiwan: { 'zh-CN': '台湾', en: 'Taiwan' },
  abroad: { 'zh-CN': '境外', en: 'abroad' },
} as const;

export default defineRule({
  id: 'access/server-outside-mainland',
  since: '0.1.0',
  title: { 'zh-CN': '服务器不在境内', en: 'server outside the mainland' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing', 'application', 'annual-report'],
  subject: 'access',
  needs: [],
  uses: ['network', 'resolved'],
  basis: [
    {
      kind: 'law',
      cite: '非经营性互联网信息服务备案管理办法（信息产业部令第33号）第五条：未经备案，不得在境内从事非经营性互联网信息服务',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    outside: {
      'zh-CN': '服务器 {ip} 的地址由{place}的网络（{operator}，AS{asn}）广播，境外服务器不能备案，也不能用于许可业务。',
      en: '{ip} is announced from {place} ({operator}, AS{asn}); a server there can neither be filed nor carry the licensed service.',
      fix: {
        'zh-CN': '把业务迁到境内机房或云的中国内地地域，更新接入协议和 IP 后再提交；IP 抄错的改正即可。',
        en: 'Move the service to a mainland data centre or region and update agreement and address; correct a mistyped address.',
      },
    },
    resolved: {
      'zh-CN':
        '{host} 解析到 {ip}，由{place}的网络（{operator}，AS{asn}）广播，境外服务器不能备案，也不能用于许可业务。',
      en: '{host} leads to {ip}, announced from {place} ({operator}, AS{asn}); a server there can neither be filed nor carry the licensed service.',
      fix: {
        'zh-CN': '把解析改到境内服务器；用了 CDN 的，停用境外节点，或写明源站地址，由人核对。',
        en: 'Let the name lead to a mainland server; with a CDN switch its nodes abroad off, or give the origin’s address for a person to compare.',
      },
    },
  },
  *check({ subject, evidence: { network, resolved }, reference: { providers } }) {
    if (network.state === 'unknown' && resolved.state === 'unknown') {
      const { reason, detail } = network.reason === 'not-supplied' ? resolved : network;
      return yield open(reason, detail);
    }
    let placed = 0;
    for (const [index, { ip, network: announced }] of (network.state === 'known' ? network.value : []).entries()) {
      // An address that nobody announces, or a network that nobody placed, may stand anywhere.
      if (announced === null || announced.asn === null) {
        yield open('inconclusive', ip);
        continue;
      }
      const { place, confidence } = placeOf(providers, announced);
      if (place === 'unknown') {
        yield open('inconclusive', `${ip}: AS${announced.asn}`);
        continue;
      }
      placed++;
      if (place === 'mainland') continue;
      yield {
        messageId: 'outside',
        data: { ip, place: places[place], operator: announced.operator, asn: announced.asn },
        at: fieldOf(subject, 'servers', index, 'ip'),
        confidence,
      };
    }
    for (const { host, cdn, servers } of resolved.state === 'known' ? resolved.value : []) {
      // A CDN answers in front of the server: where its nodes stand says nothing of the server.
      if (cdn !== null) continue;
      for (const { ip, network: announced } of servers) {
        if (announced === null || announced.asn === null) continue;
        const { place, confidence } = placeOf(providers, announced);
        if (place === 'unknown') continue;
        placed++;
        if (place === 'mainland') continue;
        yield {
          messageId: 'resolved',
          data: { host, ip, place: places[place], operator: announced.operator, asn: announced.asn },
          at: fieldOf(subject, 'provider'),
          // A network that the reference does not know may be a CDN's.
          confidence: providers.byNetwork(announced) === null ? 'low' : confidence,
        };
      }
    }
    if (placed === 0) yield open('inconclusive', subject.value.provider);
  },
});
