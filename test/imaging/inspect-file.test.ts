import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  degrees,
  drawObject,
  PDFDocument,
  PDFName,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
  scale,
} from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type ImagingTools, inspectFile } from '../../src/imaging/inspect-file.ts';
import type { FileInspection, FileProblemId, InspectionRequest } from '../../src/imaging/inspection.ts';
import { IMAGING_LIMITS } from '../../src/imaging/limits.ts';
import type { PageImage } from '../../src/imaging/page-image.ts';
import { drawnPage, redSeal } from './drawn-page.ts';

/** No test here may need an OCR engine: a page that asks for one fails its test. */
const tools: ImagingTools = {
  pageReader: () => Promise.reject(new Error('no page of this test should need OCR')),
  inspectSeals: () => Promise.resolve([]),
};
const NOTHING: InspectionRequest = { quality: false, seals: false, text: false };
const inspect = (bytes: Uint8Array, request: Partial<InspectionRequest> = {}, more: Partial<ImagingTools> = {}) =>
  inspectFile(bytes, 'file.pdf', { ...NOTHING, ...request }, { ...tools, ...more });

const A4_POINTS: [number, number] = [595.28, 841.89];

async function scannedPdf(jpegs: readonly Buffer[], rotate = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const jpeg of jpegs) {
    const page = pdf.addPage(A4_POINTS);
    page.drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
    page.setRotation(degrees(rotate));
  }
  return pdf.save();
}

async function typedPdf(...lines: readonly string[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage(A4_POINTS);
  lines.forEach((line, index) => {
    page.drawText(line, { x: 72, y: 700 - 30 * index, size: 14, font });
  });
  return pdf;
}

/** A page of which one quarter, the top right one, is red; the rest is white. */
async function cornerJpeg(): Promise<Buffer> {
  const red = await sharp({ create: { width: 100, height: 140, channels: 3, background: '#e00000' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 200, height: 280, channels: 3, background: '#ffffff' } })
    .composite([{ input: red, left: 100, top: 0 }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Quarters of the page that are red, seen through the seal inspector, which is handed the decoded page. */
async function redQuarters(bytes: Uint8Array): Promise<string[]> {
  const found: string[] = [];
  const inspectSeals = ({ raster }: PageImage) => {
    for (const [name, x, y] of [
      ['top left', 0.25, 0.25],
      ['top right', 0.75, 0.25],
      ['bottom left', 0.25, 0.75],
      ['bottom right', 0.75, 0.75],
    ] as const) {
      const at = 3 * (Math.floor(y * raster.height) * raster.width + Math.floor(x * raster.width));
      if ((raster.data[at] ?? 0) > 180 && (raster.data[at + 1] ?? 255) < 80) found.push(name);
    }
    return Promise.resolve([]);
  };
  const { problem } = await inspect(bytes, { seals: true }, { inspectSeals });
  expect(problem).toBeNull();
  return found;
}

describe('a scanned PDF', () => {
  it('is described page by page', async () => {
    const pages = [await drawnPage(), await drawnPage({ seed: 2, overlay: redSeal(0.6) })];
    const bytes = await scannedPdf(
      await Promise.all(pages.map((page) => sharp(page).jpeg({ quality: 70 }).toBuffer())),
    );
    const inspection = await inspect(bytes);
    expect(inspection).toMatchObject({
      file: 'file.pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      mediaType: 'application/pdf',
      problem: null,
    });
    expect(inspection.pages).toMatchObject([
      { number: 1, widthMm: 210, heightMm: 297, dpi: 120, colour: 'greyscale', text: null, quality: null, seals: null },
      { number: 2, colour: 'colour' },
    ]);
  });

  it('says what was not asked for as null, and no seals only after looking', async () => {
    const bytes = await scannedPdf([
      await sharp(await drawnPage())
        .jpeg()
        .toBuffer(),
    ]);
    expect((await inspect(bytes)).pages[0]?.seals).toBeNull();
    expect((await inspect(bytes, { seals: true })).pages[0]?.seals).toEqual([]);
  });

  it.each([
    [0, 'top right'],
    [90, 'bottom right'],
    [180, 'bottom left'],
    [270, 'top left'],
  ])('is turned as its page says: /Rotate %i', async (rotate, expected) => {
    expect(await redQuarters(await scannedPdf([await cornerJpeg()], rotate))).toEqual([expected]);
  });

  it('is turned as its matrix says', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([841.89, 595.28]);
    // A quarter turn anticlockwise about the lower right corner of the page.
    page.drawImage(await pdf.embedJpg(await cornerJpeg()), {
      x: page.getWidth(),
      y: 0,
      width: page.getHeight(),
      height: page.getWidth(),
      rotate: degrees(90),
    });
    expect(await redQuarters(await pdf.save())).toEqual(['top left']);
  });

  it('keeps its margins when the picture does not fill the page', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage(A4_POINTS);
    const half = { width: page.getWidth() * 0.75, height: page.getHeight() * 0.75 };
    page.drawImage(await pdf.embedJpg(await cornerJpeg()), { x: 0, y: 0, ...half });
    const { pages } = await inspect(await pdf.save());
    // 200 pixels on three quarters of 210 mm.
    expect(pages[0]?.dpi).toBe(Math.round(200 / ((0.75 * 210) / 25.4)));
    expect(await redQuarters(await pdf.save())).toEqual([]);
  });

  it('is rendered when something lies on top of the picture', async () => {
    const pdf = await PDFDocument.load(await scannedPdf([await cornerJpeg()]));
    const page = pdf.getPage(0);
    page.drawImage(
      await pdf.embedPng(
        await sharp({ create: { width: 9, height: 9, channels: 3, background: '#e00000' } })
          .png()
          .toBuffer(),
      ),
      {
        x: 0,
        y: 0,
        width: page.getWidth() / 2,
        height: page.getHeight() / 2,
      },
    );
    expect(await redQuarters(await pdf.save())).toEqual(['top right', 'bottom left']);
  });

  it('is a page of A4 when its size is that of its pixels at 72 dpi', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([1240, 1754]);
    page.drawImage(
      await pdf.embedJpg(
        await sharp(await drawnPage({ dpi: 150 }))
          .jpeg()
          .toBuffer(),
      ),
      {
        x: 0,
        y: 0,
        width: 1240,
        height: 1754,
      },
    );
    expect((await inspect(await pdf.save())).pages).toMatchObject([{ widthMm: 210, dpi: 150 }]);
  });
});

describe('a typed PDF', () => {
  it('gives its text layer line by line, with boxes, without OCR', async () => {
    const pdf = await typedPdf('Certificate of domain example.cn', 'Registrant: Example Ltd');
    const { pages, problem } = await inspect(await pdf.save(), { text: true, quality: true });
    expect(problem).toBeNull();
    const page = pages[0];
    expect(page?.text).toMatchObject({
      source: 'layer',
      content: 'Certificate of domain example.cn\nRegistrant: Example Ltd',
      confidence: 1,
    });
    // 72 of 595 points from the left; the baseline 141.89 of 841.89 from the top.
    const box = page?.text?.lines[0]?.box;
    expect(box?.x).toBeCloseTo(72 / 595.28, 2);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(141.89 / 841.89, 1);
    expect(page?.quality).toMatchObject({ rotation: 0, blank: false });
    expect(page?.dpi).toBe(200);
  });

  it('has the boxes of its text turned with the page', async () => {
    const pdf = await typedPdf('turned');
    pdf.getPage(0).setRotation(degrees(90));
    const [page] = (await inspect(await pdf.save(), { text: true })).pages;
    const box = page?.text?.lines[0]?.box;
    expect(page).toMatchObject({ widthMm: 297, heightMm: 210 });
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(0.8);
    expect(box?.y).toBeCloseTo(72 / 595.28, 2);
  });

  it('shows black print as no colour', async () => {
    const [page] = (
      await inspect(await (await typedPdf(...Array.from({ length: 20 }, () => 'black print on white paper'))).save())
    ).pages;
    expect(page?.colour).toBe('greyscale');
  });

  it('is blank without text when it has an empty page', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage(A4_POINTS);
    const [page] = (await inspect(await pdf.save(), { text: true, quality: true })).pages;
    expect(page).toMatchObject({ text: { source: 'none', content: '', confidence: 0 }, quality: { blank: true } });
  });
});

