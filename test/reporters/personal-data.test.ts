import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkPathsWithExhibits } from '../../src/check-paths.ts';
import type { FormatName } from '../../src/reporters/registry.ts';
import { formatNames, loadReporter } from '../../src/reporters/registry.ts';
import { textOf } from '../../src/reporters/reporter.ts';

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
域名:
  - 域名: maiduo-example.cn
附件:
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

/** Everything that a workbook holds, unpacked; entries follow each other from the front. */
function unpacked(archive: Buffer): string {
  let text = '';
  for (
    let at = archive.indexOf('PK\u0003\u0004', 0, 'latin1');
    at !== -1;
    at = archive.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    if (archive.readUInt16LE(at + 8) === 8) text += inflateRawSync(archive.subarray(start)).toString('utf8');
  }
  return text;
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
  for (const number of personal) expect(all, number).toContain(number);
});

it.each(formatNames)('is not in %s', (name) => {
  const text = texts.get(name) ?? '';
  expect(text).toContain('麦垛');
  for (const number of personal) expect(text).not.toContain(number);
});

it('is masked so that a clerk still knows which number is meant', () => {
  expect(texts.get('pretty')).toContain('1101**********0029');
  expect(texts.get('pretty')).toContain('138****5678');
});

it.each(['pretty', 'html', 'markdown', 'junit', 'github', 'xlsx'] as const)('is said to be shown in %s', (name) => {
  expect(clear.get(name)).toContain('个人信息未遮盖');
  expect(texts.get(name)).not.toContain('个人信息未遮盖');
});

it.each(['json', 'sarif'] as const)('is flagged as shown in %s', (name) => {
  expect(clear.get(name)).toContain('"unmasked": true');
  expect(texts.get(name)).toContain('"unmasked": false');
});
