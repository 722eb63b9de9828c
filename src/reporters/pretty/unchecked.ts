import { counted, counts } from '../../report/counts.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import { detailText, reasonText, remedyText, subjectsText, withAside } from '../../report/phrases.ts';
import type { VerdictReport } from '../../report/report.ts';
import { groupByReason, type ReasonGroup } from '../../report/summary.ts';
import { words } from '../../report/wording.ts';
import { printableLine } from '../printable.ts';
import { width, wrap } from '../terminal-text.ts';
import { indent, labelled, marks, type Page, paragraph } from './page.ts';

/** Subjects of one rule that are listed before the rest is only counted. */
const listedSubjects = 4;

/** What could not be judged and why, by reason: the part that must not be overlooked. No lines when all was judged. */
export function uncheckedSection(page: Page, verdicts: readonly VerdictReport[]): string[] {
  const { locale, chalk } = page;
  const groups = groupByReason(verdicts, 'open');
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const heading = fillTemplate(words.heading[locale], { title: words.openHeading[locale], count });
  const title = `${heading} · ${words.openWarning[locale]}`;
  const edge = '━'.repeat(page.columns - 1);
  return [
    chalk.yellow(`┏${edge}`),
    ...wrap(title, page.columns - 2).map((line) => `${chalk.yellow('┃')} ${chalk.bold.black.bgYellow(line)}`),
    chalk.yellow(`┗${edge}`),
    ...groups.flatMap(({ reason, count: size, rules }) => [
      ...indent(
        paragraph(
          page,
          `${marks.open} ${withAside(reasonText(reason, locale), counted(counts.items, size, locale), locale)}`,
          2,
        ).map((line) => chalk.yellow(line)),
        2,
      ),
      ...remedy(page, reason),
      ...ruleList(page, rules),
    ]),
    '',
  ];
}

function remedy(page: Page, reason: string): string[] {
  const text = remedyText(reason, page.locale);
  if (text === '') return [];
  const label = `${words.remedy[page.locale]}  `;
  const columns = width(label);
  return indent(labelled(page, label, columns, paragraph(page, text, 4 + columns)), 4);
}

/** Each rule by its title and id or by its id alone, with its subjects: `subject, subject, 3 more`. Below stands what exactly could not be seen, where that is known. */
export function ruleList(page: Page, rules: ReasonGroup['rules']): string[] {
  const { locale, verbose, chalk } = page;
  const labelColumns = Math.max(...rules.map(({ ruleId }) => width(printableLine(ruleId)))) + 2;
  const left = 4 + labelColumns;
  // Beside a long rule id on a narrow terminal, subjects would stand in a column of single characters.
  const beside = page.columns - left >= 30;
  return rules.flatMap(({ ruleId, verdicts }) => {
    const listed = verbose ? verdicts : verdicts.slice(0, listedSubjects);
    const rest = verdicts.length - listed.length;
    const named = printableLine(
      subjectsText(
        listed.map(({ subject }) => subject),
        locale,
      ),
    );
    const text = [named, ...(rest > 0 ? [counted(counts.moreSubjects, rest, locale)] : [])].join(
      locale === 'en' ? ', ' : '、',
    );
    const details = new Set(listed.flatMap(({ detail }) => (detail === undefined || detail === '' ? [] : [detail])));
    const label = printableLine(ruleId);
    const title = page.titles.get(ruleId)?.[locale];
    return [
      ...(title !== undefined
        ? [
            ...indent(paragraph(page, withAside(title, ruleId, locale), 4), 4),
            ...indent(wrap(text, page.columns - 6), 6),
          ]
        : beside
          ? indent(labelled(page, label, labelColumns, wrap(text, page.columns - left)), 4)
          : [`    ${chalk.dim(label)}`, ...indent(wrap(text, page.columns - 6), 6)]),
      ...[...details].flatMap((detail) =>
        indent(
          paragraph(page, detailText(detail, locale), 6).map((line) => chalk.dim(line)),
          6,
        ),
      ),
    ];
  });
}