describe('a picture', () => {
  it('is one page, whatever its name says', async () => {
    const inspection = await inspect(
      await sharp(await drawnPage())
        .jpeg()
        .toBuffer(),
    );
    expect(inspection).toMatchObject({ file: 'file.pdf', mediaType: 'image/jpeg', problem: null });
    expect(inspection.pages).toHaveLength(1);
  });

  it('has as many pages as its TIFF has', async () => {
    const pages = await Promise.all([1, 2, 3].map((seed) => drawnPage({ seed, dpi: 60 })));
    const tiff = await sharp(pages, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const inspection = await inspect(tiff, { quality: false });
    expect(inspection.problem).toBeNull();
    expect(inspection.pages.map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe('bad input gets one problem, in Chinese first, and no exception', () => {
  const expectProblem = (inspection: FileInspection, id: FileProblemId): void => {
    expect(inspection.problem?.id).toBe(id);
    expect(inspection.problem?.message).toMatch(/^[^/]*\p{Script=Han}.* \/ [\x20-\x7e×]+$/u);
  };

  it('0 bytes', async () => expectProblem(await inspect(new Uint8Array()), 'empty'));

  it('a PDF with a password', async () => {
    const pdf = await typedPdf('secret');
    pdf.encrypt({ userPassword: 'open sesame', ownerPassword: 'owner' });
    expectProblem(await inspect(await pdf.save()), 'encrypted');
  });

  it('but not a PDF that anyone may open and only the owner may change', async () => {
    const pdf = await typedPdf('open to all');
    pdf.encrypt({ userPassword: '', ownerPassword: 'owner' });
    const inspection = await inspect(await pdf.save(), { text: true });
    expect(inspection.problem).toBeNull();
    expect(inspection.pages[0]?.text?.content).toBe('open to all');
  });

  it('a truncated PDF', async () => {
    const bytes = await (await typedPdf('cut short')).save();
    expectProblem(await inspect(bytes.subarray(0, bytes.length >> 1)), 'damaged');
  });

  it('a PDF header and noise', async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251));
    expectProblem(await inspect(Buffer.concat([Buffer.from('%PDF-1.7\n'), noise])), 'damaged');
  });

  it('a page tree that contains itself', async () => {
    const loop = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj
trailer <</Root 1 0 R>>`;
    expectProblem(await inspect(Buffer.from(loop)), 'damaged');
  });

  it('a scan whose JPEG is cut off, beside a page that is not', async () => {
    const jpeg = await sharp(await drawnPage({ dpi: 60 }))
      .jpeg()
      .toBuffer();
    const inspection = await inspect(await scannedPdf([jpeg.subarray(0, jpeg.length >> 1), jpeg]));
    expectProblem(inspection, 'damaged');
    expect(inspection.problem?.message).toContain('第 1 页');
    expect(inspection.pages.map(({ number }) => number)).toEqual([2]);
  });

  it('a truncated JPEG and a truncated PNG', async () => {
    const png = await drawnPage({ dpi: 60 });
    const jpeg = await sharp(png).jpeg().toBuffer();
    expectProblem(await inspect(jpeg.subarray(0, jpeg.length >> 1)), 'damaged');
    expectProblem(await inspect(png.subarray(0, png.length >> 1)), 'damaged');
    expectProblem(await inspect(png.subarray(0, 20)), 'damaged');
  });

  it('a Git LFS pointer', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0f'.repeat(32)}\nsize 48213\n`;
    expectProblem(await inspect(Buffer.from(pointer)), 'lfs-pointer');
  });

  it.each([
    ['text', 'just text'],
    ['a saved web page', '<!doctype html><html></html>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['a phone picture', '\0\0\0\x18ftypheic\0\0\0\0'],
  ])('a format that is not looked at: %s', async (_, content) => {
    expectProblem(await inspect(Buffer.from(content, 'latin1')), 'unsupported-format');
  });

  it('a 20,000 × 20,000 PNG, by its header', async () => {
    const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    // The header says 20,000 × 20,000 and the data holds one pixel: were anything decoded, the file would be damaged.
    png.writeUInt32BE(20_000, 16);
    png.writeUInt32BE(20_000, 20);
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    const inspection = await inspect(png, { quality: true, text: true, seals: true });
    expectProblem(inspection, 'too-many-pixels');
    expect(inspection.problem?.message).toContain('20000 × 20000');
  });

  it('a PDF whose picture has 20,000 × 20,000 pixels', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage(A4_POINTS);
    const picture = pdf.context.flateStream(new Uint8Array(1000), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 20_000,
      Height: 20_000,
      BitsPerComponent: 1,
      ColorSpace: 'DeviceGray',
    });
    page.node.setXObject(PDFName.of('Huge'), pdf.context.register(picture));
    page.pushOperators(pushGraphicsState(), scale(595, 842), drawObject('Huge'), popGraphicsState());
    const inspection = await inspect(await pdf.save(), { quality: true });
    expectProblem(inspection, 'too-many-pixels');
    expect(inspection.problem?.message).toContain('第 1 页');
  });

  it('more bytes or pages than the limit, either side of it', async () => {
    const two = await scannedPdf([await cornerJpeg(), await cornerJpeg()]);
    const bytesLimit = (bytes: number) => ({ limits: { ...IMAGING_LIMITS, bytes } });
    expect((await inspect(two, {}, bytesLimit(two.length))).problem).toBeNull();
    expectProblem(await inspect(two, {}, bytesLimit(two.length - 1)), 'too-large');
    const pagesLimit = (pages: number) => ({ limits: { ...IMAGING_LIMITS, pages } });
    expect((await inspect(two, {}, pagesLimit(2))).problem).toBeNull();
    const cut = await inspect(two, {}, pagesLimit(1));
    expectProblem(cut, 'too-many-pages');
    expect(cut.pages).toHaveLength(1);
  });

  it('time that is up: what was seen so far is kept', async () => {
    const controller = new AbortController();
    const bytes = await scannedPdf([await cornerJpeg(), await cornerJpeg()]);
    const inspection = await inspect(
      bytes,
      { seals: true },
      {
        signal: controller.signal,
        inspectSeals: () => {
          controller.abort();
          return Promise.resolve([]);
        },
      },
    );
    expectProblem(inspection, 'timeout');
    expect(inspection.pages).toHaveLength(1);
  });

  it('but a tool that fails is no fault of the file', async () => {
    const inspectSeals = () => Promise.reject(new Error('no model'));
    await expect(inspect(await scannedPdf([await cornerJpeg()]), { seals: true }, { inspectSeals })).rejects.toThrow(
      'no model',
    );
  });
});
