import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPathsWithExhibits } from '../../src/check-paths.ts';
import type { FormatName } from '../../src/reporters/registry.ts';
import { formatNames, loadReporter } from '../../src/reporters/registry.ts';
import { textOf } from '../../src/reporters/reporter.ts';
import { dangers, runCli } from '../cli/run-cli.ts';
import { unpacked } from '../report/unpacked.ts';

/** Made up; the identity numbers have check digits that fit and that do not. */
const personal = [
  '110105194912310021',
  '110105194912310029',
  '11010519491231002X',
  '13812345678',
  '13987654321',
  'zhangsan@maiduo-example.cn',
  'li.si@maiduo-example.cn',
  '6222021234567890123',
] as const;
const [identity, mistyped, third, mobile, other, mail, secondMail, card] = personal;

/** The same kinds as people write them; what must not be shown is what stands between the separators too. */
const spellings = [
  '11010519491231002x',
  '110105 19491231 0021',
  '110105491231002',
  '+8613812345678',
  '+86 138 1234 5678',
  '138-1234-5678',
  'Zhang.San@Maiduo-Example.CN',
  '6222 0212 3456 7890 123',
] as const;
const [small, spaced, old, coded, codedBlanks, hyphens, capitals, grouped] = spellings;

const company = `公司:
  名称: 杭州麦垛示例信息技术有限公司
  统一社会信用代码: 91330106MAFAKE027R
  法定代表人: 何知远
`;

/** Every rule that looks at persons has something to say, and says it with their numbers. */
const full = `办理事项: 年报
报告年度: 2025
省份: 浙江
${company}人员:
  - { 姓名: 何知远, 职务: [法定代表人, 信息安全责任人], 证件号码: "${mistyped}", 手机: "${mobile}", 邮箱: ${mail} }
  - { 姓名: 李四, 职务: [联系人, 应急联系人], 证件号码: "${identity}", 手机: "${mobile}", 邮箱: ${secondMail} }
  - { 姓名: 王五, 职务: [技术负责人], 证件号码: ${third}, 手机: "${other}1" }
网站:
  - { 网站名称: "客服 ${coded}", 网址: "https://www.maiduo-example.cn" }
域名:
  - 域名: maiduo-example.cn
附件:
  - { 文件: "附件/身份证${small}.jpg", 种类: 身份证国徽面 }
  - { 文件: "附件/${spaced} ${codedBlanks}.pdf", 种类: 其他 }
  - { 文件: "附件/开户许可 ${grouped}.pdf", 种类: 其他 }
  - { 文件: "附件/${old}_${hyphens}_${capitals}.pdf", 种类: 其他 }
  - { 文件: "附件/身份证${identity}.jpg", 种类: 身份证人像面 }
  - { 文件: "附件/承诺书${other}.pdf", 种类: 承诺书 }
豁免:
  - { 规则: attachment/missing, 理由: "电话 ${other} 已说明，卡号 ${card}", 负责人: ${mail}, 截止日期: 2026-12-31 }
`;

/** Lines of a broken dossier are quoted in messages. */
const broken = `办理事项: 年报
省份: 浙江
${company}  银行账号: ${card}
人员:
  - { 姓名: 何知远, 职务: [${mobile}], 证件号码: ${identity}, 手机: ${other}, 邮箱: ${mail}, 备用邮箱: ${secondMail} }
  - { 姓名: 李四, 职务: [联系人], 证件号码: "${mistyped}", 有效期: ${third} }
`;

let folder = '';
const texts = new Map<FormatName, string>();
const clear = new Map<FormatName, string>();

