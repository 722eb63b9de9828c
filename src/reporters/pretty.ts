import { type Severity, verdictKinds } from '../engine/rule.ts';
import { counted, counts } from '../report/counts.ts';
import { ruleTitles } from '../report/describe-rules.ts';
import { fillTemplate } from '../report/fill-template.ts';
import {
  companyText,
  deadlineText,
  gateText,
  joined,
  judgedForText,
  procedureText,
  suppressionText,
  tallyText,
  withAside,
} from '../report/phrases.ts';
import type { DossierReport, FindingReport, ProblemReport, Report, SystemError } from '../report/report.ts';
import { groupByReason, severitiesWorstFirst, sortFindings, tallyOf } from '../report/summary.ts';
import { severityHeadings, verdictNames, words } from '../report/wording.ts';
import { findingBlock } from './pretty/finding.ts';
import {
  deadlineColour,
  indent,
  labelled,
  marks,
  type Page,
  pageFor,
  paragraph,
  ruled,
  severityColour,
} from './pretty/page.ts';
import { portfolioSection } from './pretty/portfolio.ts';
import { sourceLine } from './pretty/source-line.ts';
import { tableLines } from './pretty/table.ts';
import { ruleList, uncheckedSection } from './pretty/unchecked.ts';
import { printableLine } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { width } from './terminal-text.ts';

