import { describe, expect, it } from 'vitest';
import { findSeals } from '../../../src/imaging/seal/detect.ts';
import { drawnPage, framedSeal, printedText, ringSeal } from './drawn-page.ts';

const a4 = { widthMm: 210, heightMm: 297 };
const [width, height] = [1240, 1754];

const found = async (content: string, paper?: string) => findSeals(await drawnPage(width, height, content, paper), a4);
const summary = async (content: string, paper?: string) =>
  (await found(content, paper)).map(({ shape, ink }) => `${shape} ${ink}`);

describe('finding seals', () => {
  it('finds a round red seal and where it is', async () => {
    const [seal, ...rest] = await found(printedText(width, height) + ringSeal({ cx: 800, cy: 1300, a: 118 }));
    expect(rest).toEqual([]);
    expect(seal).toMatchObject({ shape: 'round', ink: 'red', outline: { form: 'ellipse' } });
    expect(seal?.box.x).toBeCloseTo((800 - 118) / width, 2);
    expect(seal?.box.y).toBeCloseTo((1300 - 118) / height, 2);
    expect(seal?.box.width).toBeCloseTo(236 / width, 2);
  });

  it.each([0, 33, 90, 180, 251])('finds an oval seal turned by %i°', async (turn) => {
    expect(await summary(ringSeal({ cx: 620, cy: 900, a: 130, b: 90, turn }))).toEqual(['oval red']);
  });

  it('finds seals on tinted and on grey paper', async () => {
    const seal = ringSeal({ cx: 620, cy: 900, a: 118 });
    expect(await summary(seal, '#f6dcd8')).toEqual(['round red']);
    expect(await summary(seal, '#a7a29c')).toEqual(['round red']);
  });

  it('finds a faint seal that a fixed saturation gate would drop', async () => {
    expect(await summary(printedText(width, height) + ringSeal({ cx: 700, cy: 900, a: 118, opacity: 0.15 }))).toEqual([
      'round red',
    ]);
  });

  it('tells grey and blue seals from red ones', async () => {
    expect(await summary(ringSeal({ cx: 620, cy: 900, a: 118, colour: '#3348a8' }))).toEqual(['round other']);
    expect(await summary(ringSeal({ cx: 620, cy: 900, a: 118, colour: '#707070' }))).toEqual(['round grey']);
  });

  it('finds square name chops and rectangular seals at an angle', async () => {
    const chop = framedSeal({ cx: 300, cy: 400, width: 118, height: 118, rows: 2, columns: 2, turn: 12 });
    const bar = framedSeal({ cx: 800, cy: 1200, width: 300, height: 120, rows: 2, columns: 7, turn: -9 });
    expect((await summary(chop + bar)).sort()).toEqual(['rectangle red', 'square red']);
  });

  it('finds several seals, also where two overlap', async () => {
    const seals = [
      ringSeal({ cx: 300, cy: 400, a: 118 }),
      ringSeal({ cx: 700, cy: 1200, a: 118 }),
      ringSeal({ cx: 860, cy: 1260, a: 112 }),
    ];
    expect(await summary(seals.join(''))).toEqual(['round red', 'round red', 'round red']);
  });

  it('finds a seal that the edge of the page cuts through, with its box ending at the edge', async () => {
    const [seal, ...rest] = await found(ringSeal({ cx: width - 20, cy: 900, a: 118 }));
    expect(rest).toEqual([]);
    expect(seal?.shape).toBe('round');
    expect((seal?.box.x ?? 0) + (seal?.box.width ?? 0)).toBeCloseTo(1, 5);
  });

  it.each([
    ['right', width - 25, 900, 0],
    ['right, at an angle', width - 25, 900, 14],
    ['left', 15, 700, -8],
    ['lower', 600, height - 20, 5],
  ])('finds a name chop that the %s edge of the page cuts through', async (_, cx, cy, turn) => {
    const [seal, ...rest] = await found(framedSeal({ cx, cy, width: 118, height: 118, rows: 2, columns: 2, turn }));
    expect(rest).toEqual([]);
    expect(seal).toMatchObject({ ink: 'red' });
    const { x = 0, y = 0, width: across = 0, height: down = 0 } = seal?.box ?? {};
    expect(x).toBeCloseTo(Math.max(0, (cx - 62) / width), 1);
    expect(x + across).toBeCloseTo(Math.min(1, (cx + 62) / width), 1);
    expect(y + down).toBeCloseTo(Math.min(1, (cy + 62) / height), 1);
  });

  it.each([
    ['half across', 'M520 820h60v200h-60z', 'square'],
    ['from corner to corner', 'M500 980l200 0l0 -200z', 'square'],
    ['at one corner', 'M500 800h110L520 880z', 'square'],
  ])('finds a name chop of which a part was never printed: %s', async (_, unprinted, shape) => {
    const chop = framedSeal({ cx: 600, cy: 880, width: 118, height: 118, rows: 2, columns: 2 });
    const [seal, ...rest] = await found(`${chop}<path d="${unprinted}" fill="#fdfcf8"/>`);
    expect(rest).toEqual([]);
    expect(seal).toMatchObject({ shape, cut: true });
    expect((seal?.box.width ?? 0) * width).toBeCloseTo(124, -1.3);
  });

  it('finds a bar seal of which a slanting part was never printed', async () => {
    const bar = framedSeal({ cx: 700, cy: 1200, width: 300, height: 120, rows: 2, columns: 7, turn: -9 });
    const [seal, ...rest] = await found(`${bar}<path d="M800 1000h200v400h-100z" fill="#fdfcf8"/>`);
    expect(rest).toEqual([]);
    expect(seal).toMatchObject({ shape: 'rectangle', cut: true });
  });

  it('does not call a whole frame cut', async () => {
    const chop = framedSeal({ cx: 300, cy: 400, width: 118, height: 118, rows: 2, columns: 2, turn: 12 });
    expect(await found(chop)).toMatchObject([{ cut: false }]);
  });

  it('finds a name chop that a pale watermark of its own colour crosses', async () => {
    const words = `<g opacity="0.25">${framedSeal({ cx: 360, cy: 400, width: 420, height: 60, rows: 1, columns: 7, turn: -30 })}</g>`;
    const chop = framedSeal({ cx: 300, cy: 400, width: 118, height: 118, rows: 2, columns: 2 });
    expect(await summary(words + chop)).toContain('square red');
  });

  it('finds a grey name chop with black print across its frame', async () => {
    const print = Array.from(
      { length: 5 },
      (_, k) => `<rect x="${150 + k * 26}" y="330" width="20" height="22" fill="#111"/>`,
    );
    const chop = framedSeal({ cx: 300, cy: 400, width: 118, height: 118, rows: 2, columns: 2, colour: '#6a6a6a' });
    expect(await summary(chop + print.join(''))).toEqual(['square grey']);
  });

  it('finds a worn ring of which more than half is bare', async () => {
    const worn = ringSeal({ cx: 620, cy: 900, a: 118 });
    const bare = Array.from({ length: 10 }, (_, k) => {
      const [x, y] = [620 + 118 * Math.cos(k * 0.628), 900 + 118 * Math.sin(k * 0.628)];
      return `<circle cx="${x}" cy="${y}" r="22" fill="#fdfcf8"/>`;
    });
    expect(await summary(worn + bare.join(''))).toEqual(['round red']);
  });

  it('finds the same seals every time', async () => {
    const content = printedText(width, height) + ringSeal({ cx: 700, cy: 900, a: 118, opacity: 0.3 });
    expect(await found(content)).toEqual(await found(content));
  });
});

