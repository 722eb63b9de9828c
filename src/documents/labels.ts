import type { Box } from '../imaging/raster.ts';
import {
  middleOf,
  type Piece,
  partOfBox,
  type Row,
  type Span,
  sharedHeight,
  spanOf,
  spanOfPiece,
  widthOf,
} from './sheet.ts';

/** The wordings of each label, by the field that it announces. */
export type Vocabulary<K extends string> = Readonly<Record<K, readonly string[]>>;

/** A label that was found, and what stands at it. */
export interface Labelled {
  /** As it stands on the page, its bracketed addition included: 注册资本(万元). */
  readonly label: string;
  readonly page: number;
  /** What follows at the same height, up to the next label. */
  readonly beside: Span | null;
  /** Lines under the label that belong to no other label: its value in a table with headed columns. */
  readonly under: readonly Span[];
  /** Lines that `beside` goes on in; the reader of the field decides how much of them it is. */
  readonly continued: readonly Span[];
  /** Lines of the same cell above the label's own height: the label stands at the middle of its cell. */
  readonly above: readonly Span[];
}

interface Occurrence {
  readonly key: string;
  readonly row: number;
  readonly start: number;
  /** After the label, its addition and its colon. */
  readonly end: number;
  /** The range that may hold the value ends here: next label, or end of row. */
  stop: number;
}

// Added to labels by forms: 甲方(盖章), 注册资本(万元).
const addition = '(?:\\s*\\([^()]{0,14}\\)){0,2}';
// OCR sees the blank after a label as a quotation mark or a dot.
const separator = '\\s*[:;·."“”‘’_]{0,2}\\s*';

const escaped = (character: string): string => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const spread = (label: string): string => [...label].map(escaped).join('\\s*');

/**
 * Long labels forgive one character that was read wrong; not the first, which anchors the match. Of two characters set
 * wide apart the first may be lost: then the second alone begins the line, and a stray mark follows it.
 */
function forgiving(label: string): string {
  const characters = [...label];
  const [, second = ''] = characters;
  if (characters.length === 2) return `(?:${spread(label)}|(?<!.)${escaped(second)}(?=\\s*[:"“”]))`;
  if (characters.length < 5) return spread(label);
  const variants = characters
    .slice(1)
    .map((_, i) => characters.map((character, k) => (k === i + 1 ? '\\S' : escaped(character))).join('\\s*'));
  return `(?:${spread(label)}|${variants.join('|')})`;
}

interface Compiled {
  readonly form: RegExp;
  readonly keys: readonly string[];
}

function compile(vocabulary: Vocabulary<string>, stops: readonly string[]): Compiled {
  const entries = [
    ...Object.entries(vocabulary).flatMap(([key, labels]) => labels.map((label) => ({ key, label }))),
    ...stops.map((label) => ({ key: '', label })),
  ].sort((a, b) => b.label.length - a.label.length);
  const form = entries.map(({ label }) => `(${forgiving(label)})`).join('|');
  return { form: new RegExp(`(?:${form})`, 'g'), keys: entries.map(({ key }) => key) };
}

const afterLabel = new RegExp(`^${addition}${separator}`);
const hasColon = new RegExp(`^${addition}\\s*[:]`);
/** What may stand right before a label on its row. */
const opening = /(?:^|[\s,;。:()、|/])(?:\(?[一二三四五六七八九十\d]{1,2}[、.)]\s*)?$/;
/** Ends of values after which a label may follow although the blank between was lost. */
const endOfValue = /(?:公司|元整?|圆整?|长期|[日号室层楼币])$/;

function occurrencesIn(row: Row, index: number, { form, keys }: Compiled): Occurrence[] {
  const found: Occurrence[] = [];
  for (const match of row.text.matchAll(form)) {
    const start = match.index;
    // 客户 in 甲方(客户) is part of the label before it.
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const before = row.text.slice(0, start);
    const rest = row.text.slice(start + match[0].length);
    const free = opening.test(before) || hasColon.test(rest) || endOfValue.test(before);
    if (!free) continue;
    const key = keys[match.slice(1).findIndex((group) => group !== undefined)] ?? '';
    const end = start + match[0].length + (afterLabel.exec(rest)?.[0].length ?? 0);
    found.push({ key, row: index, start, end, stop: row.text.length });
  }
  found.forEach((occurrence, i) => {
    occurrence.stop = found[i + 1]?.start ?? row.text.length;
  });
  return found;
}

/**
 * Finds labels and what stands at them. `stops` are other labels of the same form: a value never runs into one.
 * Positions decide where pages have them (columns, cells of several lines, values under their label); text alone gives
 * the rest of the line and the lines that follow.
 */
export function findLabels<K extends string>(
  rows: readonly Row[],
  vocabulary: Vocabulary<K>,
  stops: readonly string[] = [],
): (key: K) => readonly Labelled[] {
  const compiled = compile(vocabulary, stops);
  const occurrences = rows.flatMap((row, index) => occurrencesIn(row, index, compiled));
  const claimed = claimedPieces(rows, occurrences);
  const headed = new Set(occurrences.flatMap(({ row, start }) => (start <= 4 ? [row] : [])));
  return (key) => {
    const own = occurrences.filter((occurrence) => occurrence.key === key);
    const told = own.length <= 2 * mostOfEach ? own : [...own.slice(0, mostOfEach), ...own.slice(-mostOfEach)];
    return told.flatMap((occurrence) => resolve(rows, occurrence, claimed, headed) ?? []);
  };
}

