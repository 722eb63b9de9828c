import type { Confidence } from '../evidence/evidence.ts';
import { findAmounts } from './amounts.ts';
import { leadingCompanyName, leadingPersonName } from './company-names.ts';
import { findDays, findPeriods, type PeriodEnd } from './dates.ts';
import type { Labelled } from './labels.ts';
import type { Day, ReadField, Yuan } from './reading.ts';
import { joinedSpan, type Row, type Span, spanOf } from './sheet.ts';

/**
 * How much the form of a value vouches for it: `checked` by check digit or by being written twice, `form` by a calendar
 * or a fixed pattern, `free` not at all; `repaired` when a
 * character had to be changed to fit the form, or the check digit is wrong.
 */
export type Proof = 'checked' | 'form' | 'free' | 'repaired';

export interface Parsed<T> {
  readonly value: T;
  readonly proof: Proof;
  /** Part of the text that the value was read from; all of it when left out. */
  readonly at?: { readonly index: number; readonly length: number };
}

/** Reads a value from folded text; null when the text does not hold one. */
export type Parse<T> = (text: string) => Parsed<T> | null;

/**
 * Thresholds of line confidence per proof, measured on drawn pages at 200 dpi with both engines: see
 * test/documents/scans.test.ts.
 */
const thresholds: Readonly<Record<Proof, { readonly high: number; readonly medium: number }>> = {
  checked: { high: 0.5, medium: 0 },
  form: { high: 0.85, medium: 0.6 },
  free: { high: 0.9, medium: 0.7 },
  repaired: { high: 2, medium: 0.8 },
};

export function confidenceOf(span: Span, proof: Proof): Confidence {
  if (span.source === 'layer') return proof === 'repaired' ? 'medium' : 'high';
  const { high, medium } = thresholds[proof];
  return span.confidence >= high ? 'high' : span.confidence >= medium ? 'medium' : 'low';
}

export function fieldFrom<T>(span: Span, parsed: Parsed<T>): ReadField<T> {
  const { index, length } = parsed.at ?? { index: 0, length: span.text.length };
  const raw = span.raw.length === span.text.length ? span.raw.slice(index, index + length) : span.raw;
  return {
    value: parsed.value,
    raw: raw.trim(),
    page: span.page,
    box: span.box,
    confidence: confidenceOf(span, parsed.proof),
  };
}

/** How many further lines a value may take. */
const wrapLines = 2;

/** The first of the labels at whose side, or under which, a value of the kind stands. */
export function readLabelled<T>(found: readonly Labelled[], parse: Parse<T>): ReadField<T> | null {
  for (const labelled of found) {
    for (const { span, within } of candidates(labelled)) {
      const parsed = parse(span.text);
      if (parsed !== null && (parsed.at?.index ?? 0) < within) return fieldFrom(span, parsed);
    }
  }
  return null;
}

interface Candidate {
  readonly span: Span;
  /** The value must begin in these first characters: a wrapped value begins in its first line. */
  readonly within: number;
}

/** Beside the label: alone, then with what it may be wrapped into; at last what stands under the label. */
function candidates({ beside, under, continued, above }: Labelled): readonly Candidate[] {
  const last = above.at(-1);
  const higher = last === undefined || beside === null ? [] : wrappings([last, beside]).slice(1);
  const own = beside === null ? [] : wrappings([beside, ...continued]);
  return [...own, ...higher, ...wrappings(under)];
}

function wrappings(lines: readonly Span[]): readonly Candidate[] {
  const within = lines[0]?.text.length ?? 0;
  return lines.slice(0, 1 + wrapLines).flatMap((_, i) => {
    const span = joinedSpan(lines.slice(0, i + 1));
    return span === null ? [] : [{ span, within }];
  });
}

// At one slip in a hundred characters, a longer text is likely to have one.
const surestLength = 60;

/** All of the lines of a value that runs over several, such as an address or a scope. */
export function readLines(
  found: readonly Labelled[],
  options: { readonly most: number; readonly end?: RegExp; readonly accept?: RegExp },
): ReadField | null {
  for (const { beside, under, continued, above } of found) {
    const [first, ...following] = beside === null ? under : [beside, ...continued];
    if (first === undefined) continue;
    const lines: Span[] = [...above, first];
    for (const line of following) {
      if (lines.length >= options.most || options.end?.test(line.text)) break;
      lines.push(line);
    }
    const span = joinedSpan(lines);
    if (span === null) continue;
    const value = span.text.replace(/\s+/g, '');
    if (value === '' || (options.accept !== undefined && !options.accept.test(value))) continue;
    const field = fieldFrom(span, { value, proof: 'free' });
    return span.source === 'ocr' && value.length > surestLength ? atMostMedium(field) : field;
  }
  return null;
}

