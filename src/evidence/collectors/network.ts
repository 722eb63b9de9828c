import type { Subject } from '../../dossier/subjects.ts';
import type { Collector } from '../collector.ts';
import { known, unknown } from '../evidence.ts';

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
  collect: async (subject, { lookups }) => {
    if (subject.kind !== 'access') throw new Error(`a ${subject.kind} has no servers`);
    const servers = subject.value.servers ?? [];
    if (servers.length === 0) return unknown('not-supplied');
    return known(
      servers.map(({ ip }) => lookups.network(ip)),
      { source: '@ip-location-db/asn' },
    );
  },
};

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
