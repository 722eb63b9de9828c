import { normaliseNumber, type Repair } from './normalise.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

/** Unified social credit code 统一社会信用代码, GB 32100-2015 with amendment 1 of 2016. */
export interface Uscc {
  readonly canonical: string;
  /** Character 1. Left out where GB 32100 as read here gives no name to the character. */
  readonly department: UsccDepartment | undefined;
  /** Characters 1 and 2, for example `91`. */
  readonly category: string;
  /** `91`: a company. Only companies hold a telecom licence (R42 art. 6). */
  readonly isCompany: boolean;
  /** Characters 3 to 8, GB/T 2260 of the registrar; `100000` is the national registrar. */
  readonly areaCode: string;
  /** Characters 9 to 17, GB 11714, without the hyphen that some papers print. */
  readonly organisationCode: string;
  readonly repairs: readonly Repair[];
}

export type UsccDepartment = 'institutional-organisation' | 'civil-affairs' | 'market-regulation' | 'other';

/** Positions count from 1, as a clerk counts them. */
export type UsccProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'legacy-registration-number'; readonly checkDigitValid: boolean }
  | { readonly kind: 'organisation-code-only' }
  | { readonly kind: 'wrong-length'; readonly length: number }
  | {
      readonly kind: 'forbidden-character';
      readonly character: string;
      readonly position: number;
      /** The code with the usual slip undone (O for 0, I for 1 …), when that makes both check digits right. */
      readonly suggestion: string | undefined;
    }
  | { readonly kind: 'wrong-organisation-code'; readonly expected: string; readonly found: string }
  | { readonly kind: 'wrong-check-character'; readonly expected: string; readonly found: string };

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const slips: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' };
const departments: Readonly<Record<string, UsccDepartment>> = {
  '1': 'institutional-organisation',
  '5': 'civil-affairs',
  '9': 'market-regulation',
  Y: 'other',
};

function weightedSum(text: string, values: string, factors: readonly number[]): number {
  return factors.reduce((sum, factor, index) => sum + factor * values.indexOf(text.charAt(index)), 0);
}

/** Character 18 for the first 17 characters of a code. */
function checkCharacter(code: string): string {
  return alphabet.charAt((31 - (weightedSum(code, alphabet, weights) % 31)) % 31);
}

/** Character 9 of an organisation code (GB 11714) for its first eight characters. */
function organisationCheck(code: string): string {
  const check = 11 - (weightedSum(code, organisationAlphabet, organisationWeights) % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Digit 15 of the registration numbers before 2015: ISO 7064 MOD 11,10. */
function registrationNumberIsValid(digits: string): boolean {
  const product = [...digits.slice(0, 14)].reduce((carry, digit) => {
    const sum = (carry + Number(digit)) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (product + Number(digits.charAt(14))) % 10 === 1;
}

function forbiddenPosition(code: string): number {
  return [...code].findIndex(
    (character, index) => !(index >= 2 && index < 8 ? /\d/ : /[0-9A-HJ-NPQRTUWXY]/).test(character),
  );
}

function withoutSlips(code: string): string | undefined {
  const mended = [...code].map((character) => slips[character] ?? character).join('');
  if (forbiddenPosition(mended) >= 0) return undefined;
  const right =
    organisationCheck(mended.slice(8)) === mended.charAt(16) && checkCharacter(mended) === mended.charAt(17);
  return right ? mended : undefined;
}

/**
 * Reads a unified social credit code. A wrong organisation code is told before a wrong last character:
 * a slip within characters 9 to 17 breaks both, so `wrong-check-character` alone points to 1 to 8 or 18.
 */
export function parseUscc(written: string): Parsed<Uscc, UsccProblem> {
  const { text, repairs } = normaliseNumber(written);
  if (text === '') return refused({ kind: 'empty' });
  if (/^\d{15}$/.test(text)) {
    return refused({ kind: 'legacy-registration-number', checkDigitValid: registrationNumberIsValid(text) });
  }
  if (/^[0-9A-Z]{8}-?[0-9X]$/.test(text)) return refused({ kind: 'organisation-code-only' });
  const code = text.replaceAll('-', '');
  const length = [...code].length;
  if (length !== 18) return refused({ kind: 'wrong-length', length });
  const position = forbiddenPosition(code);
  if (position >= 0) {
    const character = [...code][position] ?? '';
    return refused({ kind: 'forbidden-character', character, position: position + 1, suggestion: withoutSlips(code) });
  }
  const organisationCode = code.slice(8, 17);
  const expectedOrganisation = organisationCheck(organisationCode);
  if (expectedOrganisation !== code.charAt(16)) {
    return refused({ kind: 'wrong-organisation-code', expected: expectedOrganisation, found: code.charAt(16) });
  }
  const expected = checkCharacter(code);
  if (expected !== code.charAt(17)) {
    return refused({ kind: 'wrong-check-character', expected, found: code.charAt(17) });
  }
  return parsed({
    canonical: code,
    department: departments[code.charAt(0)],
    category: code.slice(0, 2),
    isCompany: code.startsWith('91'),
    areaCode: code.slice(2, 8),
    organisationCode,
    repairs,
  });
}
