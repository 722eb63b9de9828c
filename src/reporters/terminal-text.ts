import stringWidth from 'string-width';

/** Columns that a text takes; Chinese characters take two. */
export function width(text: string): number {
  if (ascii.test(text)) return text.length;
  if (text.length > 2) return stringWidth(text);
  const remembered = widths.get(text);
  if (remembered !== undefined) return remembered;
  const measured = stringWidth(text);
  widths.set(text, measured);
  return measured;
}

const ascii = /^[\x20-\x7e]*$/u;
// A report repeats the same few thousand characters: measuring each once is what makes large reports quick.
const widths = new Map<string, number>();

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