// Forms name a label a few times: the first and the last tell, and thousands would cost minutes.
const mostOfEach = 12;

/** Pieces that are a label, or stand to the right of one on its row. */
function claimedPieces(rows: readonly Row[], occurrences: readonly Occurrence[]): ReadonlySet<Piece> {
  const claimed = new Set<Piece>();
  for (const { row: index, start } of occurrences) {
    const row = rows[index];
    row?.pieces.forEach((piece, i) => {
      const begin = row.starts[i] ?? 0;
      if (begin + piece.text.length > start) claimed.add(piece);
    });
  }
  return claimed;
}

function resolve(
  rows: readonly Row[],
  at: Occurrence,
  claimed: ReadonlySet<Piece>,
  headed: ReadonlySet<number>,
): Labelled | null {
  const row = rows[at.row];
  if (row === undefined) return null;
  const labelSpan = spanOf(row, at.start, at.end);
  if (labelSpan === null) return null;
  const common = { label: labelSpan.text, page: row.page };
  const beside = spanOf(row, at.end, at.stop);
  if (labelSpan.box === null) return { ...common, ...withoutPositions(rows, at, beside, headed) };

  const next = at.stop < row.text.length ? spanOf(row, at.stop, row.text.length) : null;
  const right = next?.box?.x ?? 1;
  const loose = rows
    .flatMap((other) => (other.page === row.page ? other.pieces : []))
    .filter((piece) => piece.box !== null && !claimed.has(piece));
  const second = at.start > 0;
  const under = spansUnder(row, at, labelSpan.box, rows, claimed);
  if (beside?.box) {
    const column = { left: beside.box.x, right, second };
    return {
      ...common,
      beside,
      under,
      continued: linesFrom(beside, column, loose, claimed, 'down'),
      above: linesFrom(beside, column, loose, claimed, 'up'),
    };
  }
  const cell = inCell(labelSpan.box, right, loose);
  const [first, ...others] = cell;
  const last = cell.at(-1);
  if (first?.box && last !== undefined) {
    const column = { left: first.box.x, right, second };
    return {
      ...common,
      beside: first,
      under: [],
      continued: [...others, ...linesFrom(last, column, loose, claimed, 'down')],
      above: linesFrom(first, column, loose, claimed, 'up'),
    };
  }
  return { ...common, beside: null, under, continued: [], above: [] };
}

function withoutPositions(
  rows: readonly Row[],
  at: Occurrence,
  beside: Span | null,
  headed: ReadonlySet<number>,
): Pick<Labelled, 'beside' | 'under' | 'continued' | 'above'> {
  const page = rows[at.row]?.page;
  const following: Span[] = [];
  for (const [i, row] of rows.slice(at.row + 1, at.row + 25).entries()) {
    if (row.page !== page || headed.has(at.row + 1 + i)) break;
    const span = spanOf(row, 0, row.text.length);
    if (span !== null) following.push(span);
  }
  return beside === null
    ? { beside, under: following, continued: [], above: [] }
    : { beside, under: [], continued: following, above: [] };
}

/** Lines to the right of a label that share any of its height: a label stands at the middle of its cell. */
function inCell(label: Box, rightEdge: number, loose: readonly Piece[]): readonly Span[] {
  return loose
    .filter((piece) => {
      const box = piece.box;
      if (box === null || box.x < label.x + label.width * 0.9 || box.x > rightEdge) return false;
      return sharedHeight(label, box) > 0.12;
    })
    .sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0))
    .map(spanOfPiece);
}

interface Column {
  readonly left: number;
  readonly right: number;
  /** Another labelled column stands to the left: lines that begin there are not this value's own. */
  readonly second: boolean;
}

/** Goes down or up from a line through unclaimed lines of the same column, as long as they follow closely. */
function linesFrom(
  from: Span,
  column: Column,
  loose: readonly Piece[],
  claimed: ReadonlySet<Piece>,
  direction: 'down' | 'up',
): readonly Span[] {
  const lines: Span[] = [];
  if (from.box === null) return lines;
  const unit = from.box.width / Math.max(1, widthOf(from.text));
  let current = from.box;
  for (let step = 0; step < 40; step++) {
    const height = Math.min(current.height, from.box.height);
    const near = loose
      .flatMap((piece) => {
        if (piece.box === null) return [];
        const distance = distanceTo(current, piece.box, direction);
        if (distance < -0.3 * height || distance > 1.1 * height) return [];
        const span = inColumn(piece, column, unit, height, direction);
        return span?.box == null ? [] : [{ span, box: span.box, distance: Math.abs(distance) }];
      })
      .sort((a, b) => a.distance - b.distance)
      .at(0);
    if (near === undefined) break;
    if (direction === 'down' && belongsBelow(near.box, current, claimed)) break;
    lines.push(near.span);
    current = near.box;
  }
  return direction === 'down' ? lines : lines.reverse();
}

