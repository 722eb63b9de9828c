import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { signature } from '../../../fixtures/generate/layout.ts';
import { seededRandom } from '../../../fixtures/generate/random.ts';
import type { PageText } from '../../../src/imaging/inspection.ts';
import type { PageImage } from '../../../src/imaging/page-image.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { inspectSignatures } from '../../../src/imaging/signature/inspect.ts';
import { turn, unturnBox } from '../../../src/imaging/turn.ts';

const size = { widthMm: 210, heightMm: 100 };
const dpi = 200;
const em = 4.4;
const labelAt = { x: 40, y: 50 };
const label = '法定代表人签字：';
const text: PageText = {
  source: 'ocr',
  content: label,
  confidence: 0.98,
  lines: [
    {
      text: label,
      confidence: 0.98,
      box: {
        x: labelAt.x / size.widthMm,
        y: (labelAt.y - 0.6 * em) / size.heightMm,
        width: (8 * em) / size.widthMm,
        height: (1.2 * em) / size.heightMm,
      },
    },
  ],
};

/** Cells of upright and level strokes, as dense as Chinese print; no font is needed. Left edge and middle in millimetres. */
function print(x: number, middle: number, characters: number, seed: string, height = em): string {
  const random = seededRandom(seed);
  const thin = 0.09 * height;
  return Array.from({ length: characters }, (_, i) =>
    Array.from({ length: 7 }, () => {
      const long = height * random.between(0.4, 0.88);
      const upright = random.chance(0.45);
      const [w, h] = upright ? [thin, long] : [long, thin];
      const left = x + i * height * 1.04 + random.between(0, height * 0.9 - w);
      const top = middle - height * 0.45 + random.between(0, height * 0.9 - h);
      return `<rect x="${left}" y="${top}" width="${w}" height="${h}" fill="#1a1a1a"/>`;
    }).join(''),
  ).join('');
}

const hand = (seed: string, colour = '#1a1a2e') => signature({ xMm: 82, yMm: 53 }, 3, seededRandom(seed), colour);
const redRing = (x: number, colour = '#c8202c') =>
  `<g opacity="0.8"><circle cx="${x}" cy="50" r="19" fill="none" stroke="${colour}" stroke-width="1.2"/><circle cx="${x}" cy="50" r="6" fill="${colour}"/></g>`;

async function drawn(extra: string, paper = '#fbfaf6'): Promise<PageImage> {
  const width = Math.round((size.widthMm / 25.4) * dpi);
  const height = Math.round((size.heightMm / 25.4) * dpi);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${size.widthMm} ${size.heightMm}"><rect width="210" height="100" fill="${paper}"/>${print(labelAt.x, labelAt.y, 8, 'label')}${extra}</svg>`;
  // A scanner's optics and JPEG, so that edges are as soft as they are on paper.
  const jpeg = await sharp(Buffer.from(svg)).blur(0.6).jpeg({ quality: 70 }).toBuffer();
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const raster: Raster = { width: info.width, height: info.height, channels: 3, data };
  return { raster, paper: { ...size, assumed: false }, dpi, rasterDpi: dpi, bitonal: false };
}

async function judged(extra: string, more: { readonly text?: PageText; readonly greySeal?: boolean } = {}) {
  const [place, ...others] = inspectSignatures(await drawn(extra), {
    text: more.text ?? text,
    rotation: 0,
    skewDegrees: 0,
    greySeals: more.greySeal === true ? [{ x: 0.35, y: 0.3, width: 0.2, height: 0.4 }] : [],
  });
  expect(others).toEqual([]);
  return place;
}

const typedLine = (read: string): PageText => ({
  ...text,
  lines: [
    ...text.lines,
    { text: read, confidence: 0.97, box: { x: 82 / 210, y: 0.474, width: 14 / 210, height: 0.053 } },
  ],
});

const none = { x: 0, y: 0, width: 0, height: 0 };

