const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const middleDots = /[\u2022\u2027\u2219\u22c5\u30fb\uff65]/g;
// Control and format characters, and every kind of space but tab and line feed.
const blanks = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zs}\u2028\u2029]/gu;
const fullWidth = /[\uff01-\uff5e]/g;

/**
 * Half-width letters, digits and punctuation, one dash, one middle dot, plain blanks. The length never changes, so that a
 * position in the folded text is the same position in the text as it was recognised.
 */
export function folded(text: string): string {
  return text
    .replace(dashes, '-')
    .replace(middleDots, '·')
    .replace(blanks, (character) => ' '.repeat(character.length))
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('〔', '[')
    .replaceAll('〕', ']');
}

/** Folded, and without any white space: what names and codes are compared by. */
export function compact(text: string): string {
  return folded(text).replace(/\s+/g, '');
}
