import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { dossierFileNames } from '../../dossier/load.ts';
import type { Collector } from '../collector.ts';
import { known } from '../evidence.ts';

/** Folder beside dossier.yaml that holds recorded answers, not attachments. */
export const evidenceFolder = 'evidence';

// Files that systems leave behind; nobody attached them.
const litter = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

// Deep or endless trees are not dossiers.
const maxDepth = 8;
const maxFiles = 10_000;

export const folder: Collector<'folder'> = {
  subjects: ['dossier'],
  key: () => '',
  collect: async (_subject, { dossier }) => known(await filesBelow(dossier.folder), { source: dossier.path }),
};

/** Relative paths of the files below a dossier's folder, sorted; other dossiers below it and hidden files are left out. */
async function filesBelow(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (relative: string, depth: number): Promise<void> => {
    const entries = await readdir(path.join(root, relative), { withFileTypes: true });
    const isOtherDossier = depth > 0 && entries.some(({ name }) => dossierFileNames.some((known) => known === name));
    if (isOtherDossier) return;
    for (const entry of entries) {
      const name = depth === 0 ? entry.name : `${relative}/${entry.name}`;
      if (entry.name.startsWith('.') || litter.has(entry.name.toLowerCase()) || found.length >= maxFiles) continue;
      if (!entry.isDirectory()) {
        if (depth > 0 || !dossierFileNames.some((known) => known === entry.name)) found.push(name);
      } else if (depth < maxDepth && !(depth === 0 && entry.name === evidenceFolder)) {
        await walk(name, depth + 1);
      }
    }
  };
  await walk('', 0);
  return found.sort();
}
