import { findPeriods, type PeriodEnd } from './dates.ts';
import { fieldFrom, type Parse } from './read-field.ts';
import type { Day, ReadField } from './reading.ts';
import type { Flow } from './sheet.ts';

/** Reads a value out of the first stretch of the flow that the form matches; its first group, where it has one. */
export function readInFlow<T>(flow: Flow, form: RegExp, parse: Parse<T>): ReadField<T> | null {
  for (const match of flow.text.matchAll(new RegExp(form, form.flags.includes('g') ? form.flags : `${form.flags}g`))) {
    const text = match[1] ?? match[0];
    const index = match.index + match[0].indexOf(text);
    const span = flow.spanAt(index, index + text.length);
    const parsed = span === null ? null : parse(text);
    // The flow has no white space, the span of a row may: a narrower place inside it is not known.
    if (span !== null && parsed !== null) return fieldFrom(span, { value: parsed.value, proof: parsed.proof });
  }
  return null;
}

export interface PeriodFields {
  readonly from: ReadField<Day> | null;
  readonly to: ReadField<PeriodEnd> | null;
}

/** The first period that follows one of the terms within a sentence, such as 有效期自…起至…止. */
export function readPeriod(flow: Flow, terms: RegExp): PeriodFields {
  for (const match of flow.text.matchAll(new RegExp(terms, 'g'))) {
    const start = match.index;
    const [period] = findPeriods(flow.text.slice(start, start + 90));
    if (period === undefined) continue;
    const span = flow.spanAt(start + period.index, start + period.index + period.length);
    if (span === null) continue;
    const proof = period.repaired ? 'repaired' : 'form';
    return {
      from: period.from === null ? null : fieldFrom(span, { value: period.from, proof }),
      to: fieldFrom(span, { value: period.to, proof }),
    };
  }
  return { from: null, to: null };
}

/** A field that must be a day; an open end is not one. */
export function asDay(field: ReadField<PeriodEnd> | null): ReadField<Day> | null {
  if (field === null || field.value === 'long-term') return null;
  return { ...field, value: field.value };
}

/** Every stretch that `find` sees in the flow, as one list with the place of the first. */
export function readList(
  flow: Flow,
  find: (text: string) => readonly { readonly value: string; readonly index: number; readonly length?: number }[],
): ReadField<readonly string[]> | null {
  const found = find(flow.text);
  const [first] = found;
  if (first === undefined) return null;
  const spans = found.map(({ index, length, value }) => flow.spanAt(index, index + (length ?? value.length)));
  const span = spans[0];
  if (span == null) return null;
  const confidence = Math.min(...spans.map((other) => other?.confidence ?? 1));
  return fieldFrom({ ...span, confidence }, { value: [...new Set(found.map(({ value }) => value))], proof: 'free' });
}
