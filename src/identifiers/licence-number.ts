import { normaliseNumber, type Repair } from './normalise.ts';
import { type NumberForm, nearestForm } from './number-form.ts';
import { type Parsed, parsed, refused } from './parsed.ts';
import type { MarkOfNumber, ProvinceMarks } from './province-marks.ts';
import { parseServiceSuffix, type ServiceSuffix, type ServiceSuffixProblem } from './service-suffix.ts';

export type LicenceScope = { readonly kind: 'national' } | { readonly kind: 'provincial'; readonly mark: MarkOfNumber };

/** The number of a telecom licence: 粤B2-20190059, 合字B1.B2-20130004, or the older 京ICP证030173号. */
export interface LicenceNumber {
  readonly canonical: string;
  readonly form: 'telecom-licence' | 'icp-licence';
  readonly scope: LicenceScope;
  /** `B2`, `B1` … as they stand in the number; the older form names none. */
  readonly classes: readonly string[];
  /** The year in the number. The older form has two digits: 03 is 2003. */
  readonly year: number;
  /** What a number with a last hyphen was filed for: 粤B2-20090059-5 is a website of the holder. */
  readonly service: ServiceSuffix | undefined;
  readonly repairs: readonly Repair[];
}

export type LicenceNumberProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'other-form'; readonly form: Exclude<NumberForm, LicenceNumber['form']> }
  | { readonly kind: 'not-a-licence-number' }
  | { readonly kind: 'prefix-missing' }
  | { readonly kind: 'unknown-prefix'; readonly prefix: string }
  | { readonly kind: 'unknown-class'; readonly class: string }
  | { readonly kind: 'no-value-added-class'; readonly classes: readonly string[] }
  | { readonly kind: 'wrong-digit-count'; readonly digits: number; readonly expected: 6 | 8 }
  | { readonly kind: 'impossible-year'; readonly year: string }
  | ServiceSuffixProblem;

/** A heading such as 增值电信业务经营许可证编号: or ICP证: before the number proper. */
const label = /^(?:ICP|增值电信业务)?(?:经营)?(?:许可)?证书?(?:编号|号码?)?:?(?=[^:]*(?:[AB][12]|ICP证))/;
const current = /^([^0-9A-Z]*)([A-Z]\d(?:[.·、,/]?[A-Z]\d)*)(-?)(\d+)号?(.*?)号?$/u;
const older = /^(.*?)ICP[证證]字?第?(\d*)(号?)(.*)$/u;

function parseOlder(
  text: string,
  marks: ProvinceMarks,
  before: readonly Repair[],
): Parsed<LicenceNumber, LicenceNumberProblem> {
  const [, prefix = '', digits = '', sign = '', tail = ''] = older.exec(text) ?? [];
  if (prefix === '') return refused({ kind: 'prefix-missing' });
  // The older form was issued with the abbreviations that filings bear.
  const mark = marks.filing.get(prefix);
  if (mark === undefined) return refused({ kind: 'unknown-prefix', prefix });
  if (digits.length !== 6) return refused({ kind: 'wrong-digit-count', digits: digits.length, expected: 6 });
  const service = parseServiceSuffix(tail);
  if (!service.ok) return service;
  return parsed({
    canonical: `${prefix}ICP证${digits}号${tail}`,
    form: 'icp-licence',
    scope: { kind: 'provincial', mark: { ...mark, written: prefix } },
    classes: [],
    year: 2000 + Number(digits.slice(0, 2)),
    service: service.value,
    repairs: sign === '' ? [...before, 'mark'] : before,
  });
}

/** Reads the number of a telecom licence; `marks` come from the reference data. */
export function parseLicenceNumber(written: string, marks: ProvinceMarks): Parsed<LicenceNumber, LicenceNumberProblem> {
  const normalised = normaliseNumber(written);
  const text = normalised.text.replace(label, '');
  const repairs: Repair[] = [...normalised.repairs];
  if (text !== normalised.text) repairs.push('label');
  if (text === '') return refused({ kind: 'empty' });
  const form = nearestForm(text);
  if (form === 'icp-licence') return parseOlder(text, marks, repairs);
  const [, prefix = '', classText = '', hyphen = '', digits = '', tail = ''] = current.exec(text) ?? [];
  if (form !== undefined && form !== 'telecom-licence') return refused({ kind: 'other-form', form });
  if (digits === '') return refused({ kind: 'not-a-licence-number' });
  const mark = marks.licence.get(prefix);
  const national = prefix === '合字' || prefix === '';
  if (mark === undefined && !national) return refused({ kind: 'unknown-prefix', prefix });
  const classes = classText.match(/[A-Z]\d/g) ?? [];
  const unknown = classes.find((name) => !/^[AB][12]$/.test(name));
  if (unknown !== undefined) return refused({ kind: 'unknown-class', class: unknown });
  if (!classes.some((name) => name.startsWith('B'))) return refused({ kind: 'no-value-added-class', classes });
  if (digits.length !== 8) return refused({ kind: 'wrong-digit-count', digits: digits.length, expected: 8 });
  const year = digits.slice(0, 4);
  if (!/^(?:199|20)/.test(year)) return refused({ kind: 'impossible-year', year });
  const service = parseServiceSuffix(tail);
  if (!service.ok) return service;
  if (hyphen === '') repairs.push('dash');
  return parsed({
    canonical: `${prefix}${classes.join('.')}-${digits}${tail}`,
    form: 'telecom-licence',
    scope: mark === undefined ? { kind: 'national' } : { kind: 'provincial', mark: { ...mark, written: prefix } },
    classes,
    year: Number(year),
    service: service.value,
    repairs,
  });
}
