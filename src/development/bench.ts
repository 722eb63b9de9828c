import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFile } from '../package-file.ts';

/**
 * `npm run bench`: this program on the golden dossier, cold and warm, beside what people do by hand, pdftoppm -r 200 and
 * tesseract -l chi_sim over every page. All in one run, so that the machine's speed falls on both.
 */
const dossier = packageFile('fixtures/dossiers/annual-report');
const program = packageFile('bin/icp-check.js');
const rounds = 3;

interface Run {
  readonly seconds: number;
  /** Largest resident set of the main process, MB; null where it was not asked for. */
  readonly exit: number | null;
}

function time(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, exit: status };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const repeat = (run: () => number): number => median(Array.from({ length: rounds }, run));

function byHand(): number | null {
  for (const tool of ['pdftoppm', 'tesseract']) {
    if (spawnSync(tool, ['--version']).error !== undefined) return null;
  }
  if (!execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).includes('chi_sim')) return null;
  const folder = path.join(dossier, '附件');
  return repeat(() => {
    const pages = mkdtempSync(path.join(tmpdir(), 'by-hand-'));
    try {
      const start = process.hrtime.bigint();
      for (const file of readdirSync(folder))
        spawnSync('pdftoppm', ['-r', '200', '-png', path.join(folder, file), path.join(pages, file)]);
      for (const page of readdirSync(pages)) {
        spawnSync('tesseract', [path.join(pages, page), path.join(pages, page), '-l', 'chi_sim'], { stdio: 'ignore' });
      }
      return Number(process.hrtime.bigint() - start) / 1e9;
    } finally {
      rmSync(pages, { recursive: true, force: true });
    }
  });
}

const cache = mkdtempSync(path.join(tmpdir(), 'bench-cache-'));
const check = () => time(process.execPath, [program, '--offline', '--quiet', dossier], { ICP_CHECK_CACHE: cache });

const cold = repeat(() => {
  rmSync(cache, { recursive: true, force: true });
  return check().seconds;
});
const warm = repeat(() => check().seconds);
const bare = repeat(() => time(process.execPath, ['-e', '0']).seconds);
const versionTime = repeat(() => time(process.execPath, [program, '--version']).seconds);
const hand = byHand();
rmSync(cache, { recursive: true, force: true });

const line = (name: string, seconds: number, against: number | null) =>
  `${name.padEnd(34)} ${seconds.toFixed(3).padStart(9)} s${against === null ? '' : `   ${((100 * seconds) / against).toFixed(0).padStart(4)} % of by hand`}`;
process.stdout.write(
  `${[
    hand === null
      ? 'by hand: pdftoppm, tesseract and its chi_sim data are not all installed'
      : line('by hand: pdftoppm + tesseract', hand, null),
    line('icp-check, cold', cold, hand),
    line('icp-check, second run with cache', warm, hand),
    line('node -e 0', bare, null),
    `${line('icp-check --version', versionTime, null)}   ${((versionTime - bare) * 1000).toFixed(0)} ms over node -e 0`,
    `median of ${rounds} rounds each`,
  ].join('\n')}\n`,
);
