import { lstat, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {
  type Answer,
  canonicalKey,
  createRecording,
  formatRecording,
  type ParsedRecording,
  parseRecording,
  picturePath,
  type Recording,
  type RecordingKind,
  recordingPath,
} from './recording.ts';

/** A page is cut at 5 MB; escaped in YAML, with its headers, it stays below this. Larger is not one of our files. */
const maxRecordingBytes = 16 * 1024 * 1024;

export type ReadRecording = { readonly state: 'absent' } | ParsedRecording;

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);

const statOrNull = async (path: string) => {
  try {
    return await lstat(path);
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT' || codeOf(thrown) === 'ENOTDIR') return null;
    throw thrown;
  }
};

/**
 * Reads `evidence/<kind>-<key>.yaml` below `folder`. Never throws: an unreadable file is `invalid` with the problem,
 * and so is one that records something else than its name says, or that is reached through a symbolic link.
 */
export const readRecording = async (folder: string, kind: RecordingKind, key: string): Promise<ReadRecording> => {
  const path = join(folder, recordingPath(kind, key));
  try {
    const directory = await statOrNull(dirname(path));
    if (directory === null) return { state: 'absent' };
    if (!directory.isDirectory()) return { state: 'invalid', problem: 'evidence is not a folder' };
    const file = await statOrNull(path);
    if (file === null) return { state: 'absent' };
    if (!file.isFile()) return { state: 'invalid', problem: 'not a regular file' };
    if (file.size > maxRecordingBytes) return { state: 'invalid', problem: `larger than ${maxRecordingBytes} bytes` };
    const parsed = parseRecording(await readFile(path, 'utf8'));
    if (parsed.state === 'invalid') return parsed;
    const { recording } = parsed;
    if (recording.kind !== kind || recording.key !== canonicalKey(kind, key))
      return { state: 'invalid', problem: `records ${recording.kind} ${recording.key}` };
    return parsed;
  } catch (thrown) {
    return { state: 'invalid', problem: codeOf(thrown) };
  }
};

/**
 * Writes the answer beside the dossier, whole or not at all, and returns the path below `folder`.
 * Throws when the folder cannot be written, or when `evidence` or the file is a symbolic link: it could lead anywhere.
 */
export const writeRecording = async (
  folder: string,
  answer: Answer,
): Promise<{ readonly path: string; readonly recording: Recording }> => {
  const recording = createRecording(answer);
  const path = recordingPath(answer.kind, answer.key);
  // The picture first: a recording never names one that is not there.
  if (answer.picture !== undefined)
    await writeBeside(folder, picturePath(answer.kind, answer.key), Buffer.from(answer.picture));
  await writeBeside(folder, path, formatRecording(recording));
  return { path, recording };
};

const writeBeside = async (folder: string, path: string, content: string | Buffer): Promise<void> => {
  const target = join(folder, path);
  const directory = dirname(target);
  await mkdir(directory, { recursive: true });
  if (!(await lstat(directory)).isDirectory()) throw new Error(`${directory} is not a folder of its own`);
  const existing = await statOrNull(target);
  if (existing !== null && !existing.isFile()) throw new Error(`${target} is not a regular file`);
  await writeFileAtomic(target, content);
};

/** A picture of 1280 × 8000 pixels stays below this even when nothing in it can be compressed. */
const maxPictureBytes = 48 * 1024 * 1024;

/** The picture beside a recording; null when there is none that may be read. Never throws. */
export const readPicture = async (folder: string, kind: RecordingKind, key: string): Promise<Uint8Array | null> => {
  const path = join(folder, picturePath(kind, key));
  try {
    const [directory, file] = [await statOrNull(dirname(path)), await statOrNull(path)];
    if (directory?.isDirectory() !== true || file?.isFile() !== true || file.size > maxPictureBytes) return null;
    return await readFile(path);
  } catch {
    return null;
  }
};
