import { counted, counts } from '../../report/counts.ts';
import { attachmentText, basisText, evidenceText, subjectText, suppressionText } from '../../report/phrases.ts';
import type { FindingReport } from '../../report/report.ts';
import { confidenceNames, words } from '../../report/wording.ts';
import { printable, printableLine } from '../printable.ts';
import { padEnd, width, wrap } from '../terminal-text.ts';
import { indent, labelled, marks, type Page, paragraph, severityColour } from './page.ts';
import { sourceLine } from './source-line.ts';

/** Long letters are shown up to this many lines unless everything is asked for. */
const letterLines = 6;
/** Columns below which seen and expected stand one above the other. */
const sideBySideColumns = 64;

/** One finding: what, where, seen and expected, on what basis, how to mend it, and the text to send. */
export function findingBlock(page: Page, finding: FindingReport, number: number): string[] {
  const { locale, chalk } = page;
  const texts = finding.texts;
  const review = finding.kind === 'review';
  const colour = review ? chalk.magenta : severityColour(page, finding.severity);
  const lead = `${String(number).padStart(3)} ${review ? marks.review : marks[finding.severity]} `;
  const left = width(lead);
  const [first = '', ...rest] = paragraph(page, texts.message[locale], left);

  const labels = [words.where, words.attachment, words.seen, words.basis, words.evidence, words.fix, words.letter];
  const labelColumns = Math.max(...labels.map((label) => width(label[locale]))) + 2;
  const room = left + labelColumns;
  const row = (label: string, lines: readonly string[]) => labelled(page, label, labelColumns, lines);
  const text = (label: string, value: string) => (value === '' ? [] : row(label, paragraph(page, value, room)));

  const { location } = finding;
  const place = printableLine(`${location.file}:${location.line}:${location.column}`);
  const title = page.titles.get(finding.ruleId)?.[locale];
  const subject = subjectText(finding.subject, locale);
  const identity = [...(title === undefined ? [] : [title]), finding.ruleId];
  // The path of an attachment is long, and stands below anyway.
  if (location.attachment === undefined || !subject.endsWith(location.attachment)) identity.push(subject);
  if (finding.confidence !== 'high' || review)
    identity.push(`${words.confidence[locale]} ${confidenceNames[finding.confidence][locale]}`);
  const letter = finding.letter.trim();

  return [
    colour(lead) + chalk.bold(first),
    ...indent(
      rest.map((line) => chalk.bold(line)),
      left,
    ),
    ...indent(
      [
        ...paragraph(page, identity.join(' · '), left).map((line) => chalk.dim(line)),
        ...row(words.where[locale], [...wrap(place, page.columns - room), ...sourceLine(page, location, room)]),
        ...text(words.attachment[locale], attachmentText(location, locale)),
        ...(finding.compared === undefined ? [] : compared(page, finding.compared, labelColumns, left)),
        ...row(
          words.basis[locale],
          finding.basis.flatMap((basis) => [
            ...paragraph(page, basisText(basis, locale), room),
            ...(basis.url === undefined ? [] : paragraph(page, basis.url, room)),
          ]),
        ),
        ...finding.evidence
          .filter(({ at, caution }) => at !== '' || caution !== undefined)
          .flatMap((evidence) => text(words.evidence[locale], evidenceText(evidence, locale))),
        ...text(words.fix[locale], texts.fix[locale]),
        ...(letter === '' ? [] : row(words.letter[locale], folded(page, letter, room))),
        ...(finding.suppressed === undefined
          ? []
          : text(words.suppressedHeading[locale], suppressionText(finding.suppressed, locale))),
      ],
      left,
    ),
  ];
}

function compared(
  page: Page,
  { seen, expected }: { readonly seen: string; readonly expected: string },
  labelColumns: number,
  left: number,
): string[] {
  const { locale } = page;
  const whole = page.columns - left;
  if (whole < sideBySideColumns)
    return [
      ...labelled(page, words.seen[locale], labelColumns, wrap(printable(seen), whole - labelColumns)),
      ...labelled(page, words.expected[locale], labelColumns, wrap(printable(expected), whole - labelColumns)),
    ];
  const half = Math.floor((whole - 2) / 2);
  const leftLines = labelled(page, words.seen[locale], labelColumns, wrap(printable(seen), half - labelColumns));
  const rightLines = labelled(
    page,
    words.expected[locale],
    labelColumns,
    wrap(printable(expected), half - labelColumns),
  );
  return Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, index) =>
    `${padEnd(leftLines[index] ?? '', half + 2)}${rightLines[index] ?? ''}`.trimEnd(),
  );
}

function folded(page: Page, letter: string, room: number): string[] {
  const { chalk, locale } = page;
  const lines = wrap(printable(letter), page.columns - room - 2);
  const fold = !page.verbose && lines.length > letterLines + 1;
  const shown = fold ? lines.slice(0, letterLines) : lines;
  return [
    ...shown.map((line) => `${chalk.dim('│')} ${line}`.trimEnd()),
    ...(fold
      ? paragraph(page, counted(counts.foldedLines, lines.length - letterLines, locale), room).map((line) =>
          chalk.dim(line),
        )
      : []),
  ];
}
