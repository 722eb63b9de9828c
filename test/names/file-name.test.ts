import { describe, expect, test } from 'vitest';
import { fileNameFor, parseFileNamePattern, readFileName } from '../../src/names/file-name.ts';

const company = '青禾（杭州）科技有限公司';
const read = (name: string) => readFileName(name, [company, '青禾科技']);

describe('names that are as asked', () => {
  test.each([
    ['青禾(杭州)科技有限公司+营业执照+20260115.pdf', ['+', '+'], '2026-01-15'],
    ['青禾（杭州）科技有限公司-营业执照-2026-01-15.PDF', ['-', '-'], '2026-01-15'],
    ['青禾（杭州）科技有限公司_营业执照_2026年1月15日.pdf', ['_', '_'], '2026-01-15'],
    ['青禾（杭州）科技有限公司营业执照20260115.pdf', ['', ''], '2026-01-15'],
    ['青禾 （杭州） 科技有限公司 营业执照 2026.1.15.pdf', [' ', ' '], '2026-01-15'],
    ['青禾（杭州）科技有限公司+营业执照+202601.pdf', ['+', '+'], '2026-01'],
    ['青禾（杭州）科技有限公司+营业执照+2026-01.pdf', ['+', '+'], '2026-01'],
    ['青禾（杭州）科技有限公司+营业执照+２０２６０１１５．pdf', ['+', '+'], '2026-01-15'],
    ['青禾科技+营业执照+20260115.pdf', ['+', '+'], '2026-01-15'],
  ])('%s', (name, separators, iso) => {
    expect(read(name)).toMatchObject({
      extension: '.pdf',
      company: { kind: 'expected' },
      content: '营业执照',
      date: { kind: 'date', iso },
      order: ['company', 'content', 'date'],
      separators,
      copyMark: '',
    });
  });
});

describe('dates', () => {
  test.each([
    ['20260228', { kind: 'date', iso: '2026-02-28' }],
    ['20260229', { kind: 'impossible', reason: 'no-such-day' }],
    ['20240229', { kind: 'date', iso: '2024-02-29' }],
    ['20261231', { kind: 'date', iso: '2026-12-31' }],
    ['20261301', { kind: 'impossible', reason: 'no-such-month' }],
    ['202613', { kind: 'impossible', reason: 'no-such-month' }],
    ['2026年2月30日', { kind: 'impossible', reason: 'no-such-day' }],
    ['18260115', { kind: 'impossible', reason: 'year-out-of-range' }],
    ['260115', { kind: 'impossible', reason: 'two-digit-year' }],
    ['', { kind: 'missing' }],
    ['最新', { kind: 'missing' }],
    ['2025年度', { kind: 'missing' }],
    ['91330100799655058', { kind: 'missing' }],
  ])('%s', (text, date) => {
    expect(read(`${company}+营业执照+${text}.pdf`).date).toMatchObject(date);
  });

  test('the year that a report is about and the number of a licence are no dates', () => {
    expect(read(`${company}+2025年度审计报告+20260115.pdf`)).toMatchObject({
      content: '2025年度审计报告',
      date: { iso: '2026-01-15' },
    });
    expect(read(`${company}+许可证浙B2-20210001.pdf`)).toMatchObject({ date: { kind: 'missing' } });
  });

  test('the last real date counts, an impossible one only when there is no other', () => {
    expect(read(`${company}+20250101至20251231报表+20260115.pdf`).date).toMatchObject({ iso: '2026-01-15' });
    expect(read(`${company}+20261399报表+20260115.pdf`).date).toMatchObject({ iso: '2026-01-15' });
  });

  test('digits in the name of the company are no date', () => {
    const reading = readFileName('云20260115科技有限公司+营业执照.pdf', ['云20260115科技有限公司']);
    expect(reading).toMatchObject({ company: { kind: 'expected' }, date: { kind: 'missing' } });
  });
});

describe('companies', () => {
  test('another one, a piece of the own one and none are told apart', () => {
    expect(read('杭州别家集团有限公司+营业执照+20260115.pdf')).toMatchObject({
      company: { kind: 'other', text: '杭州别家集团有限公司' },
      content: '营业执照',
    });
    expect(read('20260115-杭州别家科技有限公司-营业执照.pdf')).toMatchObject({
      company: { kind: 'other', text: '杭州别家科技有限公司' },
      content: '营业执照',
      order: ['date', 'company', 'content'],
    });
    expect(read('青禾-营业执照-20260115.pdf')).toMatchObject({ company: { kind: 'abbreviated', text: '青禾' } });
    expect(read('营业执照20260115.pdf')).toMatchObject({ company: { kind: 'missing' }, content: '营业执照' });
    expect(read('scan001.pdf')).toMatchObject({ company: { kind: 'missing' }, date: { kind: 'missing' } });
  });

  test('a missing content, another order and the mark of a copy', () => {
    expect(read(`${company}+20260115.pdf`)).toMatchObject({ content: '', order: ['company', 'date'] });
    expect(read(`营业执照+${company}+20260115.pdf`)).toMatchObject({ order: ['content', 'company', 'date'] });
    expect(read(`${company}+营业执照+20260115 (1).pdf`)).toMatchObject({
      copyMark: '(1)',
      date: { iso: '2026-01-15' },
    });
    expect(read(`${company}+营业执照+20260115 - 副本.pdf`)).toMatchObject({ copyMark: '- 副本' });
    expect(read(`${company}+营业执照副本+20260115.pdf`)).toMatchObject({ copyMark: '', content: '营业执照副本' });
  });

  test('strange names are read without complaint', () => {
    for (const name of ['', '.pdf', '.', '+++', '\u0000\u001b[31m.pdf', '\ue000\ue000', `${'长'.repeat(5000)}.pdf`]) {
      expect(read(name)).toMatchObject({ company: { kind: 'missing' }, date: { kind: 'missing' } });
    }
  });
});

describe('patterns', () => {
  test.each([
    ['公司名+内容+日期', ['company', 'content', 'date'], 'any'],
    ['{company}-{content}-{date}', ['company', 'content', 'date'], '-'],
    ['日期_公司名称_材料名称', ['date', 'company', 'content'], '_'],
    ['公司名内容日期', ['company', 'content', 'date'], ''],
    ['公司名-内容_日期', ['company', 'content', 'date'], 'any'],
  ])('%s', (text, parts, separator) => {
    expect(parseFileNamePattern(text)).toEqual({ ok: true, value: { parts, separator, text } });
  });

  test.each([
    ['', { kind: 'no-parts' }],
    ['公司名+公司名', { kind: 'repeated-part', part: 'company' }],
    ['公司名+编号', { kind: 'unknown-text', text: '编号' }],
  ])('%s is refused', (text, problem) => {
    expect(parseFileNamePattern(text)).toEqual({ ok: false, problem });
  });

  test('a name made from a pattern is read back', () => {
    for (const text of ['公司名+内容+日期', '日期_公司名_内容', '公司名-内容-日期', '公司名内容日期']) {
      const pattern = parseFileNamePattern(text);
      if (!pattern.ok) throw new Error(text);
      const name = fileNameFor(pattern.value, { company, content: '营业执照', date: '2026-01-15' }, '.pdf');
      expect(read(name)).toMatchObject({
        company: { kind: 'expected' },
        content: '营业执照',
        date: { iso: '2026-01-15' },
        order: pattern.value.parts,
      });
    }
  });
});
