import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../src/imaging/raster.ts';
import type { InkMap } from '../../../src/imaging/seal/ink-map.ts';
import { inkMaps } from '../../../src/imaging/seal/page-ink.ts';
import { strokesOf } from '../../../src/imaging/seal/strokes.ts';
import { drawnPage } from './drawn-page.ts';

/** As a scanner stores it: colour at half the resolution of brightness. */
async function asJpeg({ width, height, data }: Raster): Promise<Raster> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 75, chromaSubsampling: '4:2:0' })
    .toBuffer();
  return { width, height, channels: 3, data: new Uint8Array(await sharp(jpeg).raw().toBuffer()) };
}

const mean = (map: InkMap, left: number, top: number, width: number, height: number): number => {
  let sum = 0;
  for (let y = top; y < top + height; y++)
    for (let x = left; x < left + width; x++) sum += map.data[y * map.width + x] ?? 0;
  return sum / (width * height);
};

describe('strokes of a seal that print crosses', () => {
  it('go on below the print, and print beside them leaves none', async () => {
    const seal = '<g style="mix-blend-mode:multiply"><rect x="20" y="60" width="160" height="8" fill="#d61628"/></g>';
    const print = '<rect x="96" y="20" width="5" height="120" fill="#1a1a1a"/>';
    const page = await asJpeg(await drawnPage(200, 160, print + seal));
    const maps = inkMaps(page, 64);
    const strokes = strokesOf({ map: maps.red, absorption: maps.any }, 0.2);
    const beside = mean(strokes, 60, 62, 20, 4);
    expect(mean(strokes, 97, 62, 3, 4)).toBeGreaterThan(0.6 * beside);
    expect(mean(strokes, 96, 100, 5, 20)).toBeLessThan(0.1 * beside);
    expect(mean(strokes, 94, 100, 9, 20)).toBeLessThan(0.1 * beside);
  });

  it('are what absorption shows where nothing crosses them', async () => {
    const page = await drawnPage(200, 160, '<rect x="20" y="60" width="160" height="8" fill="#d61628"/>');
    const maps = inkMaps(page, 64);
    const strokes = strokesOf({ map: maps.red, absorption: maps.any }, 0.2);
    expect(mean(strokes, 60, 62, 20, 4)).toBeCloseTo(mean(maps.red, 60, 62, 20, 4), 1);
    expect(mean(strokes, 60, 80, 20, 20)).toBeCloseTo(0, 2);
  });
});
