import type { Box } from '../imaging/raster.ts';
import type { Occurrence } from './label-occurrences.ts';
import { middleOf, type Piece, partOfBox, type Row, type Span, sharedHeight, spanOfPiece, widthOf } from './sheet.ts';

/** Lines to the right of a label that share any of its height: a label stands at the middle of its cell. */
export function inCell(label: Box, rightEdge: number, loose: readonly Piece[]): readonly Span[] {
  return loose
    .filter((piece) => {
      const box = piece.box;
      if (box === null || box.x < label.x + label.width * 0.9 || box.x > rightEdge) return false;
      return sharedHeight(label, box) > 0.12;
    })
    .sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0))
    .map(spanOfPiece);
}

export interface Column {
  readonly left: number;
  readonly right: number;
  /** Another labelled column stands to the left: lines that begin there are not this value's own. */
  readonly second: boolean;
}

/** Goes down or up from a line through unclaimed lines of the same column, as long as they follow closely. */
export function linesFrom(
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
export function spansUnder(
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
