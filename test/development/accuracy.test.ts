import { describe, expect, it } from 'vitest';
import { nameShares, percent, type ScoredPage, score, type TrueSeal } from '../../fixtures/generate/accuracy-scores.ts';
import { listMistakes } from '../../src/development/accuracy/mistakes.ts';
import { withTables } from '../../src/development/accuracy/publish.ts';
import { tablesOf } from '../../src/development/accuracy/tables.ts';
import type { SealInspection } from '../../src/imaging/inspection.ts';

const truth: TrueSeal = {
  box: { x: 0.1, y: 0.1, width: 0.2, height: 0.1 },
  shape: 'round',
  verdict: 'legible',
  group: '0.50–0.75',
  name: '示例科技有限公司',
  innerLine: '合同专用章',
  number: null,
};
const seen: SealInspection = {
  box: { x: 0.11, y: 0.1, width: 0.2, height: 0.1 },
  shape: 'round',
  ink: 'red',
  verdict: 'legible',
  reason: 'clear',
  contrast: 0.6,
  coverage: 1,
  sharpness: 0.8,
  text: '示例科技有限公司',
  textConfidence: 0.9,
  innerText: '合同专用章',
  number: '',
  kind: 'contract',
  diameterMm: 40,
};
const away = { ...seen, box: { x: 0.6, y: 0.6, width: 0.2, height: 0.1 } };

describe('scores', () => {
  const pages: readonly ScoredPage[] = [
    { truth: [truth], seen: [seen] },
    { truth: [truth], seen: [away] },
    { truth: [], seen: [] },
    { truth: [], seen: [away] },
  ];
  const scores = score(pages);

  it('match by place, and count what was missed and what was seen in vain', () => {
    expect(scores.recall).toEqual({ hits: 1, all: 2 });
    expect(scores.precision).toEqual({ hits: 1, all: 3 });
    expect(scores.cleanPages).toEqual({ hits: 1, all: 2 });
    expect(scores.confusion).toEqual({ legible: { legible: 1, missed: 1 } });
    expect(scores.innerLine).toEqual({ hits: 1, all: 1 });
  });

  it('take the name of a missed seal for one of which nothing was read', () => {
    expect(nameShares(scores.names)).toEqual({ characters: { hits: 1, all: 2 }, exact: { hits: 1, all: 2 } });
  });

  it('match seals whose place is unknown by count, and never a frame with a ring', () => {
    const placeless = { ...truth, box: null };
    expect(score([{ truth: [placeless], seen: [away] }]).recall.hits).toBe(1);
    expect(score([{ truth: [placeless], seen: [{ ...away, shape: 'square' }] }]).recall.hits).toBe(0);
  });

  it('are written with their counts', () => {
    expect(percent({ hits: 197, all: 200 })).toBe('98.5 % (197/200)');
    expect(percent({ hits: 0, all: 0 })).toBe('—');
  });

  it('list each mistake with its file', () => {
    expect(listMistakes(pages, ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg']).map((line) => line.slice(0, 15))).toEqual([
      'b.jpg: missed: ',
      'b.jpg: in vain:',
      'd.jpg: in vain:',
    ]);
  });
});

describe('the tables', () => {
  const rowsOf = (pages: readonly ScoredPage[]): string[] =>
    tablesOf(
      {
        title: { en: 'Pictures', 'zh-CN': '图片' },
        engines: [{ engine: 'paddle', scores: score(pages), cost: null, peakBytes: 0 }],
      },
      'en',
    ).split('\n');

  it('give the characters on pictures labelled clear a row of their own, apart from all others', () => {
    const clear = { ...truth, group: 'clear' };
    const rows = rowsOf([
      { truth: [clear], seen: [{ ...seen, text: '示例科技有限公' }] },
      { truth: [{ ...truth, group: 'faint' }], seen: [{ ...seen, text: '' }] },
    ]);
    expect(rows).toContain('| characters of names on pictures labelled clear | 87.5 % (0.9/1) |');
  });

  it('have no such row for generated pages, which nobody labelled', () => {
    expect(rowsOf([{ truth: [truth], seen: [seen] }]).join()).not.toContain('labelled clear');
  });
});

describe('publishing', () => {
  const start = '<!-- accuracy: written by `npm run accuracy -- --write` -->';
  it('replaces what stands between the markers and nothing else', () => {
    const page = `# A\n${start}\n\nold\n\n<!-- /accuracy -->\n## B\n`;
    expect(withTables(page, 'new', 'README.md')).toBe(`# A\n${start}\n\nnew\n\n<!-- /accuracy -->\n## B\n`);
  });

  it('refuses a page without markers', () => {
    expect(() => withTables('# A\n', 'new', 'README.md')).toThrow('README.md has no section');
  });
});
