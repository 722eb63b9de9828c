import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const said = async (...words: string[]) => {
  const { code, stdout, stderr } = await runCli(words);
  expect([code, stdout]).toEqual([2, '']);
  return stderr;
};

it.each([
  [['--fromat', 'json'], '没有“--fromat”这个选项。是不是想写“--format”？'],
  [['--qqqqqqqq'], '没有“--qqqqqqqq”这个选项。在命令名后加 --help 可看它的选项，如 icp-check check --help。'],
  [['--today'], '选项 --today <date> 后面缺少值。'],
  [['--today', '2026-02-30'], '的值“2026-02-30”不对。应为真实存在的日期，形如 2026-03-01。\n'],
  [['--fail-on', 'bad'], '可用的值：info, warning, error。\n'],
  [['explain'], '缺少参数 <id>。'],
  [['explain', 'a', 'b'], '参数太多：最多 1 个，给了 2 个。'],
])('says in Chinese what is wrong with %j', async (words, expected) => {
  expect(await said(...words)).toContain(expected);
});

it('says it in English when asked to', async () => {
  expect(await said('--fromat', 'json', '--locale', 'en')).toMatch(/^error: unknown option '--fromat'/);
});

it('guesses the command that was meant, unless there is such a folder', async () => {
  expect(await said('exlpain')).toBe(
    'icp-check: 没有“exlpain”这个命令，也没有这个文件夹。是不是想写“icp-check explain”？\n',
  );
  const cwd = mkdtempSync(path.join(tmpdir(), 'flag-errors-'));
  mkdirSync(path.join(cwd, 'rule'));
  expect((await runCli(['rule', '--offline'], { cwd })).stdout).toContain('icp-check init');
});
