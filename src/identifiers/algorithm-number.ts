import { normaliseNumber, type Repair } from './normalise.ts';
import { type NumberForm, nearestForm } from './number-form.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

/** The number of an algorithm's filing 算法备案号: 网信算备110108823483901230031号. */
export interface AlgorithmNumber {
  readonly canonical: string;
  /** GB/T 2260, six digits. */
  readonly areaCode: string;
  /** The year in the number: 23 is 2023. */
  readonly year: number;
  readonly repairs: readonly Repair[];
}

export type AlgorithmNumberProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'other-form'; readonly form: Exclude<NumberForm, 'algorithm-filing'> }
  | { readonly kind: 'not-an-algorithm-number' }
  | { readonly kind: 'wrong-digit-count'; readonly digits: number; readonly expected: 21 };

/** Reads an algorithm filing number: 6 digits of area, 7 of the subject, 2, 2 of the year, 4. */
export function parseAlgorithmNumber(written: string): Parsed<AlgorithmNumber, AlgorithmNumberProblem> {
  const { text, repairs } = normaliseNumber(written);
  if (text === '') return refused({ kind: 'empty' });
  const form = nearestForm(text);
  if (form !== undefined && form !== 'algorithm-filing') return refused({ kind: 'other-form', form });
  const parts = /^网信算备案?第?(\d*)(号?)$/u.exec(text);
  if (parts === null) return refused({ kind: 'not-an-algorithm-number' });
  const [, digits = '', sign = ''] = parts;
  if (digits.length !== 21) return refused({ kind: 'wrong-digit-count', digits: digits.length, expected: 21 });
  return parsed({
    canonical: `网信算备${digits}号`,
    areaCode: digits.slice(0, 6),
    year: 2000 + Number(digits.slice(15, 17)),
    repairs: sign === '' ? [...repairs, 'mark'] : repairs,
  });
}
