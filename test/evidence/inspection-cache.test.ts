import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectionCache } from '../../src/evidence/inspection-cache.ts';
import type { FileInspection, PageInspection } from '../../src/imaging/inspection.ts';
import { readerVersion } from '../../src/imaging/reader-version.ts';

const content = Buffer.from('a scan');
const seen: FileInspection = {
  file: 'a.pdf',
  sha256: '00',
  bytes: 6,
  mediaType: 'application/pdf',
  problem: { id: 'damaged', message: '林晚秋 13800138000' },
  pages: [],
};
const everything = { quality: true, seals: true, text: true };
const newFolder = () => mkdtempSync(path.join(tmpdir(), 'inspection-cache-'));

describe('what was seen in a file', () => {
  it('is found again by the content, and by nothing else', async () => {
    const folder = newFolder();
    const cache = inspectionCache(folder, '1');
    await cache.store(content, seen);
    expect(await cache.find(content, everything)).toEqual(seen);
    expect(await cache.find(Buffer.from('another scan'), everything)).toBeUndefined();
    expect(await inspectionCache(folder, '2').find(content, everything)).toBeUndefined();
  });

  it('is looked at again when more is asked for than was seen', async () => {
    const cache = inspectionCache(newFolder(), '1');
    const sealsOnly: PageInspection = {
      number: 1,
      widthMm: 210,
      heightMm: 297,
      dpi: 200,
      colour: 'colour',
      text: null,
      quality: null,
      seals: [],
      edges: { slices: [], unclear: [] },
      signatures: null,
    };
    await cache.store(content, { ...seen, problem: null, pages: [sealsOnly] });
    expect(await cache.find(content, { quality: false, seals: true, text: false })).toBeDefined();
    expect(await cache.find(content, { quality: false, seals: true, text: true })).toBeUndefined();
  });

  it('cannot be read without the scan, and an entry that somebody changed counts as none', async () => {
    const folder = newFolder();
    const cache = inspectionCache(folder, '1');
    await cache.store(content, seen);
    const [entry = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /..\/./u.test(name),
    );
    const file = path.join(folder, entry);
    const bytes = readFileSync(file);
    expect(bytes.includes('13800138000')).toBe(false);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await cache.find(content, everything)).toBeUndefined();
  });
});

describe('the version of the reader', () => {
  it('changes with its code, wherever in the folder, and stays the same otherwise', () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'seal'));
    writeFileSync(path.join(folder, 'seal', 'detect.js'), 'one');
    const before = readerVersion(folder);
    expect(readerVersion(folder)).toBe(before);
    writeFileSync(path.join(folder, 'seal', 'detect.js'), 'two');
    expect(readerVersion(folder)).not.toBe(before);
  });

  it('is that of this folder when no other is named', () => {
    expect(readerVersion()).toMatch(/^[0-9a-f]{16}$/u);
    expect(readerVersion()).not.toBe(readerVersion(newFolder()));
  });
});
