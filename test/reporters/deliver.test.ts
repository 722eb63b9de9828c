import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { reportCheck } from '../../src/cli/deliver.ts';
import { UsageError } from '../../src/config/usage-error.ts';
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
  const { deliver, pictured } = await reportCheck(['pretty', `html:${page}`, `sarif:${log}`], view, screen);
  expect(pictured).toBe(true);
  expect(await deliver(whole, new Map())).toBe('written');
  expect(screen.printed()).toContain('杭州云栈科技有限公司');
  expect(await readFile(page, 'utf8')).toContain('<!doctype html>');
  expect(JSON.parse(await readFile(log, 'utf8'))).toMatchObject({ version: '2.1.0' });
  await rm(folder, { recursive: true });
});

it('goes on with the other formats when one has lost its place, and says whose fault it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'icp-check-deliver-'));
  const screen = terminal();
  const [page, log] = [join(folder, '13812345678', 'report.html'), join(folder, 'report.json')];
  const { deliver } = await reportCheck([`html:${page}`, `json:${log}`], view, screen);
  // While the check runs, somebody puts a folder where the page should go.
  await mkdir(page, { recursive: true });
  expect(await deliver(whole, new Map())).toBe('user');
  const complaint = screen.complained();
  expect(complaint).toContain('那是一个文件夹');
  expect(complaint).not.toContain('13812345678');
  expect(existsSync(log)).toBe(true);
  await rm(folder, { recursive: true });
});

const full = existsSync('/dev/full');
it.skipIf(!full)(
  `takes a full disk for a failure of the machine${full ? '' : ' (skipped: no /dev/full here)'}`,
  async () => {
    const { deliver } = await reportCheck(['json:/dev/full'], view, terminal());
    expect(await deliver(whole, new Map())).toBe('system');
  },
);

describe('before any work', () => {
  const refusal = async (...formats: string[]) => {
    const error = await reportCheck(formats, view, terminal()).catch((thrown: unknown) => thrown);
    return error instanceof UsageError ? error.text['zh-CN'] : error;
  };

  it('refuses two formats for the screen', async () => {
    expect(await refusal('pretty', 'json')).toContain('只能有一种格式输出到屏幕');
  });

  it('refuses two formats for one file, however it is written', async () => {
    expect(await refusal('html:out/report', 'json:./out/../out/report')).toContain('后一种会盖掉前一种');
    await expect(reportCheck(['html:out/a', 'json:out/b'], view, terminal())).resolves.toBeDefined();
  });

  it('refuses a folder, and a place below a file, and touches nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'icp-check-deliver-'));
    await writeFile(join(folder, 'taken'), '');
    expect(await refusal(`html:${folder}`)).toContain('那是一个文件夹');
    expect(await refusal(`html:${join(folder, 'taken', 'out', 'report.html')}`)).toContain('有一段是文件');
    expect(await refusal(`html:${join(folder, 'new', 'report.html')}`, `json:${folder}`)).toContain('那是一个文件夹');
    expect(await readdir(folder)).toEqual(['taken']);
    await rm(folder, { recursive: true });
  });
});

it.skipIf(!full)(
  `says that standard output is full, and blames the machine${full ? '' : ' (skipped: no /dev/full here)'}`,
  async () => {
    const screen = { ...terminal(), stdout: createWriteStream('/dev/full') };
    const { deliver } = await reportCheck(['json'], view, screen);
    expect(await deliver(whole, new Map())).toBe('system');
    expect(screen.complained()).toContain('没有全部写到标准输出：磁盘空间或配额已满');
  },
);
