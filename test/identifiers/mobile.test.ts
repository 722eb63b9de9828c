import { describe, expect, test } from 'vitest';
import { parseMobile, parsePhone } from '../../src/identifiers/mobile.ts';

describe('mobile numbers', () => {
  test.each([
    '13800138000',
    '+86 138-0013-8000',
    '0086 13800138000',
    '86-13800138000',
    '１３８００１３８０００',
    '(+86)13800138000',
  ])('%s', (written) => expect(parseMobile(written)).toEqual({ ok: true, value: { canonical: '13800138000' } }));

  test('both sides of the length and of the segments', () => {
    expect(parseMobile('1380013800')).toEqual({
      ok: false,
      problem: { kind: 'wrong-length', length: 10, expected: 11 },
    });
    expect(parseMobile('138001380000')).toMatchObject({ problem: { kind: 'wrong-length', length: 12 } });
    expect(parseMobile('12800138000')).toEqual({ ok: false, problem: { kind: 'not-a-mobile-segment', segment: '12' } });
    expect(parseMobile('19800138000')).toMatchObject({ ok: true });
  });

  test('other numbers are called by their names', () => {
    expect(parseMobile('010-62345678')).toEqual({ ok: false, problem: { kind: 'not-a-mobile', is: 'landline' } });
    expect(parseMobile('400-810-1234')).toEqual({ ok: false, problem: { kind: 'not-a-mobile', is: 'hotline' } });
    expect(parseMobile('+852 9123 4567')).toEqual({ ok: false, problem: { kind: 'not-mainland', countryCode: '852' } });
    expect(parseMobile('1380013800O')).toEqual({ ok: false, problem: { kind: 'not-digits', character: 'O' } });
    expect(parseMobile('—')).toEqual({ ok: false, problem: { kind: 'empty' } });
  });
});

describe('telephones', () => {
  test.each([
    ['010-62345678', 'landline', '010-62345678'],
    ['(0571) 8765 4321', 'landline', '0571-87654321'],
    ['0755-26543210转802', 'landline', '0755-26543210-802'],
    ['02162345678', 'landline', '021-62345678'],
    ['400-810-1234', 'hotline', '4008101234'],
    ['400-8101-234', 'hotline', '4008101234'],
    ['95187', 'hotline', '95187'],
    ['12381', 'hotline', '12381'],
    ['1010-0000', 'hotline', '10100000'],
    ['13800138000', 'mobile', '13800138000'],
  ])('%s is a %s', (written, kind, canonical) =>
    expect(parsePhone(written)).toEqual({ ok: true, value: { kind, canonical } }),
  );

  test('what is missing is said', () => {
    expect(parsePhone('62345678')).toEqual({ ok: false, problem: { kind: 'area-code-missing' } });
    expect(parsePhone('010-6234567')).toMatchObject({ ok: true });
    expect(parsePhone('010-623456')).toEqual({ ok: false, problem: { kind: 'unknown-form' } });
    expect(parsePhone('1234')).toEqual({ ok: false, problem: { kind: 'unknown-form' } });
  });
});
