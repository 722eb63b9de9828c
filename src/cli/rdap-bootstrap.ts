import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Network } from '../network/network.ts';
import { parseBootstrap, type RdapBootstrap } from '../network/rdap.ts';
import { fetchBootstrap } from '../network/refresh-bootstrap.ts';
import { packageFile } from '../package-file.ts';

const fileName = 'rdap-bootstrap.json';

/** IANA's list of RDAP servers: the shipped one, or a newer one that `collect --refresh-bootstrap` fetched. */
export function rdapBootstrap(cacheFolder: string): RdapBootstrap {
  const shipped = parseBootstrap(readFileSync(packageFile(`rules/reference/${fileName}`), 'utf8'));
  try {
    const fetched = parseBootstrap(readFileSync(path.join(cacheFolder, fileName), 'utf8'));
    return Date.parse(fetched.publication) > Date.parse(shipped.publication) ? fetched : shipped;
  } catch {
    // Never fetched, or spoilt: the shipped one is always there.
    return shipped;
  }
}

/** Fetches IANA's list of today for later runs and resolves to its day. Throws, saying why, when it cannot be had. */
export async function refreshRdapBootstrap(
  network: Pick<Network, 'resource'>,
  cacheFolder: string,
  signal?: AbortSignal,
): Promise<string> {
  const text = await fetchBootstrap((url) => network.resource(url, signal));
  await mkdir(cacheFolder, { recursive: true, mode: 0o700 });
  await writeFileAtomic(path.join(cacheFolder, fileName), text);
  return parseBootstrap(text).publication.slice(0, 10);
}
