import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { FileInspection, InspectionRequest } from '../imaging/inspection.ts';

/** Remembers what was seen in a file, by the file's content. */
export interface InspectionCache {
  /** What was seen before, when it holds all that is asked for now. */
  readonly find: (content: Uint8Array, request: InspectionRequest) => Promise<FileInspection | undefined>;
  readonly store: (content: Uint8Array, inspection: FileInspection) => Promise<void>;
}

export const noCache: InspectionCache = { find: async () => undefined, store: async () => undefined };

const nonceBytes = 12;
const tagBytes = 16;

/**
 * A cache of small files below `folder`. Page text holds names and numbers of persons, so each entry is encrypted with a
 * key drawn from the content of the file it describes: only who has the scan can read what was seen in it.
 * `version` names all that decides what is seen: the program, the OCR engine, its language data.
 */
export function inspectionCache(folder: string, version: string): InspectionCache {
  const addressOf = (content: Uint8Array) => {
    const key = createHash('sha256').update(`icp-check ${version}\n`).update(content).digest();
    const name = createHash('sha256').update(key).digest('hex');
    return { key, file: path.join(folder, name.slice(0, 2), name) };
  };
  return {
    find: async (content, request) => {
      const { key, file } = addressOf(content);
      try {
        const seen = decrypt(await readFile(file), key);
        return holds(seen, request) ? seen : undefined;
      } catch {
        // Absent, cut short or from another version: look again.
        return undefined;
      }
    },
    store: async (content, inspection) => {
      const { key, file } = addressOf(content);
      try {
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
        await writeFileAtomic(file, encrypt(inspection, key), { mode: 0o600 });
      } catch {
        // A cache that cannot be written costs time, nothing else.
      }
    },
  };
}

function holds({ problem, pages }: FileInspection, { quality, seals, text }: InspectionRequest): boolean {
  if (problem !== null) return true;
  return pages.every(
    (page) =>
      (!quality || page.quality !== null) &&
      // Entries from before edges were looked at have none.
      (!seals || (page.seals !== null && page.edges?.slices !== undefined)) &&
      (!text || page.text !== null),
  );
}

function encrypt(inspection: FileInspection, key: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(inspection), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(entry: Buffer, key: Uint8Array): FileInspection {
  const decipher = createDecipheriv('aes-256-gcm', key, entry.subarray(0, nonceBytes));
  decipher.setAuthTag(entry.subarray(nonceBytes, nonceBytes + tagBytes));
  const body = Buffer.concat([decipher.update(entry.subarray(nonceBytes + tagBytes)), decipher.final()]);
  // The tag proves that this program wrote it.
  return JSON.parse(body.toString('utf8')) as FileInspection;
}
