import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../fixtures/generate/random.ts';
import { type ScanConditions, scanPage } from '../../../fixtures/generate/scan.ts';
import { scanners } from '../../../fixtures/generate/scanned-document.ts';
import type { SealSpec } from '../../../fixtures/generate/seal.ts';
import { type Impression, stampSeal, stampStraddleSeal } from '../../../fixtures/generate/stamp.ts';
import { rasterise, svgDocument } from '../../../fixtures/generate/svg.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { joinSlices } from '../../../src/imaging/seal/join-slices.ts';
import { findSealSlices } from '../../../src/imaging/seal/slices.ts';

const dpi = 100;
/** Half as many pixels as A4, and paper all the same. */
const a5 = { widthMm: 148, heightMm: 210 };
const a4 = { widthMm: 210, heightMm: 297 };
const seal: SealSpec = { shape: 'round', name: '杭州青禾示例网络科技有限公司', number: '3301060012345' };

/** Lines of print in black, and whatever is drawn on top in millimetres. */
const sheet = (extra = '', paper = a5): Promise<Raster> => {
  const lines = Array.from(
    { length: Math.floor((paper.heightMm - 50) / 9) },
    (_, k) => `<rect x="25" y="${30 + k * 9}" width="${paper.widthMm - 50}" height="3.2" fill="#222"/>`,
  );
  return rasterise(svgDocument(lines.join('') + extra, { ...paper, dpi }));
};
const plain = sheet();
const sheets = async (count: number): Promise<Raster[]> => Array<Raster>(count).fill(await plain);

const stroke = { yMm: 150, strength: 0.85, unevenness: 0.12, seed: 'straddle' } as const;
const straddled = (pages: readonly Raster[], impression: Partial<Omit<Impression, 'xMm'>> = {}): Promise<Raster[]> =>
  stampStraddleSeal(pages, dpi, seal, { ...stroke, ...impression });

/** The plain sheets under one stroke, stamped once for all tests that look at them. */
const fans = new Map<number, Promise<Raster[]>>();
function fan(count: number): Promise<Raster[]> {
  const stamped = fans.get(count) ?? sheets(count).then((pages) => straddled(pages));
  fans.set(count, stamped);
  return stamped;
}

/** The pixels that a scanner makes of a page: slanted, noisy, through JPEG. */
function scanned(page: Raster, seed: string, conditions: Partial<ScanConditions> = {}): Promise<Raster> {
  const own = scans.get(page) ?? new Map<string, Promise<Raster>>();
  scans.set(page, own);
  const key = `${seed} ${JSON.stringify(conditions)}`;
  const scan = own.get(key) ?? drawScan(page, seed, conditions);
  own.set(key, scan);
  return scan;
}

/** Several tests scan the same sheet. */
const scans = new WeakMap<Raster, Map<string, Promise<Raster>>>();

async function drawScan(page: Raster, seed: string, conditions: Partial<ScanConditions>): Promise<Raster> {
  const skew = seededRandom(seed).normal() * 0.4;
  const { bytes } = await scanPage(page, dpi, { ...scanners.office, skew, ...conditions, seed });
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data: new Uint8Array(data) };
}

const inMm = (pixels: number): number => (pixels / dpi) * 25.4;
const paperOf = ({ width, height }: Raster) => ({ widthMm: inMm(width), heightMm: inMm(height) });

const edgesOf = (pages: readonly Raster[], conditions: Partial<ScanConditions> = {}) =>
  Promise.all(
    pages.map(async (page, i) => ({
      number: i + 1,
      edges: findSealSlices(await scanned(page, `page ${i}`, conditions), paperOf(page)),
    })),
  );
const impressionsOn = async (pages: readonly Raster[], conditions: Partial<ScanConditions> = {}) =>
  joinSlices(await edgesOf(pages, conditions));
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

