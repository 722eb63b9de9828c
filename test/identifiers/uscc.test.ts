import { describe, expect, test } from 'vitest';
import { parseUscc } from '../../src/identifiers/uscc.ts';

const real = [
  '91110000600037341L',
  '911101053179472352',
  '91330100799655058B',
  '91440300708461136T',
  '914403001922038216',
  '91110000802100433B',
];

describe('unified social credit codes', () => {
  test.each(real)('%s is a company', (code) => {
    const result = parseUscc(code);
    expect(result).toMatchObject({
      ok: true,
      value: { canonical: code, department: 'market-regulation', isCompany: true, areaCode: code.slice(2, 8) },
    });
  });

  test('every change of one character is noticed, wherever it stands', () => {
    const code = '91330100799655058B';
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const missed = [...code].flatMap((right, index) =>
      alphabet
        .filter((character) => character !== right)
        .filter((character) => parseUscc(code.slice(0, index) + character + code.slice(index + 1)).ok),
    );
    expect(missed).toEqual([]);
  });

  test('a slip in the organisation code is told from one elsewhere', () => {
    expect(parseUscc('91330100799655059B')).toEqual({
      ok: false,
      problem: { kind: 'wrong-organisation-code', expected: '8', found: '9' },
    });
    expect(parseUscc('91330100799655058C')).toEqual({
      ok: false,
      problem: { kind: 'wrong-check-character', expected: 'B', found: 'C' },
    });
    expect(parseUscc('91330200799655058B')).toMatchObject({ problem: { kind: 'wrong-check-character' } });
  });

  test('letters that the code does not know are placed, and the usual slip is undone', () => {
    expect(parseUscc('9133O100799655058B')).toEqual({
      ok: false,
      problem: { kind: 'forbidden-character', character: 'O', position: 5, suggestion: '91330100799655058B' },
    });
    expect(parseUscc('91330100V99655058B')).toEqual({
      ok: false,
      problem: { kind: 'forbidden-character', character: 'V', position: 9, suggestion: undefined },
    });
  });

  test('the area is digits, though the rest may be letters', () => {
    expect(parseUscc('91A30100799655058B')).toMatchObject({ problem: { kind: 'forbidden-character', position: 3 } });
  });

  test('seventeen and nineteen characters are a wrong length', () => {
    expect(parseUscc('91330100799655058')).toEqual({ ok: false, problem: { kind: 'wrong-length', length: 17 } });
    expect(parseUscc('91330100799655058BB')).toEqual({ ok: false, problem: { kind: 'wrong-length', length: 19 } });
  });

  test('older numbers are called by their names', () => {
    expect(parseUscc('110108000000016')).toEqual({
      ok: false,
      problem: { kind: 'legacy-registration-number', checkDigitValid: true },
    });
    expect(parseUscc('110108000000017')).toMatchObject({ problem: { checkDigitValid: false } });
    expect(parseUscc('79965505-8')).toEqual({ ok: false, problem: { kind: 'organisation-code-only' } });
    expect(parseUscc(' \t')).toEqual({ ok: false, problem: { kind: 'empty' } });
  });

  test('width, spaces, hyphens and case do not matter, and are told', () => {
    expect(parseUscc('９１３３０１００－７９９６５５０５８ｂ ')).toMatchObject({
      ok: true,
      value: { canonical: '91330100799655058B', repairs: ['dash', 'width', 'spacing', 'case'] },
    });
    expect(parseUscc('91330100799655058B')).toMatchObject({ value: { repairs: [] } });
  });

  test('a department that the standard as read does not name is no error', () => {
    // Characters 9 to 17 of a real code keep the organisation check right; only the last one has to be found.
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const codes = alphabet.map((check) => `A1330100799655058${check}`).filter((code) => parseUscc(code).ok);
    expect(codes).toHaveLength(1);
    expect(parseUscc(codes[0] ?? '')).toMatchObject({ value: { department: undefined, isCompany: false } });
  });
});
