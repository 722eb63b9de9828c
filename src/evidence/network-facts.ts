import type { AddressRange } from '../identifiers/address-range.ts';
import type { AnnouncedNetwork } from '../network/asn/network-table.ts';

export type { HostAnswer as HostAddresses } from '../network/dns.ts';
export type { RegistrantAnswer } from '../network/registrant.ts';

/** Where a name of a site really leads. */
export interface ResolvedHost {
  readonly host: string;
  /** The CDN in front of the server, by its CNAME or its network: its addresses say nothing of the server. */
  readonly cdn: string | null;
  readonly servers: readonly ServerNetwork[];
}

/** The network that announces a server's address. */
export interface ServerNetwork {
  /** As the dossier, or the name server, writes it. */
  readonly ip: string;
  readonly range: AddressRange | 'malformed';
  /** null for what is no public address. */
  readonly network: AnnouncedNetwork | null;
}
