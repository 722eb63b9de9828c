import { describe, expect, it } from 'vitest';
import { chineseNumber, findAmounts } from '../../src/documents/amounts.ts';
import { folded } from '../../src/documents/folded-text.ts';
import { amount } from '../../src/documents/read-field.ts';

const values = (text: string, unit = 1) => findAmounts(folded(text), unit).map(({ value }) => value);

describe('amounts on papers', () => {
  it.each([
    ['1,234,567.89', [1_234_567.89]],
    ['1，234，567．89元', [1_234_567.89]],
    ['1,234, 567.89', [1_234_567.89]],
    ['1.234,567.89', [1_234_567.89]],
    ['-1,200.00', [-1_200]],
    ['(1,200.00)', [-1_200]],
    ['1000万元', [10_000_000]],
    ['1000.000000万人民币', [10_000_000]],
    ['1.5亿元', [150_000_000]],
    ['人民币壹仟万元整', [10_000_000]],
    ['叁佰贰拾万零伍拾元捌角伍分', [3_200_050.85]],
    ['一千二百万元', [12_000_000]],
    ['0.00', [0]],
  ])('reads %s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('says of an amount that it lost a digit or a separator', () => {
    expect(findAmounts('3,216,54.88')).toMatchObject([{ value: 321_654.88, broken: true }]);
    expect(findAmounts('3,216,540.88')).toMatchObject([{ value: 3_216_540.88, broken: false }]);
    expect(findAmounts('3216540.88')).toMatchObject([{ value: 3_216_540.88, broken: false }]);
  });

  it('keeps a line number apart from the figure after it', () => {
    expect(values('1 286,400.12 3,216,540.88')).toEqual([1, 286_400.12, 3_216_540.88]);
  });

  it('counts a bare number in the unit of its table', () => {
    expect(values('321.65', 10_000)).toEqual([3_216_500]);
    expect(values('321.65元', 10_000)).toEqual([321.65]);
  });

  it.each([
    ['壹亿零伍佰万', 105_000_000],
    ['贰拾万', 200_000],
    ['拾伍', 15],
    ['伯', 100],
  ])('reads the numeral %s', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  it.each([['壹贰叁'], [''], ['壹仟块']])('does not take %j for a numeral', (text) => {
    expect(chineseNumber(text)).toBeNull();
  });

  it('trusts an amount that is written twice', () => {
    expect(amount()('壹仟万元整(10,000,000.00元)')?.proof).toBe('checked');
    expect(amount()('壹仟万元整(1,000,000.00元)')?.proof).toBe('form');
  });
});
