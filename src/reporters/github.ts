import { counted, counts } from '../report/counts.ts';
import { companyText, gateText, joined, reasonText, tallyText, withAside } from '../report/phrases.ts';
import type { DossierReport, Locale } from '../report/report.ts';
import { dossierFile, groupByReason, severitiesWorstFirst, sortFindings, tallyOf } from '../report/summary.ts';
import { verdictNames, words } from '../report/wording.ts';
import { printable } from './printable.ts';
import type { Reporter } from './reporter.ts';

/**
 * Workflow commands of GitHub Actions: annotations at the lines of the dossiers. GitHub shows the first ten of each
 * level in a step, so each dossier opens with its totals and with what was not checked.
 */
export const github: Reporter = (report, { locale }) => {
  const lines = report.dossiers.flatMap((dossier) => annotations(dossier, locale));
  const failures = report.systemErrors.map(({ where, message }) => command('error', { title: where }, message));
  const unmasked = report.unmasked ? [command('warning', { title: report.tool.name }, words.unmasked[locale])] : [];
  const notes = report.notes.map(({ dossier, texts }) =>
    command(
      'notice',
      { title: words.notesHeading[locale] },
      dossier === null ? texts[locale] : `${dossier}: ${texts[locale]}`,
    ),
  );
  return `${[...unmasked, ...failures, ...lines, ...notes].join('\n')}\n`;
};

type Level = 'error' | 'warning' | 'notice';
const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;

function annotations(dossier: DossierReport, locale: Locale): string[] {
  const { failures, review } = sortFindings(dossier.findings);
  const tally = tallyOf(dossier);
  const file = dossierFile(dossier);
  const totals = [gateText(dossier.gate, tally, locale), tallyText(tally, locale)].filter((part) => part !== '');
  return [
    command(
      dossier.gate === 'closed' ? 'error' : 'notice',
      { file, title: companyText(dossier.company, locale) },
      totals.join(locale === 'en' ? '; ' : '：'),
    ),
    ...groupByReason(dossier.verdicts, 'open').map(({ reason, count, rules }) =>
      command(
        'warning',
        { file, title: joined([verdictNames.open[locale], words.openWarning[locale]], locale) },
        `${withAside(reasonText(reason, locale), counted(counts.items, count, locale), locale)} ${rules.map(({ ruleId }) => ruleId).join(', ')}`,
      ),
    ),
    ...dossier.problems.map(({ id, file: path, line, column, texts, stops }) =>
      command(stops ? 'error' : 'warning', { file: path, line, col: column, title: `input/${id}` }, texts[locale]),
    ),
    ...severitiesWorstFirst.flatMap((severity) =>
      failures[severity].map((finding) => ({ level: levels[severity], finding })),
    ),
    ...review.map((finding) => ({ level: 'warning' as const, finding })),
  ].map((each) => {
    if (typeof each === 'string') return each;
    const { ruleId, location, texts, kind } = each.finding;
    const place =
      location.attachment === undefined
        ? ''
        : ` [${location.attachment}${location.page === undefined ? '' : ` #${location.page}`}]`;
    return command(
      each.level,
      {
        file: location.file,
        line: location.line,
        col: location.column,
        title: kind === 'review' ? joined([verdictNames.review[locale], ruleId], locale) : ruleId,
      },
      `${texts.message[locale]}${place}\n${texts.fix[locale]}`,
    );
  });
}

function command(level: Level, properties: Readonly<Record<string, string | number | null>>, message: string): string {
  const listed = Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${listed.join(',')}::${escapeData(message)}`;
}

// The runner ends a command at a line break, and splits properties at commas and colons.
const escapeData = (text: string): string =>
  printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
