import { describe, expect, it } from 'vitest';
import { documentEvidence } from '../../src/documents/documents.ts';
import { recogniseKind, sameForm } from '../../src/documents/recognise.ts';
import { drawnDocuments } from './drawn-documents.ts';
import { drawnText } from './drawn-text.ts';

const read = (fields: Readonly<Record<string, { readonly value: unknown } | null>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, fields[name]?.value]));

describe('reading documents in two layouts each', () => {
  for (const { evidence, kind, layout, pages, expected } of drawnDocuments) {
    for (const grouping of ['cells', 'lines'] as const) {
      it(`reads every field of ${kind} ${layout} from ${grouping}`, () => {
        const fields = documentEvidence[evidence].extract(drawnText(pages, grouping));
        expect(read(fields, Object.keys(expected))).toEqual(expected);
      });
    }
  }

  // A store prints no heading that tells its page apart.
  for (const { kind, layout, pages } of drawnDocuments.filter((drawn) => drawn.kind !== 'store-page')) {
    it(`recognises ${kind} ${layout}`, () => {
      const recognised = recogniseKind(drawnText(pages, 'cells'));
      expect(recognised && sameForm(recognised.kind, kind), JSON.stringify(recognised?.ranking.slice(0, 3))).toBe(true);
    });
  }
});
