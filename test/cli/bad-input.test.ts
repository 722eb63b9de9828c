import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { dangers, runCli } from './run-cli.ts';

const head = `办理事项: 年报
年报年度: 2025
省份: 浙江
计划提交日期: 2026-02-10
公司:
  公司名称: 杭州青禾示例网络科技有限公司
  统一社会信用代码: 91330106MAFAKE019Y
  法定代表人: 周启明
`;

const folder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const root = mkdtempSync(path.join(tmpdir(), 'bad-input-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
};

const read = async (root: string, ...words: string[]) => {
  const run = await runCli(['.', '-f', 'json', '--offline', ...words], { cwd: root });
  expect(dangers(run)).toEqual([]);
  // Our own JSON.
  return { ...run, report: JSON.parse(run.stdout) as Report };
};

describe('a dossier that cannot be judged', () => {
  it.each([
    ['an empty file', '', 'empty'],
    ['YAML that does not parse', '公司:\n  - a\n b: [', 'yaml-syntax'],
    ['a list', '- 年报\n', 'not-a-mapping'],
    ['wrong types', `${head}年报年度: 2025\n`.replace('年报年度: 2025', '年报年度: [去年]'), 'schema-invalid_type'],
  ])('%s: one clear problem with its place, exit 2', async (_name, yaml, id) => {
    const { code, report } = await read(folder({ 'dossier.yaml': yaml }));
    expect(code).toBe(2);
    const problems = report.dossiers[0]?.problems ?? [];
    expect(problems.map((problem) => problem.id)).toContain(id);
    expect(report.dossiers[0]?.gate).toBe('closed');
  });

  it('is not UTF-8', async () => {
    const { code, report } = await read(
      folder({ 'dossier.yaml': Buffer.from([0xb0, 0xec, 0xc0, 0xed, 0x3a, 0x20, 0x31]) }),
    );
    expect([code, report.dossiers[0]?.problems[0]?.id]).toEqual([2, 'not-utf-8']);
  });

  it('is a link to a file elsewhere, of which nothing is shown', async () => {
    const secret = path.join(folder({ 'secret.txt': 'root:x:0:0' }), 'secret.txt');
    const root = folder({});
    symlinkSync(secret, path.join(root, 'dossier.yaml'));
    const { code, report, stdout } = await read(root);
    expect([code, report.dossiers[0]?.problems[0]?.id]).toEqual([2, 'outside-dossier']);
    expect(stdout).not.toContain('root:x');
  });

  it('is a pipe that nobody writes to', async () => {
    const root = folder({});
    execFileSync('mkfifo', [path.join(root, 'dossier.yaml')]);
    const { code, report } = await read(root);
    expect([code, report.dossiers[0]?.problems[0]?.id]).toEqual([2, 'not-a-file']);
  });

  it('does not stop the others', async () => {
    const root = folder({ 'a/dossier.yaml': '', 'b/dossier.yaml': head });
    const { code, report } = await read(root, '--only', 'company/invalid-uscc');
    expect(code).toBe(2);
    expect(report.dossiers.map(({ path: name, gate, totals }) => [name, gate, totals.pass])).toEqual([
      ['a', 'closed', 0],
      ['b', 'open', 1],
    ]);
  });

  it('is not there at all', async () => {
    const run = await runCli(['gone', '--offline'], { cwd: folder({}) });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('没有这个文件夹');
  });
});

describe('attachments that cannot be opened', () => {
  let report: Report;
  let code: number;
  const findings = (file: string) =>
    report.dossiers[0]?.findings
      .filter(({ subject, severity }) => subject === `attachment:${file}` && severity === 'error')
      .map(({ ruleId, message }) => `${ruleId}: ${message}`) ?? [];

  beforeAll(async () => {
    const jpeg = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();
    const locked = await PDFDocument.create();
    locked.addPage([200, 200]);
    await locked.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
    // A PNG that claims 20,000 × 20,000 pixels: what must be refused before anything is decoded.
    const chunk = (name: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
      const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      check.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, check]);
    };
    const size = Buffer.from([0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20, 8, 2, 0, 0, 0]);
    const huge = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', size),
      chunk('IDAT', deflateSync(Buffer.alloc(1000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const files = {
      '附件/zero.pdf': '',
      '附件/locked.pdf': await locked.save(),
      '附件/photo.pdf': jpeg,
      '附件/pointer.pdf': `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393'}\nsize 12345\n`,
      '附件/huge.png': huge,
      '附件/torn.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog',
    };
    const names = [...Object.keys(files), '附件/absent.pdf', '附件/link.pdf', '../outside.pdf'];
    const list = names.map((file) => `  - { 文件: ${file}, 种类: 其他 }`).join('\n');
    const root = folder({
      ...files,
      'dossier.yaml': `${head}附件:\n${list}\n  - { 文件: "附件/bell\\a\\e[31m.pdf", 种类: 其他 }\n`,
    });
    writeFileSync(path.join(tmpdir(), 'icp-check-secret.txt'), 'secret');
    symlinkSync(path.join(tmpdir(), 'icp-check-secret.txt'), path.join(root, '附件/link.pdf'));
    const outcome = await read(root, '--only', 'attachment,company/invalid-uscc', '--jobs', '2');
    ({ report, code } = outcome);
  }, 120_000);

  it.each([
    ['附件/zero.pdf', 'attachment/unreadable-file'],
    ['附件/locked.pdf', 'attachment/unreadable-file'],
    ['附件/pointer.pdf', 'attachment/unreadable-file'],
    ['附件/torn.pdf', 'attachment/unreadable-file'],
    ['附件/huge.png', 'attachment/unreadable-file'],
    ['附件/absent.pdf', 'attachment/unreadable-file'],
    ['附件/photo.pdf', 'attachment/wrong-format'],
    ['附件/link.pdf', 'attachment/outside-dossier'],
    ['../outside.pdf', 'attachment/outside-dossier'],
  ])('%s: %s', (file, ruleId) => {
    const serious = findings(file).filter((line) => !line.startsWith('attachment/misnamed-file'));
    expect(serious, serious.join('\n')).toHaveLength(1);
    expect(serious[0]).toContain(ruleId);
  });

  it('names the pixels of a picture that is too large', () => {
    expect(findings('附件/huge.png').join()).toContain('20000');
  });

  it('says where a control character is, and never prints it', () => {
    expect(report.dossiers[0]?.problems.map(({ id }) => id)).toEqual(['control-character']);
    expect(report.dossiers[0]?.problems[0]?.line).toBeGreaterThan(8);
    expect(code).toBe(2);
  });

  it('still runs the other checks, and nothing failed on our side', () => {
    expect(report.systemErrors).toEqual([]);
    expect(report.dossiers[0]?.verdicts.find(({ ruleId }) => ruleId === 'company/invalid-uscc')?.kind).toBe('pass');
  });
});

describe('flags', () => {
  const bad = async (...words: string[]) => {
    const run = await runCli(words, { cwd: folder({ 'dossier.yaml': head }) });
    expect(dangers(run)).toEqual([]);
    return run;
  };
  it('suggests the rule, the format and the preset that were meant', async () => {
    expect(await bad('--only', 'company/invalid-usc')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('是不是想写“company/invalid-uscc”'),
    });
    expect(await bad('-f', 'jsn')).toMatchObject({ code: 2, stderr: expect.stringContaining('是不是想写“json”') });
    expect(await bad('--preset', 'strickt')).toMatchObject({ code: 2, stderr: expect.stringContaining('strict') });
    expect(await bad('explain', 'registrant-mismatch')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('domain/registrant-mismatch'),
    });
  });
  it('refuses a day that does not exist', async () => {
    expect((await bad('--today', '2026-02-30')).code).toBe(2);
    expect((await bad('--today', 'tomorrow')).code).toBe(2);
  });
  it('refuses unknown flags in a sentence', async () => {
    expect((await bad('--tody', '2026-02-03')).stderr).toContain('--today');
  });
});
