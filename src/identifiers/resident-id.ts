import { normaliseNumber } from './normalise.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

/** Resident identity number 公民身份号码, GB 11643-1999. */
export interface ResidentId {
  readonly canonical: string;
  /** GB/T 2260 of the place of first registration. Codes are abolished over time: never refuse one that is unknown. */
  readonly areaCode: string;
  /** 81, 82 and 83 are residence permits for people from Hong Kong, Macao and Taiwan. */
  readonly holder: 'mainland' | 'hong-kong' | 'macao' | 'taiwan';
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

/** No problem carries the number itself: it is personal data. Positions count from 1. */
export type ResidentIdProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'first-generation' }
  | { readonly kind: 'wrong-length'; readonly length: number }
  | { readonly kind: 'forbidden-character'; readonly position: number }
  | { readonly kind: 'impossible-date' }
  | { readonly kind: 'wrong-check-character' };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const holders: Readonly<Record<string, ResidentId['holder']>> = { '81': 'hong-kong', '82': 'macao', '83': 'taiwan' };

function isoDate(digits: string): string | undefined {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  // Nobody born before 1900 holds one of these numbers; such a year is a slip.
  return exists && digits >= '1900' ? iso : undefined;
}

/** Reads a resident identity number. Whether the birth date lies ahead of today is for the caller, who knows today. */
export function parseResidentId(written: string): Parsed<ResidentId, ResidentIdProblem> {
  const text = normaliseNumber(written).text.replaceAll('-', '');
  if (text === '') return refused({ kind: 'empty' });
  if (/^\d{15}$/.test(text)) return refused({ kind: 'first-generation' });
  const characters = [...text];
  if (characters.length !== 18) return refused({ kind: 'wrong-length', length: characters.length });
  const position = characters.findIndex((character, index) => !(index === 17 ? /[0-9X]/ : /[0-9]/).test(character));
  if (position >= 0) return refused({ kind: 'forbidden-character', position: position + 1 });
  const birthDate = isoDate(text.slice(6, 14));
  if (birthDate === undefined) return refused({ kind: 'impossible-date' });
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0);
  if (checkCharacters.charAt(sum % 11) !== text.charAt(17)) return refused({ kind: 'wrong-check-character' });
  return parsed({
    canonical: text,
    areaCode: text.slice(0, 6),
    holder: holders[text.slice(0, 2)] ?? 'mainland',
    birthDate,
    sex: Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female',
  });
}

/**
 * Full years on a day, both dates YYYY-MM-DD; a birthday counts from the day itself, that of
 * 29 February from 1 March in other years. Negative when the birth lies ahead.
 */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
