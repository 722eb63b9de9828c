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
