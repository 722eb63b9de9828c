import { inCell, linesFrom, spansUnder } from './label-columns.ts';
import { compile, type Occurrence, occurrencesIn, type Vocabulary } from './label-occurrences.ts';
import { type Piece, type Row, type Span, spanOf } from './sheet.ts';

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