async function render(unmask: boolean): Promise<Map<FormatName, string>> {
  const { report, exhibits } = await checkPathsWithExhibits(['clients'], { cwd: folder, today: '2026-03-10', unmask });
  const rendered = new Map<FormatName, string>();
  for (const name of formatNames) {
    const reporter = await loadReporter(name);
    const { content } = await reporter(report, {
      locale: 'zh-CN',
      colour: false,
      columns: 120,
      verbose: true,
      exhibits,
    });
    rendered.set(name, content instanceof Uint8Array ? unpacked(Buffer.from(content)) : textOf(content));
  }
  return rendered;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-check-personal-'));
  for (const [name, content] of [
    ['full', full],
    [`broken-${mobile}`, broken],
  ] as const) {
    await mkdir(join(folder, 'clients', name), { recursive: true });
    await writeFile(join(folder, 'clients', name, 'dossier.yaml'), content);
  }
  for (const [name, content] of await render(false)) texts.set(name, content);
  for (const [name, content] of await render(true)) clear.set(name, content);
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('is in the reports at all when it is asked for', () => {
  const all = [...clear.values()].join('\n');
  for (const number of [...personal, ...spellings]) expect(all, number).toContain(number);
});

it.each(formatNames)('is not in %s', (name) => {
  const text = texts.get(name) ?? '';
  expect(text).toContain('麦垛');
  for (const number of [...personal, ...spellings]) expect(text).not.toContain(number);
});

it('is masked so that a clerk still knows which number is meant', () => {
  expect(texts.get('pretty')).toContain('1101**********0029');
  expect(texts.get('pretty')).toContain('138****5678');
});

it.each(['pretty', 'html', 'markdown', 'junit', 'github', 'gitlab', 'csv', 'xlsx'] as const)(
  'is said to be shown in %s',
  (name) => {
    expect(clear.get(name)).toContain('个人信息未遮盖');
    expect(texts.get(name)).not.toContain('个人信息未遮盖');
  },
);

it.each(['json', 'sarif'] as const)('is flagged as shown in %s', (name) => {
  expect(clear.get(name)).toContain('"unmasked": true');
  expect(texts.get(name)).toContain('"unmasked": false');
});

describe('on the command line', () => {
  const numbers = [...personal, ...spellings];
  const clean = (run: { readonly code: number; readonly stdout: string; readonly stderr: string }) => {
    expect(dangers(run)).toEqual([]);
    for (const number of numbers) expect(run.stdout + run.stderr).not.toContain(number);
    return run;
  };

  it('names no number of a folder that is not there', async () => {
    expect(clean(await runCli([`gone-${mobile}`], { cwd: folder })).code).toBe(2);
  });

  it('names no number of a place that takes no report', async () => {
    const target = join(folder, `out-${mobile}`);
    await mkdir(target);
    const run = clean(await runCli(['clients', '-f', `json:${target}`], { cwd: folder }));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('138****5678');
  });

  it('names no number of a configuration that cannot be read, nor of a flag', async () => {
    clean(await runCli(['clients', '--config', `${identity}.yaml`], { cwd: folder }));
    clean(await runCli(['clients', '--baseline', `${coded}.json`], { cwd: folder }));
    clean(await runCli(['clients', '--only', `person/${mobile}`], { cwd: folder }));
    clean(await runCli(['clients', '--today', hyphens], { cwd: folder }));
  });

  it.each(['pretty', 'json'] as const)('names none when files are inspected: %s', async (format) => {
    const page = await PDFDocument.create();
    page.addPage([595, 842]).drawText(`ID ${spaced} ${third}  tel ${codedBlanks} ${coded}  ${mail}  card ${grouped}`, {
      x: 20,
      y: 780,
      size: 9,
    });
    const names = [`扫描${identity}.pdf`, `缺的${mobile}.pdf`, `${hyphens}.pdf`] as const;
    await writeFile(join(folder, names[0]), await page.save());
    await writeFile(join(folder, names[2]), '%PDF-1.7 torn');
    const inspect = (...words: string[]) =>
      runCli(['inspect', ...names, '-f', format, '--jobs', '1', '--ocr', 'tesseract', ...words], { cwd: folder });
    const run = clean(await inspect());
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('1101**********0021');
    if (format === 'json') expect((await inspect('--unmask')).stdout).toContain(`tel ${codedBlanks}`);
  });

  it('keeps none in the clear in the cache', async () => {
    const cache = join(folder, 'cache');
    const page = await PDFDocument.create();
    page.addPage([595, 842]).drawText(`ID ${third} tel ${mobile} ${mail} card ${card}`, { x: 20, y: 780, size: 9 });
    await mkdir(join(folder, 'cached'));
    await writeFile(join(folder, 'cached', 'scan.pdf'), await page.save());
    await writeFile(
      join(folder, 'cached', 'dossier.yaml'),
      `办理事项: 年报\n报告年度: 2025\n省份: 浙江\n${company}附件:\n  - { 文件: scan.pdf, 种类: 其他 }\n`,
    );
    const words = [
      'cached',
      '--offline',
      '--jobs',
      '1',
      '--ocr',
      'tesseract',
      '--only',
      'attachment/wrong-document,scan',
    ];
    clean(await runCli(words, { cwd: folder, env: { ICP_CHECK_CACHE: cache } }));
    const entries = (await readdir(cache, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      const content = await readFile(join(entry.parentPath, entry.name), 'latin1');
      for (const number of numbers) expect(content).not.toContain(number);
    }
  });
});
