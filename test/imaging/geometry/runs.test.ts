import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../fixtures/generate/random.ts';
import { connectedComponents, dilate } from '../../../src/imaging/geometry/components.ts';
import { joinRuns, runsOver } from '../../../src/imaging/geometry/runs.ts';

const [width, height] = [61, 47];

/** Specks, a share of the pixels, and two bars that touch the edges. */
function speckled(seed: string, share: number): Float32Array {
  const random = seededRandom(seed);
  const values = Float32Array.from({ length: width * height }, () => (random.chance(share) ? 0.5 + random.next() : 0));
  values.fill(1, 0, 20);
  for (let y = 30; y < height; y++) values[y * width + width - 1] = 1;
  return values;
}

describe('runs of set pixels', () => {
  it('cover just the pixels over the level', () => {
    const values = speckled('cover', 0.3);
    const { count, from, to, rowStart, area } = runsOver(values, width, height, 0.7);
    const covered = new Uint8Array(values.length);
    for (let y = 0; y < height; y++) {
      for (let run = rowStart[y] ?? 0; run < (rowStart[y + 1] ?? 0); run++)
        covered.fill(1, y * width + (from[run] ?? 0), y * width + (to[run] ?? 0));
    }
    expect([...covered]).toEqual([...values].map((value) => (value > 0.7 ? 1 : 0)));
    expect(area).toBe(values.filter((value) => value > 0.7).length);
    expect(rowStart[height]).toBe(count);
  });

  it('of a higher level are the same when only those of a lower one are looked at', () => {
    const values = speckled('within', 0.4);
    const low = runsOver(values, width, height, 0.5);
    const direct = runsOver(values, width, height, 1.1);
    const within = runsOver(values, width, height, 1.1, low);
    expect(within.count).toBe(direct.count);
    expect(within.from.slice(0, within.count)).toEqual(direct.from.slice(0, direct.count));
    expect(within.to.slice(0, within.count)).toEqual(direct.to.slice(0, direct.count));
    expect(within.rowStart).toEqual(direct.rowStart);
  });

  // Growing every pixel by a square and joining what touches is the plain way to the same groups.
  it.each([
    [0, 0.04],
    [0, 0.3],
    [1, 0.02],
    [2, 0.01],
    [5, 0.004],
  ])('join over gaps as pixels grown by %i either side do (%d set)', (join, share) => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const values = speckled(`${seed} ${join}`, share);
      const mask = { width, height, data: Uint8Array.from(values, (value) => (value > 0 ? 1 : 0)) };
      const areas = connectedComponents(dilate(mask, join), 1)
        .map(({ pixels }) => pixels.reduce((sum, pixel) => sum + (mask.data[pixel] ?? 0), 0))
        .sort((p, q) => p - q);
      const groups = joinRuns(runsOver(values, width, height, 0), 2 * join, 1);
      expect(groups.map(({ area }) => area).sort((p, q) => p - q)).toEqual(areas);
    }
  });

  it('leave small groups out and give the bounds of the others', () => {
    const values = new Float32Array(width * height);
    values[3 * width + 4] = 1;
    for (let y = 10; y <= 20; y++) values[y * width + 30] = 1;
    const [group, ...rest] = joinRuns(runsOver(values, width, height, 0), 0, 5);
    expect(rest).toEqual([]);
    expect(group).toMatchObject({ left: 30, right: 30, top: 10, bottom: 20, area: 11 });
  });
});
