import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { locateAttachment } from './attachments.ts';
import { type ParsedDossier, parseDossier } from './parse.ts';
import type { Positions } from './positions.ts';
import type { InputProblem, LocalText } from './problem.ts';
import type { DossierData } from './schema/dossier.ts';

export const dossierFileNames = ['dossier.yaml', 'dossier.yml'] as const;

// 500 domains and attachments with every field written take about 400 KB.
const maxBytes = 4 * 1024 * 1024;

/** A dossier that can be judged. */
export interface LoadedDossier {
  /** As reports name it: the folder, with forward slashes. */
  readonly path: string;
  /** Absolute folder. */
  readonly folder: string;
  /** The YAML file as reports name it. */
  readonly file: string;
  readonly data: DossierData;
  readonly positions: Positions;
  /** Problems that do not stop it. */
  readonly problems: readonly InputProblem[];
}

/** A dossier that cannot be judged, and why. */
export interface RejectedDossier {
  readonly path: string;
  readonly data: null;
  readonly problems: readonly InputProblem[];
}

const slashes = (name: string) => name.split(path.sep).join('/');

/** Reads `<folder>/dossier.yaml`. `shown` is the folder as the user named it. Never throws for what lies on the disk. */
export async function loadDossier(folder: string, shown: string): Promise<LoadedDossier | RejectedDossier> {
  const reject = (id: string, message: LocalText, file = slashes(shown)): RejectedDossier => ({
    path: slashes(shown),
    data: null,
    problems: [{ id, file, line: null, column: null, excerpt: '', message, stops: true }],
  });

  const name = await firstFile(folder);
  if (name === undefined) return reject('no-dossier', noDossier);
  const file = slashes(path.join(shown, name));
  let source: string;
  try {
    const located = await locateAttachment(folder, name);
    if (located.state === 'absent') return reject(located.problem.id, notHere, file);
    const bytes = (await stat(located.absolute)).size;
    if (bytes > maxBytes) return reject('too-large', tooLarge(bytes), file);
    source = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(located.absolute));
  } catch (error) {
    if (error instanceof TypeError) return reject('not-utf-8', notUtf8, file);
    return reject('unreadable', unreadable(error), file);
  }
  const parsed: ParsedDossier = parseDossier(source, file);
  if (parsed.data === null) return { path: slashes(shown), data: null, problems: parsed.problems };
  return {
    path: slashes(shown),
    folder,
    file,
    data: parsed.data,
    positions: parsed.positions,
    problems: parsed.problems,
  };
}

async function firstFile(folder: string): Promise<string | undefined> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
  const names = new Set(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name));
  return dossierFileNames.find((name) => names.has(name));
}

const noDossier: LocalText = {
  'zh-CN': '文件夹里没有 dossier.yaml。',
  en: 'the folder holds no dossier.yaml.',
};
const notHere: LocalText = {
  'zh-CN': '它不是这个文件夹里的普通文件（可能是指向别处的链接），没有读取。请把文件本身放进来。',
  en: 'it is no plain file in this folder, perhaps a link to another place, and was not read; put the file itself here.',
};
const notUtf8: LocalText = {
  'zh-CN': '文件不是 UTF-8 编码。请用编辑器另存为 UTF-8（记事本：另存为 → 编码 → UTF-8）。',
  en: 'the file is not UTF-8; save it again as UTF-8.',
};
const tooLarge = (bytes: number): LocalText => ({
  'zh-CN': `文件有 ${bytes} 字节，超过 ${maxBytes} 字节的上限，没有读取。`,
  en: `the file has ${bytes} bytes, over the limit of ${maxBytes}; it was not read.`,
});
const unreadable = (error: unknown): LocalText => {
  const why = error instanceof Error && 'code' in error ? String(error.code) : '';
  return {
    'zh-CN': `文件读不了（${why}）。请检查文件权限。`,
    en: `the file cannot be read (${why}); check its permissions.`,
  };
};
