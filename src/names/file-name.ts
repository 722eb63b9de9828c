import { type Parsed, parsed, refused } from '../identifiers/parsed.ts';
import { type FileDate, findDate } from './file-date.ts';
import { foldName } from './fold.ts';
import type { Span } from './span.ts';

export const fileNameParts = ['company', 'content', 'date'] as const;
export type FileNamePart = (typeof fileNameParts)[number];

/** What a portal wants a file to be called, for example 公司名+内容+日期. */
export interface FileNamePattern {
  readonly parts: readonly FileNamePart[];
  /** What stands between two parts; `any` accepts + - _ space and nothing, as `+` in the article's wording does. */
  readonly separator: 'any' | '-' | '_' | ' ' | '';
  /** As it was written, for messages. */
  readonly text: string;
}

export type FileNamePatternProblem =
  | { readonly kind: 'no-parts' }
  | { readonly kind: 'repeated-part'; readonly part: FileNamePart }
  | { readonly kind: 'unknown-text'; readonly text: string };

const words: Readonly<Record<FileNamePart, RegExp>> = {
  company: /^(?:公司名称?|企业名称|\{company\})/,
  content: /^(?:内容|材料名称?|文件名称|\{content\})/,
  date: /^(?:日期|\{date\})/,
};

/** Reads a pattern: the words 公司名, 内容 and 日期, or {company}, {content} and {date}, with + - _ or nothing between. */
export function parseFileNamePattern(text: string): Parsed<FileNamePattern, FileNamePatternProblem> {
  const parts: FileNamePart[] = [];
  const separators = new Set<string>();
  let rest = text.normalize('NFKC').trim();
  while (rest !== '') {
    const part = fileNameParts.find((name) => words[name].test(rest));
    if (part === undefined) return refused({ kind: 'unknown-text', text: rest });
    if (parts.includes(part)) return refused({ kind: 'repeated-part', part });
    parts.push(part);
    rest = rest.replace(words[part], '');
    const separator = /^\s*[+_-]\s*|^ +/.exec(rest)?.[0] ?? '';
    if (rest !== '') separators.add(separator.trim() || separator.slice(0, 1));
    rest = rest.slice(separator.length);
  }
  if (parts.length === 0) return refused({ kind: 'no-parts' });
  const [only] = separators;
  const fixed = (['-', '_', ' ', ''] as const).find((separator) => separator === only);
  return parsed({ parts, separator: separators.size === 1 && fixed !== undefined ? fixed : 'any', text });
}

export type FileCompany =
  | { readonly kind: 'expected'; readonly text: string }
  /** A piece of the company's own name: 示例科技 for 示例科技有限公司. */
  | { readonly kind: 'abbreviated'; readonly text: string }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'missing' };

export interface FileNameReading {
  /** With the dot, in lower case; empty when there is none. */
  readonly extension: string;
  readonly company: FileCompany;
  /** Empty when nothing is left beside company and date. */
  readonly content: string;
  readonly date: FileDate;
  /** The parts that are there, in the order in which they stand. */
  readonly order: readonly FileNamePart[];
  /** What stands between the parts, as written. */
  readonly separators: readonly string[];
  /** Marks that a program added to a copy: (1), ` - 副本`. */
  readonly copyMark: string;
}

