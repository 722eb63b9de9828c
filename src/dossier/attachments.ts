import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '../imaging/inspection.ts';

export type LocatedAttachment =
  | { readonly state: 'found'; readonly absolute: string }
  | { readonly state: 'absent'; readonly problem: FileProblem };

const absent = (id: FileProblem['id'], zh: string, en: string): LocatedAttachment => ({
  state: 'absent',
  problem: { id, message: `${zh} / ${en}` },
});

/**
 * Finds the file that a dossier names. What lies outside the dossier's folder, by `..`, by an absolute path or through a
 * link, is never opened: a dossier comes from others and must not read the reader's own files.
 */
export async function locateAttachment(folder: string, file: string): Promise<LocatedAttachment> {
  // Paths written on Windows use backslashes; no file of a dossier needs one in its name.
  const absolute = path.resolve(folder, file.replaceAll('\\', '/'));
  if (file.includes('\0')) return missing;
  if (!inside(folder, absolute) || path.win32.isAbsolute(file)) return outside;
  let real: string;
  let root: string;
  try {
    [real, root] = await Promise.all([realpath(absolute), realpath(folder)]);
  } catch {
    return missing;
  }
  if (!inside(root, real)) return outside;
  const facts = await stat(real);
  return facts.isFile() ? { state: 'found', absolute: real } : notAFile;
}

function inside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

const missing = absent('missing', '文件不存在。', 'There is no such file.');
const outside = absent(
  'outside-dossier',
  '文件不在材料文件夹之内，没有打开。',
  'The file lies outside the dossier; it was not opened.',
);
const notAFile = absent(
  'not-a-file',
  '这不是一个普通文件（可能是文件夹）。',
  'This is not a plain file; perhaps a folder.',
);
