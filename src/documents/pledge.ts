import { fieldFrom } from './read-field.ts';
import type { Pledge } from './reading.ts';
import { joinedSpan, layRows, type NumberedText, pageFurniture, type Row, spanOf } from './sheet.ts';
import { signatureDay, signingCompany } from './signature.ts';

const addressee = /^[\u4e00-\u9fff]{2,20}(?:局|部|厅|公司|中心)[::]$/;
const signature =
  /\(?(?:盖\s*章|公\s*章)|(?:法定代表人|负责人|承诺人|经办人)[^,。;]{0,8}(?:签字|签名|签章)|^20\d{2}年\d{1,2}月\d{1,2}日$/;

/** What a pledge ends with: print below it that is no signature is of the seal. */
const closing = /^特此承诺[。.!]?$/;

/** The pledge itself: from below the title and the addressee to its closing words, or else to above the signature. */
function bodyRows(rows: readonly Row[]): readonly Row[] {
  const squeezed = rows.map((row) => row.text.replace(/\s+/g, ''));
  const title = squeezed.findIndex((text) => /承诺书?$/.test(text) && text.length <= 30);
  const start = addressee.test(squeezed[title + 1] ?? '') ? title + 2 : title + 1;
  const closed = squeezed.findIndex((text, index) => index > start && closing.test(text)) + 1;
  const signed = squeezed.findIndex((text, index) => index > start && text.length < 40 && signature.test(text));
  const end = closed > 0 ? closed : signed;
  return rows.slice(start, end < 0 ? rows.length : end).filter((row) => !pageFurniture.test(row.text));
}

/** 承诺书 */
export function readPledge(pages: readonly NumberedText[]): Pledge {
  const rows = layRows(pages);
  const body = joinedSpan(
    bodyRows(rows).flatMap((row) => {
      const span = spanOf(row, 0, row.text.length);
      return span === null ? [] : [span];
    }),
  );
  const text = body?.raw.replace(/\s+/g, '') ?? '';
  return {
    text: body === null || text.length < 10 ? null : fieldFrom(body, { value: text, proof: 'free' }),
    company: signingCompany(rows),
    signedOn: signatureDay(rows),
  };
}
