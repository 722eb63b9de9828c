import { describe, expect, it } from 'vitest';
import type { InkMap } from '../../../src/imaging/seal/ink-map.ts';
import { findLayout } from '../../../src/imaging/seal/layout.ts';
import { inkMaps } from '../../../src/imaging/seal/page-ink.ts';
import { rimOf } from '../../../src/imaging/seal/rim.ts';
import { findLines } from '../../../src/imaging/seal/straight.ts';
import { drawnPage, ringSeal } from './drawn-page.ts';

const CENTRE = 200;
const RADIUS = 150;
const RED = '#c8161d';
const seal = ringSeal({ cx: CENTRE, cy: CENTRE, a: RADIUS });
const rim = rimOf({ cx: CENTRE, cy: CENTRE, a: RADIUS, b: RADIUS, angle: 0 }, 'round');
/** Red excess of the drawn colour is 0.68: a point counts from a third of it. */
const PRINTED = 0.23;

const mapOf = async (content: string): Promise<InkMap> => inkMaps(await drawnPage(400, 400, content), 100).red;

/** Something drawn upright at the top of the rim, turned clockwise to `degrees`; y is the distance from the middle, upwards negative. */
const turned = (degrees: number, content: string): string =>
  `<g transform="translate(${CENTRE} ${CENTRE}) rotate(${degrees})" fill="${RED}">${content}</g>`;

const box = (width: number, from: number, to: number): string =>
  `<rect x="${-width / 2}" y="${-to * RADIUS}" width="${width}" height="${(to - from) * RADIUS}"/>`;

/** The corner of a straight line, a stroke of it that reaches up, and a digit above. */
const corner = box(14, 0.62, 0.7) + box(1.5, 0.62, 0.86) + box(5, 0.8, 0.86);

const bareRim = `<circle cx="${CENTRE}" cy="${CENTRE}" r="${RADIUS}" fill="none" stroke="${RED}" stroke-width="9"/>`;

/** Twelve characters, a quarter of the radius high, over `half` degrees either side of the top. */
const name = (half: number, inner: number): string =>
  turned(
    0,
    Array.from({ length: 12 }, (_, k) => {
      const strokes = [0, 0.11, 0.23].map((up) => box(26, inner + up, inner + up + 0.02));
      return `<g transform="rotate(${((2 * k) / 11 - 1) * half})">${strokes.join('')}${box(5, inner, inner + 0.25)}</g>`;
    }).join(''),
  );

describe('the layout of a round seal', () => {
  it('takes no corner of a straight line for a character, on one side or on both', async () => {
    const bare = findLayout(await mapOf(seal), rim, PRINTED);
    const left = findLayout(await mapOf(seal + turned(-151, corner)), rim, PRINTED);
    const both = findLayout(await mapOf(seal + turned(-151, corner) + turned(151, corner)), rim, PRINTED);
    for (const layout of [left, both]) {
      expect(layout?.name.from).toBeCloseTo(bare?.name.from ?? 0, 2);
      expect(layout?.name.to).toBeCloseTo(bare?.name.to ?? 0, 2);
    }
  });

  it('keeps a narrow first character', async () => {
    const bare = findLayout(await mapOf(seal), rim, PRINTED);
    const longer = findLayout(await mapOf(seal + turned(-147, box(6, 0.62, 0.86))), rim, PRINTED);
    expect((bare?.name.from ?? 0) - (longer?.name.from ?? 0)).toBeGreaterThan(0.03);
  });

  it('finds the name below a second ring that stands well clear of the rim', async () => {
    const ring = `<circle cx="${CENTRE}" cy="${CENTRE}" r="${0.88 * RADIUS}" fill="none" stroke="${RED}" stroke-width="4"/>`;
    const layout = findLayout(await mapOf(bareRim + ring + name(125, 0.55)), rim, PRINTED);
    expect(layout?.rimEdge).toBeLessThan(0.89);
    expect((layout?.name.to ?? 0) - (layout?.name.from ?? 0)).toBeGreaterThan(0.65);
  });
});

describe('a straight line within the rim', () => {
  const tone = { floor: 0.05, full: 0.6 };
  const line = Array.from({ length: 5 }, (_, k) => {
    const left = 152 + k * 20;
    const bars = [262, 272, 281].map((top) => `<rect x="${left}" y="${top}" width="16" height="3" fill="${RED}"/>`);
    return `${bars.join('')}<rect x="${left + 6}" y="262" width="3" height="22" fill="${RED}"/>`;
  }).join('');

  it('ends at its last character, not at a stroke that a neighbour leaves beside it', async () => {
    const sliver = `<rect x="128" y="270" width="12" height="4" fill="${RED}"/>`;
    for (const content of [line, line + sliver]) {
      const map = await mapOf(bareRim + name(100, 0.62) + content);
      const layout = findLayout(map, rim, PRINTED);
      if (layout === null) throw new Error('no layout');
      const { rectangles } = findLines(map, rim, layout, [layout.name], tone);
      expect(rectangles).toHaveLength(1);
      expect(rectangles[0]?.cx).toBeCloseTo(200, -1);
      // 96 and paper on either side.
      expect(rectangles[0]?.width).toBeGreaterThan(96);
      expect(rectangles[0]?.width).toBeLessThan(110);
    }
  });
});
