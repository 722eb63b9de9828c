import { fillTemplate } from '../../report/fill-template.ts';
import { procedureText } from '../../report/phrases.ts';
import type { DeadlineReport, DossierReport, Report } from '../../report/report.ts';
import { tallyOf } from '../../report/summary.ts';
import { counted, counts, words } from '../../report/wording.ts';
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
  const rows = closedFirst.map((dossier) => row(page, dossier));
  const gates = fillTemplate(words.portfolioGate[locale], { open: portfolio.open, closed: portfolio.closed });
  return [
    ruled(page, words.portfolioHeading[locale], '━'),
    `   ${[counted(counts.dossiers, portfolio.dossiers, locale), gates].join(locale === 'en' ? ': ' : '：')}`,
    '',
    ...indent(tableLines(columns, rows, chalk.dim, page.columns - 1), 1),
    '',
  ];
}

function row(page: Page, dossier: DossierReport): Cell[] {
  const { locale, chalk } = page;
  const tally = tallyOf(dossier);
  const number = (count: number, paint: (text: string) => string): Cell =>
    count === 0 ? { text: nothing, paint: chalk.dim } : { text: String(count), paint };
  const days = (deadline: DeadlineReport | null): Cell =>
    deadline === null ? { text: '' } : { text: String(deadline.daysLeft), paint: deadlineColour(page, deadline) };
  return [
    dossier.gate === 'closed' ? { text: marks.error, paint: chalk.red } : { text: marks.pass, paint: chalk.green },
    { text: printableLine(dossier.company ?? dossier.path) },
    { text: dossier.procedure === null ? '' : procedureText(dossier.procedure, locale) },
    number(tally.errors + tally.problems, chalk.red),
    number(tally.warnings, chalk.yellow),
    number(tally.review, chalk.magenta),
    number(tally.open, chalk.yellow),
    days(dossier.deadline),
  ];
}
