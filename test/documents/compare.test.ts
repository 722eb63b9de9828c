import { describe, expect, it } from 'vitest';
import {
  named,
  sameAddress,
  sameAmount,
  sameCode,
  sameDay,
  sameName,
  sameReadings,
} from '../../src/documents/compare.ts';
import type { ReadField } from '../../src/documents/reading.ts';
import type { Confidence } from '../../src/evidence/evidence.ts';

const read = <T>(value: T, confidence: Confidence = 'high'): ReadField<T> => ({
  value,
  raw: String(value),
  page: 1,
  box: null,
  confidence,
});

describe('holding what was read against what is known', () => {
  it.each([
    ['杭州青禾（示例）科技有限公司', '杭州青禾(示例)科技有限公司', 'high', 'same'],
    ['杭州 青禾科技有限公司', '杭州青禾科技有限公司', 'low', 'same'],
    ['杭州青禾科技有限公司', '杭州青木科技有限公司', 'high', 'unsure'],
    ['杭州青禾科技有限公司', '杭州麦垛科技有限公司', 'high', 'different'],
    ['杭州青禾科技有限公司', '杭州青苗科技有限公司', 'high', 'different'],
    ['杭州青禾科技有限公司', '杭州青苗科技有限公司', 'medium', 'unsure'],
    ['杭州青禾科技有限公司', '上海麦垛传媒有限公司', 'medium', 'different'],
    ['杭州青禾科技有限公司', '上海麦垛传媒有限公司', 'low', 'unsure'],
  ] as const)('name %s against %s (%s): %s', (seen, expected, confidence, outcome) => {
    expect(sameName(read(seen, confidence), expected)).toBe(outcome);
  });

  it.each([
    ['浙B2-20210318', '浙b2－20210318', 'high', 'same'],
    ['浙82-2O210318', '浙B2-20210318', 'high', 'same'],
    ['浙B2-20210319', '浙B2-20210318', 'high', 'different'],
    ['浙B2-20210319', '浙B2-20210318', 'medium', 'unsure'],
    ['浙B2-19990001', '浙B2-20210318', 'medium', 'different'],
  ] as const)('code %s against %s (%s): %s', (seen, expected, confidence, outcome) => {
    expect(sameCode(read(seen, confidence), expected)).toBe(outcome);
  });

  it('holds days and money to the digit when they were read well', () => {
    expect(sameDay(read('2026-01-05'), '2026-01-05')).toBe('same');
    expect(sameDay(read('2026-01-06'), '2026-01-05')).toBe('different');
    expect(sameDay(read('2026-01-06', 'medium'), '2026-01-05')).toBe('unsure');
    expect(sameDay(read('long-term' as const), '2026-01-05')).toBe('different');
    expect(sameAmount()(read(100.004), 100)).toBe('same');
    expect(sameAmount()(read(100.01), 100)).toBe('different');
    expect(sameAmount(1)(read(100.99), 100)).toBe('same');
    expect(sameAmount()(read(321_654_088, 'medium'), 3_216_540.88)).toBe('unsure');
    expect(sameAmount()(read(9_000_000, 'medium'), 3_216_540.88)).toBe('different');
    expect(sameAmount()(read(9_000_000, 'low'), 3_216_540.88)).toBe('unsure');
  });

  it('lets an address leave out its province', () => {
    const address = '浙江省杭州市示例区云栖路18号3幢601室';
    expect(sameAddress(read('杭州市示例区云栖路18号3幢601室'), address)).toBe('same');
    expect(sameAddress(read('浙江省杭州市示例区云栖路13号3幢601室'), address)).toBe('unsure');
    expect(sameAddress(read('浙江省宁波市另一区海曙路9号'), address)).toBe('different');
  });

  it('looks for a name in a list', () => {
    const domains = read(['qinghe.cn', 'qinghe-shop.com']);
    expect(named(domains, 'qinghe-shop.com', sameCode)).toBe('same');
    expect(named(domains, 'maiduo.com', sameCode)).toBe('different');
    expect(named({ ...domains, confidence: 'low' }, 'maiduo.com', sameCode)).toBe('unsure');
  });

  it('is no surer of two readings than of the weaker one', () => {
    const [paper, other] = [read('杭州青禾科技有限公司'), read('杭州麦垛科技有限公司')];
    expect(sameReadings(paper, other, sameName)).toBe('different');
    expect(sameReadings(paper, { ...other, confidence: 'low' }, sameName)).toBe('unsure');
  });
});
