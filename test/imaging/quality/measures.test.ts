import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PageColour, PageQuality } from '../../../src/imaging/inspection.ts';
import { IMAGING_LIMITS } from '../../../src/imaging/limits.ts';
import { mediaTypeOf } from '../../../src/imaging/media-type.ts';
import { openPicture } from '../../../src/imaging/picture.ts';
import { pageColour } from '../../../src/imaging/quality/colour.ts';
import { measureQuality, pageInk } from '../../../src/imaging/quality/measure.ts';
import { hashDistance } from '../../../src/imaging/quality/perceptual-hash.ts';
import type { QuarterTurn } from '../../../src/imaging/turn.ts';
import { type DrawnPage, drawnPage as drawPage, redSeal } from '../drawn-page.ts';

/** Several tests begin with the same drawing. */
const drawings = new Map<string, Promise<Buffer>>();
function drawnPage(options: DrawnPage = {}): Promise<Buffer> {
  const key = JSON.stringify(options);
  const drawing = drawings.get(key) ?? drawPage(options);
  drawings.set(key, drawing);
  return drawing;
}

async function page(bytes: Buffer) {
  return (await openPicture(bytes, mediaTypeOf(bytes), IMAGING_LIMITS)).page(1).image();
}

async function measured(bytes: Buffer, rotation: QuarterTurn = 0): Promise<PageQuality> {
  const image = await page(bytes);
  return measureQuality(image, pageInk(image), rotation);
}

const qualities = new Map<string, Promise<PageQuality>>();
function drawn(options: DrawnPage): Promise<PageQuality> {
  const key = JSON.stringify(options);
  const quality = qualities.get(key) ?? drawnPage(options).then((bytes) => measured(bytes));
  qualities.set(key, quality);
  return quality;
}
const jpeg = (bytes: Buffer, quality = 60): Promise<Buffer> => sharp(bytes).jpeg({ quality }).toBuffer();
const colourOf = async (bytes: Buffer): Promise<PageColour> => pageColour(await page(bytes));

describe('resolution', () => {
  it.each([72, 150, 200, 300])('is that of the pixels on A4 when the file states none: %i dpi', async (dpi) => {
    const image = await page(await drawnPage({ dpi }));
    expect(Math.abs(image.dpi - dpi)).toBeLessThan(1);
    expect(image.rasterDpi).toBeLessThan(201);
  });

  it('believes a stated density that makes a sheet of paper, and no other', async () => {
    const picture = sharp({ create: { width: 1000, height: 1500, channels: 3, background: '#fff' } }).jpeg();
    const card = await page(await picture.clone().withMetadata({ density: 300 }).toBuffer());
    expect(card.dpi).toBeCloseTo(300, 0);
    expect(card.paper.assumed).toBe(false);
    const photograph = await page(await picture.clone().withMetadata({ density: 72 }).toBuffer());
    expect(photograph.paper).toMatchObject({ assumed: true, heightMm: 297 });
    const absurd = await page(await picture.clone().withMetadata({ density: 30 }).toBuffer());
    expect(absurd.paper.assumed).toBe(true);
  });

  it('turns a phone picture upright as its EXIF orientation says', async () => {
    const lying = await sharp(await drawnPage({ dpi: 100 }))
      .rotate(270)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const image = await page(lying);
    expect(image.raster.height).toBeGreaterThan(image.raster.width);
    expect(pageInk(image).lines?.direction).toBe('horizontal');
  });
});

