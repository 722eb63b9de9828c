import { describe, expect, it } from 'vitest';
import type { OcrEngine } from '../../../src/imaging/ocr/engine.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { measureSeal } from '../../../src/imaging/seal/measure.ts';
import { inkMaps } from '../../../src/imaging/seal/page-ink.ts';
import { readSeal } from '../../../src/imaging/seal/read.ts';
import { readFrame } from '../../../src/imaging/seal/read-frame.ts';
import { readNumber } from '../../../src/imaging/seal/read-number.ts';
import { rimOf } from '../../../src/imaging/seal/rim.ts';
import { type SealView, viewSeal } from '../../../src/imaging/seal/view.ts';
import { drawnPage, ringSeal } from './drawn-page.ts';

const RED = '#c8161d';
const tone = { floor: 0.05, full: 0.6 };

/** Says what it is told to, and keeps what it is shown. */
function scripted(answers: readonly (readonly [string, number])[]): { engine: OcrEngine; shown: Raster[] } {
  const shown: Raster[] = [];
  const engine: OcrEngine = {
    name: 'paddle',
    readLine: (image) => {
      const [text, confidence] = answers[shown.length] ?? ['', 0];
      shown.push(image);
      return Promise.resolve({ text, confidence });
    },
    readPage: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
  return { engine, shown };
}

async function viewOf(content: string): Promise<SealView> {
  const maps = inkMaps(await drawnPage(400, 400, content), 100);
  const outline = { form: 'rectangle', rectangle: { cx: 200, cy: 200, width: 1, height: 1, angle: 0 } } as const;
  return { map: maps.red, absorption: maps.any, floor: 0.05, noise: 0.01, outline, radius: 150, factor: 1 };
}

const rect = (x: number, y: number, width: number, height: number): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${RED}"/>`;

/** Share of dark pixels in each quarter of a picture, left to right. */
function quarters({ width, height, data }: Raster): number[] {
  return [0, 1, 2, 3].map((quarter) => {
    const [from, to] = [Math.floor((quarter * width) / 4), Math.floor(((quarter + 1) * width) / 4)];
    let dark = 0;
    for (let y = 0; y < height; y++) for (let x = from; x < to; x++) if ((data[y * width + x] ?? 255) < 128) dark++;
    return dark / ((to - from) * height);
  });
}

describe('a name chop', () => {
  const field = { cx: 200, cy: 200, width: 120, height: 120, angle: 0 };

  it('is turned upside down before it is laid on a side', async () => {
    // The upper right quarter alone is inked: first to be read upright, last upside down.
    const { engine, shown } = scripted([
      ['', 0],
      ['卢落岸印', 0.97],
    ]);
    const { name } = await readFrame(await viewOf(rect(215, 155, 30, 30)), field, 'square', 0.3, tone, engine);
    expect(shown.map((picture) => quarters(picture).findIndex((share) => share > 0.1))).toEqual([0, 3]);
    expect(name).toBe('卢落岸印');
  });

  it('is not believed to lie on a side where the word for seal would not come last', async () => {
    const view = await viewOf(rect(215, 155, 30, 30));
    const aside = scripted([
      ['', 0],
      ['卢落岸印', 0.8],
      ['落印卢岸', 1],
    ]);
    expect((await readFrame(view, field, 'square', 0.3, tone, aside.engine)).name).toBe('卢落岸印');
    const called = scripted([['吴章语印', 0.95]]);
    expect((await readFrame(view, field, 'square', 0.3, tone, called.engine)).name).toBe('吴章语印');
    expect(called.shown).toHaveLength(1);
  });
});

describe('the lines of a framed seal', () => {
  it('are handed over from their first to their last character, without the frame beside them', async () => {
    const field = { cx: 200, cy: 200, width: 300, height: 100, angle: 0 };
    const characters = Array.from(
      { length: 4 },
      (_, k) => rect(140 + k * 32, 180, 26, 6) + rect(140 + k * 32, 214, 26, 6) + rect(150 + k * 32, 180, 6, 40),
    );
    const frame = rect(55, 154, 290, 3) + rect(55, 243, 290, 3) + rect(55, 154, 5, 92) + rect(340, 154, 5, 92);
    const { engine, shown } = scripted([['四川江河', 0.95]]);
    await readFrame(await viewOf(characters.join('') + frame), field, 'rectangle', 0.2, tone, engine);
    const [picture] = shown;
    // 122 × 40 on the page, at 48 high and with paper around.
    expect((picture?.width ?? 0) / (picture?.height ?? 1)).toBeLessThan(4);
    expect(
      quarters(picture ?? { width: 0, height: 0, channels: 1, data: new Uint8Array() }).every((share) => share > 0.15),
    ).toBe(true);
  });
});

describe('the number on the lower arc', () => {
  const rim = rimOf({ cx: 200, cy: 200, a: 150, b: 150, angle: 0 }, 'round');
  // From the right of the bottom to its left, clockwise.
  const margin = { from: 0.12, to: 0.38, inner: 0.65, outer: 0.95 };
  const at = (degrees: number, content: string): string =>
    `<g transform="translate(200 200) rotate(${degrees})">${content}</g>`;
  /** Thirteen strokes from 0.81 to 0.89 of the radius, over 32 degrees either side of the bottom. */
  const digits = Array.from({ length: 13 }, (_, k) =>
    at(180 + ((k / 12) * 2 - 1) * 32, rect(-2.5, -0.89 * 150, 5, 0.08 * 150)),
  ).join('');
  const ring = `<circle cx="200" cy="200" r="${0.885 * 150}" fill="none" stroke="${RED}" stroke-width="2"/>`;

  it('is taken whole where a second ring runs through its digits, and without a corner beside them', async () => {
    const corner = at(180 - 41, rect(-6, -0.83 * 150, 12, 20));
    const { engine } = scripted([['3107302951107', 0.95]]);
    const number = await readNumber(await viewOf(digits + ring + corner), rim, margin, tone, engine);
    expect(number?.text).toBe('3107302951107');
    expect(number?.arc.outer).toBeGreaterThan(0.89);
    expect(number?.arc.inner).toBeLessThan(0.81);
    expect(number?.arc.inner).toBeGreaterThan(0.74);
    expect(number?.arc.from).toBeGreaterThan(0.15);
    expect(number?.arc.from).toBeLessThan(0.25 - 32 / 360);
    expect(number?.arc.to).toBeGreaterThan(0.25 + 32 / 360);
    expect(number?.arc.to).toBeLessThan(0.35);
  });

  it('is not asked for where nothing, or too little, is printed', async () => {
    const two = at(178, rect(-2.5, -0.89 * 150, 5, 12)) + at(184, rect(-2.5, -0.89 * 150, 5, 12));
    for (const content of ['', ring, two]) {
      const { engine, shown } = scripted([['12345678', 1]]);
      expect(await readNumber(await viewOf(content), rim, margin, tone, engine)).toBeNull();
      expect(shown).toHaveLength(0);
    }
  });
});

describe('a pale grey seal under black print', () => {
  it('is handed over as dark as any other', async () => {
    const print = Array.from(
      { length: 5 },
      (_, k) => `<rect x="120" y="${150 + 22 * k}" width="160" height="14" fill="#111"/>`,
    );
    const seal = ringSeal({ cx: 200, cy: 200, a: 150, colour: '#b4b4b4' });
    const page = await drawnPage(400, 400, seal + print.join(''));
    const view = viewSeal(page, {
      box: { x: 0.125, y: 0.125, width: 0.75, height: 0.75 },
      shape: 'round',
      ink: 'grey',
      outline: { form: 'ellipse', ellipse: { cx: 200, cy: 200, a: 150, b: 150, angle: 0 } },
      coverage: 1,
      cut: false,
    });
    const { engine, shown } = scripted([]);
    await readSeal(view, 'round', measureSeal(view), engine);
    const name = shown[0]?.data.slice().sort() ?? new Uint8Array();
    expect(name[Math.floor(name.length / 20)]).toBeLessThan(90);
  });
});
