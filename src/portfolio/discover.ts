import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { dossierFileNames, type RejectedDossier } from '../dossier/load.ts';
import type { LocalText } from '../dossier/problem.ts';

/** A folder that holds a dossier. `shown` is how the user would name it. */
export interface FoundDossier {
  readonly folder: string;
  readonly shown: string;
}

const ignored = new Set(['node_modules', 'evidence']);
const maxDepth = 10;

/**
 * Finds the dossiers at or below each path: a folder with dossier.yaml, the file itself, or any folder above many.
 * Links to folders are not followed, so a link cannot make the search endless.
 */
export async function discoverDossiers(
  paths: readonly string[],
  cwd: string,
): Promise<(FoundDossier | RejectedDossier)[]> {
  const found: (FoundDossier | RejectedDossier)[] = [];
  for (const given of paths) found.push(...(await discoverAt(given, cwd)));
  const seen = new Set<string>();
  return found.filter((each) => {
    if (!('folder' in each)) return true;
    const isNew = !seen.has(each.folder);
    seen.add(each.folder);
    return isNew;
  });
}

async function discoverAt(given: string, cwd: string): Promise<(FoundDossier | RejectedDossier)[]> {
  const absolute = path.resolve(cwd, given);
  const shown = path.relative(cwd, absolute) || '.';
  let isFolder: boolean;
  try {
    isFolder = (await stat(absolute)).isDirectory();
  } catch {
    return [rejected(given, 'missing-folder', missing)];
  }
  if (!isFolder) {
    return dossierFileNames.some((name) => name === path.basename(absolute))
      ? [{ folder: path.dirname(absolute), shown: path.dirname(shown) }]
      : [rejected(given, 'not-a-dossier', notADossier)];
  }
  const below = await walk(absolute, shown, 0);
  return below.length > 0 ? below : [rejected(given, 'no-dossier', noDossier)];
}

async function walk(folder: string, shown: string, depth: number): Promise<FoundDossier[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  const here = entries.some((entry) => !entry.isDirectory() && dossierFileNames.some((name) => name === entry.name))
    ? [{ folder, shown }]
    : [];
  if (depth === maxDepth) return here;
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !ignored.has(entry.name))
    .map(({ name }) => name)
    .sort();
  const below = await Promise.all(
    folders.map((name) => walk(path.join(folder, name), path.join(shown, name), depth + 1)),
  );
  return [...here, ...below.flat()];
}

function rejected(given: string, id: string, message: LocalText): RejectedDossier {
  const file = given.split(path.sep).join('/');
  return {
    path: file,
    data: null,
    problems: [{ id, file, line: null, column: null, excerpt: '', message, stops: true }],
  };
}

const missing: LocalText = { 'zh-CN': '没有这个文件夹。请检查路径。', en: 'there is no such folder; check the path.' };
const notADossier: LocalText = {
  'zh-CN': '请给出文件夹，或其中的 dossier.yaml。要看单个扫描件，用 icp-check inspect。',
  en: 'give a folder or the dossier.yaml in it; to look at one scan use icp-check inspect.',
};
const noDossier: LocalText = {
  'zh-CN': '这个文件夹及其下级都没有 dossier.yaml。用 icp-check init 可以新建一份。',
  en: 'neither this folder nor any below it holds a dossier.yaml; icp-check init makes one.',
};
