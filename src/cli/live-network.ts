import { setTimeout as sleep } from 'node:timers/promises';
import { defaultDnsLimits } from '../network/dns.ts';
import { defaultPauses } from '../network/lookup-registrant.ts';
import { createNetwork, type Network, rdapLimits } from '../network/network.ts';
import { type Clock, defaultInterval } from '../network/pace.ts';
import { defaultWhoisLimits } from '../network/whois.ts';
import { version } from '../version.ts';
import { rdapBootstrap } from './rdap-bootstrap.ts';

const clock: Clock = {
  now: () => new Date(),
  // An aborted pause ends early; that is no failure.
  sleep: (milliseconds, signal) =>
    sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};

/** The network of the machine that the program runs on; of what lies inside, only `allowedHosts` is asked. */
export function liveNetwork(allowedHosts: readonly string[], cacheFolder: string): Network {
  return createNetwork({
    clock,
    tool: `icp-check ${version()}`,
    userAgent: `icp-check/${version()}`,
    bootstrap: rdapBootstrap(cacheFolder),
    dns: defaultDnsLimits,
    whois: defaultWhoisLimits,
    rdap: rdapLimits,
    interval: defaultInterval,
    pauses: defaultPauses,
    allowedHosts,
  });
}