/**
 * The part of a line that lies in a column. Engines and text layers may give two columns as one line: the width of the
 * value's own characters tells at which blank the other column begins. null when the line lies elsewhere.
 */
function inColumn(piece: Piece, column: Column, unit: number, height: number, direction: 'down' | 'up'): Span | null {
  const { box } = piece;
  if (box === null) return null;
  const end = box.x + box.width;
  const { left, right, second } = column;
  if (box.x > right - 0.005 || end < left) return null;
  const startsBefore = box.x < left - 2.5 * height;
  const endsBeyond = end > right + 2 * height;
  if (!startsBefore && !endsBeyond) return spanOfPiece(piece);
  // Paragraphs go on at the margin, left of the first line's value.
  if (!endsBeyond && !second && direction === 'down') return spanOfPiece(piece);
  for (const blank of piece.text.matchAll(/\s+/g)) {
    const restFrom = blank.index + blank[0].length;
    const head = piece.text.slice(0, blank.index);
    const restLeft = end - widthOf(piece.text.slice(restFrom)) * unit;
    const headRight = box.x + widthOf(head) * unit;
    if (restLeft < headRight) continue;
    if (startsBefore && Math.abs(restLeft - left) < 2.5 * height) {
      return partOfPiece(piece, restFrom, piece.text.length, { ...box, x: restLeft, width: end - restLeft });
    }
    if (endsBeyond && restLeft > right - 2.5 * height) {
      return partOfPiece(piece, 0, blank.index, { ...box, width: headRight - box.x });
    }
  }
  return null;
}

function partOfPiece(piece: Piece, from: number, to: number, box: Box): Span {
  return { ...spanOfPiece(piece), text: piece.text.slice(from, to), raw: piece.raw.slice(from, to), box };
}

function distanceTo(from: Box, to: Box, direction: 'down' | 'up'): number {
  return direction === 'down' ? to.y - (from.y + from.height) : from.y - (to.y + to.height);
}

/** A loose line that is clearly nearer to a labelled line below it belongs to that one. */
function belongsBelow(line: Box, above: Box, claimed: ReadonlySet<Piece>): boolean {
  const before = distanceTo(above, line, 'down');
  for (const piece of claimed) {
    const box = piece.box;
    if (box === null) continue;
    if (box.x > line.x + line.width || box.x + box.width < line.x) continue;
    if (Math.abs(box.x - line.x) > 2 * line.height) continue;
    const after = distanceTo(line, box, 'down');
    if (after > -0.3 * line.height && after < 1.1 * line.height && after < before * 0.7 - 0.05 * line.height)
      return true;
  }
  return false;
}

/** Lines under a label, nearest first. */
function spansUnder(
  row: Row,
  at: Occurrence,
  label: Box,
  rows: readonly Row[],
  claimed: ReadonlySet<Piece>,
): readonly Span[] {
  const reach = Math.max(label.width, label.height * 4);
  const own = row.pieces
    .map((piece, index) => ({ piece, start: row.starts[index] ?? 0 }))
    .findLast(({ start }) => start <= at.start);
  return rows
    .filter((other) => other.page === row.page)
    .flatMap((other) => other.pieces)
    .filter((piece) => {
      const box = piece.box;
      if (box === null || claimed.has(piece)) return false;
      const distance = distanceTo(label, box, 'down');
      if (distance < -0.3 * label.height || distance > 4 * label.height) return false;
      return box.x < label.x + reach && box.x + box.width > label.x - label.height;
    })
    .sort((a, b) => middleOf(a.box ?? label) - middleOf(b.box ?? label))
    .flatMap((piece) => {
      if (own === undefined || !isRunTogether(own.piece) || !isRunTogether(piece)) return [spanOfPiece(piece)];
      return sameColumn(own.piece, at.start - own.start, piece) ?? [];
    });
}

/** Several columns that were read as one line. */
function isRunTogether({ text }: Piece): boolean {
  return /\S\s+\S/.test(text);
}

/**
 * The word of a line that stands under the label. Where one of the two has more words, they are other print to its left
 * if it begins further left (a menu beside the table); else the columns cannot be told apart, and it is null.
 */
function sameColumn(head: Piece, labelStart: number, line: Piece): Span | null {
  if (head.box === null || line.box === null) return null;
  const words = ({ text }: Piece): readonly RegExpExecArray[] => [...text.matchAll(/\S+/g)];
  const heads = words(head);
  const own = words(line);
  const order = heads.findIndex(({ index }) => index === labelStart);
  const extra = own.length - heads.length;
  const further = (head.box.x - line.box.x) / line.box.height;
  if (order < 0 || (extra > 0 && further < 2) || (extra < 0 && further > -2)) return null;
  const word = own[order + extra];
  if (word === undefined) return null;
  const end = word.index + word[0].length;
  return {
    ...spanOfPiece(line),
    text: word[0],
    raw: line.raw.slice(word.index, end),
    box: partOfBox(line, word.index, end),
  };
}
