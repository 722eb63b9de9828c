import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRecording } from '../../src/network/recording-file.ts';
import { type Recordings, replayHost, replayRegistrant } from '../../src/network/replay.ts';
import { rdapContact, rdapDomain } from './rdap-answer.ts';

let folder = '';
let recordings: Recordings;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-check-replay-'));
  recordings = { folder, now: new Date('2026-11-20T00:00:00Z') };
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const record = (kind: 'whois' | 'rdap' | 'dns', key: string, raw: string, collectedAt = '2026-11-01T00:00:00Z') =>
  writeRecording(folder, { kind, key, source: 'somewhere', collectedAt, tool: 'icp-check test', raw });

const cn = 'Domain Name: example.cn\nRegistrant: 北京示例科技有限公司\nSponsoring Registrar: 示例\n';

describe('a recorded registrant', () => {
  it('is known, from where and when it was recorded', async () => {
    await record('whois', 'example.cn', cn);
    expect(await replayRegistrant('www.example.cn', recordings)).toMatchObject({
      state: 'known',
      value: { registrant: '北京示例科技有限公司' },
      source: 'somewhere',
      at: '2026-11-01T00:00:00Z',
      recorded: true,
    });
  });

  it('may have come by RDAP', async () => {
    const registrant = rdapContact('registrant', { fn: 'Li Si', org: 'Example Ltd' });
    await record('rdap', 'example.com', JSON.stringify(rdapDomain({ entities: [registrant] })));
    expect(await replayRegistrant('example.com', recordings)).toMatchObject({ value: { organisation: 'Example Ltd' } });
  });

  it('falls back to whois where the RDAP answer is too old', async () => {
    await record('rdap', 'example.cn', JSON.stringify(rdapDomain({ ldhName: 'example.cn' })), '2026-01-01T00:00:00Z');
    expect(await replayRegistrant('example.cn', recordings)).toMatchObject({ state: 'unknown', reason: 'stale' });
    await record('whois', 'example.cn', cn);
    expect(await replayRegistrant('example.cn', recordings)).toMatchObject({ state: 'known' });
  });

  it('says so when somebody edited it', async () => {
    const { path } = await record('whois', 'example.cn', cn);
    const file = join(folder, path);
    await writeFile(file, (await readFile(file, 'utf8')).replace('北京示例', '上海示例'));
    expect(await replayRegistrant('example.cn', recordings)).toMatchObject({
      value: { registrant: '上海示例科技有限公司' },
      caution: 'edited-by-hand',
    });
  });

  it('is offline where nothing was recorded, stale where it is old, unreadable where it says nothing', async () => {
    expect(await replayRegistrant('example.cn', recordings)).toMatchObject({ reason: 'offline' });
    await record('whois', 'example.cn', cn, '2026-10-20T23:59:59Z');
    expect(await replayRegistrant('example.cn', recordings)).toMatchObject({ reason: 'stale' });
    expect(await replayRegistrant('example.cn', { ...recordings, days: { whois: 60 } })).toMatchObject({
      state: 'known',
    });
    await record('whois', 'example.cn', 'Queried interval is too short.');
    expect(await replayRegistrant('example.cn', recordings)).toMatchObject({ reason: 'unreadable' });
    await writeFile(join(folder, 'evidence/whois-example.cn.yaml'), 'kind: [');
    const broken = await replayRegistrant('example.cn', recordings);
    expect(broken).toMatchObject({ reason: 'unreadable' });
    expect(broken.state === 'unknown' && broken.detail).toContain('evidence/whois-example.cn.yaml');
  });
});

describe('a recorded host', () => {
  it('leads where it led', async () => {
    await record('dns', 'www.example.cn', 'www.example.cn. IN CNAME a.example.net.\na.example.net. IN A 192.0.2.1\n');
    expect(await replayHost('WWW.example.cn', recordings)).toMatchObject({
      state: 'known',
      value: { host: 'www.example.cn', addresses: ['192.0.2.1'], aliases: ['a.example.net'] },
    });
    expect(await replayHost('example.cn', recordings)).toMatchObject({ reason: 'offline' });
    await record('dns', 'example.cn', 'nonsense');
    expect(await replayHost('example.cn', recordings)).toMatchObject({ reason: 'unreadable' });
  });
});
