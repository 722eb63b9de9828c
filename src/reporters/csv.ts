import { printable } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { findingRows, openRows, rowKeys, rowTitles } from './rows.ts';

/** One line a finding or unchecked item, for a spreadsheet: RFC 4180, with the mark that makes Excel read UTF-8. */
export const csv: Reporter = (report, { locale }) => {
  const lines: string[][] = [rowKeys.map((key) => rowTitles[key][locale])];
  for (const dossier of report.dossiers)
    for (const row of [...findingRows(dossier, locale), ...openRows(dossier, locale)])
      lines.push(rowKeys.map((key) => row[key]));
  return `\ufeff${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
};

/** A cell that a spreadsheet would take for a formula is made text by an apostrophe. */
function cell(text: string): string {
  const safe = printable(text);
  const inert = /^[=+\-@＝＋－＠]/u.test(safe) ? `'${safe}` : safe;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
