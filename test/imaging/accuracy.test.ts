import { describe, expect, it } from 'vitest';
import { score } from '../../fixtures/generate/accuracy-scores.ts';
import { expectedFigures, falls, figuresOf, fixedPages } from '../../src/development/accuracy/fixed-set.ts';
import { readPictures } from '../../src/development/accuracy/read-pictures.ts';
import { startEngine } from '../../src/imaging/ocr/choose.ts';

const paddle = await startEngine('paddle');
await paddle?.close();

const engines = [
  ['tesseract', true, 'tesseract'],
  ['paddle', paddle !== null, paddle === null ? 'paddle (skipped: the engine is not installed here)' : 'paddle'],
] as const;

describe.concurrent('seals on the committed pages are found, judged and read no worse than recorded', {
  timeout: 600_000,
}, () => {
  for (const [engine, isHere, title] of engines) {
    it.skipIf(!isHere)(title, async () => {
      const pages = fixedPages();
      const { pictures } = await readPictures({ engine, pictures: pages, warmUp: 0 }, () => undefined);
      const scored = pages.map(({ truth }, index) => ({ truth, seen: pictures[index]?.seals ?? [] }));
      const fallen = falls(expectedFigures(engine), figuresOf(score(scored)));
      expect(
        fallen,
        `figures of ${engine} fell by more than a point:\n  ${fallen.join('\n  ')}\n` +
          `To look: npm run accuracy -- --fixed --engine ${engine} --mistakes lists every seal that was missed, misjudged or misread.\n` +
          'After an improvement: npm run accuracy -- --fixed --record writes fixtures/labelled-pages/expected.json anew; say in the commit what rose, and why anything fell.',
      ).toEqual([]);
    });
  }
});

describe('the comparison with what was recorded', () => {
  it('lets a figure fall by one point, not by more', () => {
    expect(falls({ recall: 96.7 }, { recall: 95.7 })).toEqual([]);
    expect(falls({ recall: 96.7 }, { recall: 95.6 })).toEqual(['recall: 95.6 %, was 96.7 %']);
  });

  it('notices a figure that is no longer measured', () => {
    expect(falls({ recall: 96.7 }, {})).toEqual(['recall: not measured, was 96.7 %']);
  });
});
