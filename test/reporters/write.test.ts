import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companionFolderOf, writeRendered, writeReport } from '../../src/reporters/write.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-check-write-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('makes the folders and writes the whole text', async () => {
  const file = join(folder, 'out', '2026', '报告.html');
  expect(await writeReport(file, '<p>云栈</p>')).toEqual({ state: 'written', file });
  expect(await readFile(file, 'utf8')).toBe('<p>云栈</p>');
  expect(await readdir(join(folder, 'out', '2026'))).toEqual(['报告.html']);
});

it('writes bytes as they are', async () => {
  const file = join(folder, 'report.xlsx');
  await writeReport(file, new Uint8Array([0x50, 0x4b, 0, 255]));
  expect([...(await readFile(file))]).toEqual([0x50, 0x4b, 0, 255]);
});

it('puts companions into a folder named after the report', async () => {
  const file = join(folder, 'out', '报告.2026.html');
  const companions = [{ name: '00001.webp', content: new Uint8Array([1, 2]) }];
  expect(await writeRendered(file, { content: '<p>', companions })).toEqual({ state: 'written', file });
  expect(companionFolderOf(file)).toBe('报告.2026_files');
  expect([...(await readFile(join(folder, 'out', '报告.2026_files', '00001.webp')))]).toEqual([1, 2]);
});

const picture = (letter: string) => `${letter.repeat(32)}.webp`;
const render = (letter: string) => ({
  content: `<img src="report_files/${picture(letter)}">`,
  companions: [{ name: picture(letter), content: new Uint8Array([1]) }],
});

it('takes away the companions of the report before, and nothing else', async () => {
  const [file, beside] = [join(folder, 'report.html'), join(folder, 'report_files')];
  await writeRendered(file, render('a'));
  await writeFile(join(beside, '手写说明.txt'), '');
  await writeRendered(file, render('b'));
  expect((await readdir(beside)).sort()).toEqual([picture('b'), '手写说明.txt']);
  await writeRendered(file, { content: '<p>', companions: [] });
  expect(await readdir(beside)).toEqual(['手写说明.txt']);
});

it('leaves the report before and its companions whole when the new one cannot be written', async () => {
  const [file, beside] = [join(folder, 'report.html'), join(folder, 'report_files')];
  await writeRendered(file, render('a'));
  const broken = {
    content: '<p>',
    companions: [...render('b').companions, { name: 'x'.repeat(300), content: new Uint8Array() }],
  };
  expect(await writeRendered(file, broken)).toMatchObject({ state: 'failed', file });
  expect(await readdir(beside)).toEqual([picture('a')]);
  expect(await readFile(file, 'utf8')).toBe(render('a').content);
});

it('leaves out a report whose companions cannot be written', async () => {
  await writeFile(join(folder, 'report_files'), '');
  const file = join(folder, 'report.html');
  const companions = [{ name: '00001.webp', content: new Uint8Array([1]) }];
  expect(await writeRendered(file, { content: '<p>', companions })).toMatchObject({ state: 'failed', fault: 'user' });
  expect(existsSync(file)).toBe(false);
});

it('replaces a longer report, and follows a link to it', async () => {
  const real = join(folder, 'real.json');
  await writeFile(real, 'x'.repeat(10_000));
  const link = join(folder, 'link.json');
  await symlink(real, link);
  await writeReport(link, '{}');
  expect(await readFile(real, 'utf8')).toBe('{}');
  expect((await stat(link)).isFile()).toBe(true);
});

describe('a target that cannot take it', () => {
  it('is a folder', async () => {
    const outcome = await writeReport(folder, 'x');
    expect(outcome).toMatchObject({ state: 'failed', fault: 'user' });
    expect(outcome.state === 'failed' && outcome.message['zh-CN']).toContain('那是一个文件夹');
  });

  it('lies below a file', async () => {
    await writeFile(join(folder, 'out'), '');
    const outcome = await writeReport(join(folder, 'out', 'report.json'), 'x');
    expect(outcome).toMatchObject({ state: 'failed', fault: 'user' });
  });

  it('has a name that is too long', async () => {
    const outcome = await writeReport(join(folder, 'x'.repeat(300)), 'x');
    expect(outcome).toMatchObject({ state: 'failed', fault: 'user' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('has a name with a NUL', async () => {
    expect(await writeReport(join(folder, 'a\0b'), 'x')).toMatchObject({ state: 'failed', fault: 'user' });
  });

  const root = process.getuid?.() === 0;
  it.skipIf(root)(`is in a folder without permission${root ? ' (skipped: root may write anywhere)' : ''}`, async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    expect(await writeReport(join(closed, 'report.json'), 'x')).toMatchObject({ state: 'failed', fault: 'user' });
  });
});

describe('a disk that is full', () => {
  const full = existsSync('/dev/full');
  it.skipIf(!full)(`is our failure, not the user's${full ? '' : ' (skipped: no /dev/full here)'}`, async () => {
    const outcome = await writeReport('/dev/full', 'x');
    expect(outcome).toMatchObject({ state: 'failed', fault: 'system' });
    expect(outcome.state === 'failed' && outcome.message['zh-CN']).toContain('磁盘空间或配额已满');
    expect((await stat('/dev/full')).isCharacterDevice()).toBe(true);
  });

  const limits = spawnSync('bash', ['-c', 'ulimit -f 100']).status === 0;
  it.skipIf(!limits)(
    `leaves the old report and no half of the new one${limits ? '' : ' (skipped: no shell that limits file sizes)'}`,
    async () => {
      const file = join(folder, 'report.json');
      await writeFile(file, 'old');
      const script = `
        process.on('SIGXFSZ', () => undefined);
        const { writeReport } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/reporters/write.ts'))});
        const outcome = await writeReport(${JSON.stringify(file)}, 'x'.repeat(400_000));
        console.log(JSON.stringify(outcome));
      `;
      // 100 blocks of 1 KiB: the first write is cut short without an error, the next one fails.
      const run = spawnSync(
        'bash',
        ['-c', 'ulimit -f 100; exec "$0" --import tsx --input-type=module -e "$1"', process.execPath, script],
        {
          encoding: 'utf8',
        },
      );
      expect(JSON.parse(run.stdout)).toMatchObject({ state: 'failed', fault: 'system' });
      expect(await readFile(file, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['report.json']);
    },
  );
});