/** Where a name stands in a text, with spaces, width and brackets folded on both sides. */
function findName(text: string, name: string): Span | undefined {
  const wanted = foldName(name);
  if (wanted === '') return undefined;
  let folded = '';
  let position = 0;
  const origin: Span[] = [];
  for (const character of text) {
    const piece = foldName(character);
    const span = { start: position, end: position + character.length };
    for (let unit = 0; unit < piece.length; unit++) origin.push(span);
    folded += piece;
    position = span.end;
  }
  const at = folded.indexOf(wanted);
  const first = origin[at];
  const last = origin[at + wanted.length - 1];
  return at < 0 || first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

const legalForm =
  /^[\p{L}\p{N}()·&\s]{2,40}?(?:有限责任公司|有限公司|公司|集团(?!.{0,2}(?:有限|股份))|合伙企业(?:\(有限合伙\))?|事务所)/u;
/** Stands for what was read already: a private-use character, which no name contains once it was cleaned. */
const hole = '\ue000';
const copyMarks = /(?:\s*\(\d{1,3}\)|\s+-\s*(?:副本|拷贝|copy)(?:\s*\(\d{1,3}\))?|[_-]copy)$/i;
const separatorsAround = /^[\s+_-]+|[\s+_-]+$/g;

/** The company at the head of a name, or behind a date at its head, when the expected one is nowhere in it. */
function otherCompany(
  stem: string,
  companyNames: readonly string[],
): { readonly company: FileCompany; readonly span: Span | undefined } {
  for (const { text: piece, start } of piecesOf(stem)) {
    const head = piece.replace(/^[\s+_-]+/, '');
    const legal = legalForm.exec(head)?.[0];
    const text = legal ?? /^[^+_\s-]+(?=[+_\s-])/.exec(head)?.[0];
    if (text === undefined) continue;
    const folded = foldName(text);
    const abbreviated = [...folded].length >= 2 && companyNames.some((name) => foldName(name).includes(folded));
    if (!abbreviated && legal === undefined) continue;
    const at = start + piece.length - head.length;
    const span = { start: at, end: at + text.length };
    return { company: { kind: abbreviated ? 'abbreviated' : 'other', text }, span };
  }
  return { company: { kind: 'missing' }, span: undefined };
}

/** What is left between the holes. */
function piecesOf(stem: string): readonly { readonly text: string; readonly start: number }[] {
  return [...stem.matchAll(/[^\ue000]+/g)].map((match) => ({ text: match[0], start: match.index }));
}

/**
 * Reads the name of a file, without its folders, for the parts of a pattern. `companyNames` are the names that
 * count as the company's own, the full one first. It reads what is there; whether that is enough is for the rule.
 */
export function readFileName(fileName: string, companyNames: readonly string[]): FileNameReading {
  const name = fileName.normalize('NFKC').replace(/\p{C}/gu, '').trim();
  const extension = /\.[0-9a-z]{1,5}$/i.exec(name)?.[0] ?? '';
  const whole = name.slice(0, name.length - extension.length);
  const copyMark = copyMarks.exec(whole)?.[0] ?? '';
  const stem = whole.slice(0, whole.length - copyMark.length);
  const own = [...companyNames]
    .sort((a, b) => b.length - a.length)
    .map((company) => findName(stem, company))
    .find((span) => span !== undefined);
  // The company's name is blanked, so that digits in it are no date.
  const blank = (text: string, span: Span | undefined): string =>
    span === undefined ? text : text.slice(0, span.start) + hole.repeat(span.end - span.start) + text.slice(span.end);
  const { date, span: dateSpan } = findDate(blank(stem, own));
  const found =
    own === undefined
      ? otherCompany(blank(stem, dateSpan), companyNames)
      : { company: { kind: 'expected', text: stem.slice(own.start, own.end) } as const, span: own };
  const left = blank(blank(stem, found.span), dateSpan);
  const pieces = piecesOf(left);
  const contents = pieces.filter(({ text }) => text.replace(separatorsAround, '') !== '');
  const content = contents.map(({ text }) => text.replace(separatorsAround, '')).join(' ');
  const places: readonly (readonly [FileNamePart, number | undefined])[] = [
    ['company', found.span?.start],
    ['content', contents[0]?.start],
    ['date', dateSpan?.start],
  ];
  const order = places
    .flatMap(([part, at]) => (at === undefined ? [] : [{ part, at }]))
    .sort((a, b) => a.at - b.at)
    .map(({ part }) => part);
  const gaps = pieces.flatMap(({ text, start }) => {
    const bare = text.replace(separatorsAround, '');
    const touches = (at: number): boolean => at > 0 && at < stem.length;
    if (bare === '') return touches(start) && touches(start + text.length) ? [text] : [];
    const before = text.slice(0, text.indexOf(bare));
    const after = text.slice(text.indexOf(bare) + bare.length);
    return [...(touches(start) ? [before] : []), ...(touches(start + text.length) ? [after] : [])];
  });
  return {
    extension: extension.toLowerCase(),
    company: found.company,
    content,
    date,
    order,
    separators: gaps.map((gap) => gap.trim() || gap.slice(0, 1)),
    copyMark: copyMark.trim(),
  };
}

/** The name that a pattern asks for. `date` is YYYY-MM-DD or YYYY-MM, and is written without hyphens. */
export function fileNameFor(
  pattern: FileNamePattern,
  parts: Readonly<Record<FileNamePart, string>>,
  extension: string,
): string {
  const separator = pattern.separator === 'any' ? '+' : pattern.separator;
  const written = { ...parts, date: parts.date.replaceAll('-', '') };
  return `${pattern.parts.map((part) => written[part]).join(separator)}${extension}`;
}
