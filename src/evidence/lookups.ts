import type { Evidence } from './evidence.ts';
import type { HostAddresses, RegistrantAnswer, ServerNetwork } from './network-facts.ts';

/** Questions about the world outside the dossier, answered live, from a recording, or not at all. */
export interface Lookups {
  readonly registrant: (domain: string) => Promise<Evidence<RegistrantAnswer>>;
  readonly addresses: (host: string) => Promise<Evidence<HostAddresses>>;
  /** The network that announces an address: a table shipped with the program, always there. */
  readonly network: (ip: string) => ServerNetwork;
}
