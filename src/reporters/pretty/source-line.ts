import { printableLine } from '../printable.ts';
import { clip, padStart, width } from '../terminal-text.ts';
import type { Page } from './page.ts';

/**
 * A line of the dossier with a caret below the column, aligned for double-width characters:
 *
 *     12 │   名称: example.cn
 *        │         ^
 *
 * No lines at all when there is nothing to show. `column` counts from 1 in UTF-16 units, as the parser does.
 */
export function sourceLine(
  page: Page,
  place: { readonly line: number | null; readonly column: number | null; readonly excerpt: string },
  left: number,
): string[] {
  if (place.line === null || place.excerpt.trim() === '') return [];
  const number = String(place.line);
  const room = page.columns - left - number.length - 3;
  const before = place.excerpt.slice(0, Math.max(0, (place.column ?? 1) - 1));
  const after = place.excerpt.slice(before.length);
  const lead = printableLine(before);
  // A caret far to the right pulls the window with it, so that the place itself is always seen.
  const shift = width(lead) > room * 0.6;
  const start = shift ? `…${tail(lead, Math.floor(room * 0.4))}` : lead;
  const shown = clip(start + printableLine(after), room);
  const { dim, red } = page.chalk;
  const lines = [`${dim(`${number} │`)} ${shown}`.trimEnd()];
  if (place.column !== null)
    lines.push(`${dim(`${padStart('', number.length)} │`)} ${' '.repeat(width(start))}${red('^')}`);
  return lines;
}

/** The last columns of a text. */
function tail(text: string, columns: number): string {
  let kept = '';
  for (const character of [...text].reverse()) {
    if (width(character) + width(kept) > columns) break;
    kept = character + kept;
  }
  return kept;
}
