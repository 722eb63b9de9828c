import { normaliseNumber } from './normalise.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

export type PhoneKind = 'mobile' | 'landline' | 'hotline';

export interface Phone {
  readonly kind: PhoneKind;
  /** Digits only, without +86; a landline's area code and number, and any extension, joined by hyphens. */
  readonly canonical: string;
}

type DiallingProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-digits'; readonly character: string }
  | { readonly kind: 'not-mainland'; readonly countryCode: string };

type LengthProblem = { readonly kind: 'wrong-length'; readonly length: number; readonly expected: number };

export type PhoneProblem =
  | DiallingProblem
  | LengthProblem
  | { readonly kind: 'area-code-missing' }
  | { readonly kind: 'unknown-form' };

export type MobileProblem =
  | DiallingProblem
  | LengthProblem
  | { readonly kind: 'not-a-mobile-segment'; readonly segment: string }
  | { readonly kind: 'not-a-mobile'; readonly is: Exclude<PhoneKind, 'mobile'> };

/** Removes what people put between the digits; the hyphens stay, they separate area code and extension. */
function dialled(written: string): Parsed<string, DiallingProblem> {
  const text = normaliseNumber(written)
    .text.replace(/[().]/g, (bracket) => (bracket === ')' ? '-' : ''))
    .replace(/(?:转|EXT|#)/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
  if (text === '') return refused({ kind: 'empty' });
  const abroad = /^(?:\+|00)(?!-?86)-?(\d{1,3})/.exec(text);
  if (abroad !== null) return refused({ kind: 'not-mainland', countryCode: abroad[1] ?? '' });
  const national = text.replace(/^(?:\+|00)-?86-?(?=\d)/, '').replace(/^86-?(?=1\d{10}$)/, '');
  const stray = /[^\d-]/u.exec(national);
  return stray === null ? parsed(national) : refused({ kind: 'not-digits', character: stray[0] });
}

/** Mainland area codes: 10, 2x with two digits after the 0; everything else three. */
const landline = /^(0(?:10|2\d|[3-9]\d{2}))-?([2-8]\d{6,7})(?:-(\d{1,6}))?$/;
/** 400 and 800 numbers, the 95/96 short numbers of companies, 12xxx public lines and 1010xxxx. */
const hotline = /^(?:[48]00-?\d{3}-?\d{4}|400-?\d{4}-?\d{3}|9[56]\d{3,6}|12\d{3}|1010-?\d{4})$/;

/** Reads any number that a customer could dial in mainland China: the line for complaints, a contact's telephone. */
export function parsePhone(written: string): Parsed<Phone, PhoneProblem> {
  const number = dialled(written);
  if (!number.ok) return number;
  const digits = number.value.replaceAll('-', '');
  if (/^1[3-9]\d{9}$/.test(digits)) return parsed({ kind: 'mobile', canonical: digits });
  if (hotline.test(number.value)) return parsed({ kind: 'hotline', canonical: digits });
  const parts = landline.exec(number.value);
  if (parts !== null) {
    return parsed({
      kind: 'landline',
      canonical: parts
        .slice(1)
        .filter((part) => part !== undefined)
        .join('-'),
    });
  }
  if (/^1[3-9]/.test(digits)) return refused({ kind: 'wrong-length', length: digits.length, expected: 11 });
  if (/^[2-8]\d{6,7}$/.test(digits)) return refused({ kind: 'area-code-missing' });
  return refused({ kind: 'unknown-form' });
}

/** Reads a mainland mobile number: 11 digits, 13 to 19 first. */
export function parseMobile(written: string): Parsed<{ readonly canonical: string }, MobileProblem> {
  const number = dialled(written);
  if (!number.ok) return number;
  const phone = parsePhone(written);
  if (phone.ok && phone.value.kind !== 'mobile') return refused({ kind: 'not-a-mobile', is: phone.value.kind });
  const digits = number.value.replaceAll('-', '');
  if (digits.length !== 11) return refused({ kind: 'wrong-length', length: digits.length, expected: 11 });
  if (!/^1[3-9]/.test(digits)) return refused({ kind: 'not-a-mobile-segment', segment: digits.slice(0, 2) });
  return parsed({ canonical: digits });
}
