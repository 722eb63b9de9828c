import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { main } from '../../src/cli/main.ts';
import { packageFile } from '../../src/package-file.ts';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, with its own streams and a cache that nobody else uses. */
export async function runCli(
  words: readonly string[],
  where: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CliRun> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = [stdout, stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  });
  const code = await main({
    argv: ['node', 'icp-check', ...words],
    env: { ICP_CHECK_CACHE: '/nonexistent', ...where.env },
    stdout,
    stderr,
    cwd: () => where.cwd ?? packageFile('.'),
  });
  const [out = () => '', err = () => ''] = texts;
  return { code, stdout: out(), stderr: err() };
}

/** Everything that must never reach a terminal that asked for no colour: escape codes, other controls, stack traces. */
export function dangers({ stdout, stderr }: CliRun): string[] {
  return [stdout, stderr].flatMap((text) => [
    ...(stripVTControlCharacters(text) === text ? [] : ['an escape code']),
    ...(/(?!\n)\p{Cc}/u.test(text) ? ['a control character'] : []),
    ...(/^\s+at .*:\d+:\d+\)?$/mu.test(text) ? ['a stack trace'] : []),
  ]);
}
