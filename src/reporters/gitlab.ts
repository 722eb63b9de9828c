import { createHash } from 'node:crypto';
import type { Severity } from '../engine/rule.ts';
import { counted, counts } from '../report/counts.ts';
import { reasonText, withAside } from '../report/phrases.ts';
import type { DossierReport, Locale, Report } from '../report/report.ts';
import { dossierFile, groupByReason, sortFindings } from '../report/summary.ts';
import { verdictNames, words } from '../report/wording.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * GitLab's code quality report. Exempted findings are left out, as the format cannot mark them; what was not checked
 * stands as one issue a reason, so that a clean list never hides it.
 */
export const gitlab: Reporter = (report, { locale }) => {
  const taken = new Set<string>();
  const issues = [...aboutReport(report, locale), ...report.dossiers.flatMap((dossier) => issuesOf(dossier, locale))];
  return jsonText(issues.map((issue) => unique(issue, taken)));
};

const severities = { error: 'critical', warning: 'major', info: 'info' } as const satisfies Record<
  Severity,
  Issue['severity']
>;

/** That personal data are shown, failures of the program and notes: a list without them would read as all that there is. */
function aboutReport(report: Report, locale: Locale): Issue[] {
  const about = (name: string, severity: Issue['severity'], dossier: string | null, text: string): Issue => {
    const found = report.dossiers.find(({ path }) => path === dossier) ?? report.dossiers[0];
    return {
      description: text,
      check_name: name,
      fingerprint: digest(dossier ?? '', name, text),
      severity,
      location: { path: found === undefined ? 'dossier.yaml' : dossierFile(found), lines: { begin: 1 } },
    };
  };
  return [
    ...(report.unmasked ? [about('unmasked', 'major', null, words.unmasked[locale])] : []),
    ...report.systemErrors.map(({ where, dossier, message }) =>
      about('program-failure', 'critical', dossier, `${words.programFailure[locale]}: ${where}: ${message}`),
    ),
    ...report.notes.map(({ id, dossier, texts }) => about(`note/${id}`, 'info', dossier, texts[locale])),
  ];
}

function issuesOf(dossier: DossierReport, locale: Locale): Issue[] {
  const { failures, review } = sortFindings(dossier.findings);
  const file = dossierFile(dossier);
  return [
    ...dossier.problems.map(
      ({ id, texts, file: path, line, stops }): Issue => ({
        description: texts[locale],
        check_name: `input/${id}`,
        fingerprint: digest(path, id, texts['zh-CN']),
        severity: stops ? 'critical' : 'major',
        location: { path, lines: { begin: Math.max(1, line ?? 1) } },
      }),
    ),
    ...[...failures.error, ...failures.warning, ...failures.info, ...review].map(
      ({ ruleId, texts, kind, severity, fingerprint, location }): Issue => ({
        description: `${kind === 'review' ? `${verdictNames.review[locale]}: ` : ''}${texts.message[locale]} ${texts.fix[locale]}`,
        check_name: ruleId,
        fingerprint,
        severity: kind === 'review' ? 'minor' : severities[severity],
        location: { path: location.file, lines: { begin: Math.max(1, location.line) } },
      }),
    ),
    ...groupByReason(dossier.verdicts, 'open').map(
      ({ reason, count, rules }): Issue => ({
        description: `${verdictNames.open[locale]}: ${withAside(reasonText(reason, locale), counted(counts.items, count, locale), locale)} ${rules.map(({ ruleId }) => ruleId).join(', ')} · ${words.openWarning[locale]}`,
        check_name: 'not-checked',
        fingerprint: digest(dossier.path, 'not-checked', reason),
        severity: 'minor',
        location: { path: file, lines: { begin: 1 } },
      }),
    ),
  ];
}

/** GitLab drops issues whose fingerprint it has seen; the same dossier in two folders has the same. */
function unique(issue: Issue, taken: Set<string>): Issue {
  let fingerprint = issue.fingerprint;
  for (let time = 1; taken.has(fingerprint); time++)
    fingerprint = digest(issue.fingerprint, issue.location.path, String(time));
  taken.add(fingerprint);
  return { ...issue, fingerprint };
}

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
