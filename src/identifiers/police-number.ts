import { normaliseNumber, type Repair } from './normalise.ts';
import { type NumberForm, nearestForm } from './number-form.ts';
import { type Parsed, parsed, refused } from './parsed.ts';
import type { MarkOfNumber, ProvinceMarks } from './province-marks.ts';

/** The number of the public-security filing 公安联网备案号: 京公网安备11010502035189号. */
export interface PoliceNumber {
  readonly canonical: string;
  readonly mark: MarkOfNumber;
  /** GB/T 2260, six digits. */
  readonly areaCode: string;
  /** False when digits 7 and 8 are not the usual 02: rare, a reason to look, no error. */
  readonly usualKind: boolean;
  /** False when the area's first two digits are another province's than the abbreviation. */
  readonly areaMatchesMark: boolean;
  /** The register's page for this number, for the link that the foot of the page needs. */
  readonly queryUrl: string;
  readonly repairs: readonly Repair[];
}

export type PoliceNumberProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'other-form'; readonly form: Exclude<NumberForm, 'police-filing'> }
  | { readonly kind: 'not-a-police-number' }
  | { readonly kind: 'prefix-missing' }
  | { readonly kind: 'unknown-prefix'; readonly prefix: string }
  | { readonly kind: 'wrong-digit-count'; readonly digits: number; readonly expected: 14 };

const shape = /^(.*?)公网安备案?第?(\d*)(号?)$/u;

/** Reads a public-security filing number; `marks` come from the reference data. */
export function parsePoliceNumber(written: string, marks: ProvinceMarks): Parsed<PoliceNumber, PoliceNumberProblem> {
  const { text, repairs } = normaliseNumber(written);
  if (text === '') return refused({ kind: 'empty' });
  const form = nearestForm(text);
  if (form !== undefined && form !== 'police-filing') return refused({ kind: 'other-form', form });
  const parts = shape.exec(text);
  if (parts === null) return refused({ kind: 'not-a-police-number' });
  const [, prefix = '', digits = '', sign = ''] = parts;
  if (prefix === '') return refused({ kind: 'prefix-missing' });
  const mark = marks.police.get(prefix);
  if (mark === undefined) return refused({ kind: 'unknown-prefix', prefix });
  if (digits.length !== 14) return refused({ kind: 'wrong-digit-count', digits: digits.length, expected: 14 });
  return parsed({
    canonical: `${prefix}公网安备${digits}号`,
    mark: { ...mark, written: prefix },
    areaCode: digits.slice(0, 6),
    usualKind: digits.slice(6, 8) === '02',
    areaMatchesMark: digits.startsWith(mark.provinceCode),
    queryUrl: `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}`,
    repairs: sign === '' ? [...repairs, 'mark'] : repairs,
  });
}
