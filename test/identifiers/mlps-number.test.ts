import { describe, expect, test } from 'vitest';
import { parseMlpsCertificateNumber, parseMlpsReportNumber } from '../../src/identifiers/mlps-number.ts';

describe('numbers of MLPS certificates', () => {
  test('with and without the hyphen', () => {
    expect(parseMlpsCertificateNumber('33010813001-20001')).toEqual({
      ok: true,
      value: { canonical: '33010813001-20001', areaCode: '330108', repairs: [] },
    });
    expect(parseMlpsCertificateNumber('3301081300120001')).toMatchObject({
      value: { canonical: '33010813001-20001', repairs: ['dash'] },
    });
  });

  test.each([
    ['33010813001-2000', { kind: 'wrong-digit-count', digits: 15, expected: 16 }],
    ['33010813001-200011', { kind: 'wrong-digit-count', digits: 17, expected: 16 }],
    ['330108-1300120001', { kind: 'misplaced-hyphens' }],
    ['33010813001-2000O', { kind: 'not-digits', character: 'O' }],
    ['33010813001-20001-26-3301-01', { kind: 'other-form', form: 'mlps-report' }],
    ['', { kind: 'empty' }],
  ])('%s is refused', (written, problem) => {
    expect(parseMlpsCertificateNumber(written)).toEqual({ ok: false, problem });
  });
});

describe('numbers of MLPS reports', () => {
  test.each(['33010813001-20001-26-3301-01', '33010813001-20001-26-3301-1'])('%s names its certificate', (number) => {
    expect(parseMlpsReportNumber(number)).toMatchObject({
      ok: true,
      value: { canonical: number, certificate: '33010813001-20001', year: 2026, evaluator: '3301' },
    });
  });

  test.each([
    ['33010813001-20001-26-3301-', { kind: 'wrong-digit-count', digits: 22, expected: [23, 24] }],
    ['33010813001-20001-26-3301-001', { kind: 'wrong-digit-count', digits: 25, expected: [23, 24] }],
    ['33010813001-20001-2633-0101', { kind: 'misplaced-hyphens' }],
    ['33010813001-20001', { kind: 'other-form', form: 'mlps-certificate' }],
    ['待出具', { kind: 'not-digits', character: '待' }],
  ])('%s is refused', (written, problem) => {
    expect(parseMlpsReportNumber(written)).toEqual({ ok: false, problem });
  });
});
