import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { printable, printableLine } from '../../src/reporters/printable.ts';
import { clip, padEnd, width, wrap } from '../../src/reporters/terminal-text.ts';

describe('printable', () => {
  it.each([
    ['an escape code', 'a\u001b[31mb', 'a<U+001B>[31mb'],
    ['a bell', 'a\u0007b', 'a<U+0007>b'],
    ['the C1 form of an escape code', 'a\u009b31mb', 'a<U+009B>31mb'],
    ['a carriage return that would overwrite the line', 'real\rfake', 'real<U+000D>fake'],
    ['a right-to-left override', 'a\u202egpj.exe', 'a<U+202E>gpj.exe'],
    ['a zero-width space', '云\u200b栈', '云<U+200B>栈'],
    ['a lone surrogate', 'a\ud800b', 'a<U+D800>b'],
    ['a line separator', 'a\u2028b', 'a<U+2028>b'],
    ['a tag character outside the first plane', 'a\u{e0041}b', 'a<U+E0041>b'],
  ])('shows %s', (_, hostile, shown) => {
    expect(printable(hostile)).toBe(shown);
  });

  it('leaves ordinary text alone, rare characters and line breaks included', () => {
    const text = '𠮷野家（杭州）Co., Ltd. – “é” 😀\n第二行';
    expect(printable(text)).toBe(text);
  });

  it('keeps a Windows line break as one line break, and shows it where only one line has room', () => {
    expect(printable('a\r\nb')).toBe('a\nb');
    expect(printableLine('a\nb')).toBe('a<U+000A>b');
  });
});

describe('wrap', () => {
  const mixed =
    '域名 www.yunzhan-network-technology.example.cn 的注册人是“李建国”，不是“杭州云栈科技有限公司”（统一社会信用代码 91330106MA2CFQ2X3K）。请按《电信业务经营许可管理办法》第三十五条办理变更。';

  it.each([12, 20, 33, 34, 80])('fits into %i columns and loses nothing', (columns) => {
    const lines = wrap(mixed, columns);
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
    expect(lines.join('').replaceAll(' ', '')).toBe(mixed.replaceAll(' ', ''));
  });

  it('breaks no Latin word that fits on a line', () => {
    expect(wrap('the registrant of the domain is not the company', 12)).toEqual([
      'the',
      'registrant',
      'of the',
      'domain is',
      'not the',
      'company',
    ]);
  });

  it('starts no line with closing punctuation and ends none with an opening bracket', () => {
    // From the width of the longest word with its punctuation on.
    for (let columns = 22; columns < 60; columns++) {
      const lines = wrap(mixed.replaceAll(/[a-z.-]{12,}/gu, '域名'), columns);
      for (const line of lines) {
        expect(line, `${columns} columns`).not.toMatch(/^[，。”）》]/u);
        expect(line, `${columns} columns`).not.toMatch(/[“（《]$/u);
      }
    }
  });

  it('keeps line breaks, empty lines and indentation', () => {
    expect(wrap('一\n\n　　二', 20)).toEqual(['一', '', '　　二']);
  });

  it('cuts a word that is longer than the line', () => {
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });
});

it('pads and clips by columns, not by characters', () => {
  expect(padEnd('云栈', 6)).toBe('云栈  ');
  expect(clip('杭州云栈科技', 12)).toBe('杭州云栈科技');
  expect(clip('杭州云栈科技', 11)).toBe('杭州云栈科…');
  expect(width(clip('杭州云栈科技', 10))).toBeLessThanOrEqual(10);
});

describe('width', () => {
  it('is what the library says, for every character of the first plane', () => {
    const differing: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const text = `名${String.fromCharCode(unit)}a`;
      if (width(text) !== stringWidth(text)) differing.push(unit.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it.each(['👨‍👩‍👧 一家', 'é 组合', '1️⃣', '𠮷野家', '한글', '한', '⚠️ 注意', 'ｶﾞ'])(
    'is what the library says of %s',
    (text) => {
      expect(width(text)).toBe(stringWidth(text));
    },
  );
});
