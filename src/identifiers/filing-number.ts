import { normaliseNumber, type Repair } from './normalise.ts';
import { type NumberForm, nearestForm } from './number-form.ts';
import { type Parsed, parsed, refused } from './parsed.ts';
import type { MarkOfNumber, ProvinceMarks } from './province-marks.ts';
import { parseServiceSuffix, type ServiceSuffix, type ServiceSuffixProblem } from './service-suffix.ts';

/** An ICP filing number 备案号: 京ICP备12345678号 of the subject, with -1 of a website, -2A of an app. */
export interface FilingNumber {
  readonly canonical: string;
  /** The subject's number, without what follows 号. */
  readonly subject: string;
  readonly mark: MarkOfNumber;
  /** The year in the number: two digits in the older form of eight, four in that of ten. */
  readonly year: number;
  /** Left out when the number is the subject's own. */
  readonly service: ServiceSuffix | undefined;
  readonly repairs: readonly Repair[];
}

export type FilingNumberProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'other-form'; readonly form: Exclude<NumberForm, 'filing'> }
  | { readonly kind: 'not-a-filing-number' }
  | { readonly kind: 'prefix-missing' }
  | { readonly kind: 'unknown-prefix'; readonly prefix: string }
  | { readonly kind: 'wrong-digit-count'; readonly digits: number; readonly expected: readonly [8, 10] }
  | { readonly kind: 'impossible-year'; readonly year: string }
  | ServiceSuffixProblem;

const label = /^(?:网站|APP|ICP)?备案(?:编号|号码?)?:?(?=.*ICP备)/;
const shape = /^(.*?)ICP[备備]案?第?(\d*)(号?)(.*)$/u;

/** Reads a filing number; `marks` come from the reference data. An unusual prefix is told in `mark`, it is no problem. */
export function parseFilingNumber(written: string, marks: ProvinceMarks): Parsed<FilingNumber, FilingNumberProblem> {
  const normalised = normaliseNumber(written);
  const text = normalised.text.replace(label, '');
  const repairs: Repair[] = [...normalised.repairs];
  if (text !== normalised.text) repairs.push('label');
  if (text === '') return refused({ kind: 'empty' });
  const form = nearestForm(text);
  const [, prefix = '', digits = '', sign = '', tail = ''] = shape.exec(text) ?? [];
  if (form !== 'filing') return refused(form ? { kind: 'other-form', form } : { kind: 'not-a-filing-number' });
  if (prefix === '') return refused({ kind: 'prefix-missing' });
  const mark = marks.filing.get(prefix);
  if (mark === undefined) return refused({ kind: 'unknown-prefix', prefix });
  if (digits.length !== 8 && digits.length !== 10) {
    return refused({ kind: 'wrong-digit-count', digits: digits.length, expected: [8, 10] });
  }
  const year = digits.length === 8 ? `20${digits.slice(0, 2)}` : digits.slice(0, 4);
  if (!year.startsWith('20')) return refused({ kind: 'impossible-year', year });
  // Some pages write 号 behind the suffix instead of before it.
  const suffix = sign === '' ? tail.replace(/号$/, '') : tail;
  if (sign === '') repairs.push('mark');
  const service = parseServiceSuffix(suffix);
  if (!service.ok) return service;
  const subject = `${prefix}ICP备${digits}号`;
  return parsed({
    canonical: `${subject}${suffix}`,
    subject,
    mark: { ...mark, written: prefix },
    year: Number(year),
    service: service.value,
    repairs,
  });
}
