import { loadReference } from '../../../rules/reference/index.ts';
import type { DossierData } from '../../dossier/schema/dossier.ts';
import type { Subject, SubjectValues } from '../../dossier/subjects.ts';
import { parseIpAddress } from '../../identifiers/ip-address.ts';
import { type NetworkTable, readNetworkTable } from '../../network/asn/network-table.ts';
import { asciiDomain, registrableDomain } from '../../network/domain-name.ts';
import { pageUrl } from '../../network/page-visit.ts';
import { packageFile } from '../../package-file.ts';
import type { Collector } from '../collector.ts';
import { known, unknown } from '../evidence.ts';
import type { ServerNetwork } from '../network-facts.ts';

export const whois: Collector<'whois'> = {
  subjects: ['domain'],
  key: ({ id }) => id,
  collect: (subject, { lookups }) => lookups.registrant(domainOf(subject)),
};

export const dns: Collector<'dns'> = {
  subjects: ['domain', 'website'],
  key: hostOf,
  collect: (subject, { lookups }) => lookups.addresses(hostOf(subject)),
};

export const network: Collector<'network'> = {
  subjects: ['access'],
  key: ({ id }) => id,
  collect: async (subject) => {
    if (subject.kind !== 'access') throw new Error(`a ${subject.kind} has no servers`);
    const servers = subject.value.servers ?? [];
    if (servers.length === 0) return unknown('not-supplied');
    const table = announcedNetworks();
    return known(
      servers.map(({ ip }) => announcedFor(ip, table)),
      { source: '@ip-location-db/asn', at: table.asOf },
    );
  },
};

export const resolved: Collector<'resolved'> = {
  subjects: ['access'],
  key: ({ id }) => id,
  collect: async (subject, { dossier, lookups }) => {
    if (subject.kind !== 'access') throw new Error(`a ${subject.kind} has no servers`);
    const hosts = hostsServedFrom(subject.value, dossier.data);
    if (hosts.length === 0) return unknown('not-supplied', 'access.domains');
    const { providers } = loadReference();
    const table = announcedNetworks();
    const answers = await Promise.all(hosts.map((host) => lookups.addresses(host)));
    const found = answers.filter((answer) => answer.state === 'known').filter(({ value }) => value.state === 'found');
    const [first] = found;
    if (first === undefined)
      return answers.find((answer) => answer.state === 'unknown') ?? unknown('no-answer', hosts.join(', '));
    const value = found.map(({ value: { host, aliases, addresses } }) => {
      const servers = addresses.map((ip) => announcedFor(ip, table));
      const byName = aliases.map((alias) => providers.byCdnHost(alias)).find((cdn) => cdn !== null);
      const byNetwork = servers
        .map((server) => (server.network === null ? null : providers.byNetwork(server.network)))
        .find((provider) => provider?.role === 'cdn');
      return { host, cdn: (byName ?? byNetwork)?.name ?? null, servers };
    });
    const caution = found.find((answer) => answer.caution !== undefined)?.caution;
    const at = found.map((answer) => answer.at).sort()[0] ?? '';
    const recorded = found.every((answer) => answer.recorded);
    return known(value, { source: first.source, at, recorded, ...(caution === undefined ? {} : { caution }) });
  },
};

/** Names of sites and domains that the dossier says are served from here; all of them when it says nothing. */
function hostsServedFrom({ domains }: SubjectValues['access'], data: DossierData): readonly string[] {
  const all = [
    ...(data.websites ?? [])
      .map(({ url }) => pageUrl(url))
      .flatMap((url) => (url === null ? [] : [new URL(url).hostname])),
    ...(data.domains ?? []).map(({ name }) => name),
  ];
  // Where several providers share the work and nothing says who serves what, no address speaks against any of them.
  if (domains === undefined && (data.access ?? []).length > 1) return [];
  const served = new Set((domains ?? all).map((name) => registrableDomain(name) ?? name));
  return [...new Set(all.filter((host) => asciiDomain(host) !== null && served.has(registrableDomain(host) ?? host)))];
}

let table: NetworkTable | undefined;
const announcedNetworks = () => {
  table ??= readNetworkTable(packageFile('rules/reference/announced-networks/table.bin'));
  return table;
};

function announcedFor(ip: string, networks: NetworkTable): ServerNetwork {
  const parsed = parseIpAddress(ip);
  if (!parsed.ok) return { ip, range: 'malformed', network: null };
  const { range, canonical } = parsed.value;
  return { ip, range, network: range === 'public' ? networks.lookUp(canonical) : null };
}

function domainOf(subject: Subject): string {
  if (subject.kind !== 'domain') throw new Error(`a ${subject.kind} has no registrant`);
  return subject.value.name;
}

function hostOf(subject: Subject): string {
  if (subject.kind === 'domain') return subject.value.name;
  if (subject.kind !== 'website') throw new Error(`a ${subject.kind} has no host`);
  const url = URL.canParse(subject.value.url) ? subject.value.url : `http://${subject.value.url}`;
  return URL.canParse(url) ? new URL(url).hostname : subject.value.url;
}
