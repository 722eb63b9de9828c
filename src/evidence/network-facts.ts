import type { AddressRange } from '../identifiers/ip-address.ts';
import type { AnnouncedNetwork } from '../network/asn/network-table.ts';

export type { HostAnswer as HostAddresses } from '../network/dns.ts';
export type { RegistrantAnswer } from '../network/registrant.ts';

/** The network that announces a declared server address. */
export interface ServerNetwork {
  /** As the dossier writes it. */
  readonly ip: string;
  readonly range: AddressRange | 'malformed';
  /** null for what is no public address. */
  readonly network: AnnouncedNetwork | null;
}
