import { describe, expect, it } from 'vitest';
import { findDays, findMonths, findPeriods } from '../../src/documents/dates.ts';
import { folded } from '../../src/documents/folded-text.ts';

const days = (text: string) => findDays(folded(text)).map(({ value }) => value);

describe('dates on papers', () => {
  it.each([
    ['2026年1月5日', '2026-01-05'],
    ['2026 年 01 月 05 日', '2026-01-05'],
    ['２０２６年１月５日', '2026-01-05'],
    ['2026-01-05', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['2026.01.05', '2026-01-05'],
    ['二〇二六年一月五日', '2026-01-05'],
    ['二零二六年十二月三十一日', '2026-12-31'],
    ['二○二四年二月二十九日', '2024-02-29'],
    ['数据截止：2025-12-3118:00', '2025-12-31'],
  ])('reads %s', (text, day) => {
    expect(days(text)).toEqual([day]);
  });

  it.each([['2O26年l月5曰'], ['2026年1月S日']])('reads %s as OCR gives it, and says that it mended', (text) => {
    const [found] = findDays(folded(text));
    expect(found).toMatchObject({ value: '2026-01-05', repaired: true });
  });

  it('does not say that it mended what was clear', () => {
    expect(findDays('2026年1月5日')[0]?.repaired).toBe(false);
  });

  it.each([['2026年2月30日'], ['2026年13月1日'], ['1.2026.01.05.3'], ['0571-88880018'], ['203.0.113.18']])(
    'finds no day in %s',
    (text) => {
      expect(days(text)).toEqual([]);
    },
  );

  it('knows the leap year', () => {
    expect(days('2024年2月29日 2025年2月29日')).toEqual(['2024-02-29']);
  });

  it.each([
    ['2024年1月1日至2029年1月1日', '2024-01-01', '2029-01-01'],
    ['自2024年1月1日起至2029年1月1日止', '2024-01-01', '2029-01-01'],
    ['2024-01-01～2029-01-01', '2024-01-01', '2029-01-01'],
    ['2019.04.08-2039.04.08', '2019-04-08', '2039-04-08'],
    ['2018年05月16日至长期', '2018-05-16', 'long-term'],
    ['2018年05月16日起长期', '2018-05-16', 'long-term'],
  ])('reads the period %s', (text, from, to) => {
    expect(findPeriods(folded(text))[0]).toMatchObject({ from, to });
  });

  it('reads an open term without a beginning', () => {
    expect(findPeriods('长期')[0]).toMatchObject({ from: null, to: 'long-term' });
  });

  it('takes two dates in one sentence for no period', () => {
    expect(findPeriods('2024年1月1日签订,2029年1月1日另行商定')).toEqual([]);
  });

  it.each([
    ['2025年12月', ['2025-12']],
    ['202512', ['2025-12']],
    ['2025-10至2025-12', ['2025-10', '2025-12']],
    ['2025年13月', []],
  ])('reads the months of %s', (text, months) => {
    expect(findMonths(text).map(({ value }) => value)).toEqual(months);
  });
});
