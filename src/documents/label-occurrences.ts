import type { Row } from './sheet.ts';

/** The wordings of each label, by the field that it announces. */
export type Vocabulary<K extends string> = Readonly<Record<K, readonly string[]>>;

/** A label in a row of text. */
export interface Occurrence {
  readonly key: string;
  readonly row: number;
  readonly start: number;
  /** After the label, its addition and its colon. */
  readonly end: number;
  /** The range that may hold the value ends here: next label, or end of row. */
  stop: number;
}

// Added to labels by forms: 甲方(盖章), 注册资本(万元).
const addition = '(?:\\s*\\([^()]{0,14}\\)){0,2}';
// OCR sees the blank after a label as a quotation mark or a dot.
const separator = '\\s*[:;·."“”‘’_]{0,2}\\s*';

const escaped = (character: string): string => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const spread = (label: string): string => [...label].map(escaped).join('\\s*');

/**
 * Long labels forgive one character that was read wrong; not the first, which anchors the match. Of two characters set
 * wide apart the first may be lost: then the second alone begins the line, and a stray mark follows it.
 */
function forgiving(label: string): string {
  const characters = [...label];
  const [, second = ''] = characters;
  if (characters.length === 2) return `(?:${spread(label)}|(?<!.)${escaped(second)}(?=\\s*[:"“”]))`;
  if (characters.length < 5) return spread(label);
  const variants = characters
    .slice(1)
    .map((_, i) => characters.map((character, k) => (k === i + 1 ? '\\S' : escaped(character))).join('\\s*'));
  return `(?:${spread(label)}|${variants.join('|')})`;
}

export interface Compiled {
  readonly form: RegExp;
  readonly keys: readonly string[];
}

export function compile(vocabulary: Vocabulary<string>, stops: readonly string[]): Compiled {
  const entries = [
    ...Object.entries(vocabulary).flatMap(([key, labels]) => labels.map((label) => ({ key, label }))),
    ...stops.map((label) => ({ key: '', label })),
  ].sort((a, b) => b.label.length - a.label.length);
  const form = entries.map(({ label }) => `(${forgiving(label)})`).join('|');
  return { form: new RegExp(`(?:${form})`, 'g'), keys: entries.map(({ key }) => key) };
}

const afterLabel = new RegExp(`^${addition}${separator}`);
const hasColon = new RegExp(`^${addition}\\s*[:]`);
/** What may stand right before a label on its row. */
const opening = /(?:^|[\s,;。:()、|/])(?:\(?[一二三四五六七八九十\d]{1,2}[、.)]\s*)?$/;
/** Ends of values after which a label may follow although the blank between was lost. */
const endOfValue = /(?:公司|元整?|圆整?|长期|[日号室层楼币])$/;

export function occurrencesIn(row: Row, index: number, { form, keys }: Compiled): Occurrence[] {
  const found: Occurrence[] = [];
  for (const match of row.text.matchAll(form)) {
    const start = match.index;
    // 客户 in 甲方(客户) is part of the label before it.
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const before = row.text.slice(0, start);
    const rest = row.text.slice(start + match[0].length);
    const free = opening.test(before) || hasColon.test(rest) || endOfValue.test(before);
    if (!free) continue;
    const key = keys[match.slice(1).findIndex((group) => group !== undefined)] ?? '';
    const end = start + match[0].length + (afterLabel.exec(rest)?.[0].length ?? 0);
    found.push({ key, row: index, start, end, stop: row.text.length });
  }
  found.forEach((occurrence, i) => {
    occurrence.stop = found[i + 1]?.start ?? row.text.length;
  });
  return found;
}
