import { describe, expect, it } from 'vitest';
import copiedText from '../../rules/portfolio/copied-text/rule.ts';
import { neutralText } from '../../src/portfolio/neutral-text.ts';
import { likelyPairs, resemblance, sketchText } from '../../src/portfolio/text-sketch.ts';
import { type PlanPair, planPairs } from './plan-texts.ts';

const { mostAlike } = copiedText.options.parse({}) as { mostAlike: number };
const each = 200;

const sketches = ({ plans }: PlanPair) => plans.map(({ text, names }) => sketchText(neutralText(text, names)));

function shareFound(pairs: readonly PlanPair[], kind: PlanPair['kind']): number {
  const own = pairs.filter((pair) => pair.kind === kind);
  const found = own.filter((pair) => {
    const [a, b] = sketches(pair);
    return a !== undefined && b !== undefined && resemblance(a, b) > mostAlike && likelyPairs([a, b]).length === 1;
  });
  return found.length / own.length;
}

describe.each(['fit', 'judge'] as const)('plans made of the sentences to %s', (bank) => {
  const pairs = planPairs(bank, 'test', each);

  it('are found when two companies filled in one template', () => {
    expect(shareFound(pairs, 'one-template')).toBeGreaterThanOrEqual(0.88);
  });
  it('are left alone when they are only on the same topics', () => {
    expect(shareFound(pairs, 'same-topics')).toBeLessThanOrEqual(0.01);
  });
  it('are left alone when they quote the same articles of law', () => {
    expect(shareFound(pairs, 'same-quotations')).toBeLessThanOrEqual(0.03);
  });
});

describe('a neutral text', () => {
  const names = ['杭州青禾示例网络科技有限公司', '青禾资讯', '林晚秋'];

  it('leaves out names, figures and all that is not Chinese', () => {
    const text =
      '杭州青禾示例网络科技 有限公司（青禾资讯，www.qinghe-example.cn）于2023年3月聘请林晚秋，月薪一万二千元。';
    expect(neutralText(text, names)).toBe('于年月聘请月薪元');
  });
  it('keeps a name of one character, which stands in other words', () => {
    expect(neutralText('云端', ['云'])).toBe('云端');
  });
});

describe('a sketch', () => {
  const sentence = '系统部署在两台应用服务器和一台数据库服务器上前面有负载均衡夜间自动备份到另外的机房';

  it('is wholly like itself, and not at all like nothing', () => {
    expect(resemblance(sketchText(sentence), sketchText(sentence))).toBe(1);
    expect(resemblance(sketchText(sentence), sketchText(''))).toBe(0);
    expect(resemblance(sketchText(''), sketchText(''))).toBe(0);
  });
  it('counts the shingles that both have', () => {
    // Of ABCDEFGH there are four shingles, of BCDEFGHI too; three are common, five are in all.
    expect(resemblance(sketchText('甲乙丙丁戊己庚辛'), sketchText('乙丙丁戊己庚辛壬'))).toBeCloseTo(3 / 5);
  });
  it('is paired with one of its like at least, and not with all of very many', () => {
    const many = Array.from({ length: 100 }, () => sketchText(sentence));
    const pairs = likelyPairs(many);
    expect(new Set(pairs.flat()).size).toBe(100);
    expect(pairs.length).toBeLessThan(100 * 20);
  });
  it('pairs no text with one that is too short to have a shingle', () => {
    expect(likelyPairs([sketchText('甲乙'), sketchText('甲乙'), sketchText(sentence), sketchText(sentence)])).toEqual([
      [2, 3],
    ]);
  });
});