describe('colour', () => {
  it('is not made by a slight paper tint, black print on it, or JPEG', async () => {
    expect(await colourOf(await jpeg(await drawnPage({ paper: '#f4ead2' }), 40))).toBe('greyscale');
    expect(await colourOf(await jpeg(await drawnPage({ paper: '#e8eef4', lines: 0 })))).toBe('greyscale');
  });

  it('is made by one pale red seal, at ten per cent of full ink', async () => {
    expect(await colourOf(await jpeg(await drawnPage({ overlay: redSeal(0.1) }), 70))).toBe('colour');
    expect(await colourOf(await jpeg(await drawnPage({ paper: '#f4ead2', overlay: redSeal(0.15) }), 70))).toBe(
      'colour',
    );
  });

  it('is not made by a seal that was photocopied, nor by one that is all but invisible', async () => {
    const copied = await sharp(await drawnPage({ overlay: redSeal(0.9) }))
      .greyscale()
      .jpeg()
      .toBuffer();
    expect(await colourOf(copied)).toBe('greyscale');
    // The copy scanned again in colour: three equal channels.
    expect(await colourOf(await sharp(copied).toColourspace('srgb').png().toBuffer())).toBe('greyscale');
    expect(await colourOf(await jpeg(await drawnPage({ overlay: redSeal(0.02) }), 70))).toBe('greyscale');
  });

  it('tells black and white from shades of grey', async () => {
    const bitonal = sharp(await drawnPage())
      .greyscale()
      .threshold(128);
    expect(await colourOf(await bitonal.clone().png({ palette: true, colours: 2 }).toBuffer())).toBe('bitonal');
    expect(await colourOf(await bitonal.clone().tiff({ bitdepth: 1 }).toBuffer())).toBe('bitonal');
    expect(await colourOf(await bitonal.clone().jpeg({ quality: 50 }).toBuffer())).toBe('bitonal');
    expect(
      await colourOf(
        await sharp(await drawnPage())
          .greyscale()
          .png()
          .toBuffer(),
      ),
    ).toBe('greyscale');
  });
});

describe('sharpness', () => {
  it('falls with blur, from 1 for clean print', async () => {
    const sharpness: number[] = [];
    for (const blur of [0.5, 1.2, 2, 4]) sharpness.push((await drawn({ blur })).sharpness);
    expect(sharpness[0]).toBeGreaterThan(0.9);
    expect(sharpness).toEqual(sharpness.toSorted((a, b) => b - a));
    expect(sharpness[2]).toBeLessThan(0.5);
    expect(sharpness[3]).toBeLessThan(0.3);
  });

  it('is the same for the same blur on paper at another resolution', async () => {
    const at200 = await drawn({ dpi: 200, blur: 2 });
    const at300 = await drawn({ dpi: 300, blur: 3 });
    const at150 = await drawn({ dpi: 150, blur: 1.5 });
    expect(Math.abs(at300.sharpness - at200.sharpness)).toBeLessThan(0.05);
    expect(Math.abs(at150.sharpness - at200.sharpness)).toBeLessThan(0.05);
  });

  it('survives JPEG, and is 0 for a page without print', async () => {
    expect((await measured(await jpeg(await drawnPage(), 30))).sharpness).toBeGreaterThan(0.9);
    expect((await drawn({ lines: 0 })).sharpness).toBe(0);
  });
});

describe('skew', () => {
  it.each([-10, -3, -0.5, 0, 0.5, 2, 7])('is measured to a fifth of a degree: %d', async (skew) => {
    expect(Math.abs((await drawn({ skew, dpi: 100 })).skewDegrees - skew)).toBeLessThanOrEqual(0.2);
  });

  it('is told from a quarter turn', async () => {
    const lying = await page(
      await sharp(await drawnPage({ skew: 2 }))
        .rotate(90)
        .png()
        .toBuffer(),
    );
    const lines = pageInk(lying).lines;
    expect(lines?.direction).toBe('vertical');
    expect(lines?.skewDegrees).toBeCloseTo(2, 0);
  });
});

describe('ink and blank pages', () => {
  it('finds tinted, noisy and unevenly lit paper blank', async () => {
    const shadow =
      '<defs><linearGradient id="s"><stop stop-color="#000" stop-opacity="0.4"/><stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient></defs><rect width="210" height="297" fill="url(#s)"/>';
    const blank = await drawn({ lines: 0, paper: '#efe6cf', overlay: shadow });
    expect(blank).toMatchObject({ blank: true, textHeightMm: null });
    expect(blank.lightEvenness).toBeLessThan(0.75);
    const noise = await sharp({
      create: {
        width: 992,
        height: 1403,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 225, sigma: 8 },
      },
    })
      .jpeg({ quality: 70 })
      .toBuffer();
    expect((await measured(noise)).blank).toBe(true);
  });

  it('finds a page blank with a page number, and not with a line of text or a pale seal alone', async () => {
    const pageNumber =
      '<g fill="#111"><rect x="103" y="285" width="0.4" height="3"/><rect x="105" y="285" width="2" height="0.4"/></g>';
    expect((await drawn({ lines: 0, overlay: pageNumber })).blank).toBe(true);
    expect((await drawn({ lines: 1 })).blank).toBe(false);
    expect((await drawn({ lines: 0, overlay: redSeal(0.12) })).blank).toBe(false);
  });
});

