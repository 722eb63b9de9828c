import { beforeAll, describe, expect, it } from 'vitest';
import { houses, qinghe } from '../../../fixtures/generate/cast.ts';
import { drawAccessAgreement } from '../../../fixtures/generate/documents/access-agreement.ts';
import { drawPledge } from '../../../fixtures/generate/documents/letters.ts';
import type { DrawnPage } from '../../../fixtures/generate/layout.ts';
import { type ScanConditions, scanPage } from '../../../fixtures/generate/scan.ts';
import { stampSeal } from '../../../fixtures/generate/stamp.ts';
import { rasterise, svgDocument } from '../../../fixtures/generate/svg.ts';
import type { PageQuality } from '../../../src/imaging/inspection.ts';
import { IMAGING_LIMITS } from '../../../src/imaging/limits.ts';
import { openPicture } from '../../../src/imaging/picture.ts';
import { pageColour } from '../../../src/imaging/quality/colour.ts';
import { measureQuality, pageInk } from '../../../src/imaging/quality/measure.ts';
import { hashDistance } from '../../../src/imaging/quality/perceptual-hash.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { qualityLimits } from '../../../src/report/quality-limits.ts';

// Scans of documents on both sides of the limits that the rules set, by seeds that no limit was fitted on.
const dpi = 100;
const seeds = ['weigh-1', 'weigh-2'] as const;
const limits = qualityLimits();

const pledge = drawPledge({ company: qinghe, year: 2025, licenceNumber: '浙B2-20210118', day: '2026-01-12' }, 'a')[0];
const agreement = drawAccessAgreement(
  {
    number: 'YC-2025-0318',
    customer: qinghe,
    provider: qinghe,
    service: '服务器托管服务',
    machineRoom: '云川数据中心',
    addresses: ['203.0.113.10'],
    domains: ['qinghe-example.cn'],
    startsOn: '2025-01-01',
    endsOn: '2027-12-31',
    signedOn: '2024-12-20',
    yearlyFeeYuan: 36_000,
  },
  'b',
)[0];

async function sheetOf(page: DrawnPage | undefined): Promise<Raster> {
  if (page === undefined) throw new Error('nothing was drawn');
  return rasterise(svgDocument(page.svg, { ...page, dpi }));
}

