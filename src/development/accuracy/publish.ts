import { readFileSync, writeFileSync } from 'node:fs';
import { packageFile } from '../../package-file.ts';
import type { SetFigures } from './figures.ts';
import { tablesOf } from './tables.ts';
import type { Language } from './words.ts';

const PAGES: Readonly<Record<Language, string>> = { en: 'README.md', 'zh-CN': 'README.zh-CN.md' };

const START = '<!-- accuracy: written by `npm run accuracy -- --write` -->';
const END = '<!-- /accuracy -->';

/** Replaces what stands between the markers of both READMEs. */
export function publish(sets: readonly SetFigures[]): void {
  for (const language of ['en', 'zh-CN'] as const) {
    const file = packageFile(PAGES[language]);
    const tables = sets.map((set) => tablesOf(set, language)).join('\n\n');
    writeFileSync(file, withTables(readFileSync(file, 'utf8'), tables, PAGES[language]));
  }
}

/** @throws Error when the page has no markers */
export function withTables(page: string, tables: string, name: string): string {
  const from = page.indexOf(START);
  const to = page.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`${name} has no section between ${START} and ${END}`);
  return `${page.slice(0, from + START.length)}\n\n${tables}\n\n${page.slice(to)}`;
}