describe('red things that are no seal', () => {
  const red = '#d8121b';
  it.each([
    ['a page of black text', printedText(width, height)],
    ['an empty circle', `<circle cx="600" cy="800" r="118" fill="none" stroke="${red}" stroke-width="6"/>`],
    ['a filled disc', `<circle cx="600" cy="800" r="118" fill="${red}"/>`],
    [
      'a red tile with one white character',
      `<rect x="300" y="800" width="120" height="120" rx="18" fill="${red}"/><path d="M330 838h60v9h-60zM330 856h60v9h-60zM330 874h60v9h-60zM338 838h7v45h-7zM356 838h7v45h-7zM374 838h7v45h-7z" fill="#fdfcf8"/>`,
    ],
    ['a corner of a frame', `<path d="M300 920V800h120" fill="none" stroke="${red}" stroke-width="6"/>`],
    ['an open frame', `<path d="M420 800H300v120h120" fill="none" stroke="${red}" stroke-width="6"/>`],
    [
      'rows of red print',
      Array.from({ length: 3 }, (_, k) =>
        framedSeal({ cx: 500, cy: 700 + 60 * k, width: 200, height: 40, rows: 1, columns: 6, colour: red }).replace(
          /<rect[^>]*>/,
          '',
        ),
      ).join(''),
    ],
    ['an empty frame', `<rect x="300" y="800" width="300" height="120" fill="none" stroke="${red}" stroke-width="6"/>`],
    ['a rule across the page', `<rect x="140" y="300" width="960" height="5" fill="${red}"/>`],
    [
      'a red table',
      Array.from(
        { length: 7 },
        (_, k) => `<path d="M140 ${500 + k * 53}H1100M${140 + k * 160} 500V818" stroke="${red}" stroke-width="2"/>`,
      ).join(''),
    ],
    ['a star', `<path d="M600 700l35 108h113l-91 66 35 108-92-67-92 67 35-108-91-66h113z" fill="${red}"/>`],
  ])('sees none in %s', async (_, content) => {
    expect(await summary(content)).toEqual([]);
  });

  it('sees none on an empty page or in a picture of a few pixels', async () => {
    expect(await summary('')).toEqual([]);
    expect(findSeals(await drawnPage(9, 7, ''), { widthMm: 2, heightMm: 2 })).toEqual([]);
  });
});
