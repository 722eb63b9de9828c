import type { PageText } from '../imaging/inspection.ts';
import type { Box } from '../imaging/raster.ts';
import { folded } from './folded-text.ts';

/** The text of one page of an attachment. */
export interface NumberedText {
  /** From 1. */
  readonly page: number;
  readonly text: PageText;
}

/** A stretch of text that was recognised in one go: a line, or one cell of a table. */
export interface Piece {
  /** Folded; as long as `raw`. */
  readonly text: string;
  readonly raw: string;
  readonly page: number;
  readonly box: Box | null;
  /** 0 to 1; lower than the engine's own where the rest of the page was read better. */
  readonly confidence: number;
  readonly source: 'layer' | 'ocr';
}

/** Pieces at one height, left to right. `text` joins them with `gap`. */
export interface Row {
  readonly page: number;
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** Where each piece begins in `text`. */
  readonly starts: readonly number[];
}

/** Stands between two pieces of a row. */
export const gap = '\t';

/** Part of a row, or of several, with what is known about where and how well it was read. */
export interface Span {
  /** Folded. */
  readonly text: string;
  readonly raw: string;
  readonly page: number;
  readonly box: Box | null;
  readonly confidence: number;
  readonly source: 'layer' | 'ocr';
}

// No form of the trade comes near these; they keep a hostile text layer from costing minutes.
const maxRows = 3000;
const maxCharacters = 150_000;
const maxLineLength = 2000;

/** Rows from the top of the first page to the bottom of the last. */
export function layRows(pages: readonly NumberedText[]): readonly Row[] {
  const rows: Row[] = [];
  let characters = 0;
  for (const { page, text } of pages) {
    for (const row of rowsOfPage(page, text)) {
      characters += row.text.length;
      if (rows.length >= maxRows || characters > maxCharacters) return rows;
      rows.push(row);
    }
  }
  return rows;
}

function rowsOfPage(page: number, text: PageText): readonly Row[] {
  if (text.source === 'none') return [];
  const source = text.source;
  if (text.lines.length === 0) {
    return text.content
      .split(/\r?\n/, maxRows)
      .map((line) => line.slice(0, maxLineLength))
      .filter((line) => line.trim() !== '')
      .map((raw) => toRow([{ text: folded(raw), raw, page, box: null, confidence: text.confidence, source }]));
  }
  const usual = median(text.lines.map((line) => line.confidence));
  const pieces = text.lines
    .slice(0, maxRows)
    .map((line) => ({ ...line, text: line.text.slice(0, maxLineLength) }))
    .filter((line) => !isSpeck(line))
    .map(
      (line): Piece => ({
        text: folded(line.text),
        raw: line.text,
        page,
        box: line.box.height > 0 && line.box.width > 0 ? line.box : null,
        confidence: Math.max(0, line.confidence - 2 * Math.max(0, usual - line.confidence)),
        source,
      }),
    );
  return groupByHeight(pieces).map(toRow);
}

/**
 * Engines rate themselves differently: a good line has 0.99 from PP-OCR and 0.95 from tesseract. What both tell is a line
 * that was read worse than its page, as print under a seal is; twice the shortfall is taken off.
 */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Blank lines, and what ornaments, stains and the strokes of a seal are read as: one or two characters without confidence. */
function isSpeck({ text, confidence }: { readonly text: string; readonly confidence: number }): boolean {
  const characters = text.replace(/\s/g, '').length;
  return characters === 0 || (characters <= 2 && confidence < 0.6);
}

export function middleOf(box: Box): number {
  return box.y + box.height / 2;
}

/** How much of the lower of two boxes lies at the height of the other, 0 to 1. */
export function sharedHeight(a: Box, b: Box): number {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, shared) / Math.min(a.height, b.height);
}

/** Rows may climb: a piece is held against its neighbour to the left, not against the first of the row. */
function groupByHeight(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const placed = pieces.filter((piece) => piece.box !== null);
  if (placed.length < pieces.length) return pieces.map((piece) => [piece]);
  const rows: { box: Box; piece: Piece }[][] = [];
  const sorted = placed.flatMap((piece) => (piece.box === null ? [] : [{ piece, box: piece.box }]));
  for (const item of sorted.sort((a, b) => a.box.x - b.box.x)) {
    let best: { row: { box: Box; piece: Piece }[]; shared: number } | null = null;
    for (const row of rows) {
      const last = row.at(-1);
      if (last === undefined || last.box.x + last.box.width * 0.3 > item.box.x) continue;
      const shared = sharedHeight(last.box, item.box);
      if (shared > 0.55 && (best === null || shared > best.shared)) best = { row, shared };
    }
    if (best === null) rows.push([item]);
    else best.row.push(item);
  }
  const height = (row: readonly { box: Box }[]): number =>
    row.reduce((sum, { box }) => sum + middleOf(box), 0) / Math.max(1, row.length);
  return rows.sort((a, b) => height(a) - height(b)).map((row) => row.map(({ piece }) => piece));
}

