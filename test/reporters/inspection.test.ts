import { describe, expect, it } from 'vitest';
import type { FileInspection, PageEdges, PageInspection, SignatureInspection } from '../../src/imaging/inspection.ts';
import { describeInspections } from '../../src/reporters/inspection.ts';

const place: SignatureInspection = {
  label: '法定代表人（签字）：\u001b[31m',
  box: { x: 0.3, y: 0.82, width: 0.3, height: 0.06 },
  inkBox: null,
  verdict: 'unsigned',
  reason: 'seal-only',
  confidence: 0.97,
  strokeMm: 3.6,
  slant: 0,
  heightRatio: 0,
  sealShare: 0,
};
const slice = {
  side: 'right',
  ink: 'other',
  topMm: 110.4,
  bottomMm: 150.6,
  depthMm: 20.1,
  insetMm: 0,
  innerExtentMm: 29,
  outerExtentMm: 40,
} as const;
const page = (number: number, edges: PageEdges | null, signatures: PageInspection['signatures']): PageInspection => ({
  number,
  widthMm: 210,
  heightMm: 297,
  dpi: 200,
  colour: 'colour',
  text: null,
  quality: null,
  seals: [],
  edges,
  signatures,
});
const file = (pages: readonly PageInspection[]): FileInspection => ({
  file: '协议.pdf',
  sha256: '0'.repeat(64),
  bytes: 1000,
  mediaType: 'application/pdf',
  problem: null,
  pages,
});
const pages = [
  page(1, { slices: [slice], unclear: ['left'] }, [place, { ...place, verdict: 'signed', reason: 'pen-strokes' }]),
  page(2, { slices: [{ ...slice, innerExtentMm: 40, outerExtentMm: 29 }], unclear: [] }, []),
];
const shown = (locale: 'zh-CN' | 'en', seen = pages): string =>
  describeInspections([file(seen)], { locale, colour: false, columns: 120, verbose: false });

describe('what inspect prints', () => {
  it.each([
    [
      'zh-CN',
      [
        '签字处 · 没有签字',
        '印着: 法定代表人（签字）：',
        '只有印章的红色 · 把握 97% · 笔画总长 4 mm',
        '签字处 · 有手写笔迹',
      ],
    ],
    [
      'en',
      ['place for a signature · not signed', "nothing but a seal's red ink · confidence 97%", 'length of strokes 4 mm'],
    ],
  ] as const)('names the places for signatures and what stands there: %s', (locale, phrases) => {
    const text = shown(locale);
    for (const phrase of phrases) expect(text).toContain(phrase);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('x 30% y 82% 30% × 6%');
  });

  it.each([
    [
      'zh-CN',
      [
        '骑缝章 A 的一部分 · 右边 · 其他颜色 · 距上边 110–151 mm · 宽 20.1 mm',
        '✔ 骑缝章 A · 各页拼成一个完整的章',
        '第 1、2 页 · 右边 · 其他颜色',
        '合起来的宽度 40.2 mm',
        '左边看不出有没有骑缝章',
      ],
    ],
    [
      'en',
      [
        'Part of straddle seal A · right edge · another colour · from the top 110–151 mm',
        '✔ Straddle seal A · the parts join',
        'pages 1, 2 · right edge · another colour',
        'together 40.2 mm',
        'Whether the left edge',
      ],
    ],
  ] as const)('names the parts of straddle seals and what they make up: %s', (locale, phrases) => {
    const text = shown(locale);
    for (const phrase of phrases) expect(text).toContain(phrase);
  });

  it('says why the parts do not join', () => {
    const twice = pages.map(({ number }) => page(number, { slices: [slice], unclear: [] }, null));
    expect(shown('zh-CN', twice)).toContain('? 骑缝章 A · 拼不成一个章：头尾两页上是章的同一侧');
    const thin = twice.map((each, i) =>
      page(
        each.number,
        {
          slices: [{ ...slice, depthMm: 8, ...(i === 0 ? {} : { innerExtentMm: 40, outerExtentMm: 29 }) }],
          unclear: [],
        },
        null,
      ),
    );
    expect(shown('en', thin)).toContain('together they are less than the whole seal');
    expect(shown('zh-CN', twice.slice(0, 1))).toContain('只在一页上看到');
  });

  it('says nothing of edges and signatures that were not looked at', () => {
    const text = shown('zh-CN', [page(1, null, null)]);
    expect(text).not.toMatch(/骑缝|签字/u);
  });
});
