import type { FileInspection } from '../imaging/inspection.ts';
import type { Report } from './report.ts';

/**
 * Masks personal data wherever a report or an inspection carries text: resident identity numbers, other identity
 * papers, mobile numbers, whois telephone numbers, mail addresses and bank accounts. Numbers of companies and filings
 * (credit codes, licences, MLPS, police filings) are public and stay.
 *
 * It errs towards masking: a mistyped identity number is as personal as a right one. First and last digits stay, so that
 * a clerk still recognises which number is meant: `3301**********1234`, `138****5678`, `z***@example.cn`.
 */

/** Every text of the report masked; says so in `unmasked`. */
export const redactReport = (report: Report): Report => ({ ...maskTexts(report, reportKeys), unmasked: false });

/** What was read in a file, masked; digests stay. */
export const redactInspection = (file: FileInspection): FileInspection => maskTexts(file, inspectionKeys);

/** Values that are ours or are digests: no personal data, but digits that might look like it. */
const reportKeys: ReadonlySet<string> = new Set([
  'basis',
  'fingerprint',
  'madeAt',
  'messageId',
  'ruleId',
  'rules',
  'tool',
]);
const inspectionKeys: ReadonlySet<string> = new Set(['perceptualHash', 'sha256']);

function maskTexts<T>(value: T, keep: ReadonlySet<string>): T {
  // The shape stays as it was: only texts within it are replaced, by texts.
  return mapTexts(value, keep) as T;
}

function mapTexts(value: unknown, keep: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return maskPersonalData(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, keep));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, keep.has(key) ? item : mapTexts(item, keep)]),
  );
}

/** A text with its personal data masked. Masking twice changes nothing more. */
export function maskPersonalData(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replace(labelledPaper, (_, label: string, number: string) => label + maskDigits(number, 4, 4))
    .replace(labelledAccount, (_, label: string, number: string) => label + maskDigits(number, 4, 4))
    .replace(labelledMobile, (_, label: string, number: string) => label + maskDigits(number, 3, 4))
    .replace(labelledLandline, (_, label: string, number: string) => label + maskDigits(number, 4, 2))
    .replace(spacedIdentity, (number) => (isIdentityNumber(number) ? maskDigits(number, 4, 4) : number))
    .replace(spacedOldIdentity, (number) => maskDigits(number, 4, 4))
    .replace(spacedCard, (number) => maskDigits(number, 4, 4))
    .replace(unionPayCard, (number) => maskDigits(number, 4, 4))
    .replace(mobile, maskMobile)
    .replace(longNumber, maskLongNumber)
    .replace(whoisTelephone, (number) => maskDigits(number, 5, 4))
    .replace(mailAddress, (_, local: string, rest: string) => `${local.length > 1 ? local[0] : ''}***${rest}`);
}

const D = '[0-9０-９]';
// What people, registrars and OCR put between groups of digits: blanks of any width, a line break, hyphens and dashes, dots.
const separators = '\\s.·‐-―−－-';
const S = `[${separators}]{0,2}`;
/** Anything that could hold personal data at all; most texts do not, and are left at once. */
const suspicious = new RegExp(`${D}[0-9０-９${separators}]{5}|[@＠]|[[(（]at[\\])）]`, 'iu');

