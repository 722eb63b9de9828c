import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRecording } from '../../src/network/recording-file.ts';
import { findSupplied, readSupplied } from '../../src/network/supplied-evidence.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-check-supplied-'));
  await mkdir(join(folder, 'evidence'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const now = new Date('2026-11-20T00:00:00+08:00');
const registry = (changes = ''): string => `schemaVersion: 1
kind: company-registry
key: 北京示例（集团）有限公司
source: https://www.gsxt.gov.cn
collectedAt: 2026-11-01
collectedBy: 张三
facts:
  name: 北京示例（集团）有限公司
  status: 存续
  abnormal: false
${changes}`;
const supply = (name: string, yaml: string) => writeFile(join(folder, 'evidence', name), yaml);

describe('evidence that a person supplies', () => {
  it('is found by kind and key, whatever the file is called', async () => {
    await supply('工商截图.yaml', registry());
    const supplied = await readSupplied(folder);
    expect(supplied.problems).toEqual([]);
    expect(findSupplied(supplied, 'company-registry', ['北京示例(集团)有限公司'], now)).toEqual({
      state: 'known',
      value: [
        {
          shownIn: 'evidence/工商截图.yaml',
          source: 'https://www.gsxt.gov.cn',
          day: '2026-11-01',
          facts: { name: '北京示例（集团）有限公司', status: '存续', abnormal: false },
        },
      ],
      source: 'https://www.gsxt.gov.cn',
      at: '2026-11-01',
      confidence: 'medium',
      recorded: true,
    });
    expect(findSupplied(supplied, 'company-registry', ['别家公司'], now)).toMatchObject({ reason: 'not-supplied' });
    expect(findSupplied(supplied, 'filing-query', ['北京示例(集团)有限公司'], now)).toMatchObject({
      reason: 'not-supplied',
    });
  });

  it('counts in its newest state', async () => {
    await supply('a.yaml', registry().replace('2026-11-01', '2026-11-10T09:00:00+08:00').replace('存续', '注销'));
    await supply('b.yaml', registry());
    const found = findSupplied(await readSupplied(folder), 'company-registry', ['北京示例（集团）有限公司'], now);
    expect(found).toMatchObject({ value: [{ facts: { status: '注销' } }] });
  });

  it.each([
    ['2026-10-21', 'known'],
    ['2026-10-20', 'unknown'],
    ['2026-11-20', 'known'],
    ['2026-11-22', 'unknown'],
  ])('of %s is %s on 20 November', async (day, state) => {
    await supply('a.yaml', registry().replace('2026-11-01', day));
    const found = findSupplied(await readSupplied(folder), 'company-registry', ['北京示例（集团）有限公司'], now);
    expect(found).toMatchObject(state === 'known' ? { state } : { state, reason: 'stale' });
  });

  it('may come with a screenshot, and says so when that is another one now, or gone', async () => {
    const picture = Buffer.from('not really a picture');
    const sha256 = createHash('sha256').update(picture).digest('hex');
    await supply('a.yaml', registry(`file: evidence/screen.png\nsha256: ${sha256}\n`));
    const look = async () =>
      findSupplied(await readSupplied(folder), 'company-registry', ['北京示例（集团）有限公司'], now);
    expect(await look()).toMatchObject({ caution: 'edited-by-hand' });
    await supply('screen.png', picture.toString());
    expect(await look()).not.toHaveProperty('caution');
    await supply('screen.png', 'another');
    expect(await look()).toMatchObject({ caution: 'edited-by-hand' });
  });

  it.each([
    ['an unknown fact', registry('').replace('status:', 'state:')],
    ['no source', registry().replace(/source:.*\n/, '')],
    ['no real date', registry().replace('2026-11-01', '2026-11-31')],
    ['a file elsewhere', registry('file: ../../etc/passwd\n')],
    ['an absolute file', registry('file: /etc/passwd\n')],
    ['broken YAML', registry('x: [\n')],
    ['aliases', registry('x: &a 1\ny: *a\n')],
    ['a depth that no reader takes', registry(`x: ${'['.repeat(50_000)}`)],
  ])('with %s is a problem with its file', async (_name, yaml) => {
    await supply('a.yaml', yaml);
    await supply('b.yaml', registry());
    const supplied = await readSupplied(folder);
    expect(supplied.problems).toEqual([{ file: 'evidence/a.yaml', problem: expect.stringMatching(/./) }]);
    expect(supplied.items).toHaveLength(1);
  });

  it('lies beside recordings and other files, which are passed over', async () => {
    await writeRecording(folder, {
      kind: 'whois',
      key: 'example.cn',
      source: 'whois.cnnic.cn',
      collectedAt: '2026-11-01T00:00:00Z',
      tool: 'test',
      raw: 'kind: company-registry',
    });
    await supply('note.yaml', 'just: a note on company-registry\n');
    await supply('list.yaml', '- company-registry\n');
    await supply('readme.txt', registry());
    await symlink('/etc/hostname', join(folder, 'evidence/link.yaml'));
    expect(await readSupplied(folder)).toEqual({ items: [], problems: [] });
    await rm(join(folder, 'evidence'), { recursive: true });
    expect(await readSupplied(folder)).toEqual({ items: [], problems: [] });
  });
});