describe('scans of documents', () => {
  let sheets: readonly Raster[] = [];
  let sealed: Raster;
  beforeAll(async () => {
    const empty = rasterise(svgDocument('', { widthMm: 210, heightMm: 297, dpi }));
    sheets = [await sheetOf(pledge), await sheetOf(agreement), await empty];
    const [letter] = sheets;
    if (letter === undefined) throw new Error('nothing was drawn');
    const seal = { shape: 'round', name: houses.auditor } as const;
    sealed = (await stampSeal(letter, dpi, seal, { xMm: 130, yMm: 220, strength: 0.5, seed: 'weigh seal' })).page;
  });

  async function scanOf(sheet: Raster | undefined, conditions: Omit<ScanConditions, 'seed'>, seed = 'weigh-1') {
    if (sheet === undefined) throw new Error('nothing was drawn');
    const usual = { unevenLight: 0.03, blurMm: 0.05, noise: 1.2, jpegQuality: 60 };
    const { bytes, mediaType } = await scanPage(sheet, dpi, { ...usual, ...conditions, seed });
    return (await openPicture(bytes, mediaType, IMAGING_LIMITS)).page(1).image();
  }
  const colourOf = async (...scan: Parameters<typeof scanOf>) => pageColour(await scanOf(...scan));

  /** Several tests look at the same scan: drawing and measuring it is most of what they cost. */
  const measured = new Map<string, Promise<PageQuality>>();
  function seen(...[sheet, conditions, seed]: Parameters<typeof scanOf>): Promise<PageQuality> {
    const known = `${sheet === undefined ? 'none' : sheets.indexOf(sheet)} ${seed} ${JSON.stringify(conditions)}`;
    const before = measured.get(known);
    if (before !== undefined) return before;
    const quality = scanOf(sheet, conditions, seed).then((page) => measureQuality(page, pageInk(page), 0));
    measured.set(known, quality);
    return quality;
  }

  /** The measure on each document, each under a seed of its own. */
  async function each(conditions: Omit<ScanConditions, 'seed'>, of: (quality: PageQuality) => number) {
    const found: number[] = [];
    for (const [index, seed] of seeds.entries()) found.push(of(await seen(sheets[index], conditions, seed)));
    return found;
  }
  const least = (values: readonly number[]) => Math.min(...values);
  const most = (values: readonly number[]) => Math.max(...values);

  it('are blurred by a drag of 0.4 mm, and not as a good scanner leaves them', async () => {
    const sharpness = ({ sharpness: value }: PageQuality) => value;
    expect(least(await each({}, sharpness))).toBeGreaterThan(limits.clearSharpness);
    expect(most(await each({ blurMm: 0.4 }, sharpness))).toBeLessThan(limits.leastSharpness);
  });

  it('lie askew from three degrees on', async () => {
    const skew = ({ skewDegrees }: PageQuality) => Math.abs(skewDegrees);
    expect(most(await each({ skew: -2.6 }, skew))).toBeLessThan(limits.mostDegrees);
    expect(least(await each({ skew: 3.4 }, skew))).toBeGreaterThan(limits.mostDegrees);
  });

  it('show glare where a lamp washed a spot out, on paper that is not white itself', async () => {
    const glare = ({ glareShare }: PageQuality) => glareShare;
    const paper = [226, 223, 214] as const;
    expect(most(await each({ paper, unevenLight: 0.15 }, glare))).toBeLessThan(limits.mostGlare);
    expect(least(await each({ paper, unevenLight: 0.1, glare: 0.14 }, glare))).toBeGreaterThan(limits.mostGlare);
  });

  // Under 0.35 of the brightest paper a tile counts as desk, not as paper: a deeper shadow is not seen as one.
  it('lie in shadow from half the light on', async () => {
    const evenness = ({ lightEvenness }: PageQuality) => lightEvenness;
    expect(least(await each({ shadow: 0.3 }, evenness))).toBeGreaterThan(limits.leastEvenness);
    expect(most(await each({ shadow: 0.6 }, evenness))).toBeLessThan(limits.leastEvenness);
  });

  it('show the pattern of a screen, and none from noise, JPEG or a tilted camera', async () => {
    const moire = ({ moire: value }: PageQuality) => value;
    expect(most(await each({ noise: 4, jpegQuality: 40, perspective: 0.4, margin: 0.02 }, moire))).toBeLessThan(
      limits.mostMoire,
    );
    // At so few dots the dense contract has no bare paper to judge by: the letter has.
    for (const seed of seeds)
      expect((await seen(sheets[0], { moire: 0.5 }, seed)).moire).toBeGreaterThan(limits.mostMoire);
  });

  it('are cropped where the sheet was larger than the picture', async () => {
    const sides = ({ croppedSides }: PageQuality) => croppedSides.length;
    expect(most(await each({ skew: 0.5 }, sides))).toBe(0);
    expect(most(await each({ perspective: 0.3, margin: 0.03 }, sides))).toBe(0);
    expect(least(await each({ margin: -0.21 }, sides))).toBeGreaterThan(0);
  });

  it('keep their height of print, whatever the light', async () => {
    const height = ({ textHeightMm }: PageQuality) => textHeightMm ?? 0;
    const [letter = 0, contract = 0] = await each({}, height);
    const [shaded = 0, other = 0] = await each({ shadow: 0.4, paper: [232, 228, 215] }, height);
    expect(shaded).toBeCloseTo(letter, 0);
    expect(other).toBeCloseTo(contract, 0);
  });

  it('are in colour by one pale seal; a grey or bitonal scan of it is not', async () => {
    expect(await colourOf(sealed, {})).toBe('colour');
    expect(await colourOf(sealed, { paper: [240, 234, 218], jpegQuality: 40 })).toBe('colour');
    expect(await colourOf(sealed, { colour: 'greyscale' })).toBe('greyscale');
    expect(await colourOf(sealed, { colour: 'bitonal' })).toBe('bitonal');
    expect(await colourOf(sheets[0], { paper: [240, 234, 218], jpegQuality: 40 })).toBe('greyscale');
  });

  it('are blank without print, even on dusty paper in uneven light', async () => {
    for (const seed of seeds) {
      const bare = { paper: [238, 234, 222] as const, unevenLight: 0.25, noise: 4, jpegQuality: 45 };
      expect((await seen(sheets[2], bare, seed)).blank).toBe(true);
    }
    expect((await seen(sheets[0], { noise: 4 })).blank).toBe(false);
  });

  it('are told from other pages, and known again when scanned twice', async () => {
    const hash = async (sheet: Raster | undefined, more: Omit<ScanConditions, 'seed'>) =>
      (await seen(sheet, more, 'weigh-1')).perceptualHash;
    const once = await hash(sheets[0], {});
    expect(hashDistance(once, await hash(sheets[0], { skew: 0.4, blurMm: 0.08, jpegQuality: 45 }))).toBeLessThan(12);
    expect(hashDistance(once, await hash(sheets[1], {}))).toBeGreaterThan(16);
  });

  it('have the resolution of their pixels on A4', async () => {
    expect(Math.round((await scanOf(sheets[0], {})).dpi)).toBe(dpi);
  });
});
