import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pLimit from 'p-limit';
import { Tinypool } from 'tinypool';
import { unopened } from './inspect-path.ts';
import type { FileInspection, InspectionRequest } from './inspection.ts';
import { IMAGING_LIMITS, type ImagingLimits } from './limits.ts';
import type { OcrChoice } from './ocr/choose.ts';
import { PROBLEMS } from './problem.ts';
import type { InspectionAnswer, InspectionTask } from './worker.ts';

export interface ImagingPoolOptions {
  /** Files looked at side by side, each in a process of its own; at least 1. */
  readonly threads: number;
  readonly ocr: OcrChoice;
  readonly limits?: ImagingLimits;
}

export interface ImagingPool {
  /**
   * Looks at a file. Whatever is wrong with it, even that it hangs or crashes its reader, is the inspection's problem.
   * @throws the signal's reason when aborted; ImagingError when the reader itself fails
   */
  inspect(path: string, request: InspectionRequest, signal?: AbortSignal): Promise<FileInspection>;
  /** Ends all workers; files still being looked at are given up. */
  close(): Promise<void>;
}

/** The reader failed, not the file: an engine that is not installed, a broken installation, our own mistake. */
export class ImagingError extends Error {
  override readonly name = 'ImagingError';
}

/**
 * Memory of a worker after a file above which it is replaced: WebAssembly and native heaps never shrink. A warm worker
 * with its models loaded holds some 360 MB (measured on an A4 page at 200 dpi); below that, each file would start anew.
 */
const REPLACE_ABOVE_BYTES = 480 * 1024 * 1024;
/**
 * glibc keeps what large pictures leave behind, in one arena a thread, unless told to give large blocks back. Whole
 * pages are larger than this (A4 at 200 dpi: 12 MB); smaller pieces stay in the heap, because mapping each of them anew
 * cost as much system time as the work itself. Other allocators ignore the settings.
 */
export const MALLOC_SETTINGS = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '4194304' };
/** JavaScript heap of one worker; pixels live outside of it. */
const HEAP_MEBIBYTES = 256;
/** A worker gives up by itself between two pages; one that does not is ended this much later, at most. */
const LONGEST_GRACE_MILLISECONDS = 15_000;

/**
 * Workers are processes: native code that crashes takes down one file's reader and nothing else. They start with the
 * first files and stay warm. A file that crashes its reader is tried once more alone, since the cause may have been
 * memory, before it is called damaged.
 */
export function createImagingPool({ threads, ocr, limits = IMAGING_LIMITS }: ImagingPoolOptions): ImagingPool {
  const turn = pLimit(Math.max(1, threads));
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;

  const start = async (): Promise<Worker> => {
    const worker = startWorker();
    all.add(worker);
    try {
      await worker.run(undefined, { name: 'ready' });
    } catch (error) {
      await end(worker);
      throw new ImagingError('the reader of scans could not be started', { cause: error });
    }
    return worker;
  };
  const end = async (worker: Worker): Promise<void> => {
    all.delete(worker);
    await worker.destroy();
  };

  const look = async (task: InspectionTask, signal: AbortSignal | undefined): Promise<FileInspection | 'crashed'> => {
    signal?.throwIfAborted();
    if (closed) throw new ImagingError('the reader of scans was closed');
    const worker = idle.pop() ?? (await start());
    const grace = Math.min(limits.milliseconds, LONGEST_GRACE_MILLISECONDS);
    const deadline = AbortSignal.timeout(limits.milliseconds + grace);
    let answer: InspectionAnswer;
    try {
      // tinypool types every result as any; the worker's default export says what it is.
      answer = (await worker.run(task, {
        signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      })) as InspectionAnswer;
    } catch (error) {
      await end(worker);
      signal?.throwIfAborted();
      if (closed) throw error;
      return deadline.aborted ? unopened(task.path, 0, PROBLEMS.timeout(limits.milliseconds)) : 'crashed';
    }
    if (closed || answer.residentBytes > REPLACE_ABOVE_BYTES) await end(worker);
    else idle.push(worker);
    if ('failure' in answer) throw new ImagingError(answer.failure.message);
    return answer.inspection;
  };

  return {
    inspect: (path, request, signal) =>
      turn(async () => {
        const task: InspectionTask = { path, request, ocr, limits };
        const first = await look(task, signal);
        const seen = first === 'crashed' ? await look(task, signal) : first;
        return seen === 'crashed' ? unopened(path, 0, PROBLEMS.crashed()) : seen;
      }),
    close: async () => {
      closed = true;
      await Promise.all([...all].map(end));
    },
  };
}

type Worker = Tinypool;

function startWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const worker = new Tinypool({
    filename: new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url).href,
    runtime: 'child_process',
    minThreads: 1,
    maxThreads: 1,
    env: MALLOC_SETTINGS,
    execArgv: [`--max-old-space-size=${HEAP_MEBIBYTES}`, ...(fromSource ? ['--import', typescriptLoader()] : [])],
  });
  // A worker that dies between two files is replaced by tinypool; nothing was lost.
  worker.on('error', () => undefined);
  return worker;
}

/** Only the tests run from source; the published package has JavaScript and no tsx. */
function typescriptLoader(): string {
  const require = createRequire(fileURLToPath(import.meta.url));
  return pathToFileURL(require.resolve('tsx')).href;
}
