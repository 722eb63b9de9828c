import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { linePieces } from '../../../src/imaging/ocr/line-pieces.ts';
import type { Raster } from '../../../src/imaging/raster.ts';

const LINE = new URL('../../../fixtures/scans/seals/printed-line.png', import.meta.url);

/** The printed line at the recogniser's height, `times` over. */
async function repeated(times: number): Promise<Raster> {
  const { data, info } = await sharp(new URL(LINE).pathname)
    .flatten({ background: '#fff' })
    .greyscale()
    .resize({ height: 48 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const width = info.width * times;
  const wide = new Uint8Array(width * 48);
  for (let y = 0; y < 48; y++) {
    for (let x = 0; x < width; x++)
      wide[y * width + x] = data[(y * info.width + (x % info.width)) * info.channels] ?? 0;
  }
  return { width, height: 48, channels: 1, data: wide };
}

const column = ({ width, height, data }: Raster, x: number): number[] =>
  Array.from({ length: height }, (_, y) => data[y * width + x] ?? 0);

describe('pieces of a line', () => {
  it('are the line itself when it is short', async () => {
    const line = await repeated(1);
    const short = await sharp(line.data, { raw: { width: line.width, height: 48, channels: 1 } })
      .extract({ left: 0, top: 0, width: Math.min(line.width, 640), height: 48 })
      .raw()
      .toBuffer();
    const raster: Raster = { width: Math.min(line.width, 640), height: 48, channels: 1, data: new Uint8Array(short) };
    expect(linePieces(raster)).toEqual([raster]);
  });

  it('hold every inked column once, and are cut where there is none', async () => {
    const line = await repeated(3);
    const pieces = linePieces(line);
    expect(pieces.length).toBe(Math.ceil(line.width / 640));
    const inked = (raster: Raster): number[][] =>
      Array.from({ length: raster.width }, (_, x) => column(raster, x)).filter((values) => Math.min(...values) < 128);
    expect(pieces.flatMap(inked)).toEqual(inked(line));
    for (const piece of pieces) {
      expect(piece.width).toBeLessThan(640 * 1.4);
      for (const x of [0, piece.width - 1]) expect(Math.min(...column(piece, x))).toBeGreaterThan(200);
    }
  });

  it('are cut in gaps of print on grey paper too', async () => {
    const line = await repeated(3);
    const grey = { ...line, data: line.data.map((value) => value * 0.6) };
    const widths = (raster: Raster): number[] => linePieces(raster).map(({ width }) => width);
    expect(widths(grey)).toEqual(widths(line));
  });

  it('are never cut between the strokes of one character', () => {
    // Whole characters of 30 columns stand 6 apart; in the middle of the line three strokes stand 10 apart, as in 川.
    const height = 48;
    const whole = [...Array(30).fill(true), ...Array(6).fill(false)];
    const stroke = [...Array(4).fill(true), ...Array(10).fill(false)];
    const strokes = [...stroke, ...stroke, ...Array(4).fill(true), ...Array(6).fill(false)];
    const columns = [...Array(10).fill(whole).flat(), ...strokes, ...Array(10).fill(whole).flat()];
    const data = new Uint8Array(columns.length * height).fill(250);
    for (const [x, inked] of columns.entries())
      if (inked) for (let y = 6; y < 42; y++) data[y * columns.length + x] = 20;
    const line: Raster = { width: columns.length, height, channels: 1, data };
    const [left] = linePieces(line);
    const from = 360;
    const cut = (left?.width ?? 0) - 6;
    expect(cut <= from || cut >= from + strokes.length - 6).toBe(true);
  });
});
