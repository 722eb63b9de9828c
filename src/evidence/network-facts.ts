export type { RegistrantAnswer } from '../network/registrant.ts';

/** Where a host name leads. */
export interface HostAddresses {
  readonly host: string;
  /** IPv4 and IPv6, sorted. */
  readonly addresses: readonly string[];
  /** CNAME chain in order, without the host itself. */
  readonly aliases: readonly string[];
  /** Name of the content-delivery network that the chain ends in, null for an origin. */
  readonly cdn: string | null;
}

/** The network that announces a declared server address. */
export interface ServerNetwork {
  /** As the dossier writes it. */
  readonly ip: string;
  /** What kind of address it is; only a public one is announced by anybody. */
  readonly range: 'public' | 'private' | 'reserved' | 'malformed';
  /** Autonomous system number, null when nobody announces it. */
  readonly asn: number | null;
  /** Name of the autonomous system as the registry writes it. */
  readonly organisation: string | null;
  /** ISO 3166 code of the country of the network: CN is the mainland, HK, MO and TW stand for themselves. */
  readonly country: string | null;
}
