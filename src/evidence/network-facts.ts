import type { AddressRange } from '../identifiers/ip-address.ts';
import type { AnnouncedNetwork } from '../network/asn/network-table.ts';

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
  readonly range: AddressRange | 'malformed';
  /** null for what is no public address. */
  readonly network: AnnouncedNetwork | null;
}
