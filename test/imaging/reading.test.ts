import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/imaging/inspect-file.ts';
import type { InspectionRequest, PageInspection } from '../../src/imaging/inspection.ts';
import { IMAGING_LIMITS } from '../../src/imaging/limits.ts';
import { createTools } from '../../src/imaging/ocr-tools.ts';
import { openPdf } from '../../src/imaging/pdf/open.ts';

const COMPANY = '杭州青禾示例网络科技有限公司';
const ATTACHMENTS = new URL('../../fixtures/dossiers/annual-report/附件/', import.meta.url);
const LICENCE = new URL(`${COMPANY}+增值电信业务经营许可证+20260108.pdf`, ATTACHMENTS);

const tools = createTools('auto');
afterAll(() => tools.close());

/** The licence's first page, turned clockwise, as a picture of its own. */
async function licenceTurned(degrees: number): Promise<Buffer> {
  const file = await openPdf(await readFile(LICENCE), IMAGING_LIMITS);
  const { raster } = await file.page(1).image();
  file.close();
  const { width, height, channels } = raster;
  return sharp(raster.data, { raw: { width, height, channels } })
    .rotate(degrees)
    .withMetadata({ density: 200 })
    .jpeg({ quality: 80 })
    .toBuffer();
}

async function look(bytes: Buffer, request: Partial<InspectionRequest>): Promise<PageInspection | undefined> {
  const inspection = await inspectFile(
    bytes,
    'licence',
    { quality: true, seals: false, text: false, ...request },
    tools,
  );
  expect(inspection.problem).toBeNull();
  return inspection.pages[0];
}

const lineWith = (page: PageInspection | undefined, words: string) =>
  page?.text?.lines.find(({ text }) => text.includes(words));

describe('a scanned licence', { timeout: 240_000 }, () => {
  it('is read, also where a seal lies on the print', async () => {
    const page = await look(await licenceTurned(0), { text: true });
    expect(page?.quality).toMatchObject({ rotation: 0, blank: false });
    expect(page?.text).toMatchObject({ source: 'ocr' });
    expect(page?.text?.confidence).toBeGreaterThan(0.8);
    expect(page?.text?.content).toContain(COMPANY);
    // The issuing authority's seal covers its name and the date.
    expect(page?.text?.content).toContain('通信管理局');
    expect(page?.text?.content).toContain('2023年06月15日');
  });

  it.each([
    [90, 270],
    [180, 180],
    [270, 90],
  ] as const)('is found to lie turned by %i degrees, without its text being asked for', async (turned, rotation) => {
    const page = await look(await licenceTurned(turned), {});
    expect(page?.quality?.rotation).toBe(rotation);
    expect(page?.text).toBeNull();
  });

  it('is read when it lies on its side, with boxes on the page as it lies', async () => {
    const upright = lineWith(await look(await licenceTurned(0), { text: true }), COMPANY)?.box;
    const lying = lineWith(await look(await licenceTurned(90), { text: true }), COMPANY)?.box;
    // Turned clockwise, what was above is to the right.
    expect(lying?.x).toBeCloseTo(1 - (upright?.y ?? 0) - (upright?.height ?? 0), 1);
    expect(lying?.y).toBeCloseTo(upright?.x ?? 0, 1);
    expect(lying?.height).toBeCloseTo(upright?.width ?? 0, 1);
  });
});