function toRow(pieces: readonly Piece[]): Row {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    if (starts.length > 0) text += gap;
    starts.push(text.length);
    text += piece.text;
  }
  return { page: pieces[0]?.page ?? 1, pieces, text, starts };
}

/** In half-width characters. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}

/** The part of a piece's box that its characters from `from` to `to` fill. */
export function partOfBox(piece: Piece, from: number, to: number): Box | null {
  if (piece.box === null) return null;
  const whole = Math.max(1, widthOf(piece.text));
  const left = widthOf(piece.text.slice(0, from)) / whole;
  const right = widthOf(piece.text.slice(0, to)) / whole;
  return { ...piece.box, x: piece.box.x + piece.box.width * left, width: piece.box.width * (right - left) };
}

export function joinedBox(boxes: readonly (Box | null)[]): Box | null {
  const known = boxes.filter((box) => box !== null);
  if (known.length === 0) return null;
  const x = Math.min(...known.map((box) => box.x));
  const y = Math.min(...known.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...known.map((box) => box.x + box.width)) - x,
    height: Math.max(...known.map((box) => box.y + box.height)) - y,
  };
}

/** Characters `from` to `to` of a row, white space at both ends left out; null when nothing is left. */
export function spanOf(row: Row, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(row.text.charAt(start))) start++;
  while (end > start && /\s/.test(row.text.charAt(end - 1))) end--;
  if (start >= end) return null;
  const parts = row.pieces.flatMap((piece, index) => {
    const begin = row.starts[index] ?? 0;
    const first = Math.max(0, start - begin);
    const last = Math.min(piece.text.length, end - begin);
    return first < last ? [{ piece, first, last }] : [];
  });
  return {
    text: row.text.slice(start, end),
    raw: parts.map(({ piece, first, last }) => piece.raw.slice(first, last)).join(' '),
    page: row.page,
    box: joinedBox(parts.map(({ piece, first, last }) => partOfBox(piece, first, last))),
    confidence: Math.min(1, ...parts.map(({ piece }) => piece.confidence)),
    source: parts.every(({ piece }) => piece.source === 'layer') ? 'layer' : 'ocr',
  };
}

export function spanOfPiece(piece: Piece): Span {
  const { text, raw, page, box, confidence, source } = piece;
  return { text, raw, page, box, confidence, source };
}

/** Several spans as one, text joined without blanks as a wrapped line is; null for none. */
export function joinedSpan(spans: readonly Span[]): Span | null {
  const [first, ...rest] = spans;
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  return {
    text: spans.map((span) => span.text).join(''),
    raw: spans.map((span) => span.raw).join(''),
    page: first.page,
    box: joinedBox(spans.filter((span) => span.page === first.page).map((span) => span.box)),
    confidence: Math.min(...spans.map((span) => span.confidence)),
    source: spans.every((span) => span.source === 'layer') ? 'layer' : 'ocr',
  };
}

/** A document as one run of text without white space, in which a sentence is whole although it was wrapped. */
export interface Flow {
  readonly text: string;
  /** Where each row begins. */
  readonly starts: readonly number[];
  spanAt(from: number, to: number): Span | null;
}

/** Running heads and page numbers would cut a sentence that crosses pages; they are left out. */
export const pageFurniture = /^[-\s]*(?:第?\s*\d{1,3}\s*页?(?:\s*[/共,，]\s*共?\s*\d{1,3}\s*页?)?)[-\s]*$/;

/**
 * `dropped`: no white space at all. `columns`: gaps between the pieces of a row stay. `kept`: so do blanks, and one parts
 * the rows, so that words of Latin letters stay apart.
 */
export function flowOf(rows: readonly Row[], blanks: 'dropped' | 'columns' | 'kept' = 'dropped'): Flow {
  const chunks: { start: number; row: Row; positions: readonly number[] }[] = [];
  let text = '';
  for (const row of rows) {
    if (pageFurniture.test(row.text)) continue;
    // A word that ends in a hyphen or dot goes on in the next row.
    if (blanks === 'kept' && text !== '' && !/[-.]$/.test(text)) text += ' ';
    const positions: number[] = [];
    const start = text.length;
    for (let i = 0; i < row.text.length; i++) {
      const character = row.text.charAt(i);
      if (blanks !== 'kept' && /\s/.test(character) && !(blanks === 'columns' && character === gap)) continue;
      positions.push(i);
      text += character;
    }
    if (positions.length > 0) chunks.push({ start, row, positions });
  }
  return {
    text,
    starts: chunks.map(({ start }) => start),
    spanAt(from, to) {
      const spans = chunks.flatMap(({ start, row, positions }) => {
        const first = Math.max(0, from - start);
        const last = Math.min(positions.length, to - start) - 1;
        if (first > last || first >= positions.length) return [];
        const span = spanOf(row, positions[first] ?? 0, (positions[last] ?? 0) + 1);
        return span === null ? [] : [span];
      });
      return joinedSpan(spans);
    },
  };
}
