import stringWidth from 'string-width';

/** Columns that a text takes; Chinese characters take two. */
export function width(text: string): number {
  if (joining.test(text)) return stringWidth(text);
  let columns = 0;
  for (let index = 0; index < text.length; index++) columns += widthOfUnit(text.charCodeAt(index));
  return columns;
}

// Characters that join with their neighbours, that two units write or that may begin an escape code: only the library knows
// what they take together.
const joining = /[\p{Cc}\u0d4e\u0e33\u0eb3\p{M}\p{Cf}\u1100-\u11ff\ua960-\ua97f\ud7b0-\udfff\u{10000}-\u{10ffff}]/u;

// A report repeats the same few thousand characters: measuring each once is what makes large reports quick.
const measured = new Uint8Array(0x10000);

/** Columns of a character that stands for itself; kept one too high, so that 0 means not yet measured. */
function widthOfUnit(unit: number): number {
  if (measured[unit] === 0) measured[unit] = stringWidth(String.fromCharCode(unit)) + 1;
  return (measured[unit] ?? 1) - 1;
}

export const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - width(text))) + text;

const closing = '、。，．：；？！）］｝〕〉》」』】〗”’…—％,.;:?!)\\]}%';
const opening = '（［｛〔〈《「『【〖“‘';
// One unit is what must stay on one line: a Latin word or number, or one character with the punctuation that clings to it.
const unit = new RegExp(`[ \\u3000]+|[${opening}]*(?:[!-~\\u00a1-\\u024f]+|[^ ])[\\p{M}${closing}]*`, 'gu');

/**
 * Breaks a text into lines of at most `columns`. Latin words stay whole unless one alone is too long; Chinese breaks
 * between characters, but never before closing or after opening punctuation. Leading spaces of each line of the text stay.
 */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(4, columns)));
}

function wrapLine(line: string, columns: number): string[] {
  if (width(line) <= columns) return [line];
  const lines: string[] = [];
  let current = '';
  let used = 0;
  const flush = () => {
    lines.push(current.trimEnd());
    current = '';
    used = 0;
  };
  for (const piece of line.match(unit) ?? []) {
    const size = width(piece);
    if (used + size <= columns) {
      current += piece;
      used += size;
      continue;
    }
    const blank = piece.trim() === '';
    if (current !== '') flush();
    if (blank) continue;
    if (size <= columns) {
      current = piece;
      used = size;
      continue;
    }
    for (const { segment } of graphemes.segment(piece)) {
      const step = width(segment);
      if (used + step > columns) flush();
      current += segment;
      used += step;
    }
  }
  if (current.trim() !== '') flush();
  return lines;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Cuts a line to `columns`, with … where something was cut off. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const step = width(segment);
    if (used + step > columns - 1) break;
    kept += segment;
    used += step;
  }
  return `${kept}…`;
}
