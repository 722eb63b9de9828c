import type { PageText } from '../inspection.ts';
import type { PaperSize } from '../seal/detect.ts';

type Line = PageText['lines'][number];

/** A rectangle in millimetres of the upright page. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A printed label that asks for a signature. */
export interface SignatureLabel {
  /** As read, without blanks: 法定代表人（签字）. */
  readonly text: string;
  readonly area: Area;
  /** Width of a Chinese character of the label. */
  readonly emMm: number;
  /** What the line goes on with after the label; '' for a label that stands alone. */
  readonly tail: string;
  readonly line: Line;
}

const SIGN = '签\\s*[字名章署]';
/** 签字, （签名）, 签字（盖章）, 签字或盖章 and their like, with the colon if there is one. */
const CALL = new RegExp(
  `([（(【\\[]?\\s*(?:本人|亲笔|手写)?\\s*${SIGN}\\s*人?\\s*(?:[/或、及和]\\s*(?:盖\\s*公?\\s*章|${SIGN}))?\\s*[）)】\\]]?\\s*(?:[（(][^（()）]{0,8}[）)])?)\\s*([:：;；]?)`,
  'gu',
);
/** A promise is signed by whom it names first, with or without the word. */
const SIGNER = /^\s*(承\s*诺\s*人|声\s*明\s*人|具\s*结\s*人)\s*([:：])/u;
const longestWho = 16;

/** In Chinese characters: Latin letters, digits, blanks and ASCII punctuation are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef“”‘’…—]/u.test(character) ? 1 : 0.5), 0);

/** Labels that ask for a signature, among the lines of an upright page. Sentences that speak of signing are none. */
export function findLabels(lines: readonly Line[], paper: PaperSize): SignatureLabel[] {
  const calling = lines.filter(({ text }) => !callsIn(text).next().done).slice(0, MOST_LABELS);
  return calling.flatMap((line) => labelsOf(line, paper, usualEm(lines, line, paper)));
}

/** A line this much wider than its characters holds more than was read of it: a hand that follows the label. */
const WIDER_THAN_PRINT = 1.3;
/** Labels are set with blanks between their characters too. */
const WIDE_LABEL = /\S\s+\S/u;

/** No form has more; a hostile text layer costs no minutes. */
const MOST_LABELS = 40;

function labelsOf(line: Line, paper: PaperSize, usualEmMm: number | null): SignatureLabel[] {
  const found = [...callsIn(line.text)];
  const own = (line.box.width * paper.widthMm) / Math.max(1, widthOf(line.text));
  return found.map(({ start, end }, index) => {
    const next = found[index + 1];
    const tail = line.text.slice(end, next?.start);
    // What follows the label on its line may be a hand as wide and tall as it likes: then only other lines tell the size.
    const alone =
      tail.trim() === '' &&
      next === undefined &&
      start === 0 &&
      (usualEmMm === null || own < WIDER_THAN_PRINT * usualEmMm || WIDE_LABEL.test(line.text));
    const emMm = alone || usualEmMm === null ? own : Math.min(own, usualEmMm * 1.1);
    const before = widthOf(line.text.slice(0, start));
    const left = line.box.x * paper.widthMm + before * (start === 0 ? 0 : own);
    const middle = (line.box.y + line.box.height / 2) * paper.heightMm;
    return {
      text: line.text.slice(start, end).replaceAll(/\s/gu, ''),
      area: {
        left,
        top: middle - 0.62 * emMm,
        right: alone
          ? (line.box.x + line.box.width) * paper.widthMm
          : left + widthOf(line.text.slice(start, end).trimEnd()) * emMm,
        bottom: middle + 0.62 * emMm,
      },
      emMm,
      tail: tail.trim(),
      line,
    };
  });
}

function* callsIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const match of text.matchAll(CALL)) {
    const [whole, call = '', colon = ''] = match;
    const before = text.slice(0, match.index);
    const rest = text.slice(match.index + whole.length);
    const bracketed = /^[（(【[]/u.test(call.trim());
    // 自全体股东签字之日起: a call has an end of its own, and names who signs in a few characters.
    if (!bracketed && colon === '' && rest.trim() !== '') continue;
    const who = /[\p{Script=Han}]*\s*$/u.exec(before)?.[0] ?? '';
    if ([...who].length > longestWho) continue;
    yield { start: match.index - who.length, end: match.index + whole.length };
  }
  const signer = SIGNER.exec(text);
  if (signer !== null && !/[签盖章]/u.test(text)) yield { start: 0, end: signer[0].length };
}

/** Median width of a character over the other lines of print; null when none was read. */
function usualEm(lines: readonly Line[], own: Line, paper: PaperSize): number | null {
  const widths = lines
    .filter((line) => line !== own && line.confidence >= 0.8 && widthOf(line.text) >= 4)
    .map(({ text, box }) => (box.width * paper.widthMm) / widthOf(text))
    .sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? null;
}
