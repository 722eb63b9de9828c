import { describe, expect, test } from 'vitest';
import { ageOn, parseResidentId } from '../../src/identifiers/resident-id.ts';

describe('resident identity numbers', () => {
  test('the parts are read', () => {
    expect(parseResidentId('11010519491231002x')).toEqual({
      ok: true,
      value: {
        canonical: '11010519491231002X',
        areaCode: '110105',
        holder: 'mainland',
        birthDate: '1949-12-31',
        sex: 'female',
      },
    });
    expect(parseResidentId('360426199101010071')).toMatchObject({ value: { sex: 'male', birthDate: '1991-01-01' } });
  });

  test('every change of one digit is noticed', () => {
    const number = '360426199101010071';
    const missed = [...number].flatMap((right, index) =>
      [...'0123456789']
        .filter((digit) => digit !== right)
        .filter((digit) => parseResidentId(number.slice(0, index) + digit + number.slice(index + 1)).ok),
    );
    expect(missed).toEqual([]);
  });

  test('a day that does not exist is told before the check character', () => {
    expect(parseResidentId('110105194902290022')).toEqual({ ok: false, problem: { kind: 'impossible-date' } });
    expect(parseResidentId('110105194813310022')).toEqual({ ok: false, problem: { kind: 'impossible-date' } });
    expect(parseResidentId('110105000001010022')).toEqual({ ok: false, problem: { kind: 'impossible-date' } });
    expect(parseResidentId('110105194802290022')).toMatchObject({ problem: { kind: 'wrong-check-character' } });
  });

  test('lengths, the first generation and strange characters', () => {
    expect(parseResidentId('110105491231002')).toEqual({ ok: false, problem: { kind: 'first-generation' } });
    expect(parseResidentId('1101051949123100')).toEqual({ ok: false, problem: { kind: 'wrong-length', length: 16 } });
    expect(parseResidentId('11010519491231X021')).toEqual({
      ok: false,
      problem: { kind: 'forbidden-character', position: 15 },
    });
    expect(parseResidentId('')).toEqual({ ok: false, problem: { kind: 'empty' } });
  });

  test('no problem repeats the number', () => {
    const numbers = ['110105194912310021', '1101051949123100', '11010519490229002X', '11010519491231O02X'];
    for (const number of numbers) expect(JSON.stringify(parseResidentId(number))).not.toMatch(/\d{6}/);
  });
});

describe('age', () => {
  test('a birthday counts from its own day', () => {
    expect(ageOn('2008-03-01', '2026-02-28')).toBe(17);
    expect(ageOn('2008-03-01', '2026-03-01')).toBe(18);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
    expect(ageOn('2030-01-01', '2026-03-01')).toBeLessThan(0);
  });
});
