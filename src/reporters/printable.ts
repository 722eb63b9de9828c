/**
 * Text that prints as it stands, in a terminal, a browser or a spreadsheet: control characters, escape codes, direction
 * marks and other invisible characters become visible placeholders such as `<U+001B>`. Line breaks stay; tabs become
 * spaces.
 */
export const printable = (text: string): string => {
  if (plain.test(text)) return text;
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '    ')
    .replace(invisible, (character) => placeholder(character));
};

/** As `printable`, for places that have a single line: line breaks are made visible too. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', '<U+000A>');

const plain = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/u;
// The last two are no characters at all, and neither XML nor spreadsheets can hold them.
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

const placeholder = (character: string) =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
