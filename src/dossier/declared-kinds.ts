import { firm, type Reference } from '../../rules/reference/index.ts';

/** Width, brackets and blanks never matter in the name of a kind of business. */
const folded = (name: string) => name.normalize('NFKC').replaceAll(/\s+/gu, '');

/** The codes (B11 to B26) of kinds of business that are written by code, name or usual abbreviation. */
export function kindsOfBusiness(
  written: readonly string[],
  { businessCatalogue }: Pick<Reference, 'businessCatalogue'>,
): ReadonlySet<string> {
  const kinds = firm(businessCatalogue.kinds).map(({ value }) => value);
  return new Set(
    written.flatMap((text) => {
      const name = folded(text);
      const kind = kinds.find(({ code, name: full, aliases, forms = [] }) =>
        [code, full, ...aliases, ...forms].some((known) => folded(known) === name),
      );
      return kind === undefined ? [] : [kind.code];
    }),
  );
}
