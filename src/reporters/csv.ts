import { printable } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { findingRows, openRows, type Row, reportRows, rowKeys, rowTitles } from './rows.ts';

/** One line a finding or unchecked item, for a spreadsheet: RFC 4180, with the mark that makes Excel read UTF-8. */
export const csv: Reporter = (report, { locale }) => {
  const lines: string[][] = [rowKeys.map((key) => rowTitles[key][locale])];
  const add = (rows: readonly Row[]) => {
    for (const row of rows) lines.push(rowKeys.map((key) => row[key]));
  };
  add(reportRows(report, locale));
  for (const dossier of report.dossiers) {
    add(findingRows(dossier, locale));
    add(openRows(dossier, locale));
  }
  return `\ufeff${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
};

/** A cell that a spreadsheet would take for a formula is made text by an apostrophe. */
function cell(text: string): string {
  const safe = printable(text);
  const inert = /^[=+\-@＝＋－＠]/u.test(safe) ? `'${safe}` : safe;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
