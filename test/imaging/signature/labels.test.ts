import { describe, expect, it } from 'vitest';
import { findLabels } from '../../../src/imaging/signature/labels.ts';

const paper = { widthMm: 210, heightMm: 297 };
/** A line of print whose characters are 4.2 mm wide. */
const line = (text: string, units: number, y = 0.5) => ({
  text,
  confidence: 0.98,
  box: { x: 0.2, y, width: (units * 4.2) / 210, height: 0.02 },
});

describe('labels that ask for a signature', () => {
  it.each([
    ['法定代表人（签字）：', 10],
    ['法定代表人(签名)', 8],
    ['法定代表人签字：', 8],
    ['授权代表签字:', 6.5],
    ['签字：', 3],
    ['签 名 ：', 4],
    ['负责人（签章）', 7],
    ['法定代表人（签字或盖章）：', 13],
    ['承诺人：', 4],
    ['互联网信息服务负责人签字：', 13],
  ])('finds %s', (text, units) => {
    const [found, ...more] = findLabels([line(text, units)], paper);
    expect(found?.text).toBe(text.replaceAll(' ', ''));
    expect(found?.tail).toBe('');
    expect(more).toEqual([]);
  });

  it.each([
    '本章程自全体股东签字之日起生效。',
    '双方签字盖章后生效',
    '请在签字前仔细阅读全文',
    '承诺人（盖章）：',
    '签订日期：2026年1月12日',
    '法定代表人：周启明',
  ])('finds none in %s', (text) => {
    expect(findLabels([line(text, text.length)], paper)).toEqual([]);
  });

  it('tells the label from the name that its line goes on with', () => {
    const lines = [
      line('以上情况属实，如有虚假，愿意承担法律责任。', 21, 0.3),
      line('法定代表人签字：周启明', 14, 0.5),
    ];
    const [found] = findLabels(lines, paper);
    expect(found?.text).toBe('法定代表人签字：');
    expect(found?.tail).toBe('周启明');
    // Eight characters of the label from its left edge, however wide the name was written.
    const characters = ((found?.area.right ?? 0) - 42) / 4.2;
    expect(characters).toBeGreaterThan(7.5);
    expect(characters).toBeLessThan(9);
  });

  it('finds both labels of a line that two parties share', () => {
    const found = findLabels([line('甲方签字：        乙方签字：', 14)], paper);
    expect(found.map(({ text }) => text)).toEqual(['甲方签字：', '乙方签字：']);
  });
});
