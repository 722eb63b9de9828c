import { clip, padEnd, padStart, width, wrap } from '../terminal-text.ts';

export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Gives way, by clipping its cells, when the table is wider than the terminal. */
  readonly flexible?: boolean;
}

/** A count of nothing: shown small in a table, left out of a sentence. */
export const nothing = '·';
const gap = 2;
/** A clipped column still shows this much: eleven characters of a company's name. */
const leastColumns = 24;

/**
 * Lines of a table, aligned by what the terminal shows: a Chinese character takes two columns. Where it cannot fit, each
 * row becomes a sentence of titles and values.
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  paintTitle: (text: string) => string,
  room: number,
): string[] {
  const natural = columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, width(row[index]?.text ?? '')), width(title)),
  );
  const excess = natural.reduce((sum, size) => sum + size + gap, -gap) - room;
  const widths = natural.map((size, index) =>
    columns[index]?.flexible === true && excess > 0 ? Math.max(leastColumns, size - excess) : size,
  );
  if (widths.reduce((sum, size) => sum + size + gap, -gap) > room)
    return rows.flatMap((row) => rowInWords(columns, row, room));
  const line = (cells: readonly Cell[]) =>
    cells
      .map(({ text, paint = (plain) => plain }, index) => {
        const size = widths[index] ?? 0;
        const shown = clip(text, size);
        const pad = columns[index]?.align === 'right' ? padStart : padEnd;
        return pad(shown, size).replace(shown, () => paint(shown));
      })
      .join(' '.repeat(gap))
      .trimEnd();
  return [line(columns.map(({ title }) => ({ text: title, paint: paintTitle }))), ...rows.map(line)];
}

/** Columns before the second and further lines of a row. */
const hanging = 3;

/** A number needs its title to be understood, a name does not; lines break between cells. */
function rowInWords(columns: readonly Column[], row: readonly Cell[], room: number): string[] {
  const parts = row.flatMap(({ text }, index) => {
    if (text === '' || text === nothing) return [];
    const { title, align } = columns[index] ?? { title: '', align: 'left' };
    return [align === 'left' ? text : `${title} ${text}`];
  });
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}${' '.repeat(gap)}${part}`;
    if (last === undefined || width(longer) <= room) lines[Math.max(0, lines.length - 1)] = longer;
    else lines.push(...wrap(part, room - hanging).map((line) => ' '.repeat(hanging) + line));
  }
  return lines;
}
