import type { Writable } from 'node:stream';

/** What the program needs of the process; `process` itself fits, tests bring their own. */
export interface Terminal {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly cwd: () => string;
}

/** Columns of a terminal that does not say. */
const defaultColumns = 100;

export const columnsOf = ({ stdout }: Terminal): number => Math.max(40, stdout.columns ?? defaultColumns);

/** Colour only on a terminal, never with NO_COLOR (no-color.org: set and not empty) nor on a dumb one. */
export const wantsColour = ({ stdout, env }: Terminal): boolean =>
  stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';

/** For messages about a command line that could not be understood as a whole. */
export const asksForEnglish = (argv: readonly string[]): boolean =>
  argv.some((word, index) => word === '--locale=en' || (word === 'en' && argv[index - 1] === '--locale'));

/** Writes everything before the program may end; a reader that went away (`| head`) is no failure. */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (text.length === 0) return resolve();
    const broken = (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error));
    stream.once('error', broken);
    stream.write(text, (error) => {
      if (error) return broken(error);
      stream.off('error', broken);
      resolve();
    });
  });
}
