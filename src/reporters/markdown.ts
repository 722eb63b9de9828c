import type { LocalText } from '../dossier/problem.ts';
import { counted, counts } from '../report/counts.ts';
import { fillTemplate } from '../report/fill-template.ts';
import {
  attachmentText,
  basisText,
  companyText,
  deadlineText,
  gateText,
  joined,
  procedureText,
  reasonText,
  remedyText,
  subjectText,
  tallyText,
  withAside,
} from '../report/phrases.ts';
import type { DossierReport, FindingReport, Locale, Report } from '../report/report.ts';
import { groupByReason, severitiesWorstFirst, sortFindings, tallyOf } from '../report/summary.ts';
import { severityNames, verdictNames, words } from '../report/wording.ts';
import { printable } from './printable.ts';
import type { Reporter } from './reporter.ts';

/** GitHub refuses comments of 65,536 characters and more; some room is left for what a bot puts around ours. */
const longest = 65_000;
/** Kept free for the line that says what was left out. */
const reserve = 400;

/**
 * A comment for a pull request. What was not checked is never cut; gates and findings, worst first, are listed as
 * long as there is room, and the rest is counted.
 */
export const markdown: Reporter = (report, { locale }) => {
  const head = `# ${text(words.reportTitle[locale])}\n\n${preamble(report, locale)}\n`;
  const room = longest - reserve - head.length;
  const open = packed(
    [
      ...openLines(report, locale),
      ...failureLines(report, locale),
      ...noteLines(report, locale),
      ...exemptedLines(report, locale),
    ],
    room,
  );
  // Thousands of dossiers may not crowd out every finding.
  const gates = packed(gateLines(report, locale), (room - open.text.length) / 2);
  const findings = packed(findingEntries(report, locale), room - open.text.length - gates.text.length);
  const left = open.left + gates.left + findings.left;
  const rest = left === 0 ? '' : `\n> **${text(fillTemplate(words.leftOut[locale], { count: left }))}**\n`;
  return `${head}${gates.text}\n${open.text}${findings.text}${rest}`;
};

/** As many whole parts as fit, and how many did not. */
function packed(parts: readonly string[], room: number): { readonly text: string; readonly left: number } {
  let kept = '';
  for (const [index, part] of parts.entries()) {
    if (kept.length + part.length > room) return { text: kept, left: parts.length - index };
    kept += part;
  }
  return { text: kept, left: 0 };
}

function preamble(report: Report, locale: Locale): string {
  const parts = [
    `${report.tool.name} ${report.tool.version}`,
    fillTemplate(words.checkedFor[locale], { date: report.today }),
    ...(report.offline ? [words.offline[locale]] : []),
  ];
  const warning = report.unmasked ? `\n> **${text(words.unmasked[locale])}**\n` : '';
  return `${text(parts.join(' · '))}\n${warning}`;
}

function gateLines(report: Report, locale: Locale): string[] {
  const titles = [words.gate, words.company, words.procedure, words.deadline, words.result];
  const closedFirst = [...report.dossiers].sort((a, b) => Number(a.gate === 'open') - Number(b.gate === 'open'));
  return [
    `\n| ${titles.map((title) => text(title[locale])).join(' | ')} |\n|${' --- |'.repeat(titles.length)}\n`,
    ...closedFirst.map((dossier) => `| ${gateCells(dossier, locale).join(' | ')} |\n`),
  ];
}

function gateCells(dossier: DossierReport, locale: Locale): string[] {
  const tally = tallyOf(dossier);
  return [
    `${dossier.gate === 'closed' ? '❌' : tally.open > 0 ? '⚠️' : '✅'} ${text(gateText(dossier.gate, tally, locale))}`,
    `${text(companyText(dossier.company, locale))} ${code(dossier.path).replaceAll('|', '\\|')}`,
    text(procedureText(dossier.procedure, locale)),
    text(dossier.deadline === null ? '' : deadlineText(dossier.deadline, locale)),
    text(tallyText(tally, locale)),
  ];
}

function openLines(report: Report, locale: Locale): string[] {
  const groups = groupByReason(
    report.dossiers.flatMap(({ verdicts }) => verdicts),
    'open',
  );
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const heading = fillTemplate(words.heading[locale], { title: verdictNames.open[locale], count });
  return [
    `## ⚠️ ${text(`${heading} · ${words.openWarning[locale]}`)}\n\n`,
    ...groups.map(({ reason, count: size, rules }) => {
      const why = withAside(reasonText(reason, locale), counted(counts.items, size, locale), locale);
      const named = rules.map(({ ruleId, verdicts }) => `${code(ruleId)} ${verdicts.length}`).join(', ');
      return `- **${text(why)}** ${text(remedyText(reason, locale))}\n  ${named}\n`;
    }),
    '\n',
  ];
}