/** A page for the terminal. Every word of it that came from outside is made printable before it is drawn. */
export const pretty: Reporter = (report, options) => {
  const page = pageFor(options, ruleTitles(report));
  const lines = [
    ...header(page, report),
    ...report.dossiers.flatMap((dossier) => dossierBlock(page, dossier, report)),
    ...(report.dossiers.length === 0 ? [words.noDossiers[page.locale], ''] : []),
    ...(report.dossiers.length > 1 ? portfolioSection(page, report) : []),
    ...notes(page, report, null),
    ...systemErrors(page, report.systemErrors),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};

function header(page: Page, { tool, today, offline, unmasked }: Report): string[] {
  const { locale, chalk } = page;
  const parts = [`${tool.name} ${tool.version}`, fillTemplate(words.checkedFor[locale], { date: today })];
  if (offline) parts.push(words.offline[locale]);
  return [
    ...paragraph(page, parts.join(' · '), 0).map((line) => chalk.dim(line)),
    ...(unmasked
      ? paragraph(page, `${marks.warning} ${words.unmasked[locale]}`, 0).map((line) => chalk.yellow(line))
      : []),
    '',
  ];
}

function dossierBlock(page: Page, dossier: DossierReport, report: Report): string[] {
  const { locale } = page;
  const { failures, review, suppressed } = sortFindings(dossier.findings);
  // Numbered through, so that a number names one finding of the dossier.
  const before = (severity: Severity | 'review') =>
    severitiesWorstFirst
      .slice(0, severity === 'review' ? undefined : severitiesWorstFirst.indexOf(severity))
      .reduce((sum, each) => sum + failures[each].length, 0);
  const gate = gateLine(page, dossier);
  const clean =
    dossier.findings.length === suppressed.length && dossier.problems.length === 0 && dossier.totals.open === 0;
  return [
    ruled(page, printableLine(companyText(dossier.company, locale)), '━'),
    ...identity(page, dossier, report.today),
    ...gate,
    '',
    ...problems(page, dossier),
    ...severitiesWorstFirst.flatMap((severity) =>
      findingsSection(page, severityHeadings[severity][locale], failures[severity], severityColour(page, severity), {
        before: before(severity),
      }),
    ),
    ...findingsSection(page, words.reviewHeading[locale], review, page.chalk.magenta, {
      before: before('review'),
      explained: words.reviewExplained[locale],
    }),
    ...(clean ? [`${page.chalk.green(marks.pass)} ${words.nothingFound[locale]}`, ''] : []),
    ...uncheckedSection(page, dossier.verdicts),
    ...suppressedSection(page, suppressed),
    ...(page.verbose ? judgedLists(page, dossier) : []),
    ...notes(page, report, dossier.path),
    ...totals(page, dossier),
    ...gate,
    '',
  ];
}

function identity(page: Page, dossier: DossierReport, today: string): string[] {
  const { locale } = page;
  const { judgedFor } = dossier;
  const parts = [
    procedureText(dossier.procedure, locale),
    dossier.province ?? '',
    dossier.path,
    judgedFor === null || judgedFor === today ? '' : judgedForText(judgedFor, locale),
  ];
  const lines = indent(paragraph(page, parts.filter((part) => part !== '').join(' · '), 3), 3);
  if (dossier.deadline === null) return lines;
  return [
    ...lines,
    ...labelledIn(
      page,
      words.deadline[locale],
      deadlineText(dossier.deadline, locale),
      deadlineColour(page, dossier.deadline),
    ),
  ];
}

function gateLine(page: Page, dossier: DossierReport): string[] {
  const { locale, chalk } = page;
  const tally = tallyOf(dossier);
  const closed = dossier.gate === 'closed';
  const text = withColon(
    page,
    `${closed ? marks.error : tally.open > 0 || tally.review > 0 ? marks.warning : marks.pass} ${gateText(dossier.gate, tally, locale)}`,
    tallyText(tally, locale),
  );
  return labelledIn(
    page,
    words.gate[locale],
    text,
    closed ? chalk.red.bold : tally.open > 0 || tally.review > 0 ? chalk.yellow.bold : chalk.green.bold,
  );
}

const withColon = (page: Page, lead: string, rest: string) =>
  rest === '' ? lead : `${lead}${page.locale === 'en' ? '; ' : '：'}${rest}`;

function labelledIn(page: Page, label: string, text: string, paint: (line: string) => string): string[] {
  const columns = Math.max(width(words.deadline[page.locale]), width(words.gate[page.locale])) + 2;
  return indent(
    labelled(
      page,
      label,
      columns,
      paragraph(page, text, 3 + columns).map((line) => paint(line)),
    ),
    3,
  );
}

function problems(page: Page, dossier: DossierReport): string[] {
  const { locale, chalk } = page;
  if (dossier.problems.length === 0) return [];
  return [
    ...sectionHeading(page, words.inputProblems[locale], dossier.problems.length, chalk.red),
    ...dossier.problems.flatMap((problem) => problemBlock(page, problem)),
    ...(dossier.problems.some(({ stops }) => stops)
      ? [...indent(paragraph(page, words.notJudged[locale], 2), 2).map((line) => chalk.yellow(line)), '']
      : []),
  ];
}

function problemBlock(page: Page, problem: ProblemReport): string[] {
  const { chalk, locale } = page;
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(':');
  const colour = problem.stops ? chalk.red : chalk.yellow;
  const [first = '', ...rest] = paragraph(page, problem.texts[locale], 4);
  return [
    `  ${colour(problem.stops ? marks.error : marks.warning)} ${chalk.bold(first)}`,
    ...indent(
      rest.map((line) => chalk.bold(line)),
      4,
    ),
    ...indent(
      [...paragraph(page, printableLine(place), 4).map((line) => chalk.dim(line)), ...sourceLine(page, problem, 4)],
      4,
    ),
    '',
  ];
}

function sectionHeading(page: Page, title: string, count: number, paint: (text: string) => string): string[] {
  const text = fillTemplate(words.heading[page.locale], { title, count });
  return [paint(page.chalk.bold(text)), paint('─'.repeat(Math.min(page.columns, width(text) + 4)))];
}

function findingsSection(
  page: Page,
  title: string,
  findings: readonly FindingReport[],
  paint: (text: string) => string,
  { before, explained = '' }: { readonly before: number; readonly explained?: string },
): string[] {
  if (findings.length === 0) return [];
  return [
    ...sectionHeading(page, title, findings.length, paint),
    ...(explained === '' ? [] : [...indent(paragraph(page, explained, 2), 2), '']),
    ...findings.flatMap((finding, index) => [...findingBlock(page, finding, before + index + 1), '']),
  ];
}

function suppressedSection(page: Page, suppressed: readonly FindingReport[]): string[] {
  const { locale, chalk } = page;
  if (suppressed.length === 0) return [];
  const byBaseline = suppressed.filter((finding) => finding.suppressed?.by === 'baseline').length;
  const parts = [
    [counts.suppressedByDossier, suppressed.length - byBaseline],
    [counts.suppressedByBaseline, byBaseline],
  ] as const;
  const shares = parts.filter(([, count]) => count > 0).map(([text, count]) => counted(text, count, locale));
  const summary = withAside(counted(counts.suppressed, suppressed.length, locale), joined(shares, locale), locale);
  return [
    ...paragraph(page, page.verbose ? summary : joined([summary, words.suppressedDetails[locale]], locale), 0).map(
      (line) => chalk.dim(line),
    ),
    ...(page.verbose
      ? suppressed.flatMap((finding) => [
          ...indent(paragraph(page, `${finding.ruleId} · ${finding.texts.message[locale]}`, 2), 2),
          ...(finding.suppressed === undefined
            ? []
            : indent(paragraph(page, suppressionText(finding.suppressed, locale), 4), 4)),
        ])
      : []),
    '',
  ];
}

/** What passed and what does not apply, by rule. */
function judgedLists(page: Page, dossier: DossierReport): string[] {
  const { locale, chalk } = page;
  const lists = [
    ['pass', words.passHeading[locale], chalk.green],
    ['notApplicable', words.notApplicableHeading[locale], chalk.dim],
  ] as const;
  return lists.flatMap(([kind, title, paint]) => {
    const groups = groupByReason(dossier.verdicts, kind);
    if (groups.length === 0) return [];
    return [
      ...sectionHeading(page, title, dossier.totals[kind], paint),
      ...groups.flatMap(({ rules }) => ruleList(page, rules)),
      '',
    ];
  });
}

function totals(page: Page, dossier: DossierReport): string[] {
  const { locale, chalk } = page;
  const all = verdictKinds.reduce((sum, kind) => sum + dossier.totals[kind], 0);
  const columns = [...verdictKinds.map((kind) => verdictNames[kind][locale]), words.totals[locale]];
  const numbers = [...verdictKinds.map((kind) => dossier.totals[kind]), all];
  return [
    ...indent(
      paragraph(page, words.totalsExplained[locale], 3).map((line) => chalk.dim(line)),
      3,
    ),
    ...indent(
      tableLines(
        columns.map((title) => ({ title, align: 'right' })),
        [numbers.map((count) => ({ text: String(count) }))],
        chalk.dim,
        page.columns - 3,
      ),
      3,
    ),
  ];
}

function notes(page: Page, { notes: all }: Report, dossier: string | null): string[] {
  const { locale, chalk } = page;
  const own = all.filter((note) => note.dossier === dossier);
  if (own.length === 0) return [];
  return [
    chalk.bold(words.notesHeading[locale]),
    ...own.flatMap(({ texts }) => bullet(page, marks.info, texts[locale], chalk.cyan)),
    '',
  ];
}

function systemErrors(page: Page, errors: readonly SystemError[]): string[] {
  const { locale, chalk } = page;
  if (errors.length === 0) return [];
  return [
    ...paragraph(page, counted(counts.systemErrors, errors.length, locale), 0).map((line) => chalk.red.bold(line)),
    ...errors.flatMap(({ where, dossier, subject, message }) => {
      const place = [where, dossier, subject].filter((part) => part !== null).join(' · ');
      return bullet(page, marks.error, `${place}\n${message}`, chalk.red);
    }),
    '',
  ];
}

function bullet(page: Page, mark: string, text: string, paint: (text: string) => string): string[] {
  const [first = '', ...rest] = paragraph(page, text, 4);
  return [`  ${paint(mark)} ${first}`, ...indent(rest, 4)];
}