describe('a place for a signature', () => {
  it.each(['one', 'two', 'three', 'four'])('is signed where a pen was (%s)', async (seed) => {
    expect(await judged(hand(seed))).toMatchObject({ verdict: 'signed', reason: 'pen-strokes', label });
  });

  it('is signed in blue, and with a pen that hardly writes', async () => {
    expect(await judged(hand('one', '#2b3f9a'))).toMatchObject({ verdict: 'signed' });
    expect(await judged(`<g opacity="0.45">${hand('two')}</g>`)).toMatchObject({ verdict: 'signed' });
  });

  it('is not signed where nothing is, whatever the paper', async () => {
    expect(await judged('')).toMatchObject({ verdict: 'unsigned', reason: 'no-ink', inkBox: null });
    const [dark] = inspectSignatures(await drawn('', '#d2cbb8'), { text, rotation: 0, skewDegrees: 0, greySeals: [] });
    expect(dark).toMatchObject({ verdict: 'unsigned' });
  });

  it('is not signed by the rule or the box that waits for it', async () => {
    const rule = '<path d="M77 53H130" stroke="#000" stroke-width="0.3"/>';
    const box = '<rect x="77" y="40" width="60" height="20" fill="none" stroke="#000" stroke-width="0.35"/>';
    expect(await judged(rule)).toMatchObject({ verdict: 'unsigned' });
    expect(await judged(box)).toMatchObject({ verdict: 'unsigned' });
    expect(await judged(rule + hand('one'))).toMatchObject({ verdict: 'signed' });
  });

  it("is not signed by a seal's red, and is where a pen crosses it", async () => {
    expect(await judged(redRing(92))).toMatchObject({ verdict: 'unsigned', reason: 'seal-only' });
    expect(await judged(hand('three') + redRing(92))).toMatchObject({ verdict: 'signed' });
  });

  it('is typed where the name is print like its label', async () => {
    const name = print(82, 50, 3, 'name');
    expect(await judged(name, { text: typedLine('周启明') })).toMatchObject({ verdict: 'typed', reason: 'typed-name' });
    expect(await judged(name)).toMatchObject({ verdict: 'inconclusive', reason: 'unread-print' });
    const both = `${name}<g transform="translate(22 0)">${hand('one')}</g>`;
    expect(await judged(both, { text: typedLine('周启明') })).toMatchObject({ verdict: 'signed' });
  });

  it('is not judged where a seal without colour lies on its ink', async () => {
    expect(await judged(hand('one'), { greySeal: true })).toMatchObject({
      verdict: 'inconclusive',
      reason: 'grey-seal',
      confidence: 0.5,
    });
    expect(await judged('', { greySeal: true })).toMatchObject({ verdict: 'unsigned' });
  });

  it('ends where the next field begins, and is no date that is printed under it', async () => {
    const date = {
      ...text,
      lines: [
        ...text.lines,
        {
          text: '日期：2026年1月12日',
          confidence: 0.97,
          box: { x: 82 / 210, y: 0.474, width: 40 / 210, height: 0.053 },
        },
      ],
    };
    expect(await judged(print(82, 50, 9, 'date'), { text: date })).toMatchObject({ verdict: 'unsigned' });
  });

  it('is found on a page that was scanned sideways, in boxes of the page as it lies', async () => {
    const upright = await drawn(hand('one'));
    for (const rotation of [90, 180, 270] as const) {
      const lying = rotation === 180 ? 180 : rotation === 90 ? 270 : 90;
      const raster = turn(upright.raster, lying);
      const paper = rotation === 180 ? upright.paper : { widthMm: 100, heightMm: 210, assumed: false };
      const lines = text.lines.map((each) => ({ ...each, box: unturnBox(each.box, rotation) }));
      const [place] = inspectSignatures(
        { ...upright, raster, paper },
        { text: { ...text, lines }, rotation, skewDegrees: 0, greySeals: [] },
      );
      expect(place).toMatchObject({ verdict: 'signed' });
      const straight = await judged(hand('one'));
      const back = rotation === 180 ? 180 : rotation === 90 ? 270 : 90;
      const turned = unturnBox(place?.box ?? none, back);
      for (const key of ['x', 'y', 'width', 'height'] as const)
        expect(turned[key]).toBeCloseTo((straight?.box ?? none)[key], 6);
    }
  });
});
