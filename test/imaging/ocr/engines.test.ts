import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../src/imaging/ocr/choose.ts';
import type { OcrEngine, OcrEngineName } from '../../../src/imaging/ocr/engine.ts';
import type { Raster } from '../../../src/imaging/raster.ts';

async function picture(name: string): Promise<Raster> {
  const file = path.join(import.meta.dirname, '../../../fixtures/scans/seals', name);
  const { data, info } = await sharp(file)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`${name} is not RGB`);
  return { width: info.width, height: info.height, channels: 3, data: new Uint8Array(data) };
}

describe.each<OcrEngineName>(['tesseract', 'paddle'])('%s', (name) => {
  let engine: OcrEngine | null = null;
  const ready = (): OcrEngine => {
    if (engine === null) throw new Error(`${name} did not load: npm install puts its optional packages in place`);
    return engine;
  };
  beforeAll(async () => {
    engine = await chooseEngine(name, 'page');
  });
  afterAll(async () => {
    await engine?.close();
  });

  it('reads one line', async () => {
    const { text, confidence } = await ready().readLine(await picture('printed-line.png'));
    expect(text).toBe('杭州青禾网络科技有限公司合同专用章');
    expect(confidence).toBeGreaterThan(0.8);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('reads a page in order, with boxes on the page', async () => {
    const lines = await ready().readPage(await picture('printed-page.png'));
    expect(lines.map((line) => line.text.replaceAll(' ', ''))).toEqual([
      '增值电信业务经营许可证年报',
      '公司名称杭州青禾网络科技有限公司',
      '许可证编号B2-20230001',
    ]);
    for (const { box } of lines) {
      expect(box.x).toBeGreaterThan(0.03);
      expect(box.x + box.width).toBeLessThan(0.97);
      expect(box.height).toBeLessThan(0.2);
    }
  });

  it('reads nothing on blank paper', async () => {
    const blank: Raster = { width: 300, height: 60, channels: 1, data: new Uint8Array(18_000).fill(255) };
    expect((await ready().readLine(blank)).text).toBe('');
    expect(await ready().readPage(blank)).toEqual([]);
  });
});

it('reads a line that is longer than the recogniser takes at once, without losing a character', async () => {
  const engine = await chooseEngine('paddle', 'page');
  const line = await picture('printed-line.png');
  const wide = { ...line, width: line.width * 5, data: new Uint8Array(line.data.length * 5) };
  for (let y = 0; y < line.height; y++) {
    const row = line.data.subarray(y * line.width * 3, (y + 1) * line.width * 3);
    for (let k = 0; k < 5; k++) wide.data.set(row, (y * 5 + k) * line.width * 3);
  }
  const read = await engine?.readLine({ ...wide, channels: 1, data: wide.data.filter((_, i) => i % 3 === 0) });
  expect(read?.text.replace(/\s/g, '')).toBe('杭州青禾网络科技有限公司合同专用章'.repeat(5));
  await engine?.close();
});

it('leaves no language data in the working folder', async () => {
  const engine = await chooseEngine('tesseract', 'seal');
  await engine?.close();
  expect((await readdir(process.cwd())).filter((file) => file.endsWith('.traineddata'))).toEqual([]);
});

it('prefers the same engine for auto as the published figures do', async () => {
  const engine = await chooseEngine('auto', 'seal');
  expect(engine?.name).toBe('paddle');
  await engine?.close();
});
