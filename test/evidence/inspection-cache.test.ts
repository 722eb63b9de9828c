import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectionCache } from '../../src/evidence/inspection-cache.ts';
import type { FileInspection, PageInspection } from '../../src/imaging/inspection.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'icp-check-cache-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page: PageInspection = {
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
const seen: FileInspection = {
  file: 'a.pdf',
  sha256: '',
  bytes: 1,
  mediaType: 'application/pdf',
  problem: null,
  pages: [page],
};

describe('the cache of inspections', () => {
  const seals = { quality: false, seals: true, text: false };

  it('gives back what holds all that is asked for, and nothing else', async () => {
    const cache = inspectionCache(folder, '1');
    const content = new Uint8Array([1]);
    await cache.store(content, seen);
    expect(await cache.find(content, seals)).toEqual(seen);
    expect(await cache.find(content, { ...seals, text: true })).toBeUndefined();
  });

  it('looks again where an older entry says nothing of the edges', async () => {
    const cache = inspectionCache(folder, '1');
    const content = new Uint8Array([2]);
    const { edges: _, ...older } = page;
    // As an earlier program wrote it: the type says that it cannot be.
    await cache.store(content, { ...seen, pages: [older as PageInspection] });
    expect(await cache.find(content, seals)).toBeUndefined();
    expect(await cache.find(content, { ...seals, seals: false })).toBeDefined();
  });
});
