import { z } from 'zod';
import { sameName } from '../../../src/documents/compare.ts';
import type { AccessAgreement, ReadField, Reading } from '../../../src/documents/reading.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { fieldOf, type Subject } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { Confidence } from '../../../src/evidence/evidence.ts';
import type { ResolvedHost, ServerNetwork } from '../../../src/evidence/network-facts.ts';
import { sameCompanyName } from '../../../src/names/company-name.ts';
import { announcesFor, type ProviderDirectory, sameProvider } from '../../../src/network/providers.ts';

export default defineRule({
  id: 'access/provider-mismatch',
  since: '0.1.0',
  title: { 'zh-CN': '接入商前后不一致', en: 'access provider disagrees' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal'],
  subject: 'access',
  needs: [],
  uses: ['network', 'resolved', 'accessAgreements'],
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
      'zh-CN': '填报的接入商是“{declared}”，许可证上是“{seen}”，不一致。',
      en: 'the declared access provider is "{declared}", the licence says "{seen}".',
      fix: {
        'zh-CN':
          '以现在实际使用的接入商为准：换过的，先签新接入协议，再到系统办许可证变更，最后填报；没有换的，改正填报。',
        en: 'What is really used decides: after a move sign the new agreement, change the licence, then report; if nothing moved, correct the report.',
      },
    },
    agreement: {
      'zh-CN': '填报的接入商是“{declared}”，接入协议的对方是“{seen}”，不一致。',
      en: 'the declared access provider is "{declared}", the other party of the access agreement is "{seen}".',
      fix: {
        'zh-CN': '换上与现接入商签订、还在有效期内的接入协议；协议没错的，改正填报的接入商。',
        en: 'Attach the agreement in force with the present provider; if the agreement is right, correct the declared provider.',
      },
    },
    'self-hosted': {
      'zh-CN': '接入方式填的是自建机房，接入商却填了云服务商“{declared}”，两者矛盾。',
      en: 'the servers are declared as self-hosted, yet the access provider is the cloud "{declared}"; both cannot be true.',
      fix: {
        'zh-CN':
          '服务器已迁到自己机房的，接入商改填提供专线的运营商，重签接入协议并办理变更；仍在云上的，改正接入方式。',
        en: 'After a move to your own room name the carrier of the line, sign with it and change licence and filing; if the servers are still in the cloud, correct the mode.',
      },
    },
    network: {
      'zh-CN': '填报的接入商是“{declared}”，服务器 {ip} 却在“{seen}”的网络里（AS{asn}）。',
      en: 'the declared access provider is "{declared}", but {ip} lies in the network of "{seen}" (AS{asn}).',
      fix: {
        'zh-CN':
          '核对服务器现在在哪里：已迁走的（常见的是从云上迁到自有机房），与新接入商签协议并办理变更；IP 抄错的，改正。',
        en: 'Find out where the server stands: after a move, often from a cloud to a room of one’s own, sign with the new provider and change the access data; correct a mistyped address.',
      },
    },
    resolved: {
      'zh-CN': '填报的接入商是“{declared}”，{host} 却解析到“{seen}”的网络（{ip}，AS{asn}）。',
      en: 'the declared access provider is "{declared}", but {host} leads to {ip} in the network of "{seen}" (AS{asn}).',
      fix: {
        'zh-CN': '以域名现在解析到的服务器为准：已迁走的，与新接入商签协议并办理变更；解析错了的，改回来再提交。',
        en: 'What the name leads to counts: after a move sign with the new provider and change the access data; correct the name’s records if they are wrong.',
      },
    },
  },
  *check({ subject, dossier, evidence, reference: { providers } }) {
    const { accessAgreements, network, resolved } = evidence;
    const asked = { subject, dossier, providers };
    const papers = papersOf(asked, accessAgreements.state === 'known' ? accessAgreements.value : []);
    const said = [
      ...licenceSays(asked),
      ...agreementSays(asked, papers),
      ...papersSay(asked, papers),
      ...modeSays(asked),
      ...networkSays(asked, network.state === 'known' ? network.value : []),
      ...namesSay(asked, resolved.state === 'known' ? resolved.value : []),
    ];
    for (const each of said) if (each !== agrees) yield each;
    const { provider } = subject.value;
    if (said.length === 0) yield open(network.state === 'known' ? 'inconclusive' : network.reason, provider);
  },
});

/** What a witness yields that has nothing against the declared provider; one that cannot tell yields nothing at all. */
const agrees = null;

interface Asked {
  readonly subject: Subject<'access'>;
  readonly dossier: DossierData;
  readonly providers: ProviderDirectory;
}

const differsFrom = ({ subject, providers }: Asked, seen: string) =>
  !sameProvider(providers, subject.value.provider, seen);

function finding({ subject }: Asked, seen: string) {
  const declared = subject.value.provider;
  return { data: { declared, seen }, compared: { seen, expected: declared } };
}

/** A short name that the reference does not know (云川数据) may be the full one (杭州云川数据服务有限公司). */
function sureness({ subject, providers }: Asked, seen: string): Confidence {
  const isPlain = (name: string) =>
    providers.byName(name) !== null || /(?:公司|集团|中心|院|局|大学)$/u.test(name.trim());
  return isPlain(subject.value.provider) && isPlain(seen) ? 'high' : 'low';
}

function* licenceSays(asked: Asked) {
  const { subject, dossier } = asked;
  const names = dossier.licence?.accessProviders ?? [];
  if (names.length === 0) return;
  if (!names.every((seen) => differsFrom(asked, seen))) {
    yield agrees;
    return;
  }
  // The licence lags behind a change that is on its way; that must have come through before the report.
  const isOnFile = (dossier.changes ?? []).some(({ kind }) => kind === 'access-provider');
  yield {
    messageId: 'licence' as const,
    ...finding(asked, names.join('、')),
    at: fieldOf(subject, 'provider'),
    confidence: names.every((seen) => sureness(asked, seen) === 'high') ? ('high' as const) : ('low' as const),
    ...(isOnFile ? { severity: 'warning' as const } : {}),
  };
}

