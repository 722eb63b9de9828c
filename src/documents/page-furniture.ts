import { type Flow, joinedSpan, type Piece, type Row, type Span, spanOfPiece, widthOf } from './sheet.ts';

/** What a page prints beside its text: title above, number below. */

const chinese = /[\u4e00-\u9fff]/g;

/** Headings are at least this much taller than the body; OCR boxes of one size vary by a fifth. */
const headingRatio = 1.25;

/**
 * The heading of the document: the tallest print in the upper half of its first page that has words, with the line that
 * it is wrapped into; without positions, the first line with words. null when there is none.
 */
export function titleOf(rows: readonly Row[]): Span | null {
  const firstPage = rows[0]?.page;
  const own = rows.filter((row) => row.page === firstPage);
  const sizeOf = printSize(own);
  const sizes = own.flatMap((row) => row.pieces.map(sizeOf)).filter((size) => size > 0);
  const body = median(sizes);
  const lines = own.slice(0, 14).flatMap((row) => tallPart(row, sizeOf) ?? []);
  const [first] = lines;
  const best = lines.reduce<TallPart | undefined>((a, b) => (a !== undefined && a.size >= b.size ? a : b), first);
  if (best === undefined || body === 0) return first?.span ?? null;
  const next = lines[lines.indexOf(best) + 1];
  const wrapped =
    next !== undefined &&
    next.size > 0.88 * best.size &&
    next.size > headingRatio * body &&
    next.top - best.top < 2 * best.size;
  return wrapped ? joinedSpan([best.span, next.span]) : best.span;
}

interface TallPart {
  readonly span: Span;
  readonly size: number;
  readonly top: number;
}

/**
 * How large a piece is printed, in fractions of the page's height. A tilted page makes boxes of long lines tall, and
 * columns read as one line make boxes wide: the smaller of the height and of what the characters' width tells counts.
 */
function printSize(rows: readonly Row[]): (piece: Piece) => number {
  const advance = ({ box, text }: Piece): number => (box === null ? 0 : (2 * box.width) / Math.max(1, widthOf(text)));
  const ratios = rows.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.box === null || piece.text.length < 4 ? [] : piece.box.height / advance(piece))),
  );
  const heightPerAdvance = median(ratios);
  return (piece) => {
    const height = piece.box?.height ?? 0;
    return heightPerAdvance === 0 ? height : Math.min(height, advance(piece) * heightPerAdvance);
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The tallest pieces of a row: a heading may have other print at its side. */
function tallPart(row: Row, sizeOf: (piece: Piece) => number): TallPart | null {
  const size = Math.max(0, ...row.pieces.map(sizeOf));
  const span = joinedSpan(row.pieces.filter((piece) => sizeOf(piece) >= 0.7 * size).map(spanOfPiece));
  if (span === null) return null;
  if ((span.text.match(chinese) ?? []).length < 3 || span.text.replace(/\s/g, '').length > 45) return null;
  const top = span.box?.y ?? 0;
  return top > 0.55 ? null : { span, size, top };
}

export interface PrintedPageNumber {
  readonly page: number;
  readonly printed: number;
  readonly of: number | null;
}

const numberForms: readonly RegExp[] = [
  /^第\s*(\d{1,3})\s*页\s*[,/，]?\s*(?:共\s*(\d{1,3})\s*页)?$/,
  /^(?:page\s*)?(\d{1,3})\s*(?:\/|of)\s*(\d{1,3})$/i,
  /^[-·]\s*(\d{1,3})\s*[-·]$/,
  /^(\d{1,3})$/,
];

/** Printed page numbers, from the first and the last lines of every page. */
export function pageNumbersOf(rows: readonly Row[]): readonly PrintedPageNumber[] {
  const pages = new Map<number, Row[]>();
  for (const row of rows) {
    const known = pages.get(row.page);
    if (known === undefined) pages.set(row.page, [row]);
    else known.push(row);
  }
  return [...pages].flatMap(([page, own]) => {
    const edges = [...own.slice(-3).reverse(), ...own.slice(0, 2)];
    for (const row of edges) {
      const box = row.pieces[0]?.box;
      for (const piece of row.pieces) {
        const text = piece.text.trim();
        const match = numberForms.map((form) => form.exec(text)).find((found) => found !== null);
        if (match == null) continue;
        // A bare number is a page number only where page numbers stand.
        if (/^\d+$/.test(text) && (box == null || (box.y > 0.08 && box.y + box.height < 0.9))) continue;
        return [{ page, printed: Number(match[1]), of: match[2] === undefined ? null : Number(match[2]) }];
      }
    }
    return [];
  });
}

const placeholder =
  /[XＸ×xX]{2,8}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[X×]{2,8}|某某(?:某)?(?:公司|单位|科技|网络)?|【\s*】|\[\s*\]|_{3,}|<\s*(?:公司|单位|姓名|日期)[^>]{0,8}>|\(此处[^)]{0,20}\)|(?:待|请)(?:填写|补充|插入)/g;

/** Left-over blanks of a template, as they stand; each with the word that it was meant for. */
export function placeholdersOf(flow: Flow): readonly { readonly value: string; readonly index: number }[] {
  return [...flow.text.matchAll(placeholder)].map((match) => {
    const after = flow.text.slice(match.index + match[0].length, match.index + match[0].length + 4);
    const word = /^[X×x]/.test(match[0]) ? (/^[\u4e00-\u9fff]+/.exec(after)?.[0] ?? '') : '';
    return { value: match[0] + word, index: match.index };
  });
}
