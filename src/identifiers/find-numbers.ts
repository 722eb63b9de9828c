import { type AlgorithmNumber, type AlgorithmNumberProblem, parseAlgorithmNumber } from './algorithm-number.ts';
import { type FilingNumber, type FilingNumberProblem, parseFilingNumber } from './filing-number.ts';
import { type LicenceNumber, type LicenceNumberProblem, parseLicenceNumber } from './licence-number.ts';
import type { Parsed } from './parsed.ts';
import { type PoliceNumber, type PoliceNumberProblem, parsePoliceNumber } from './police-number.ts';
import type { ProvinceMarks } from './province-marks.ts';

interface Found<Form extends string, Value, Problem> {
  readonly form: Form;
  /** As it stands in the text, in half width. */
  readonly written: string;
  readonly result: Parsed<Value, Problem>;
}

/** A number in running text, with what the parser of its form says about it. */
export type FoundNumber =
  | Found<'filing', FilingNumber, FilingNumberProblem>
  | Found<'licence', LicenceNumber, LicenceNumberProblem>
  | Found<'police', PoliceNumber, PoliceNumberProblem>
  | Found<'algorithm', AlgorithmNumber, AlgorithmNumberProblem>;

const suffix = String.raw`(?:\s?-\s?\d{1,6}[A-Z]?(?![\dA-Z]))?`;
const patterns = {
  // Digits are taken greedily, so that a number that is too long is not mistaken for a right one.
  filing: new RegExp(String.raw`\p{Script=Han}?\s?ICP\s?备案?\s?\d{4,20}\s?号?${suffix}`, 'giu'),
  older: new RegExp(String.raw`\p{Script=Han}?\s?ICP\s?证字?\s?\d{4,20}\s?号?${suffix}`, 'giu'),
  licence: new RegExp(
    String.raw`(?:合字|\p{Script=Han})?\s?(?<![A-Z0-9])(?:[AB][12][.·、]?){0,3}B[12]\s?-\s?\d{4,20}${suffix}`,
    'giu',
  ),
  police: /\p{Script=Han}?\s?公网安备\s?\d{4,24}\s?号?/gu,
  algorithm: /网信算备\s?\d{4,30}\s?号?/gu,
};

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match.trim());
}

/** The character before a licence number is often the end of a word, as in 许可证B2-20080101, and no province. */
function withoutForeignPrefix(written: string, marks: ProvinceMarks): string {
  const first = [...written][0] ?? '';
  return /\p{Script=Han}/u.test(first) && first !== '合' && !marks.licence.has(first)
    ? written.slice(first.length).trim()
    : written;
}

/** Every filing, licence, police and algorithm number in a text, such as the foot of a page; each spelling once. */
export function findNumbers(text: string, marks: ProvinceMarks): readonly FoundNumber[] {
  const half = text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-');
  const found: FoundNumber[] = [
    ...matches(half, patterns.filing).map(
      (written): FoundNumber => ({ form: 'filing', written, result: parseFilingNumber(written, marks) }),
    ),
    ...[...matches(half, patterns.older), ...matches(half, patterns.licence)].map((match): FoundNumber => {
      const written = withoutForeignPrefix(match, marks);
      return { form: 'licence', written, result: parseLicenceNumber(written, marks) };
    }),
    ...matches(half, patterns.police).map(
      (written): FoundNumber => ({ form: 'police', written, result: parsePoliceNumber(written, marks) }),
    ),
    ...matches(half, patterns.algorithm).map(
      (written): FoundNumber => ({ form: 'algorithm', written, result: parseAlgorithmNumber(written) }),
    ),
  ];
  const once = new Map(found.map((number) => [`${number.form} ${number.written}`, number]));
  return [...once.values()];
}
