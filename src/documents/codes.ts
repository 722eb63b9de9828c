import { parseResidentId } from '../identifiers/resident-id.ts';
import { parseUscc } from '../identifiers/uscc.ts';
import { asDigits, digitLike } from './ocr-confusions.ts';
import type { Parse } from './read-field.ts';

const codeLike = /(?<![0-9A-Za-z])[0-9A-Za-z|](?:\s?[0-9A-Za-z|]){17}(?![0-9A-Za-z])/g;
/** What OCR may have printed one of the code's characters as; I, O, S, V and Z are not in its alphabet. */
const codeSlips: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  '|': '1',
  Z: '2',
  S: '5',
  V: 'Y',
};
/** Pairs inside the alphabet that OCR confuses; tried one at a time until both check digits are right. */
const codePairs: Readonly<Record<string, string>> = {
  '0': 'DQ',
  D: '0',
  Q: '0',
  '1': 'L7',
  L: '1',
  '2': '7',
  '7': '12T',
  T: '7',
  '5': '6',
  '6': '5G8',
  G: '6C9',
  '8': 'B36',
  B: '8',
  '3': '8',
  '4': 'A',
  A: '4',
  U: 'W',
  M: 'W',
  W: 'M',
  K: 'X',
  X: 'K',
  Y: 'X',
  E: 'F',
  F: 'E',
  C: 'G',
  P: 'R',
  R: 'P',
  H: 'N',
  N: 'H',
  '9': 'G',
};

/** Characters 3 to 8 are digits whatever was read there. */
function inAlphabet(code: string): string {
  return [...code.toUpperCase()]
    .map((character, index) => {
      const mended = codeSlips[character] ?? character;
      return index >= 2 && index < 8 ? asDigits(mended).digits : mended;
    })
    .join('');
}

function mended(code: string): string | null {
  const right = new Set<string>();
  [...code].forEach((character, index) => {
    for (const other of codePairs[character] ?? '') {
      const trial = code.slice(0, index) + other + code.slice(index + 1);
      if (parseUscc(trial).ok) right.add(trial);
    }
  });
  const [only] = right;
  return right.size === 1 && only !== undefined ? only : null;
}

/**
 * The first unified social credit code in the text. Where the check digits are wrong, exactly one confusion of OCR that
 * makes them right is undone; else the code is given as it was read. Neither is sure: papers have slips, too.
 */
export const creditCode: Parse<string> = (text) => {
  for (const match of text.matchAll(codeLike)) {
    const read = match[0].replace(/\s/g, '').toUpperCase();
    if (!/\d{4}/.test(asDigits(read).digits)) continue;
    const code = inAlphabet(read);
    const at = { index: match.index, length: match[0].length };
    if (parseUscc(code).ok) return { value: code, proof: code === read ? 'checked' : 'form', at };
    const repaired = mended(code);
    return { value: repaired ?? code, proof: 'repaired', at };
  }
  return null;
};

const d = `[${digitLike}]`;
const provinceMark = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕甘陇青宁新';
const telecomNumber = new RegExp(
  `(合\\s?字|[${provinceMark}])?\\s?((?:[AB8][12lI](?:\\s?[.、·]\\s?)?)*[AB8][12lI])\\s?[-—一_]?\\s?(${d}(?:\\s?${d}){7})(?:\\s?-\\s?(\\d{1,3}))?(?![0-9A-Za-z])`,
);
const olderNumber = new RegExp(`([${provinceMark}])\\s?[Ii1l]CP\\s?[证証]\\s?(${d}{6})\\s?号`);