/** The parties that the dossier names. Which one is called A is for the paper to decide: who is not the company provides. */
function writtenParties({ subject, dossier }: Asked) {
  return (['partyB', 'partyA'] as const).flatMap((key) => {
    const name = subject.value.agreement?.[key];
    return name === undefined || sameCompanyName(name, dossier.company.name) ? [] : [{ key, name }];
  });
}

function* agreementSays(asked: Asked, papers: readonly Paper[]) {
  const parties = writtenParties(asked);
  const [other] = parties;
  if (other === undefined) return;
  if (!parties.every(({ name }) => differsFrom(asked, name))) {
    yield agrees;
    return;
  }
  const paper = papers.find(({ parties: [party] }) => sameProvider(asked.providers, party.value, other.name));
  yield {
    messageId: 'agreement' as const,
    ...finding(asked, other.name),
    at: { ...fieldOf(asked.subject, 'agreement', other.key), ...(paper === undefined ? {} : placeIn(paper)) },
    confidence: sureness(asked, other.name),
  };
}

/** An agreement that was read: the parties that are not the company. */
interface Paper {
  readonly attachment: string;
  readonly parties: readonly [ReadField, ...ReadField[]];
}

function placeIn({ attachment, parties: [{ page, box }] }: Paper) {
  return { attachment, page, ...(box === null ? {} : { box }) };
}

/** The agreements with this provider: those that the dossier says are, or the only one when there is one of each. */
function papersOf(asked: Asked, readings: readonly Reading<AccessAgreement>[]): readonly Paper[] {
  const { name } = asked.dossier.company;
  const isAlone = (asked.dossier.access ?? []).length === 1 && readings.length === 1;
  return readings.flatMap(({ attachment, about, fields: { partyA, partyB } }) => {
    if (!isAlone && (about === null || differsFrom(asked, about))) return [];
    const others = [partyB, partyA]
      .filter((party) => party !== null)
      .filter((party) => sameName(party, name) === 'different');
    const [first, ...rest] = others;
    return first === undefined ? [] : [{ attachment, parties: [first, ...rest] }];
  });
}

function* papersSay(asked: Asked, papers: readonly Paper[]) {
  const { subject, providers } = asked;
  const declared = subject.value.provider;
  const legalNames = [declared, ...(providers.byName(declared)?.legalNames ?? [])];
  for (const paper of papers) {
    const [other] = paper.parties;
    if (!paper.parties.every(({ value }) => differsFrom(asked, value))) {
      yield agrees;
      continue;
    }
    // What the dossier copied from the paper is said once, with the place in both.
    if (writtenParties(asked).some(({ name }) => sameProvider(providers, name, other.value))) continue;
    const isUnsure =
      sureness(asked, other.value) === 'low' || legalNames.some((name) => sameName(other, name) !== 'different');
    yield {
      messageId: 'agreement' as const,
      ...finding(asked, other.value),
      at: { ...fieldOf(subject, 'provider'), ...placeIn(paper) },
      confidence: isUnsure ? ('low' as const) : other.confidence,
    };
  }
}

function* modeSays({ subject, providers }: Asked) {
  const { provider: declared, mode } = subject.value;
  if (mode !== 'self-hosted' || providers.byName(declared)?.role !== 'cloud') return;
  yield { messageId: 'self-hosted' as const, data: { declared }, at: fieldOf(subject, 'mode') };
}

function* networkSays(asked: Asked, servers: readonly ServerNetwork[]) {
  const { subject, providers } = asked;
  const provider = providers.byName(subject.value.provider);
  if (provider === null) return;
  for (const [index, { ip, network }] of servers.entries()) {
    if (network === null || network.asn === null) continue;
    const verdict = announcesFor(providers, network, provider);
    const announcer = providers.byNetwork(network);
    // A cloud announces its own addresses; one that a carrier announces is rarely the cloud's, but edge nodes are.
    const isDoubtful = verdict === 'inconclusive' && provider.role === 'cloud' && announcer?.role === 'carrier';
    if (verdict === 'same') yield agrees;
    if (verdict === 'same' || (verdict === 'inconclusive' && !isDoubtful)) continue;
    const { data, compared } = finding(asked, announcer?.name ?? network.operator);
    yield {
      messageId: 'network' as const,
      data: { ...data, ip, asn: network.asn },
      at: fieldOf(subject, 'servers', index, 'ip'),
      confidence: isDoubtful ? ('low' as const) : ('high' as const),
      compared,
    };
  }
}

/** Where the names really lead; a CDN answers in front of the server and is no witness. */
function* namesSay({ subject, providers }: Asked, hosts: readonly ResolvedHost[]) {
  const { provider: declared } = subject.value;
  const provider = providers.byName(declared);
  if (provider === null) return;
  for (const { host, cdn, servers } of hosts) {
    if (cdn !== null) continue;
    for (const { ip, network } of servers) {
      if (network === null || network.asn === null) continue;
      const verdict = announcesFor(providers, network, provider);
      if (verdict === 'same') yield agrees;
      if (verdict !== 'different') continue;
      const seen = providers.byNetwork(network)?.name ?? network.operator;
      yield {
        messageId: 'resolved' as const,
        data: { declared, seen, host, ip, asn: network.asn },
        at: fieldOf(subject, 'provider'),
        confidence: 'medium' as const,
        compared: { seen, expected: declared },
      };
    }
  }
}