// What may stand between a label and its number: colon, quotes, brackets, blanks.
const joint = '[\\s:：=“”"\'（(为是]{0,6}';
const labelledPaper = new RegExp(
  `((?:公民身份号码|身份证(?:号码|号|件号)?|证件(?:号码|号)|护照(?:号码|号)?|通行证(?:号码|号)?|(?:台胞|回乡|军官)证(?:号码|号)?|居住证(?:号码|号)?|idNumber|ID (?:card )?(?:number|no\\.?)|passport(?: (?:number|no\\.?))?)${joint})([A-Za-z]{0,2}${D}[0-9０-９ -]{4,22}[0-9０-９Xx×])`,
  'giu',
);
const labelledAccount = new RegExp(
  `((?:账号|帐号|账户|帐户|卡号|account(?: (?:number|no\\.?))?)${joint})(${D}[0-9０-９ -]{6,36}${D})`,
  'giu',
);
/** A mistyped one has any length. */
const labelledMobile = new RegExp(
  `((?:手机(?:号码|号)?|移动电话|mobile)${joint})(${D}[0-9０-９${separators}]{4,16}${D})`,
  'giu',
);
const labelledLandline = new RegExp(
  `((?:固定电话|座机|办公电话|住宅电话|家庭电话)${joint})((?:${D}{3,4}[- ]?)?${D}{7,8})(?!${D})`,
  'gu',
);
/** 18 digits (the last may be X), torn apart anywhere. */
const spacedIdentity = new RegExp(`(?<!${D})(?:${D}${S}){17}[0-9０-９Xx×](?!${D})`, 'gu');
/** The 15 digits of the old kind in their groups: area, day of birth, serial. */
const spacedOldIdentity = new RegExp(
  `(?<!${D}|-)[1-6]\\d{5}${S}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])${S}\\d{3}(?!${D}|-)`,
  'gu',
);
/** Cards as they are printed, in groups of four. */
const spacedCard = new RegExp(`(?<!${D}|-)${D}{4}(?:[${separators}]{1,2}${D}{4}){3}(?:${S}${D}{1,4})?(?!${D}|-)`, 'gu');
/** Cards of UnionPay, which begin with 62 (ISO/IEC 7812), and the old ones of ICBC with 9558, in whatever groups. */
const unionPayCard = new RegExp(`(?<!${D}|-)(?:62|95 ?58)(?: ?${D}){13,17}(?! ?${D}|-)`, 'gu');
/** A word with 15 digits or more in a row: the old identity number has 15, account numbers up to 32. */
const longNumber = new RegExp(`(?<![0-9０-９A-Za-z])[A-Za-z]*${D}{15,32}[0-9A-Za-z]*`, 'gu');
/** Eleven digits, or up to two too many, with or without the country's code. */
const mobile = new RegExp(
  `(?<!${D})((?:[+＋]|00)?[8８][6６][)）]?${S})?([1１][3-9３-９]${D}(?:${S}${D}{4}${S}${D}{4}|${D}${S}${D}{4}${S}${D}{3}|${S}${D}{3}${S}${D}{5}|${S}${D}{3}${S}${D}{2}${S}${D}{3})${D}{0,2})(?!${D})`,
  'gu',
);
/** `+86.57188886666`, as registrars write it. */
const whoisTelephone = /\+\d{1,3}\.\d{6,12}(?!\d)/gu;
// The look-behind keeps a long word without @ from being tried again at every character.
const mailAddress =
  /(?<![A-Za-z0-9._%+'-])([A-Za-z0-9._%+'-]+)((?: ?[@＠] ?|[[(（]at[\])）])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/giu;

/** Names of numbers that are public although they look like accounts or telephones. */
const publicNumber =
  /(?:备案|备案证明|证书|报告|等保|算备|安备|编号|许可证|MLPS|filing|licence|certificate|report)[\s\p{P}]*(?:编?号码?|number|no\.?)?[\s\p{P}]*$/iu;
const isPublic = (whole: string, at: number) => publicNumber.test(whole.slice(Math.max(0, at - 24), at));

function maskLongNumber(word: string, at: number, whole: string): string {
  if (isCreditCode(word) || isDigest(word) || isPublic(whole, at)) return word;
  return maskDigits(word, 4, 4);
}

function maskMobile(found: string, code: string | undefined, number: string, at: number, whole: string): string {
  const after = whole.slice(at + found.length);
  // An MLPS certificate of Hebei, Shanxi or Inner Mongolia begins like a mobile number: 13010600001-00001.
  if (/^\s?-\s?\d{5}(?!\d)/u.test(after)) return found;
  if (/^\s*(?:元|万元|yuan|CNY|字节|bytes)/iu.test(after)) return found;
  if (isPublic(whole, at) || isDigest(wordAround(whole, at))) return found;
  return (code ?? '') + maskDigits(number, 3, 4);
}

/** Hides the middle: at least four digits go, and everything that is no digit or letter stays. */
function maskDigits(text: string, first: number, last: number): string {
  const characters = [...text];
  const total = characters.filter(isKept).length;
  const enough = total - first - last >= 4;
  const ends = Math.max(0, Math.floor((total - 4) / 2));
  const [left, right] = enough ? [first, last] : [ends, ends];
  let seen = 0;
  return characters
    .map((character) => {
      if (!isKept(character)) return character;
      seen++;
      return seen <= left || seen > total - right ? character : '*';
    })
    .join('');
}

const isKept = (character: string) => /[0-9０-９A-Za-z×]/u.test(character);

/** A SHA-256 or MD5 in hexadecimal. */
const isDigest = (word: string) => /^(?=.*[a-f])[0-9a-f]{32,}$/iu.test(word);

function wordAround(text: string, at: number): string {
  const before = /[0-9A-Za-z]*$/u.exec(text.slice(Math.max(0, at - 64), at))?.[0] ?? '';
  return before + (/^[0-9A-Za-z]*/u.exec(text.slice(at, at + 128))?.[0] ?? '');
}

// GB/T 2260, first two digits; 81 to 83 are the residence permits of Hong Kong, Macao and Taiwan residents.
const province = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';
/** GB 32100-2015: a company (91), trader (92) or cooperative (93) of some province; a wrong check digit is still one. */
const creditCode = new RegExp(`^9[123]${province}[0-9A-Z]{14}$`, 'iu');

function isCreditCode(word: string): boolean {
  return creditCode.test(word) && !(isIdentityNumber(word) && hasIdentityCheckDigit(word));
}

/** GB 11643-1999: area, a day that a living person can be born on, serial, check; whether the check fits is not asked. */
function isIdentityNumber(written: string): boolean {
  const number = plainDigits(written);
  if (creditCode.test(number) && !hasIdentityCheckDigit(number)) return false;
  return /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u.test(number);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

function hasIdentityCheckDigit(written: string): boolean {
  const number = plainDigits(written);
  const sum = weights.reduce<number>((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

const plainDigits = (written: string): string =>
  written.normalize('NFKC').replaceAll(between, '').replace(/[x×]$/u, 'X');

const between = new RegExp(`[${separators}]`, 'gu');
