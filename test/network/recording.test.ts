import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  createRecording,
  formatRecording,
  freshnessOf,
  parseRecording,
  recordingPath,
} from '../../src/network/recording.ts';
import { readRecording, writeRecording } from '../../src/network/recording-file.ts';

const answer: Answer = {
  kind: 'whois',
  key: 'Example.CN',
  source: 'whois.cnnic.cn',
  collectedAt: '2026-11-20T01:30:00.000Z',
  tool: 'icp-check 0.1.0',
  raw: '   Domain Name: example.cn\r\nRegistrant: 北京示例科技有限公司  \r\n\r\nName Server: ns1.example.cn\r\n',
};

const reread = (text: string) => {
  const parsed = parseRecording(text);
  if (parsed.state === 'invalid') throw new Error(parsed.problem);
  return parsed;
};

describe('a recording as text', () => {
  it('is read back as it was written, whatever the answer holds', () => {
    const raws = [
      answer.raw,
      '',
      '\n',
      '\n\n a\n\n',
      'no line end',
      'tab\there\n',
      '---\n- "quoted": {yaml}\n...\n',
      'nul \u0000 escape \u001b[31m bell \u0007\n',
      'lone \r carriage return\n',
      '\uFEFFbyte order mark',
      '# not a comment\n%YAML 1.2\n',
      'lone surrogate \ud800 end',
      `${'x'.repeat(5000)} ${'长'.repeat(5000)}\n`,
      'next line \u0085 separator \u2028 end\n',
    ];
    for (const raw of raws) {
      const recording = createRecording({ ...answer, raw, details: { status: 200, url: 'https://a.cn/', tls: null } });
      const parsed = reread(formatRecording(recording));
      expect(parsed.recording).toEqual(recording);
      expect(parsed.tampered).toEqual([]);
    }
  });

  it('shows the lines of the answer as a person reads them', () => {
    const text = formatRecording(createRecording(answer));
    expect(text).toContain('\n  Registrant: 北京示例科技有限公司');
    expect(text).not.toContain('\\r');
  });

  it('survives a checkout that turns line ends into CRLF', () => {
    const text = formatRecording(createRecording(answer)).replaceAll('\n', '\r\n');
    expect(reread(text).tampered).toEqual([]);
  });

  it('notices an answer that was edited', () => {
    const text = formatRecording(createRecording(answer)).replace('北京示例', '上海示例');
    expect(reread(text).tampered).toEqual(['raw']);
  });

  it.each([
    ['2026-11-20', '2026-12-20'],
    ['whois.cnnic.cn', 'whois.example.cn'],
    ['icp-check 0.1.0', 'icp-check 0.1.1'],
  ])('notices that %s became %s', (from, to) => {
    const text = formatRecording(createRecording(answer)).replace(from, to);
    expect(reread(text).tampered).toEqual(['record']);
  });

  it.each([
    ['broken YAML', 'kind: [whois'],
    ['a list', '- a\n'],
    ['an empty file', ''],
    [
      'another schema version',
      formatRecording(createRecording(answer)).replace('schemaVersion: 1', 'schemaVersion: 2'),
    ],
    ['an unknown key', `${formatRecording(createRecording(answer))}more: 1\n`],
    ['a time without a zone', formatRecording(createRecording(answer)).replace('00.000Z', '00')],
    ['aliases', `a: &a [1, 1]\nb: [*a, *a]\n`],
    ['the same key twice', `kind: whois\n${formatRecording(createRecording(answer))}`],
  ])('says what is wrong with %s', (_name, text) => {
    const parsed = parseRecording(text);
    expect(parsed.state).toBe('invalid');
    if (parsed.state === 'invalid') expect(parsed.problem).not.toBe('');
  });
});

describe('the file of a key', () => {
  it('is one for every way to write a domain', () => {
    const path = 'evidence/whois-xn--vhq524a.xn--fiqs8s.yaml';
    expect(recordingPath('whois', '实业.中国')).toBe(path);
    expect(recordingPath('whois', 'XN--VHQ524A.xn--fiqs8s.')).toBe(path);
  });

  it('never leaves the folder and never collides', () => {
    const keys = [
      '../../etc/passwd',
      'https://a.cn/x?y=1',
      'https://a.cn/x?y=2',
      '北京示例',
      '北京示范',
      'CON',
      'a'.repeat(400),
    ];
    const paths = keys.map((key) => recordingPath('homepage', key));
    for (const path of paths) expect(path).toMatch(/^evidence\/homepage-[a-z0-9._-]{1,140}\.yaml$/);
    expect(new Set(paths).size).toBe(keys.length);
  });
});

describe('freshness', () => {
  const collected = { kind: 'whois', collectedAt: '2026-11-20T09:30:00+08:00' } as const;
  it.each([
    ['2026-12-20T01:30:00Z', 'fresh'],
    ['2026-12-20T01:30:01Z', 'stale'],
    ['2026-11-19T01:30:00Z', 'fresh'],
    ['2026-11-19T01:29:59Z', 'from-the-future'],
  ])('at %s it is %s', (now, freshness) => {
    expect(freshnessOf(collected, new Date(now))).toBe(freshness);
  });

  it('goes by kind', () => {
    expect(freshnessOf(collected, new Date('2026-11-28T01:30:00Z'), { whois: 7 })).toBe('stale');
    expect(freshnessOf(collected, new Date('2026-11-28T01:30:00Z'), { dns: 7 })).toBe('fresh');
  });
});

describe('recordings beside a dossier', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'icp-check-recording-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('are written and found again', async () => {
    expect(await readRecording(folder, 'whois', 'example.cn')).toEqual({ state: 'absent' });
    const { path, recording } = await writeRecording(folder, answer);
    expect(path).toBe('evidence/whois-example.cn.yaml');
    expect(await readRecording(folder, 'whois', 'EXAMPLE.cn')).toEqual({ state: 'valid', recording, tampered: [] });
  });

  it('give the same bytes for the same answer', async () => {
    const { path } = await writeRecording(folder, answer);
    const first = await readFile(join(folder, path));
    await writeRecording(folder, answer);
    expect(await readFile(join(folder, path))).toEqual(first);
  });

  it('are refused when the file records another domain than its name says', async () => {
    await writeRecording(folder, answer);
    const text = await readFile(join(folder, 'evidence/whois-example.cn.yaml'), 'utf8');
    await writeFile(join(folder, 'evidence/whois-other.cn.yaml'), text);
    expect(await readRecording(folder, 'whois', 'other.cn')).toEqual({
      state: 'invalid',
      problem: 'records whois example.cn',
    });
  });

  it('are not read or written through a symbolic link', async () => {
    await mkdir(join(folder, 'elsewhere'));
    await mkdir(join(folder, 'dossier'));
    await symlink(join(folder, 'elsewhere'), join(folder, 'dossier/evidence'));
    const dossier = join(folder, 'dossier');
    expect((await readRecording(dossier, 'whois', 'example.cn')).state).toBe('invalid');
    await expect(writeRecording(dossier, answer)).rejects.toThrow('not a folder');
    await writeFile(join(folder, 'secret'), 'x');
    await mkdir(join(folder, 'evidence'));
    await symlink(join(folder, 'secret'), join(folder, 'evidence/whois-example.cn.yaml'));
    expect((await readRecording(folder, 'whois', 'example.cn')).state).toBe('invalid');
    await expect(writeRecording(folder, answer)).rejects.toThrow('not a regular file');
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('x');
  });
});
