import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { reportCheck } from '../../src/cli/deliver.ts';
import { cleanDossier, troubledDossier } from '../report/sample-dossiers.ts';
import { report } from '../report/sample-report.ts';

function terminal() {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  return {
    argv: [],
    env: {},
    stdout,
    stderr,
    cwd: () => '.',
    printed: () => String(stdout.read() ?? ''),
    complained: () => String(stderr.read() ?? ''),
  };
}

const view = { locale: 'zh-CN', verbose: false } as const;
const whole = report([troubledDossier(), cleanDossier()]);

it('writes several formats at once: one to the screen, the others into folders that it makes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'icp-check-deliver-'));
  const screen = terminal();
  const [page, log] = [join(folder, 'out', 'report.html'), join(folder, 'out', 'ci', 'report.sarif')];
  const { deliver, pictured } = reportCheck(['pretty', `html:${page}`, `sarif:${log}`], view, screen);
  expect(pictured).toBe(true);
  expect(await deliver(whole, new Map())).toBe('written');
  expect(screen.printed()).toContain('杭州云栈科技有限公司');
  expect(await readFile(page, 'utf8')).toContain('<!doctype html>');
  expect(JSON.parse(await readFile(log, 'utf8'))).toMatchObject({ version: '2.1.0' });
  await rm(folder, { recursive: true });
});

it('goes on with the other formats when one has no place, and says whose fault it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'icp-check-deliver-'));
  const screen = terminal();
  const log = join(folder, 'report.json');
  const { deliver } = reportCheck([`html:${folder}`, `json:${log}`], view, screen);
  expect(await deliver(whole, new Map())).toBe('user');
  expect(screen.complained()).toContain('那是一个文件夹');
  expect(existsSync(log)).toBe(true);
  await rm(folder, { recursive: true });
});

const full = existsSync('/dev/full');
it.skipIf(!full)(
  `takes a full disk for a failure of the machine${full ? '' : ' (skipped: no /dev/full here)'}`,
  async () => {
    const { deliver } = reportCheck(['json:/dev/full'], view, terminal());
    expect(await deliver(whole, new Map())).toBe('system');
  },
);

it('prints one format to the screen, not two', () => {
  expect(() => reportCheck(['pretty', 'json'], view, terminal())).toThrow();
});
