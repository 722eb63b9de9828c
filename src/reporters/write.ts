import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { LocalText } from '../dossier/problem.ts';
import { type Content, chunksOf, type RenderedReport } from './reporter.ts';

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

/**
 * Writes a report and, before it, the files that belong beside it; stops at the first that cannot be written. Companions
 * are named by their content, so that those of an earlier report stay whole until the new one is complete; then they go.
 */
export async function writeRendered(file: string, { content, companions }: RenderedReport): Promise<WriteOutcome> {
  const folder = join(dirname(file), companionFolderOf(file));
  const before = await companionsIn(folder);
  const written: string[] = [];
  const clear = (names: readonly string[]) =>
    Promise.all(names.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
  for (const { name, content: bytes } of companions) {
    const outcome = await writeReport(join(folder, name), bytes);
    if (outcome.state === 'failed') {
      await clear(written.filter((each) => !before.includes(each)));
      return { ...outcome, file };
    }
    written.push(name);
  }
  const outcome = await writeReport(file, content);
  const kept = outcome.state === 'written' ? written : before;
  await clear([...before, ...written].filter((name) => !kept.includes(name)));
  return outcome;
}

/** Name of a file beside a report: 32 hex digits of what it holds. Nothing else in the folder is ever touched. */
const companionName = /^[0-9a-f]{32}\.(?:webp|png|jpeg)$/u;

const companionsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => companionName.test(name));

/**
 * Whether a report could be put there, as far as that can be told before the work is done: the place is no folder, and
 * it, or the nearest folder above it that exists, may be written. Touches nothing.
 */
export async function refusalOf(file: string): Promise<WriteOutcome | null> {
  try {
    let place = resolve(file);
    for (let isTarget = true; ; isTarget = false) {
      const present = await stat(place).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      });
      if (present === null) {
        place = dirname(place);
        continue;
      }
      if (isTarget && present.isDirectory()) return failure(file, 'EISDIR');
      if (!isTarget && !present.isDirectory()) return failure(file, 'ENOTDIR');
      // The folder of a file must take its neighbour; a device or pipe takes the bytes itself.
      await access(isTarget && present.isFile() ? dirname(place) : place, constants.W_OK);
      return null;
    }
  } catch (error) {
    return failure(file, codeOf(error));
  }
}

/**
 * Puts a report into a file: whole, or not at all; what lay there before stays until the new one is complete. Folders
 * are made. Never throws.
 *
 * The bytes go to a neighbour that is renamed at the end. `FileHandle.writeFile` repeats short writes, which a disk
 * that is nearly full answers with instead of an error: a single `write` would leave half a report behind.
 */
export async function writeReport(file: string, content: Content): Promise<WriteOutcome> {
  try {
    const target = await realpath(file).catch(() => resolve(file));
    const present = await stat(target).catch(() => null);
    if (present?.isDirectory()) return failure(file, 'EISDIR');
    // A pipe or a device takes the bytes themselves; renaming a file over it would destroy it.
    if (present !== null && !present.isFile()) await writeDevice(target, content);
    else await replaceFile(target, content);
    return { state: 'written', file };
  } catch (error) {
    return failure(file, codeOf(error));
  }
}

async function writePieces(handle: FileHandle, content: Content): Promise<void> {
  for (const chunk of chunksOf(content)) await handle.writeFile(chunk);
}

async function writeDevice(target: string, content: Content): Promise<void> {
  const handle = await open(target, 'w');
  try {
    await writePieces(handle, content);
  } finally {
    await handle.close();
  }
}

async function replaceFile(target: string, content: Content): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const partial = join(dirname(target), `.icp-check-${randomBytes(6).toString('hex')}.partial`);
  try {
    const handle = await open(partial, 'wx');
    try {
      await writePieces(handle, content);
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

/** Why standard output did not take the whole report. */
export function printingFailure(error: unknown): WriteOutcome {
  const { fault, text } = causeOf(codeOf(error));
  return {
    state: 'failed',
    file: '-',
    fault,
    message: {
      'zh-CN': `报告没有全部写到标准输出：${text['zh-CN']}。`,
      en: `the report was not written to standard output in full: ${text.en}.`,
    },
  };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';

function failure(file: string, code: string): WriteOutcome {
  const { fault, text } = causeOf(code);
  return {
    state: 'failed',
    file,
    fault,
    message: {
      'zh-CN': `报告没有写入 ${file}：${text['zh-CN']}。没有留下不完整的文件。`,
      en: `the report was not written to ${file}: ${text.en}. No incomplete file was left.`,
    },
  };
}

interface Cause {
  readonly fault: 'user' | 'system';
  readonly text: LocalText;
}

const causeOf = (code: string): Cause =>
  causes[code] ?? {
    fault: 'system',
    text: { 'zh-CN': `系统返回 ${code}`, en: `the system answered ${code}` },
  };

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