export const companyName: Parse<string> = (text) => {
  const found = leadingCompanyName(text);
  return found && { value: found.value, proof: 'free', at: { index: 0, length: found.length } };
};

/** An authority: 浙江省文化和旅游厅. */
export const organ: Parse<string> = (text) => {
  const match = /^[\u4e00-\u9fff\s]{2,24}?(?:委员会|办公室|总局|分局|中心|局|厅|部|署|委)(?![\u4e00-\u9fff])/.exec(
    text,
  );
  if (match === null) return null;
  return { value: match[0].replace(/\s/g, ''), proof: 'free', at: { index: 0, length: match[0].length } };
};

export const personName: Parse<string> = (text) => {
  const found = leadingPersonName(text);
  return found && { value: found.value, proof: 'free', at: { index: 0, length: found.length } };
};

export const day: Parse<Day> = (text) => {
  const [first] = findDays(text);
  return first === undefined ? null : { value: first.value, proof: first.repaired ? 'repaired' : 'form', at: first };
};

/** The last day of a term, or of a date that stands alone after words such as 至. */
export const periodEnd: Parse<PeriodEnd> = (text) => {
  const [period] = findPeriods(text);
  if (period !== undefined) return { value: period.to, proof: period.repaired ? 'repaired' : 'form', at: period };
  const days = findDays(text);
  const last = days.at(-1);
  if (last === undefined) return null;
  return { value: last.value, proof: last.repaired ? 'repaired' : 'form', at: last };
};

/** The last day of a term that is never open. */
export const lastDay: Parse<Day> = (text) => {
  const end = periodEnd(text);
  return end === null || end.value === 'long-term' ? null : { ...end, value: end.value };
};

/** The first day of a term. */
export const periodStart: Parse<Day> = (text) => {
  const [period] = findPeriods(text);
  if (period?.from == null) return null;
  return { value: period.from, proof: period.repaired ? 'repaired' : 'form', at: period };
};

/** Money; `unit` is what a bare number counts. Written twice and equal (numerals and digits) is proof. */
export const amount =
  (unit: Yuan = 1): Parse<Yuan> =>
  (text) => {
    const found = findAmounts(text, unit);
    const first = found.find(({ unitNamed }) => unitNamed) ?? found[0];
    if (first === undefined) return null;
    const twice = found.some((other) => other !== first && other.value === first.value);
    const proof = first.broken ? 'repaired' : twice ? 'checked' : first.unitNamed ? 'form' : 'free';
    return { value: first.value, proof, at: first };
  };

/** Anything that is not empty, up to the first clear gap. */
export const words: Parse<string> = (text) => {
  const value = (text.split(/\t| {3,}/)[0] ?? '').trim();
  const squeezed = value.replace(/(?<=\P{ASCII}) +| +(?=\P{ASCII})/gu, '');
  return squeezed === '' ? null : { value: squeezed, proof: 'free', at: { index: 0, length: value.length } };
};

/** The first match of a pattern in the text, white space inside it removed. */
export const pattern =
  (form: RegExp, proof: Proof = 'form'): Parse<string> =>
  (text) => {
    const match = form.exec(text);
    if (match === null) return null;
    return {
      value: (match[1] ?? match[0]).replace(/\s+/g, ''),
      proof,
      at: { index: match.index, length: match[0].length },
    };
  };

/** A whole number such as 12 or 1,024. */
export const count: Parse<number> = (text) => {
  const match = /(?<![\d.])(\d{1,3}(?:[,，]\d{3})+|\d{1,10})(?![\d.])/.exec(text);
  if (match?.[1] === undefined) return null;
  return {
    value: Number(match[1].replace(/\D/g, '')),
    proof: 'form',
    at: { index: match.index, length: match[0].length },
  };
};

/** The first row that the value can be read from, whatever stands at it. */
export function readAnywhere<T>(rows: readonly Row[], parse: Parse<T>): ReadField<T> | null {
  for (const row of rows) {
    const span = spanOf(row, 0, row.text.length);
    const parsed = span === null ? null : parse(span.text);
    if (span !== null && parsed !== null) return fieldFrom(span, parsed);
  }
  return null;
}

/** Never surer than `medium`: a value told by its form alone, without its label, or too long to be read without a slip. */
export function atMostMedium<T>(field: ReadField<T> | null): ReadField<T> | null {
  return field?.confidence === 'high' ? { ...field, confidence: 'medium' } : field;
}
