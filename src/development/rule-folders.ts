import { existsSync, readdirSync } from 'node:fs';
import { packageFile } from '../package-file.ts';

/** Folders below rules/ that hold no rule packs. */
const notPacks = new Set(['reference', 'presets']);

/** Ids of the rules that have a folder, sorted. A name that begins with _ is not a rule. */
export function ruleFolders(): string[] {
  const foldersIn = (folder: string) =>
    readdirSync(packageFile(folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map(({ name }) => name);
  return foldersIn('rules')
    .filter((pack) => !notPacks.has(pack))
    .flatMap((pack) => foldersIn(`rules/${pack}`).map((defect) => `${pack}/${defect}`))
    .sort();
}

/** Why a new rule cannot have this id; null when it can. */
export function refusedRuleId(id: string): string | null {
  if (!/^[a-z]+\/[a-z]+(?:-[a-z0-9]+)*$/u.test(id))
    return 'usage: npm run new-rule -- pack/defect   (kebab case, names the defect: licence/expired)';
  const [pack = ''] = id.split('/');
  if (notPacks.has(pack)) return `rules/${pack} holds no rules`;
  return existsSync(packageFile(`rules/${id}`)) ? `rules/${id} exists already` : null;
}
