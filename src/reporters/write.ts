import { randomBytes } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { LocalText } from '../dossier/problem.ts';
import type { RenderedReport } from './reporter.ts';

export type WriteOutcome =
  | { readonly state: 'written'; readonly file: string }
  | {
      readonly state: 'failed';
      readonly file: string;
      readonly message: LocalText;
      /** The target cannot take a report (`user`), or the machine let us down (`system`). */
      readonly fault: 'user' | 'system';
    };

/** Name of the folder that takes the files beside a report: `report_files` for `out/report.html`. */
export const companionFolderOf = (file: string): string => `${basename(file, extname(file))}_files`;

/** Writes a report and, before it, the files that belong beside it; stops at the first that cannot be written. */
export async function writeRendered(file: string, { content, companions }: RenderedReport): Promise<WriteOutcome> {
  for (const { name, content: bytes } of companions) {
    const outcome = await writeReport(join(dirname(file), companionFolderOf(file), name), bytes);
    if (outcome.state === 'failed') return outcome;
  }
  return writeReport(file, content);
}

/**
 * Puts a report into a file: whole, or not at all; what lay there before stays until the new one is complete. Folders
 * are made. Never throws.
 *
 * The bytes go to a neighbour that is renamed at the end. `FileHandle.writeFile` repeats short writes, which a disk
 * that is nearly full answers with instead of an error: a single `write` would leave half a report behind.
 */
export async function writeReport(file: string, content: string | Uint8Array): Promise<WriteOutcome> {
  try {
    const target = await realpath(file).catch(() => resolve(file));
    const present = await stat(target).catch(() => null);
    if (present?.isDirectory()) return failure(file, 'EISDIR');
    // A pipe or a device takes the bytes themselves; renaming a file over it would destroy it.
    if (present !== null && !present.isFile()) await writeFile(target, content);
    else await replaceFile(target, content);
    return { state: 'written', file };
  } catch (error) {
    return failure(file, codeOf(error));
  }
}

async function replaceFile(target: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const partial = join(dirname(target), `.icp-check-${randomBytes(6).toString('hex')}.partial`);
  try {
    const handle = await open(partial, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';

function failure(file: string, code: string): WriteOutcome {
  const known = causes[code];
  const cause = known?.text ?? { 'zh-CN': `系统返回 ${code}`, en: `the system answered ${code}` };
  return {
    state: 'failed',
    file,
    fault: known?.fault ?? 'system',
    message: {
      'zh-CN': `报告没有写入 ${file}：${cause['zh-CN']}。没有留下不完整的文件。`,
      en: `the report was not written to ${file}: ${cause.en}. No incomplete file was left.`,
    },
  };
}

interface Cause {
  readonly fault: 'user' | 'system';
  readonly text: LocalText;
}

const notPermitted: Cause = {
  fault: 'user',
  text: { 'zh-CN': '没有写入权限，请换一个位置', en: 'writing there is not permitted; choose another place' },
};
const notAFolder: Cause = {
  fault: 'user',
  text: {
    'zh-CN': '路径中有一段是文件，不是文件夹',
    en: 'a part of the path is a file, not a folder',
  },
};
const diskFull: Cause = {
  fault: 'system',
  text: { 'zh-CN': '磁盘空间或配额已满', en: 'the disk or its quota is full' },
};

const causes: Readonly<Record<string, Cause>> = {
  EACCES: notPermitted,
  EPERM: notPermitted,
  EROFS: {
    fault: 'user',
    text: { 'zh-CN': '那里是只读的，请换一个位置', en: 'the place is read-only; choose another' },
  },
  EISDIR: {
    fault: 'user',
    text: { 'zh-CN': '那是一个文件夹，请写出文件名', en: 'it is a folder; name a file in it' },
  },
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
  ENAMETOOLONG: { fault: 'user', text: { 'zh-CN': '文件名太长', en: 'the name is too long' } },
  EINVAL: { fault: 'user', text: { 'zh-CN': '文件名不合法', en: 'the name is not valid' } },
  ERR_INVALID_ARG_VALUE: { fault: 'user', text: { 'zh-CN': '文件名不合法', en: 'the name is not valid' } },
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EFBIG: diskFull,
};