/** The number of a telecom licence: 浙B2-20210001, 合字B1.B2-20130004, 京ICP证030173号. */
export const licenceNumber: Parse<string> = (text) => {
  const match = telecomNumber.exec(text);
  if (match !== null) {
    const [whole, prefix = '', classes = '', serial = '', site] = match;
    const { digits, repaired } = asDigits(serial.replace(/\s/g, ''));
    const kinds = classes
      .replace(/\s/g, '')
      .replace(/8(?=[12lI])/g, 'B')
      .replace(/[lI]/g, '1')
      .replace(/[、·]/g, '.');
    const value = `${prefix.replace(/\s/g, '')}${kinds}-${digits}${site === undefined ? '' : `-${site}`}`;
    const exact = !repaired && kinds === classes;
    return { value, proof: exact ? 'form' : 'repaired', at: { index: match.index, length: whole.length } };
  }
  const older = olderNumber.exec(text);
  if (older === null) return null;
  const { digits, repaired } = asDigits(older[2] ?? '');
  return {
    value: `${older[1]}ICP证${digits}号`,
    proof: repaired ? 'repaired' : 'form',
    at: { index: older.index, length: older[0].length },
  };
};

const filing = new RegExp(
  `([${provinceMark}])\\s?[Ii1l]CP\\s?[备備]\\s?(${d}{8}(?:${d}{2})?)\\s?号(?:\\s?-\\s?(\\d{1,4}[AXK]?))?`,
);

/** A filing number, with the serial of a website or app where it is printed. */
export const filingNumber: Parse<string> = (text) => {
  const match = filing.exec(text);
  if (match === null) return null;
  const { digits, repaired } = asDigits(match[2] ?? '');
  return {
    value: `${match[1]}ICP备${digits}号${match[3] === undefined ? '' : `-${match[3]}`}`,
    proof: repaired ? 'repaired' : 'form',
    at: { index: match.index, length: match[0].length },
  };
};

function mlps(form: RegExp, join: (groups: readonly string[]) => string): Parse<string> {
  return (text) => {
    const match = form.exec(text);
    if (match === null) return null;
    const read = match.slice(1).map((group) => asDigits((group ?? '').replace(/\s/g, '')));
    return {
      value: join(read.map(({ digits }) => digits)),
      proof: read.some(({ repaired }) => repaired) ? 'repaired' : 'form',
      at: { index: match.index, length: match[0].length },
    };
  };
}

const run = (length: number): string => `(${d}(?:\\s?${d}){${length - 1}})`;
const hyphen = '\\s?[-—一_.]?\\s?';

/** 11 digits, a hyphen, 5 digits. */
export const mlpsCertificateNumber = mlps(
  new RegExp(`(?<![0-9A-Za-z])${run(11)}${hyphen}${run(5)}(?![0-9A-Za-z])`),
  (groups) => groups.join('-'),
);

/** Certificate, year, evaluator, serial. */
export const mlpsReportNumber = mlps(
  new RegExp(
    `(?<![0-9A-Za-z])${run(11)}${hyphen}${run(5)}${hyphen}${run(2)}${hyphen}${run(4)}${hyphen}(${d}{1,2})(?![0-9A-Za-z])`,
  ),
  (groups) => groups.join('-'),
);

/** A code of letters, digits, hyphens and brackets, such as the number of a permit or a contract. */
export const freeNumber: Parse<string> = (text) => {
  const match = /[A-Za-z0-9\u4e00-\u9fff()[\]〔〕第字号\-./]{4,40}/.exec(text);
  if (match === null || !/\d/.test(match[0])) return null;
  return { value: match[0], proof: 'free', at: { index: match.index, length: match[0].length } };
};

/** A resident identity number; the check character vouches for it. */
export const identityNumber: Parse<string> = (text) => {
  const match = new RegExp(`(?<![0-9A-Za-z])${d}(?:\\s?${d}){16}\\s?[${digitLike}Xx×](?![0-9A-Za-z])`).exec(text);
  if (match === null) return null;
  const read = match[0].replace(/\s/g, '');
  const { digits } = asDigits(read.slice(0, 17));
  const last = asDigits(read.slice(17)).digits.replace('×', 'X').toUpperCase();
  const value = digits + last;
  return {
    value,
    proof: parseResidentId(value).ok ? 'checked' : 'free',
    at: { index: match.index, length: match[0].length },
  };
};
