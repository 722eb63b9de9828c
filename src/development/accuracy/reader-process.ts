import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { inspectFile } from '../../imaging/inspect-file.ts';
import type { SealInspection } from '../../imaging/inspection.ts';
import type { OcrEngineName } from '../../imaging/ocr/engine.ts';
import { createTools } from '../../imaging/ocr-tools.ts';

/** A picture file. Plain data: it crosses a process boundary. */
export interface PictureToRead {
  readonly path: string;
  /** Dots per inch as scanned; null for pictures that state none. */
  readonly dpi: number | null;
}

/** What one engine's reader is asked for: all pictures, one after the other, `warmUp` of them beforehand. */
export interface ReadingOrder {
  readonly engine: OcrEngineName;
  readonly pictures: readonly PictureToRead[];
  readonly warmUp: number;
}

export interface PictureRead {
  readonly path: string;
  readonly seals: readonly SealInspection[];
  readonly wallSeconds: number;
  /** Of all threads of the process. */
  readonly processorSeconds: number;
}

export type ReaderMessage =
  | { readonly kind: 'read'; readonly picture: PictureRead }
  | { readonly kind: 'done'; readonly peakBytes: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Seals only, through the same function that every worker runs, warm and one picture at a time. */
async function readAll({ engine, pictures, warmUp }: ReadingOrder, tell: (message: ReaderMessage) => void) {
  const tools = createTools(engine);
  const look = async ({ path }: PictureToRead): Promise<PictureRead> => {
    const bytes = await readFile(path);
    const start = process.hrtime.bigint();
    const before = process.cpuUsage();
    const { problem, pages } = await inspectFile(bytes, path, { seals: true, quality: false, text: false }, tools);
    const { user, system } = process.cpuUsage(before);
    if (problem !== null) throw new Error(`${path}: ${problem.message}`);
    return {
      path,
      seals: pages.flatMap(({ seals }) => seals ?? []),
      wallSeconds: Number(process.hrtime.bigint() - start) / 1e9,
      processorSeconds: (user + system) / 1e6,
    };
  };
  for (const picture of pictures.slice(0, warmUp)) await look(picture);
  for (const picture of pictures) tell({ kind: 'read', picture: await look(picture) });
  await tools.close();
  tell({ kind: 'done', peakBytes: process.resourceUsage().maxRSS * 1024 });
}

if (process.send !== undefined) {
  // As in src/imaging/worker.ts: the figures are those of one worker.
  sharp.concurrency(1);
  sharp.cache(false);
  const tell = (message: ReaderMessage): void => {
    process.send?.(message);
  };
  // The parent sends nothing but an order.
  process.once('message', (order: ReadingOrder) => {
    readAll(order, tell).then(
      () => process.disconnect(),
      (error: unknown) => {
        tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
        process.disconnect();
      },
    );
  });
}
