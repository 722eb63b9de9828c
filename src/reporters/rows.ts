import type { LocalText } from '../dossier/problem.ts';
import {
  attachmentText,
  basisText,
  detailText,
  procedureText,
  reasonText,
  remedyText,
  subjectText,
  suppressionText,
} from '../report/phrases.ts';
import type { DossierReport, FindingReport, Locale, Report } from '../report/report.ts';
import { dossierFile } from '../report/summary.ts';
import { confidenceNames, severityNames, verdictNames, words } from '../report/wording.ts';

/** Columns of the flat views, for clerks who sort and filter in a spreadsheet. */
export const rowTitles = {
  company: words.company,
  path: { 'zh-CN': '材料文件夹', en: 'Dossier' },
  procedure: words.procedure,
  province: { 'zh-CN': '省份', en: 'Province' },
  result: { 'zh-CN': '结果', en: 'Result' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  subject: words.subject,
  message: { 'zh-CN': '说明', en: 'Message' },
  seen: words.seen,
  expected: words.expected,
  where: words.where,
  attachment: words.attachment,
  basis: words.basis,
  fix: words.fix,
  letter: words.letter,
  confidence: words.confidence,
  suppressed: words.suppressedHeading,
  fingerprint: { 'zh-CN': '编号', en: 'Fingerprint' },
} as const satisfies Record<string, LocalText>;

export type Row = Readonly<Record<keyof typeof rowTitles, string>>;

// Object.keys forgets the keys that the table has.
export const rowKeys = Object.keys(rowTitles) as readonly (keyof Row)[];

const noRow: Row = {
  company: '',
  path: '',
  procedure: '',
  province: '',
  result: '',
  rule: '',
  subject: '',
  message: '',
  seen: '',
  expected: '',
  where: '',
  attachment: '',
  basis: '',
  fix: '',
  letter: '',
  confidence: '',
  suppressed: '',
  fingerprint: '',
};

const emptyRow = (dossier: DossierReport, locale: Locale): Row => ({
  ...noRow,
  company: dossier.company ?? '',
  path: dossier.path,
  procedure: dossier.procedure === null ? '' : procedureText(dossier.procedure, locale),
  province: dossier.province ?? '',
  where: dossierFile(dossier),
});

/** What is wrong with a dossier's file, and its findings. */
export function findingRows(dossier: DossierReport, locale: Locale): Row[] {
  const empty = emptyRow(dossier, locale);
  return [
    ...dossier.problems.map(
      ({ id, texts, file, line, column, stops }): Row => ({
        ...empty,
        result: severityNames[stops ? 'error' : 'warning'][locale],
        rule: `input/${id}`,
        message: texts[locale],
        where: [file, line, column].filter((part) => part !== null).join(':'),
      }),
    ),
    ...dossier.findings.map((finding) => findingRow(empty, finding, locale)),
  ];
}

/** What concerns the report itself: that it shows personal data, notes, and failures of the program. */
export function reportRows(report: Report, locale: Locale): Row[] {
  const of = (path: string | null): Row => {
    const dossier = report.dossiers.find((each) => each.path === path);
    return dossier === undefined ? { ...noRow, path: path ?? '' } : emptyRow(dossier, locale);
  };
  return [
    ...(report.unmasked ? [{ ...noRow, result: severityNames.warning[locale], message: words.unmasked[locale] }] : []),
    ...report.systemErrors.map(
      ({ where, dossier, subject, message }): Row => ({
        ...of(dossier),
        result: words.programFailure[locale],
        rule: where,
        subject: subject === null ? '' : subjectText(subject, locale),
        message,
      }),
    ),
    ...report.notes.map(
      ({ id, dossier, texts }): Row => ({
        ...of(dossier),
        result: words.notesHeading[locale],
        rule: `note/${id}`,
        message: texts[locale],
      }),
    ),
  ];
}

/** What could not be judged, and why. */
export function openRows(dossier: DossierReport, locale: Locale): Row[] {
  const empty = emptyRow(dossier, locale);
  return dossier.verdicts
    .filter(({ kind }) => kind === 'open')
    .map(
      ({ ruleId, subject, reason = '', detail = '' }): Row => ({
        ...empty,
        result: verdictNames.open[locale],
        rule: ruleId,
        subject: subjectText(subject, locale),
        message: [reasonText(reason, locale), detailText(detail, locale)].filter((part) => part !== '').join('\n'),
        fix: remedyText(reason, locale),
      }),
    );
}

const findingRow = (empty: Row, finding: FindingReport, locale: Locale): Row => ({
  ...empty,
  result: finding.kind === 'review' ? verdictNames.review[locale] : severityNames[finding.severity][locale],
  rule: finding.ruleId,
  subject: subjectText(finding.subject, locale),
  message: finding.texts.message[locale],
  seen: finding.compared?.seen ?? '',
  expected: finding.compared?.expected ?? '',
  where: `${finding.location.file}:${finding.location.line}:${finding.location.column}`,
  attachment: attachmentText(finding.location, locale),
  basis: finding.basis.map((basis) => basisText(basis, locale)).join('\n'),
  fix: finding.texts.fix[locale],
  letter: finding.letter,
  confidence: confidenceNames[finding.confidence][locale],
  suppressed: finding.suppressed === undefined ? '' : suppressionText(finding.suppressed, locale),
  fingerprint: finding.fingerprint,
});
