import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MALLOC_SETTINGS } from '../../imaging/pool.ts';
import type { PictureRead, ReaderMessage, ReadingOrder } from './reader-process.ts';

export interface Reading {
  readonly pictures: readonly PictureRead[];
  /** Largest resident set of the reader's process over all pictures. */
  readonly peakBytes: number;
}

/**
 * Reads pictures in a process of their own, set up as a worker of the program is, so that its memory is a worker's.
 * `note` hears how many are done. Rejects when the reader fails.
 */
export function readPictures(order: ReadingOrder, note: (done: number) => void): Promise<Reading> {
  const child = fork(fileURLToPath(new URL('./reader-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...MALLOC_SETTINGS },
    // tesseract prints statistics about lines that it finds empty.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const pictures: PictureRead[] = [];
  return new Promise((resolve, reject) => {
    child.on('message', (message: ReaderMessage) => {
      if (message.kind === 'read') note(pictures.push(message.picture));
      else if (message.kind === 'done') resolve({ pictures, peakBytes: message.peakBytes });
      else reject(new Error(message.message));
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      // Without effect when the answer is already there.
      reject(new Error(`the reader ended with exit code ${code} after ${pictures.length} pictures`));
    });
    child.send(order);
  });
}