describe('light', () => {
  it('finds even light on a scan and a washed-out patch on a photograph', async () => {
    const glare = '<circle cx="120" cy="90" r="30" fill="#fff"/>';
    const photograph = await drawn({ paper: '#c4bfb4', overlay: glare });
    // A disc of 30 mm covers 4.5 % of A4; tiles at its rim are not all white.
    expect(photograph.glareShare).toBeGreaterThan(0.035);
    expect(photograph.glareShare).toBeLessThan(0.046);
    expect((await drawn({ paper: '#c4bfb4' })).glareShare).toBe(0);
    expect(await drawn({ paper: '#ffffff', overlay: glare })).toMatchObject({ glareShare: 0, lightEvenness: 1 });
  });
});

describe('text height', () => {
  it.each([
    [1.8, 60],
    [3.7, 28],
    [6, 18],
  ])('is that of the print, at any resolution: %d mm', async (characterMm, lines) => {
    for (const dpi of [120, 200]) {
      const { textHeightMm } = await drawn({ characterMm, lines, dpi });
      expect(Math.abs((textHeightMm ?? 0) - characterMm)).toBeLessThan(0.35);
    }
  });

  it('ignores table rules', async () => {
    const rules = Array.from({ length: 9 }, (_, row) => `<rect x="20" y="${22 + 30 * row}" width="170" height="0.5"/>`);
    const frame = '<rect x="20" y="22" width="0.5" height="240"/><rect x="60" y="22" width="0.5" height="240"/>';
    const { textHeightMm } = await drawn({ overlay: rules.join('') + frame });
    expect(Math.abs((textHeightMm ?? 0) - 3.7)).toBeLessThan(0.35);
  });
});

describe('cropped sides', () => {
  it('names the side on which print runs off, and none when it all fits', async () => {
    expect((await drawn({})).croppedSides).toEqual([]);
    expect((await drawn({ shiftMm: -60 })).croppedSides).toEqual(['left']);
    expect((await drawn({ shiftMm: 59 })).croppedSides).toEqual(['right']);
  });

  it('does not take a scanner shadow or a punch hole for print', async () => {
    const lid =
      '<rect x="0" y="0" width="3" height="297" fill="#222"/><circle cx="0" cy="80" r="3"/><circle cx="0" cy="160" r="3"/>';
    expect((await drawn({ overlay: lid })).croppedSides).toEqual([]);
  });
});

describe('moire', () => {
  const screen = async (amplitude: number): Promise<Buffer> => {
    const flat = await sharp(await drawnPage({ dpi: 150 }))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (let y = 0; y < flat.info.height; y++) {
      for (let x = 0; x < flat.info.width; x++) {
        const at = y * flat.info.width + x;
        const wave = Math.sin(0.9 * x + 0.35 * y) * Math.sin(0.4 * x - 0.8 * y);
        flat.data[at] = Math.min(255, Math.max(0, (flat.data[at] ?? 0) * 0.85 + amplitude * wave));
      }
    }
    const { width, height } = flat.info;
    return sharp(flat.data, { raw: { width, height, channels: 1 } })
      .jpeg({ quality: 85 })
      .toBuffer();
  };

  it('sees a regular pattern on bare paper, and none in noise or compressed print', async () => {
    expect((await measured(await screen(8))).moire).toBeGreaterThan(0.6);
    expect((await measured(await screen(0))).moire).toBe(0);
    expect((await measured(await jpeg(await drawnPage(), 40))).moire).toBe(0);
    const noise = await sharp({
      create: {
        width: 992,
        height: 1403,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 210, sigma: 9 },
      },
    })
      .png()
      .toBuffer();
    expect((await measured(noise)).moire).toBeLessThan(0.2);
  });
});

describe('perceptual hash', () => {
  it('is close for two scans of one page and far for two pages', async () => {
    const first = await drawn({});
    const again = await measured(await jpeg(await drawnPage({ dpi: 150, skew: 0.3, paper: '#f0ead8' }), 50));
    const other = await drawn({ seed: 2 });
    expect(first.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
    expect(hashDistance(first.perceptualHash, again.perceptualHash)).toBeLessThanOrEqual(8);
    expect(hashDistance(first.perceptualHash, other.perceptualHash)).toBeGreaterThan(16);
  });
});
