import { normaliseNumber, type Repair } from './normalise.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

/** The number on a certificate of MLPS filing 等保备案证明: 11 digits, a hyphen, 5 digits. */
export interface MlpsCertificateNumber {
  readonly canonical: string;
  /** GB/T 2260 of the police organ, six digits. */
  readonly areaCode: string;
  readonly repairs: readonly Repair[];
}

/** The number on an MLPS assessment report 等保测评报告: certificate, year, evaluator, serial. */
export interface MlpsReportNumber {
  readonly canonical: string;
  readonly certificate: string;
  /** Of the assessment; two digits in the number, 26 is 2026. */
  readonly year: number;
  /** Last four digits of the evaluator's certificate of recommendation. */
  readonly evaluator: string;
  readonly repairs: readonly Repair[];
}

export type MlpsNumberProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-digits'; readonly character: string }
  | { readonly kind: 'other-form'; readonly form: 'mlps-certificate' | 'mlps-report' }
  | { readonly kind: 'wrong-digit-count'; readonly digits: number; readonly expected: 16 | readonly [23, 24] }
  | { readonly kind: 'misplaced-hyphens' };

const report = /^(\d{11})-?(\d{5})-?(\d{2})-?(\d{4})-?(\d{1,2})$/;

function digitsOf(
  written: string,
): Parsed<{ readonly text: string; readonly digits: string; readonly repairs: readonly Repair[] }, MlpsNumberProblem> {
  const { text, repairs } = normaliseNumber(written);
  if (text === '') return refused({ kind: 'empty' });
  const stray = /[^\d-]/u.exec(text);
  if (stray !== null) return refused({ kind: 'not-digits', character: stray[0] });
  return parsed({ text, digits: text.replaceAll('-', ''), repairs });
}

/** Reads the number of an MLPS filing certificate. The hyphen may be missing. */
export function parseMlpsCertificateNumber(written: string): Parsed<MlpsCertificateNumber, MlpsNumberProblem> {
  const read = digitsOf(written);
  if (!read.ok) return read;
  const { text, digits, repairs } = read.value;
  if (report.test(text)) return refused({ kind: 'other-form', form: 'mlps-report' });
  if (digits.length !== 16) return refused({ kind: 'wrong-digit-count', digits: digits.length, expected: 16 });
  const canonical = `${digits.slice(0, 11)}-${digits.slice(11)}`;
  if (text !== canonical && text !== digits) return refused({ kind: 'misplaced-hyphens' });
  return parsed({
    canonical,
    areaCode: digits.slice(0, 6),
    repairs: text === canonical ? repairs : [...repairs, 'dash'],
  });
}

/** Reads the number of an MLPS assessment report. Hyphens may be missing, they may not stand elsewhere. */
export function parseMlpsReportNumber(written: string): Parsed<MlpsReportNumber, MlpsNumberProblem> {
  const read = digitsOf(written);
  if (!read.ok) return read;
  const { text, digits, repairs } = read.value;
  if (/^\d{11}-?\d{5}$/.test(text)) return refused({ kind: 'other-form', form: 'mlps-certificate' });
  if (digits.length < 23 || digits.length > 24) {
    return refused({ kind: 'wrong-digit-count', digits: digits.length, expected: [23, 24] });
  }
  const parts = report.exec(text);
  if (parts === null) return refused({ kind: 'misplaced-hyphens' });
  const [, unit = '', system = '', year = '', evaluator = '', serial = ''] = parts;
  const certificate = `${unit}-${system}`;
  const canonical = `${certificate}-${year}-${evaluator}-${serial}`;
  return parsed({
    canonical,
    certificate,
    year: 2000 + Number(year),
    evaluator,
    repairs: text === canonical ? repairs : [...repairs, 'dash'],
  });
}
