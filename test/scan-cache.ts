import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder in which the tests of one run remember what was seen in scans, by content: each page is read once. */
    readonly scanCache: string;
  }
}

/** ICP_CHECK_CACHE names a folder that is kept, for who changes rules and not what is seen in scans. */
export default function setup(project: TestProject): (() => void) | undefined {
  const kept = process.env['ICP_CHECK_CACHE'];
  if (kept !== undefined) {
    project.provide('scanCache', kept);
    return undefined;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'icp-check-scans-'));
  project.provide('scanCache', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
