import { readFile } from 'node:fs/promises';
import { locateAttachment } from '../dossier/attachments.ts';
import type { LoadedDossier } from '../dossier/load.ts';
import type { FileInspection, InspectionRequest } from '../imaging/inspection.ts';
import type { OcrChoice } from '../imaging/ocr/choose.ts';
import { createImagingPool, type ImagingPool } from '../imaging/pool.ts';
import { readerVersion } from '../imaging/reader-version.ts';
import { inspectionCache, noCache } from './inspection-cache.ts';

export interface InspectorOptions {
  readonly jobs: number;
  readonly ocr: OcrChoice;
  /** Folder of the cache; null for none. */
  readonly cacheFolder: string | null;
  /** Version of the program: what another version saw is not believed. */
  readonly version: string;
  /** Told each file that is really looked at. */
  readonly onLook: (file: string) => void;
}

export interface Inspector {
  /**
   * Looks at a file of a dossier; `file` is relative to it. Never throws for what the file holds. Who asks for the same
   * while it is being looked at waits for that look.
   */
  readonly inspect: (
    dossier: Pick<LoadedDossier, 'folder'>,
    file: string,
    request: InspectionRequest,
  ) => Promise<FileInspection>;
  readonly close: () => Promise<void>;
}

// Larger files are not cached: reading them to find their key would cost what the cache saves.
const cacheableBytes = 64 * 1024 * 1024;

/** Opens files through the pool and the cache. Workers start with the first file that is not in the cache. */
export function openInspector({ jobs, ocr, cacheFolder, version, onLook }: InspectorOptions): Inspector {
  const cache = cacheFolder === null ? noCache : inspectionCache(cacheFolder, `${version} ${readerVersion()} ${ocr}`);
  const underWay = new Map<string, Promise<FileInspection>>();
  let pool: ImagingPool | undefined;
  const look = async (absolute: string, request: InspectionRequest): Promise<FileInspection> => {
    const content = await readFile(absolute).catch(() => null);
    const cached = content === null || content.length > cacheableBytes ? undefined : await cache.find(content, request);
    if (cached !== undefined) return cached;
    onLook(absolute);
    pool ??= createImagingPool({ threads: jobs, ocr });
    const seen = await pool.inspect(absolute, request);
    // What failed by time or memory may succeed next time.
    if (content !== null && seen.problem?.id !== 'timeout') await cache.store(content, seen);
    return seen;
  };
  return {
    inspect: async (dossier, file, request) => {
      const located = await locateAttachment(dossier.folder, file);
      if (located.state === 'absent')
        return { file, sha256: '', bytes: 0, mediaType: '', problem: located.problem, pages: [] };
      const key = `${located.absolute}\n${JSON.stringify(request)}`;
      const looking = underWay.get(key) ?? look(located.absolute, request).finally(() => underWay.delete(key));
      underWay.set(key, looking);
      return { ...(await looking), file };
    },
    close: async () => pool?.close(),
  };
}
