import type { Span } from './span.ts';

export type FileDate =
  /** `iso` is YYYY-MM-DD, or YYYY-MM where the name gives no day. */
  | { readonly kind: 'date'; readonly iso: string; readonly text: string }
  | {
      readonly kind: 'impossible';
      readonly text: string;
      readonly reason: 'no-such-month' | 'no-such-day' | 'two-digit-year' | 'year-out-of-range';
    }
  | { readonly kind: 'missing' };

const dateForms: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})年(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?/g,
  /(?<!\d)(?<year>\d{4})(?<mark>[-._/])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/g,
  /(?<!\d|[AB][12]-)(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/g,
  /(?<!\d)(?<year>\d{4})[-._](?<month>\d{1,2})(?!\d|[-._]\d)/g,
  /(?<!\d)(?<year>\d{4})(?<month>\d{2})(?!\d)/g,
];

function dateOf(text: string, groups: Readonly<Record<string, string | undefined>>): FileDate {
  const { year = '', month = '', day } = groups;
  const impossible = (reason: 'no-such-month' | 'no-such-day' | 'two-digit-year' | 'year-out-of-range'): FileDate => ({
    kind: 'impossible',
    text,
    reason,
  });
  if (!/^(?:19[89]|20)\d/.test(year)) return impossible(/^\d{6}$/.test(text) ? 'two-digit-year' : 'year-out-of-range');
  if (Number(month) < 1 || Number(month) > 12) return impossible('no-such-month');
  const iso = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return { kind: 'date', iso, text };
  const full = `${iso}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${full}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(full);
  return exists ? { kind: 'date', iso: full, text } : impossible('no-such-day');
}

/** The last real date in a text; an impossible one only when there is no real one. */
export function findDate(text: string): { readonly date: FileDate; readonly span: Span | undefined } {
  const taken: { readonly date: FileDate; readonly span: Span }[] = [];
  for (const form of dateForms) {
    for (const match of text.matchAll(form)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const free = taken.every((other) => span.end <= other.span.start || span.start >= other.span.end);
      if (free) taken.push({ date: dateOf(match[0], match.groups ?? {}), span });
    }
  }
  const ordered = taken.sort((a, b) => a.span.start - b.span.start);
  return (
    ordered.findLast(({ date }) => date.kind === 'date') ??
    ordered.at(-1) ?? { date: { kind: 'missing' }, span: undefined }
  );
}