describe('slices of one straddle seal', () => {
  it('join over sheets of A4', async () => {
    const page = await sheet('', a4);
    expect(await impressionsOn(await straddled([page, page]))).toMatchObject([{ pages: [1, 2], joined: true }]);
  });

  it.each([2, 3, 6])('join over %i sheets', async (count) => {
    const [impression, ...rest] = await impressionsOn(await fan(count));
    expect(rest).toEqual([]);
    expect(impression).toMatchObject({ side: 'right', pages: numbers(count), joined: true });
    expect(Math.abs((impression?.diameterMm ?? 0) - 40)).toBeLessThan(2);
    expect(Math.abs((impression?.widthMm ?? 0) - 40)).toBeLessThan(8);
  });

  it.each([0.45, 1])('join at strength %f, and beside other seals', async (strength) => {
    const pages = await Promise.all(
      (await sheets(3)).map(
        async (page, i) =>
          (await stampSeal(page, dpi, seal, { xMm: 84, yMm: 60 + i * 40, strength: 0.8, seed: `own ${i}` })).page,
      ),
    );
    const impressions = await impressionsOn(await straddled(pages, { strength, rotation: 25 }));
    expect(impressions).toMatchObject([{ pages: [1, 2, 3], joined: true }]);
  });

  it('lie where the seal was put', async () => {
    const [first] = await edgesOf(await straddled(await sheets(2), { yMm: 90 }));
    const [slice] = first?.edges.slices ?? [];
    expect(slice?.topMm).toBeGreaterThan(68);
    expect(slice?.topMm).toBeLessThan(72);
    expect(slice?.bottomMm).toBeGreaterThan(108);
    expect(slice?.depthMm).toBeGreaterThan(18);
    // The left half of a ring opens towards the right edge.
    expect(slice?.outerExtentMm).toBeGreaterThan(1.25 * (slice?.innerExtentMm ?? 99));
  });

  it('are found on the left of sheets that were scanned upside down', async () => {
    const impressions = await impressionsOn(await fan(2), { quarterTurns: 2 });
    expect(impressions).toMatchObject([{ side: 'left', pages: [1, 2], joined: true }]);
  });

  it('name the sheet that bears none', async () => {
    const [one, , three] = await fan(3);
    const impressions = await impressionsOn([one, await plain, three].filter((page) => page !== undefined));
    expect(impressions).toMatchObject([{ pages: [1, 3], joined: false }]);
  });

  it('do not join when the sheet between them was taken out', async () => {
    const [one, , three] = await fan(3);
    const impressions = await impressionsOn([one, three].filter((page) => page !== undefined));
    expect(impressions).toMatchObject([{ pages: [1, 2], joined: false }]);
  });

  it('do not join when both are the same half', async () => {
    const [left, right] = await fan(2);
    const halves = [left, right].map((half) => (half === undefined ? [] : [half, half]));
    for (const pages of halves) expect(await impressionsOn(pages)).toMatchObject([{ pages: [1, 2], joined: false }]);
  });

  it('do not join at different heights', async () => {
    const [high] = await straddled(await sheets(2), { yMm: 120 });
    const [, low] = await straddled(await sheets(2), { yMm: 150 });
    const impressions = await impressionsOn([high, low].filter((page) => page !== undefined));
    expect(impressions).toMatchObject([
      { pages: [1], joined: false },
      { pages: [2], joined: false },
    ]);
  });

  it('make up several seals when the sheets were fanned in parts', async () => {
    const fans = [...(await fan(3)), ...(await straddled(await sheets(2), { seed: 'second' }))];
    expect(await impressionsOn(fans)).toMatchObject([
      { pages: [1, 2, 3], joined: true },
      { pages: [4, 5], joined: true },
    ]);
  });

  it('make up two seals when both parties put theirs', async () => {
    const both = await straddled(await straddled(await sheets(2), { yMm: 60 }), { yMm: 150, seed: 'other party' });
    expect(await impressionsOn(both)).toMatchObject([
      { pages: [1, 2], joined: true },
      { pages: [1, 2], joined: true },
    ]);
  });
});

describe('slices of one straddle seal without red ink', () => {
  it.each([
    ['in blue', { ink: 'blue' }, {}, 'other'],
    ['in grey', { ink: 'grey' }, {}, 'grey'],
    ['in a greyscale copy', {}, { colour: 'greyscale' }, 'grey'],
    ['in a pale greyscale copy', { strength: 0.45 }, { colour: 'greyscale' }, 'grey'],
  ] as const)('join %s', async (_, impression, conditions, ink) => {
    const pages = await edgesOf(await straddled(await sheets(3), impression), conditions);
    expect(pages.map(({ edges }) => edges.slices.map((slice) => slice.ink))).toEqual([[ink], [ink], [ink]]);
    expect(joinSlices(pages)).toMatchObject([{ side: 'right', ink, pages: [1, 2, 3], joined: true }]);
  });

  it('join where one sheet of a red one was scanned in grey, never with a blue one', async () => {
    const [one, two] = await fan(2);
    const [, blue] = await straddled(await sheets(2), { ink: 'blue' });
    if (one === undefined || two === undefined || blue === undefined) throw new Error('two sheets were stamped');
    const edges = async (page: Raster, conditions: Partial<ScanConditions> = {}) =>
      (await edgesOf([page], conditions)).map((each) => each.edges);
    const [red] = await edges(one);
    const join = (second: readonly (typeof red)[]) =>
      joinSlices([red, ...second].flatMap((each, i) => (each === undefined ? [] : [{ number: i + 1, edges: each }])));
    expect(join(await edges(two, { colour: 'greyscale' }))).toMatchObject([
      { ink: 'red', pages: [1, 2], joined: true },
    ]);
    expect(join(await edges(blue))).toMatchObject([
      { ink: 'red', joined: false },
      { ink: 'other', joined: false },
    ]);
  });
});

