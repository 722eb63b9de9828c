import { parse } from 'yaml';
import { z } from 'zod';
import type { Confidence } from '../evidence/evidence.ts';
import type { AnnouncedNetwork } from './asn/network-table.ts';

export const providerRoles = ['cloud', 'carrier', 'idc', 'cdn'] as const;

const asNumbers = z.array(z.int().positive()).default([]);
const providerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(providerRoles),
  legalNames: z.array(z.string()).min(1),
  names: z.array(z.string()),
  prefixes: z.array(z.string()),
  mainland: asNumbers,
  abroad: asNumbers,
  unplaced: asNumbers,
  operators: z.array(z.string()).default([]),
  cdn: z.array(z.string()).default([]),
});

const networksSchema = z.strictObject({
  schemaVersion: z.literal(1),
  asOf: z.iso.date(),
  sources: z.record(z.string(), z.string()),
  providers: z.array(providerSchema),
});

/** One access provider of `rules/reference/networks.yaml`, where every field is explained. */
export type Provider = z.infer<typeof providerSchema>;

export type Place = 'mainland' | 'hong-kong' | 'macao' | 'taiwan' | 'abroad' | 'unknown';

export interface ProviderDirectory {
  readonly asOf: string;
  readonly providers: readonly Provider[];
  /** By any name that contracts or people use; null when the name is not in the reference. */
  readonly byName: (name: string) => Provider | null;
  readonly byNetwork: (network: Pick<AnnouncedNetwork, 'asn' | 'operator'>) => Provider | null;
  /** By the suffix of a CNAME target; null when it is no known CDN's. */
  readonly byCdnHost: (host: string) => Provider | null;
}

/** Brackets, width, spaces, case and punctuation never tell two companies apart. */
const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）【】[\]「」《》"'“”‘’·,，.。、-]/g, '');

export const parseProviders = (yaml: string): ProviderDirectory => {
  const { asOf, providers } = networksSchema.parse(parse(yaml));
  const names = new Map<string, Provider>();
  const numbers = new Map<number, Provider>();
  const prefixes: [string, Provider][] = [];
  for (const provider of providers) {
    for (const name of [provider.name, ...provider.legalNames, ...provider.names]) names.set(foldName(name), provider);
    for (const asn of [...provider.mainland, ...provider.abroad, ...provider.unplaced]) numbers.set(asn, provider);
    prefixes.push(...provider.prefixes.map((prefix): [string, Provider] => [foldName(prefix), provider]));
  }
  return {
    asOf,
    providers,
    byName: (name) => {
      const folded = foldName(name);
      return names.get(folded) ?? prefixes.find(([prefix]) => folded.startsWith(prefix))?.[1] ?? null;
    },
    byNetwork: ({ asn, operator }) => {
      if (asn === null) return null;
      const listed = numbers.get(asn);
      if (listed) return listed;
      return providers.find(({ operators }) => operators.some((start) => operator.startsWith(start))) ?? null;
    },
    byCdnHost: (host) => {
      const name = host.toLowerCase().replace(/\.$/, '');
      return providers.find(({ cdn }) => cdn.some((suffix) => name === suffix || name.endsWith(`.${suffix}`))) ?? null;
    },
  };
};

/** Whether two names mean one provider. Names outside the reference are compared as they are written. */
export const sameProvider = (directory: ProviderDirectory, a: string, b: string): boolean => {
  const [first, second] = [directory.byName(a), directory.byName(b)];
  return first === null && second === null ? foldName(a) === foldName(b) : first === second;
};

/**
 * Whether the network that announces an address is the provider's own. `inconclusive`: the address is announced by a
 * carrier or a data centre that houses other providers' servers, by a CDN in front of the server, by a network that the
 * reference does not know, or by nobody; none of these refutes a contract.
 */
export const announcesFor = (
  directory: ProviderDirectory,
  network: AnnouncedNetwork,
  provider: Provider,
): 'same' | 'different' | 'inconclusive' => {
  const announcer = directory.byNetwork(network);
  if (announcer === null) return 'inconclusive';
  if (announcer === provider) return 'same';
  // A cloud announces its own servers only; whoever contracts with another provider has no server there.
  return announcer.role === 'cloud' ? 'different' : 'inconclusive';
};

const placeOfCountry = (country: string | null): Place => {
  switch (country) {
    case null:
      return 'unknown';
    case 'CN':
      return 'mainland';
    case 'HK':
      return 'hong-kong';
    case 'MO':
      return 'macao';
    case 'TW':
      return 'taiwan';
    default:
      return 'abroad';
  }
};

/**
 * Where a server stands, from who announces its address and where the address space is registered. The announcing
 * network weighs more: Alibaba's mainland network (AS37963) announces space that is registered in Singapore.
 * Never certain, because address space moves: `high` only when both say the same.
 */
export const placeOf = (
  directory: ProviderDirectory,
  network: AnnouncedNetwork,
): { readonly place: Place; readonly confidence: Confidence } => {
  const registered = placeOfCountry(network.country);
  const provider = directory.byNetwork(network);
  const { asn } = network;
  if (provider !== null && asn !== null && provider.mainland.includes(asn))
    return { place: 'mainland', confidence: registered === 'mainland' ? 'high' : 'medium' };
  if (provider !== null && asn !== null && provider.abroad.includes(asn)) {
    if (registered === 'mainland') return { place: 'abroad', confidence: 'low' };
    if (registered === 'unknown') return { place: 'abroad', confidence: 'medium' };
    return { place: registered, confidence: 'high' };
  }
  return { place: registered, confidence: registered === 'unknown' ? 'low' : 'medium' };
};
