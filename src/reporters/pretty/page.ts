import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../../engine/rule.ts';
import type { RuleTitles } from '../../report/describe-rules.ts';
import type { DeadlineReport, Locale } from '../../report/report.ts';
import { printable } from '../printable.ts';
import type { ReporterOptions } from '../reporter.ts';
import { padEnd, width, wrap } from '../terminal-text.ts';

/** What every part of the terminal page needs to know to draw itself as lines. */
export interface Page {
  readonly locale: Locale;
  /** Columns that may be used. */
  readonly columns: number;
  readonly verbose: boolean;
  readonly chalk: ChalkInstance;
  readonly titles: RuleTitles;
}

/** Below 40 columns nothing can be read; beyond 120 the eye loses the line. */
export const pageFor = (
  { locale, columns, verbose, colour }: ReporterOptions,
  titles: RuleTitles = new Map(),
): Page => ({
  locale,
  columns: Math.min(120, Math.max(40, columns)),
  verbose,
  chalk: new Chalk({ level: colour ? 1 : 0 }),
  titles,
});

export const marks = { error: '✖', warning: '!', info: 'i', review: '?', open: '-', pass: '✔' } as const;

export const severityColour = ({ chalk }: Page, severity: Severity): ChalkInstance =>
  severity === 'error' ? chalk.red : severity === 'warning' ? chalk.yellow : chalk.cyan;

/** A month is what a company needs to gather missing paperwork; a week is too late for most of it. */
export const deadlineColour = ({ chalk }: Page, { daysLeft }: DeadlineReport): ((text: string) => string) =>
  daysLeft < 7 ? chalk.red : daysLeft < 30 ? chalk.yellow : (text) => text;

export const indent = (lines: readonly string[], columns: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));

/** Text from the report, made safe and wrapped into the columns that remain after `left`. */
export const paragraph = (page: Page, text: string, left: number): string[] =>
  wrap(printable(text), page.columns - left);

/** A label in its own column and the lines beside it. */
export function labelled(page: Page, label: string, labelColumns: number, lines: readonly string[]): string[] {
  return lines.map((line, index) =>
    `${index === 0 ? page.chalk.dim(padEnd(label, labelColumns)) : ' '.repeat(labelColumns)}${line}`.trimEnd(),
  );
}

/** `━━ title ━━━━` to the page's edge. */
export function ruled(page: Page, title: string, rule: string): string {
  const safe = ` ${title} `;
  return `${rule.repeat(2)}${page.chalk.bold(safe)}${rule.repeat(Math.max(2, page.columns - 2 - width(safe)))}`;
}
