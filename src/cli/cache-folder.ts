import os from 'node:os';
import path from 'node:path';
import type { Terminal } from './terminal.ts';

/** Where what was seen is remembered: ICP_CHECK_CACHE, else the user's cache folder. */
export function cacheFolder({ env }: Terminal): string {
  const home = env['XDG_CACHE_HOME'] ?? env['LOCALAPPDATA'] ?? path.join(os.homedir(), '.cache');
  return env['ICP_CHECK_CACHE'] ?? path.join(home, 'icp-check');
}
