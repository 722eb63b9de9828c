import { distance } from 'fastest-levenshtein';
import { type FoundCompany, findCompanyNamesIn } from './company-names.ts';
import { readList } from './find-in-flow.ts';
import { pageNumbersOf, placeholdersOf } from './page-furniture.ts';
import { readTitle } from './policy.ts';
import { fieldFrom } from './read-field.ts';
import type { AnyDocument, ReadField } from './reading.ts';
import { recogniseKind } from './recognise.ts';
import { type Flow, flowOf, joinedSpan, layRows, type NumberedText, type Row, spanOf } from './sheet.ts';
import { signatureDay } from './signature.ts';

/** What can be said of any document. */
export function readAnyDocument(pages: readonly NumberedText[]): AnyDocument {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const columns = flowOf(rows, 'columns');
  const recognised = recogniseKind(pages);
  return {
    kind:
      recognised === null || recognised.confidence === 'low'
        ? null
        : {
            value: recognised.kind,
            raw: recognised.heading.raw.trim(),
            page: recognised.heading.page,
            box: recognised.heading.box,
            confidence: recognised.confidence,
          },
    title: readTitle(rows),
    companyNames: readList(columns, () => distinctCompanyNames(columns)),
    datedOn: signatureDay(rows),
    placeholders: readPlaceholders(flow),
    pageNumbers: readPageNumbers(rows),
  };
}

/**
 * Each company once. A name that ends in another has a word of its sentence before it; of two that differ in a character
 * or two the one that stands more often is the one printed, the other a slip of OCR.
 */
function distinctCompanyNames(flow: Flow): readonly FoundCompany[] {
  const found = findCompanyNamesIn(flow);
  const times = (name: string): number => found.filter(({ value }) => value.endsWith(name)).length;
  const first = found.filter(({ value }, index) => found.findIndex((other) => other.value === value) === index);
  return first.filter(({ value, index }) =>
    first.every((other) => {
      if (other.value === value) return true;
      if (value.endsWith(other.value)) return false;
      const slips = distance(value, other.value);
      const [own, others] = [times(value), times(other.value)];
      return slips > 2 || slips > value.length / 5 || own > others || (own === others && index < other.index);
    }),
  );
}

function readPlaceholders(flow: Flow): ReadField<readonly string[]> | null {
  const found = placeholdersOf(flow);
  const [first] = found;
  if (first === undefined) return null;
  const span = flow.spanAt(first.index, first.index + first.value.length);
  return span && fieldFrom(span, { value: [...new Set(found.map(({ value }) => value))], proof: 'form' });
}

function readPageNumbers(rows: readonly Row[]): AnyDocument['pageNumbers'] {
  const value = pageNumbersOf(rows);
  const spans = value.flatMap(({ page }) => {
    const row = rows.findLast((other) => other.page === page);
    const span = row === undefined ? null : spanOf(row, 0, row.text.length);
    return span === null ? [] : [span];
  });
  const all = joinedSpan(spans);
  return all && fieldFrom(all, { value, proof: 'form' });
}
