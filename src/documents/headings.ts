import type { Row } from './sheet.ts';

const numbered: readonly RegExp[] = [
  /^第\s*[一二三四五六七八九十百零〇\d]{1,4}\s*(?:章|节|篇|条|部分)[\s、:.]*(.+)$/,
  /^[一二三四五六七八九十]{1,3}\s*[、,.]\s*(.+)$/,
  /^\([一二三四五六七八九十\d]{1,3}\)\s*[、.]?\s*(.+)$/,
  /^\d{1,2}(?:\s*\.\s*\d{1,2}){0,3}\s*[、.\s]\s*(.+)$/,
  // OCR loses the blank after the number; a count with its unit is no heading.
  /^\d{1,2}(?:\.\d{1,2}){0,3}(?=[\u4e00-\u9fff])(?![年月个元天次名条份万兆小分级号楼层室家项台]|日(?!志|常)|人(?!员|力))(.+)$/,
  /^附(?:件|录)\s*[一二三四五六七八九十\d]*[\s、:]*(.+)$/,
];
/** Longer lines, and lines that end a sentence, are paragraphs that happen to be numbered. */
const longest = 28;

export interface Heading {
  /** Without its number. */
  readonly title: string;
  readonly row: Row;
}

export function headingsOf(rows: readonly Row[]): readonly Heading[] {
  return rows.flatMap((row) => {
    const text = row.text.replace(/\s+/g, ' ').trim();
    for (const form of numbered) {
      const title = form
        .exec(text)?.[1]
        ?.replace(/(?<=\P{ASCII}) +| +(?=\P{ASCII})/gu, '')
        .trim();
      if (title === undefined || title === '') continue;
      if (title.length > longest || /[。;,]|\.{3,}/.test(title)) return [];
      // A line of a table of contents repeats its heading with a page number.
      return /(?:…|·{2,}|\.{2,}|\s)\d{1,3}$/.test(title) ? [] : [{ title: title.replace(/[:.]$/, ''), row }];
    }
    return [];
  });
}
