import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import type { LocalText } from '../dossier/problem.ts';
import { fillTemplate } from '../report/fill-template.ts';
import { beijingTime, daysLeftText, gateText, procedureText } from '../report/phrases.ts';
import type { DossierReport, Locale, Report } from '../report/report.ts';
import { tallyOf } from '../report/summary.ts';
import { confidenceNames, verdictNames, words } from '../report/wording.ts';
import { printable } from './printable.ts';
import type { DocumentReporter } from './reporter.ts';
import { findingRows, openRows, type Row, reportRows, rowTitles } from './rows.ts';
import { withZipDate } from './zip-date.ts';

/** A workbook for clerks: a sheet of dossiers, one of findings, one of what was not checked. */
export const xlsx: DocumentReporter = async (report, { locale }) => {
  const { dossiers } = report;
  const about = reportRows(report, locale);
  const sheets: Sheet<Blob>[] = [
    summarySheet(report, locale),
    rowSheet(
      sheetNames.findings[locale],
      findingKeys,
      dossiers.flatMap((dossier) => findingRows(dossier, locale)),
      locale,
    ),
    rowSheet(
      verdictNames.open[locale],
      openKeys,
      dossiers.flatMap((dossier) => openRows(dossier, locale)),
      locale,
    ),
  ];
  if (about.length > 0) sheets.push(rowSheet(words.notesHeading[locale], aboutKeys, about, locale));
  const blob = await writeXlsxFile(sheets).toBlob();
  return { content: withZipDate(new Uint8Array(await blob.arrayBuffer()), report.today), companions: [] };
};

const sheetNames = {
  summary: { 'zh-CN': '汇总', en: 'Summary' },
  findings: { 'zh-CN': '问题', en: 'Findings' },
} as const satisfies Record<string, LocalText>;

/** What Excel takes in one cell; the rest is counted. */
const longestCell = 32_767;
const cut = {
  'zh-CN': '……（全文共 {count} 字，放不下）',
  en: '… ({count} characters in all, too many for a cell)',
} as const;

function text(value: string, locale: Locale): string {
  const safe = printable(value);
  const note = cut[locale].replace('{count}', String(safe.length));
  return safe.length > longestCell ? safe.slice(0, longestCell - note.length) + note : safe;
}

/** Columns that are broken into lines. A style is costly to write, so that short columns go without. */
const wrapped: ReadonlySet<keyof Row> = new Set(['message', 'fix', 'letter']);

function cellOf(row: Row, key: keyof Row, locale: Locale): Cell {
  // Said only where it is worth a look.
  if (row[key] === '' || (key === 'confidence' && row[key] === confidenceNames.high[locale])) return null;
  const value = text(row[key], locale);
  return wrapped.has(key) ? { value, type: String, wrap: true, alignVertical: 'top' } : value;
}

const heading = (title: LocalText, locale: Locale): Cell => ({
  value: title[locale],
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E8ECF1',
});

/**
 * Columns of the sheets. Procedure and province stand in the summary, the fingerprint is for machines, and cells are what a
 * workbook costs: half as many are written in half the time.
 */
const findingKeys = [
  'company',
  'path',
  'result',
  'rule',
  'subject',
  'message',
  'seen',
  'expected',
  'where',
  'attachment',
  'basis',
  'fix',
  'letter',
  'confidence',
  'suppressed',
] as const satisfies readonly (keyof Row)[];
const openKeys = ['company', 'path', 'rule', 'subject', 'message', 'fix'] as const satisfies readonly (keyof Row)[];
const aboutKeys = ['company', 'path', 'result', 'rule', 'subject', 'message'] as const satisfies readonly (keyof Row)[];

function rowSheet(name: string, keys: readonly (keyof Row)[], rows: readonly Row[], locale: Locale): Sheet<Blob> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: keys.map((key) => ({ width: widths[key] ?? 14 })),
    data: [
      keys.map((key) => heading(rowTitles[key], locale)),
      ...rows.map((row) => keys.map((key) => cellOf(row, key, locale))),
    ],
  };
}

/** In characters, as Excel measures. */
const widths: Readonly<Partial<Record<keyof Row, number>>> = {
  company: 28,
  path: 24,
  rule: 30,
  subject: 28,
  message: 50,
  seen: 24,
  expected: 24,
  where: 32,
  attachment: 32,
  basis: 36,
  fix: 50,
  letter: 50,
};

function summarySheet({ dossiers, today, madeAt, unmasked }: Report, locale: Locale): Sheet<Blob> {
  const titles = [
    rowTitles.company,
    rowTitles.path,
    rowTitles.procedure,
    rowTitles.province,
    words.gate,
    words.errorsColumn,
    words.warningsColumn,
    words.reviewColumn,
    verdictNames.open,
    verdictNames.pass,
    words.deadline,
    words.daysLeftColumn,
  ];
  return {
    sheet: sheetNames.summary[locale],
    stickyRowsCount: 1,
    columns: [28, 28, 12, 10, 34, 8, 8, 8, 12, 8, 14, 14].map((width) => ({ width })),
    data: [
      titles.map((title) => heading(title, locale)),
      ...dossiers.map((dossier) => summaryRow(dossier, locale)),
      [],
      [text(fillTemplate(words.checkedFor[locale], { date: today }), locale)],
      ...(madeAt === undefined
        ? []
        : [[text(fillTemplate(words.madeAt[locale], { time: beijingTime(madeAt) }), locale)]]),
      ...(unmasked ? [[text(words.unmasked[locale], locale)]] : []),
    ],
  };
}

function summaryRow(dossier: DossierReport, locale: Locale): Cell[] {
  const tally = tallyOf(dossier);
  const { deadline } = dossier;
  return [
    text(dossier.company ?? words.unnamedCompany[locale], locale),
    text(dossier.path, locale),
    text(procedureText(dossier.procedure, locale), locale),
    text(dossier.province ?? '', locale),
    text(gateText(dossier.gate, tally, locale), locale),
    tally.errors + tally.problems,
    tally.warnings,
    tally.review,
    tally.open,
    dossier.totals.pass,
    text(deadline?.date ?? '', locale),
    text(deadline === null ? '' : daysLeftText(deadline, locale), locale),
  ];
}
