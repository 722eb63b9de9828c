import type { Subject } from '../../dossier/subjects.ts';
import { parseIpAddress } from '../../identifiers/ip-address.ts';
import { type NetworkTable, readNetworkTable } from '../../network/asn/network-table.ts';
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
