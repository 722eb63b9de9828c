import { z } from 'zod';
import type { FetchReply } from './guarded-fetch.ts';

/** Where IANA publishes which RDAP server knows which suffix (RFC 9224). */
export const bootstrapUrl = 'https://data.iana.org/rdap/dns.json';

const ianaSchema = z.looseObject({
  publication: z.iso.datetime({ offset: true }),
  services: z.array(z.tuple([z.array(z.string()), z.array(z.string())])).min(1),
});

/**
 * IANA's file in the form that the program ships it: suffixes joined by server and sorted, so that two versions
 * can be compared; servers without https are left out. Throws when the text is not IANA's file.
 */
export const formatBootstrap = (json: string): string => {
  const { publication, services } = ianaSchema.parse(JSON.parse(json));
  const byServers = new Map<string, string[]>();
  for (const [suffixes, urls] of services) {
    const secure = urls.filter((url) => url.startsWith('https://'));
    if (secure.length === 0) continue;
    const key = JSON.stringify(secure);
    byServers.set(key, [...(byServers.get(key) ?? []), ...suffixes]);
  }
  const lines = [...byServers]
    .map(([servers, suffixes]) => `    [${JSON.stringify(suffixes.sort())},${servers}]`)
    .sort();
  const description = `RDAP bootstrap of IANA for domain names (RFC 9224), ${bootstrapUrl}, joined by server; servers without https are left out`;
  return [
    '{',
    `  "description": ${JSON.stringify(description)},`,
    `  "publication": ${JSON.stringify(publication)},`,
    '  "version": "1.0",',
    '  "services": [',
    lines.join(',\n'),
    '  ]',
    '}',
    '',
  ].join('\n');
};

/** Fetches IANA's file of today. Throws, saying why, when it cannot be had; the shipped one then stays in use. */
export const fetchBootstrap = async (fetch: (url: string) => Promise<FetchReply>): Promise<string> => {
  const reply = await fetch(bootstrapUrl);
  if (reply.state !== 'answered')
    throw new Error(`${bootstrapUrl}: ${reply.state === 'failed' ? reply.detail : reply.reason}`);
  if (reply.status !== 200 || reply.truncated) throw new Error(`${bootstrapUrl}: status ${reply.status}`);
  return formatBootstrap(new TextDecoder().decode(reply.body));
};
