import { findCompanyNames } from './company-names.ts';
import { readList } from './find-in-flow.ts';
import { pageNumbersOf, placeholdersOf } from './page-furniture.ts';
import { readTitle } from './policy.ts';
import { fieldFrom } from './read-field.ts';
import type { AnyDocument, ReadField } from './reading.ts';
import { recogniseKind } from './recognise.ts';
import { flowOf, joinedSpan, layRows, type NumberedText, type Row, spanOf } from './sheet.ts';
import { signatureDay } from './signature.ts';

/** What can be said of any document. */
export function readAnyDocument(pages: readonly NumberedText[]): AnyDocument {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const recognised = recogniseKind(pages);
  return {
    kind:
      recognised === null
        ? null
        : {
            value: recognised.kind,
            raw: recognised.heading.raw.trim(),
            page: recognised.heading.page,
            box: recognised.heading.box,
            confidence: recognised.confidence,
          },
    title: readTitle(rows),
    companyNames: readList(flow, findCompanyNames),
    datedOn: signatureDay(rows),
    placeholders: readPlaceholders(flow),
    pageNumbers: readPageNumbers(rows),
  };
}

function readPlaceholders(flow: ReturnType<typeof flowOf>): ReadField<readonly string[]> | null {
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
