/**
 * A value as JSON, indented by two and ended by a line break. Invisible characters are written as escapes, so that a
 * terminal may show it; they read back as the same text.
 */
export const jsonText = (value: unknown): string => `${escaped(JSON.stringify(value, null, 2))}\n`;

/** The same text in pieces: lists and objects are taken apart down to `depth` levels, what lies below is written at once. */
export function* jsonPieces(value: unknown, depth: number): Iterable<string> {
  yield* piecesOf(value, depth, 0);
  yield '\n';
}

function* piecesOf(value: unknown, depth: number, level: number): Iterable<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield escaped(indentedText(value, level));
    return;
  }
  const margin = marginOf(level);
  const isList = Array.isArray(value);
  const entries = Object.entries(value).filter(([, item]) => isList || item !== undefined);
  if (entries.length === 0) {
    yield isList ? '[]' : '{}';
    return;
  }
  let before = isList ? '[' : '{';
  for (const [key, item] of entries) {
    yield `${before}${margin}  ${isList ? '' : `${escaped(JSON.stringify(key))}: `}`;
    yield* piecesOf(item, depth - 1, level + 1);
    before = ',';
  }
  yield `${margin}${isList ? ']' : '}'}`;
}

const marginOf = (level: number): string => `\n${'  '.repeat(level)}`;

/** A value as it stands some levels deep: within so many lists, whose brackets are then taken off. */
function indentedText(value: unknown, level: number): string {
  let nested = value;
  let [before, after] = [0, 0];
  for (let outer = 0; outer < level; outer++) {
    nested = [nested];
    before += 1 + marginOf(outer + 1).length;
    after += marginOf(outer).length + 1;
  }
  const text = JSON.stringify(nested, null, 2);
  return text.slice(before, text.length - after);
}

// By UTF-16 unit, without the u flag: an escape in JSON stands for one unit, and these all lie in the first plane.
const invisible = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const escaped = (text: string): string =>
  text.replace(invisible, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