function failureLines({ systemErrors }: Report, locale: Locale): string[] {
  if (systemErrors.length === 0) return [];
  return [
    `## ${text(counted(counts.systemErrors, systemErrors.length, locale))}\n\n`,
    ...systemErrors.map(({ where, dossier, message }) => `- ${code(where)} ${text(dossier ?? '')}: ${text(message)}\n`),
    '\n',
  ];
}

function noteLines({ notes }: Report, locale: Locale): string[] {
  if (notes.length === 0) return [];
  return [
    `## ${text(words.notesHeading[locale])}\n\n`,
    ...notes.map(({ dossier, texts }) => `- ${dossier === null ? '' : `${code(dossier)} `}${text(texts[locale])}\n`),
    '\n',
  ];
}

/** Exempted findings are only counted: they need nobody's attention now. */
function exemptedLines({ dossiers }: Report, locale: Locale): string[] {
  const count = dossiers.reduce((sum, dossier) => sum + tallyOf(dossier).suppressed, 0);
  return count === 0 ? [] : [`${text(counted(counts.suppressed, count, locale))}\n\n`];
}

/** Every problem and finding as one entry, worst first across all dossiers. */
function findingEntries(report: Report, locale: Locale): string[] {
  const sorted = report.dossiers.map((dossier) => ({ dossier, ...sortFindings(dossier.findings) }));
  const entry = (dossier: DossierReport) => (finding: FindingReport) => findingEntry(dossier, finding, locale);
  return [
    ...report.dossiers.flatMap((dossier) =>
      dossier.problems.map(({ texts, file, line, column }) => {
        const place = [file, line, column].filter((part) => part !== null).join(':');
        return `### ❌ ${text(texts[locale])}\n${code(place)}\n\n`;
      }),
    ),
    ...severitiesWorstFirst.flatMap((severity) =>
      sorted.flatMap(({ dossier, failures }) => failures[severity].map(entry(dossier))),
    ),
    ...sorted.flatMap(({ dossier, review }) => review.map(entry(dossier))),
  ];
}

const signs = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

function findingEntry(dossier: DossierReport, finding: FindingReport, locale: Locale): string {
  const { location, compared, kind, severity } = finding;
  const title =
    kind === 'review'
      ? `❓ ${text(verdictNames.review[locale])}`
      : `${signs[severity]} ${text(severityNames[severity][locale])}`;
  const attachment = attachmentText(location, locale);
  const row = (name: LocalText, value: string) => `- ${text(name[locale])}: ${value}\n`;
  const letter =
    finding.letter === ''
      ? ''
      : `\n<details><summary>${text(words.letter[locale])}</summary>\n\n${fenced(finding.letter)}\n</details>\n`;
  return `### ${title} · ${text(finding.texts.message[locale])}
${text(companyText(dossier.company, locale))} · ${code(finding.ruleId)} · ${text(subjectText(finding.subject, locale))}

${row(words.where, code(`${location.file}:${location.line}:${location.column}`))}${attachment === '' ? '' : row(words.attachment, text(attachment))}${
  compared === undefined ? '' : row(words.seen, text(compared.seen)) + row(words.expected, text(compared.expected))
}${row(
  words.basis,
  text(
    joined(
      finding.basis.map((basis) => basisText(basis, locale)),
      locale,
    ),
  ),
)}${row(words.fix, text(finding.texts.fix[locale]))}${letter}
`;
}

/**
 * Text that Markdown shows as it stands. Mentions and issue numbers are found after escapes are resolved, so an empty
 * comment keeps their sign apart from the name.
 */
const text = (value: string): string =>
  printable(value)
    .replaceAll('\n', ' ')
    .replace(/[\\`*_{}[\]()<>#+!|~$&]/gu, (sign) => `\\${sign}`)
    .replace(/(@|\\#)(?=[\w\\])/gu, '$1<!-- -->')
    .replace(/\b(https?)(?=:\/\/)/giu, '$1<!-- -->');

/** A code span; its fence is longer than any run of backticks within. */
function code(value: string): string {
  const safe = printable(value).replaceAll('\n', ' ');
  const fence = '`'.repeat(longestRun(safe) + 1);
  const pad = safe.startsWith('`') || safe.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
}

function fenced(value: string): string {
  const safe = printable(value);
  const fence = '`'.repeat(Math.max(3, longestRun(safe) + 1));
  return `${fence}text\n${safe}\n${fence}\n`;
}

const longestRun = (value: string): number => Math.max(0, ...(value.match(/`+/gu) ?? []).map((run) => run.length));
