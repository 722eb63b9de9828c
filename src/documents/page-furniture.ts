import type { Flow, Row } from './sheet.ts';

/** What a page prints beside its text: title above, number below. */

const chinese = /[\u4e00-\u9fff]/g;

/** The heading of the document: the largest line in the upper half of its first page that has words; null when none has. */
export function titleRow(rows: readonly Row[]): Row | null {
  const firstPage = rows[0]?.page;
  const upper = rows.filter((row) => row.page === firstPage).slice(0, 14);
  let best: { row: Row; height: number } | null = null;
  for (const [index, row] of upper.entries()) {
    if ((row.text.match(chinese) ?? []).length < 3) continue;
    if (row.text.replace(/\s/g, '').length > 45) continue;
    const boxes = row.pieces.flatMap((piece) => (piece.box === null ? [] : [piece.box]));
    const top = Math.min(1, ...boxes.map((box) => box.y));
    if (boxes.length > 0 && top > 0.55) continue;
    // Without positions the first line is the likeliest.
    const height = boxes.length === 0 ? 1 / (1 + index) : Math.max(...boxes.map((box) => box.height)) - 0.0004 * index;
    if (best === null || height > best.height) best = { row, height };
  }
  return best?.row ?? null;
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
