import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { announcesFor, sameProvider } from '../../../src/network/providers.ts';

export default defineRule({
  id: 'access/provider-mismatch',
  since: '0.1.0',
  title: { 'zh-CN': '接入商前后不一致', en: 'access provider disagrees' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal'],
  subject: 'access',
  needs: [],
  uses: ['network', 'accessAgreements'],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十八条、第二十九条：许可事项变化应当办理变更',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案专项核查：域名解析的 IP 归属须与接入服务商一致', asOf: '2026-11' },
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第2条：服务器迁移，接入商信息未更新',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    licence: {
      'zh-CN': '填报的接入商是“{declared}”，许可证上登记的是“{seen}”，两处不一致。',
      en: 'the declared access provider is "{declared}", the licence says "{seen}".',
      fix: {
        'zh-CN':
          '以现在实际使用的接入商为准：已更换的，先签新的接入协议，再到系统办理许可证变更，最后填年报；没有更换的，改正填报。',
        en: 'What is really used decides: after a move sign the new agreement, change the licence, then report; if nothing moved, correct the report.',
      },
    },
    agreement: {
      'zh-CN': '填报的接入商是“{declared}”，接入协议的服务方是“{seen}”，两处不一致。',
      en: 'the declared access provider is "{declared}", the party of the access agreement is "{seen}".',
      fix: {
        'zh-CN': '换上与现接入商签订、仍在有效期内的接入协议；协议没错的，改正填报的接入商。',
        en: 'Attach the agreement in force with the present provider; if the agreement is right, correct the declared provider.',
      },
    },
    network: {
      'zh-CN':
        '填报的接入商是“{declared}”，但服务器 {ip} 的地址由“{seen}”（AS{asn}）广播。常见于从云上迁到自有机房而没有更新信息。',
      en: 'the declared access provider is "{declared}", but {ip} is announced by "{seen}" (AS{asn}); typical of servers moved out of a cloud without telling anybody.',
      fix: {
        'zh-CN': '核对服务器实际所在：已迁移的，与新接入商签协议并办理接入信息变更；IP 抄错的，改正 dossier.yaml。',
        en: 'Find out where the server stands: after a move sign with the new provider and change the access data; if the address was mistyped, correct dossier.yaml.',
      },
    },
  },
  *check({ subject, dossier, evidence, reference: { providers } }) {
    const declared = subject.value.provider;
    const at = fieldOf(subject, 'provider');
    const differs = (seen: string) => !sameProvider(providers, declared, seen);

    const onLicence = dossier.licence?.accessProviders ?? [];
    if (onLicence.length > 0 && onLicence.every(differs)) {
      const seen = onLicence.join('、');
      yield { messageId: 'licence', data: { declared, seen }, at, compared: { seen, expected: declared } };
    }

    const written = subject.value.agreement?.partyB;
    if (written !== undefined && differs(written)) {
      yield {
        messageId: 'agreement',
        data: { declared, seen: written },
        at: fieldOf(subject, 'agreement', 'partyB'),
        compared: { seen: written, expected: declared },
      };
    }
    // An agreement belongs to this provider when the dossier says so, or when there is only one of each.
    const agreements = evidence.accessAgreements.state === 'known' ? evidence.accessAgreements.value : [];
    const alone = (dossier.access ?? []).length === 1 && agreements.length === 1;
    for (const { attachment, about, fields } of agreements) {
      const { partyB } = fields;
      const isOurs = alone || (about !== null && sameProvider(providers, about, declared));
      if (partyB === null || !isOurs || !differs(partyB.value)) continue;
      yield {
        messageId: 'agreement',
        data: { declared, seen: partyB.value },
        at: { ...at, attachment, page: partyB.page, ...(partyB.box === null ? {} : { box: partyB.box }) },
        confidence: partyB.confidence,
        compared: { seen: partyB.value, expected: declared },
      };
    }

    const servers = evidence.network.state === 'known' ? evidence.network.value : [];
    const provider = providers.byName(declared);
    if (provider === null) return;
    for (const [index, { ip, network }] of servers.entries()) {
      if (network === null || network.asn === null) continue;
      const announcer = providers.byNetwork(network);
      const refuted = announcesFor(providers, network, provider) === 'different';
      // A cloud announces its own addresses; one that a carrier announces is rarely the cloud's, but edge nodes are.
      const doubtful = provider.role === 'cloud' && announcer?.role === 'carrier' && announcer !== provider;
      if (!refuted && !doubtful) continue;
      const seen = announcer?.name ?? network.operator;
      yield {
        messageId: 'network',
        data: { declared, ip, seen, asn: network.asn },
        at: fieldOf(subject, 'servers', index, 'ip'),
        confidence: refuted ? 'high' : 'low',
        compared: { seen, expected: declared },
      };
    }
  },
});
