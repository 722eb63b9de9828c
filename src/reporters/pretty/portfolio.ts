import { counted, counts } from '../../report/counts.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import { procedureText, withAside } from '../../report/phrases.ts';
import type { DeadlineReport, DossierReport, Locale, Report } from '../../report/report.ts';
import { tallyOf } from '../../report/summary.ts';
import { words } from '../../report/wording.ts';
import { printableLine } from '../printable.ts';
import { deadlineColour, indent, marks, type Page, ruled } from './page.ts';
import { type Cell, type Column, nothing, tableLines } from './table.ts';

/** One line a dossier, those that cannot be submitted first. */
export function portfolioSection(page: Page, { dossiers, portfolio }: Report): string[] {
  const { locale, chalk } = page;
  const closedFirst = [...dossiers].sort((a, b) => Number(a.gate === 'open') - Number(b.gate === 'open'));
  const columns: readonly Column[] = [
    { title: '', align: 'left' },
    { title: words.company[locale], align: 'left', flexible: true },
    { title: words.procedure[locale], align: 'left' },
    { title: words.errorsColumn[locale], align: 'right' },
    { title: words.warningsColumn[locale], align: 'right' },
    { title: words.reviewColumn[locale], align: 'right' },
    { title: words.openColumn[locale], align: 'right' },
    { title: words.daysLeftColumn[locale], align: 'right' },
  ];
  const matter = ({ company, procedure }: DossierReport) => `${company}\n${procedure}`;
  const seen = new Map<string, number>();
  for (const dossier of dossiers) seen.set(matter(dossier), (seen.get(matter(dossier)) ?? 0) + 1);
  const rows = closedFirst.map((dossier) => row(page, dossier, (seen.get(matter(dossier)) ?? 0) > 1));
  const gates = fillTemplate(words.portfolioGate[locale], { open: portfolio.open, closed: portfolio.closed });
  return [
    ruled(page, words.portfolioHeading[locale], '━'),
    `   ${[counted(counts.dossiers, portfolio.dossiers, locale), gates].join(locale === 'en' ? ': ' : '：')}`,
    '',
    ...indent(tableLines(columns, rows, chalk.dim, page.columns - 1), 1),
    '',
  ];
}

/** `again`: the company has several dossiers of this procedure, and the folder tells them apart. */
function row(page: Page, dossier: DossierReport, again: boolean): Cell[] {
  const { locale, chalk } = page;
  const tally = tallyOf(dossier);
  const number = (count: number, paint: (text: string) => string): Cell =>
    count === 0 ? { text: nothing, paint: chalk.dim } : { text: String(count), paint };
  const days = (deadline: DeadlineReport | null): Cell =>
    deadline === null ? { text: '' } : { text: String(deadline.daysLeft), paint: deadlineColour(page, deadline) };
  return [
    gateMark(page, dossier),
    { text: printableLine(nameOf(dossier, again, locale)) },
    { text: dossier.procedure === null ? '' : procedureText(dossier.procedure, locale) },
    number(tally.errors + tally.problems, chalk.red),
    number(tally.warnings, chalk.yellow),
    number(tally.review, chalk.magenta),
    number(tally.open, chalk.yellow),
    days(dossier.deadline),
  ];
}

/** An open gate with unchecked parts is no clean bill. */
function gateMark({ chalk }: Page, { gate, totals }: DossierReport): Cell {
  if (gate === 'closed') return { text: marks.error, paint: chalk.red };
  return totals.open > 0 || totals.review > 0
    ? { text: marks.warning, paint: chalk.yellow }
    : { text: marks.pass, paint: chalk.green };
}

const nameOf = ({ company, path }: DossierReport, again: boolean, locale: Locale): string =>
  company === null ? path : withAside(company, again ? (path.split('/').at(-1) ?? '') : '', locale);