describe('what is no slice, in black, grey or blue', () => {
  const rows = (count: number, high: number, x: number): string =>
    Array.from({ length: count + 1 }, (_, k) => `<path d="M${x} ${120 + (k * high) / count} H212"/>`).join('');
  const table = (count: number, high: number, x: number, ink: string): string =>
    `<g fill="none" stroke="${ink}" stroke-width="0.6">${rows(count, high, x)}<path d="M${x} 120 v${high}"/></g>`;
  const print = (ink: string): string =>
    Array.from({ length: 6 }, (_, line) =>
      Array.from(
        { length: 14 },
        (_, k) =>
          `<path d="M${188 + k * 1.9} ${110 + line * 6.3} v${2 + ((k * 7 + line * 3) % 4) * 0.5} h${0.6 + (k % 3) * 0.3}" stroke="${ink}" stroke-width="0.4" fill="none"/>`,
      ).join(''),
    ).join('');
  const holes = (radius: number): string =>
    `<circle cx="206" cy="108" r="${radius}" fill="#151515"/><circle cx="206" cy="188" r="${radius}" fill="#151515"/>`;
  it.each([
    ['the end of a table with one row', table(1, 40, 203, '#222')],
    ['the end of a table with four rows', table(4, 40, 203, '#222')],
    ['the end of a blue table', table(3, 55, 195, '#2b4ac0')],
    ['two rules that run off the page', `<g stroke="#222" stroke-width="1">${rows(1, 40, 202)}</g>`],
    ['print that runs off the page', print('#222')],
    ['blue print that runs off the page', print('#2b4ac0')],
    ['the shadows of punch holes', holes(3)],
    ['wide shadows of punch holes', holes(12)],
    ['a folded corner', '<path d="M196 120 L212 100 V150 Z" fill="#777"/>'],
    ['a blue disc', '<circle cx="205" cy="150" r="20" fill="#2b4ac0" opacity="0.6"/>'],
  ])('%s', async (_, extra) => {
    // Drawn at the right edge of A4.
    const moved = `<g transform="translate(${a5.widthMm - a4.widthMm} 0)">${extra}</g>`;
    const page = await rasterise(svgDocument(moved, { ...a5, dpi }));
    for (const colour of ['colour', 'greyscale'] as const) {
      const [only] = await edgesOf([page], { skew: 0.2, colour });
      expect(only?.edges.slices).toEqual([]);
    }
  });
});

describe('edges without a slice', () => {
  it('bear none where the seals lie inside the page', async () => {
    const { page } = await stampSeal(await plain, dpi, seal, { xMm: 108, yMm: 150, strength: 0.9, seed: 'inside' });
    const [only] = await edgesOf([page]);
    expect(only?.edges).toEqual({ slices: [], unclear: [] });
  });

  it.each([
    ['a rule that runs off the page', '<rect x="20" y="22" width="128" height="1" fill="#d8121b"/>', ['right']],
    [
      'a frame along the edges',
      '<rect x="1.5" y="1.5" width="145" height="207" fill="none" stroke="#d8121b"/>',
      ['left', 'right'],
    ],
  ])('cannot be told beside %s', async (_, extra, unclear) => {
    const [only] = await edgesOf([await sheet(extra)], { skew: 0 });
    expect(only?.edges).toEqual({ slices: [], unclear });
  });

  it('cannot be told where nothing is seen without colour, without a size on paper, or on a sheet that lies', async () => {
    const page = await plain;
    const grey: Raster = { ...page, channels: 1, data: page.data.filter((_, i) => i % 3 === 0) };
    const both = { slices: [], unclear: ['left', 'right'] };
    expect(findSealSlices(grey, a5)).toEqual(both);
    const [straddle] = await straddled([page, page]);
    const copy = straddle === undefined ? page : await scanned(straddle, 'copy', { colour: 'greyscale' });
    const single: Raster = { ...copy, channels: 1, data: copy.data.filter((_, i) => i % copy.channels === 0) };
    expect(findSealSlices(single, a5)).toMatchObject({ slices: [{ side: 'right', ink: 'grey' }], unclear: ['left'] });
    expect(findSealSlices(page, { widthMm: 40, heightMm: 56 })).toEqual(both);
    const lying: Raster = {
      width: page.height,
      height: page.width,
      channels: 3,
      data: new Uint8Array(page.data.length).fill(250),
    };
    expect(findSealSlices(lying, { widthMm: 297, heightMm: 210 })).toEqual(both);
  });
});
