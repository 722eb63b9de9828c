import { firm, type Reference } from '../../rules/reference/index.ts';

/** Width, brackets and blanks never matter in the name of a kind of business. */
const folded = (name: string) => name.normalize('NFKC').replaceAll(/\s+/gu, '');

/** Licences put the class before a kind of business, and what of it is covered in brackets behind. */
const bare = (name: string): string =>
  name.replace(/^第[一二]类增值电信业务(?:中的|[-—:])?/u, '').replace(/\([^()]*\)$/u, '');

/** The code of the kind of business that a text names by code, name or usual abbreviation; undefined when none. */
export function kindOfBusiness(
  text: string,
  { businessCatalogue }: Pick<Reference, 'businessCatalogue'>,
): string | undefined {
  const written = [
    folded(text),
    folded(text).replace(/^第[一二]类增值电信业务(?:中的|[-—:])?/u, ''),
    bare(folded(text)),
  ];
  return firm(businessCatalogue.kinds)
    .map(({ value }) => value)
    .find(({ code, name, aliases, forms = [] }) =>
      [code, name, ...aliases, ...forms].some((known) => written.includes(folded(known))),
    )?.code;
}

/** The codes (B11 to B26) of kinds of business that are written by code, name or usual abbreviation. */
export function kindsOfBusiness(
  written: readonly string[],
  { businessCatalogue }: Pick<Reference, 'businessCatalogue'>,
): ReadonlySet<string> {
  return new Set(written.flatMap((text) => kindOfBusiness(text, { businessCatalogue }) ?? []));
}
