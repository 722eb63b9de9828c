import type { LocalText } from '../dossier/problem.ts';
import { fillTemplate } from '../report/fill-template.ts';
import {
  basisText,
  companyText,
  detailText,
  gateText,
  reasonText,
  remedyText,
  suppressionText,
} from '../report/phrases.ts';
import type { DossierReport, FindingReport, Locale, Report, VerdictReport } from '../report/report.ts';
import { dossierFile, tallyOf } from '../report/summary.ts';
import { severityNames, verdictNames, words } from '../report/wording.ts';
import { printable } from './printable.ts';
import type { PiecewiseReporter } from './reporter.ts';

/**
 * JUnit XML as Jenkins takes it: a suite a dossier, a case a rule and subject. What was not checked, needs a person or
 * was exempted is skipped with its reason, so that it never counts as passed. Rules that do not apply are left out.
 */
export const junit: PiecewiseReporter = (report, { locale }) => {
  const suites = [
    ...report.dossiers.map((dossier) => dossierSuite(dossier, report, locale)),
    ...(report.systemErrors.length === 0 ? [] : [failuresSuite(report)]),
  ];
  const total = (key: 'tests' | 'failures' | 'errors') => suites.reduce((sum, suite) => sum + suite[key], 0);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="icp-check" tests="${total('tests')}" failures="${total('failures')}" errors="${total('errors')}">
`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>\n',
  ];
};

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly outcome: Outcome;
  readonly xml: string;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly xml: string;
}

function dossierSuite(dossier: DossierReport, { unmasked, madeAt, notes }: Report, locale: Locale): Suite {
  const findings = new Map<string, FindingReport[]>();
  for (const finding of dossier.findings) {
    const key = caseKey(finding);
    const list = findings.get(key);
    if (list === undefined) findings.set(key, [finding]);
    else list.push(finding);
  }
  const cases = [
    ...dossier.problems.map((problem) =>
      testCase(dossierFile(dossier), `input/${problem.id}`, 'error', problem.texts[locale], {
        text: [problem.file, problem.line, problem.column].filter((part) => part !== null).join(':'),
      }),
    ),
    ...dossier.verdicts
      .filter(({ kind }) => kind !== 'notApplicable')
      .map((verdict) => verdictCase(verdict, findings.get(caseKey(verdict)) ?? [], locale)),
  ];
  const name = `${companyText(dossier.company, locale)} (${dossier.path})`;
  const properties = [
    ['procedure', dossier.procedure ?? ''],
    ['province', dossier.province ?? ''],
    ['gate', dossier.gate],
    ['gateText', gateText(dossier.gate, tallyOf(dossier), locale)],
    ['deadline', dossier.deadline?.date ?? ''],
    ...(unmasked ? [['unmasked', words.unmasked[locale]] as const] : []),
  ] as const;
  const own = notes.filter((note) => note.dossier === dossier.path).map(({ texts }) => texts[locale]);
  return suite(name, cases, properties, { timestamp: madeAt, notes: own });
}

const caseKey = ({ ruleId, subject }: { readonly ruleId: string; readonly subject: string }) => `${ruleId}\n${subject}`;

function verdictCase(verdict: VerdictReport, findings: readonly FindingReport[], locale: Locale): Case {
  const standing = findings.filter(({ suppressed }) => suppressed === undefined);
  const failed = standing.filter(({ kind }) => kind === 'fail');
  if (verdict.kind === 'open') {
    const reason = verdict.reason ?? '';
    return testCase(
      verdict.ruleId,
      verdict.subject,
      'skipped',
      `${verdictNames.open[locale]}: ${reasonText(reason, locale)}`,
      {
        type: 'open',
        text: [remedyText(reason, locale), detailText(verdict.detail ?? '', locale)]
          .filter((part) => part !== '')
          .join('\n'),
      },
    );
  }
  if (failed.length > 0)
    return testCase(
      verdict.ruleId,
      verdict.subject,
      'failure',
      failed.map((each) => each.texts.message[locale]).join('\n'),
      {
        type: worst(failed, locale),
        text: failed.map((each) => findingText(each, locale)).join('\n\n'),
      },
    );
  const [review] = standing;
  if (review !== undefined)
    return testCase(
      verdict.ruleId,
      verdict.subject,
      'skipped',
      `${verdictNames.review[locale]}: ${review.texts.message[locale]}`,
      {
        type: 'review',
        text: standing.map((each) => findingText(each, locale)).join('\n\n'),
      },
    );
  const [exempted] = findings;
  if (exempted?.suppressed !== undefined)
    return testCase(
      verdict.ruleId,
      verdict.subject,
      'skipped',
      `${words.suppressedHeading[locale]}: ${exempted.texts.message[locale]}`,
      { type: 'suppressed', text: suppressionText(exempted.suppressed, locale) },
    );
  // A verdict that failed or needs a person never passes, even if its findings are missing.
  if (verdict.kind === 'pass') return testCase(verdict.ruleId, verdict.subject, 'passed', '', {});
  return testCase(
    verdict.ruleId,
    verdict.subject,
    verdict.kind === 'fail' ? 'failure' : 'skipped',
    verdictNames[verdict.kind][locale],
    {
      type: verdict.kind,
    },
  );
}

const worst = (findings: readonly FindingReport[], locale: Locale): string => {
  const severity =
    findings.find((each) => each.severity === 'error')?.severity ??
    findings.find((each) => each.severity === 'warning')?.severity ??
    'info';
  return severityNames[severity][locale];
};

function findingText(finding: FindingReport, locale: Locale): string {
  const { location, compared } = finding;
  const line = (title: LocalText, value: string) => `${title[locale]}: ${value}`;
  return [
    line(words.where, `${location.file}:${location.line}:${location.column}`),
    ...(location.attachment === undefined
      ? []
      : [
          line(
            words.attachment,
            location.page === undefined
              ? location.attachment
              : `${location.attachment} ${fillTemplate(words.page[locale], { page: location.page })}`,
          ),
        ]),
    ...(compared === undefined ? [] : [line(words.seen, compared.seen), line(words.expected, compared.expected)]),
    ...finding.basis.map((basis) => line(words.basis, basisText(basis, locale))),
    line(words.fix, finding.texts.fix[locale]),
    ...(finding.letter === '' ? [] : [`${words.letter[locale]}:\n${finding.letter}`]),
  ].join('\n');
}

function failuresSuite({ systemErrors }: Report): Suite {
  return suite(
    'icp-check',
    systemErrors.map(({ where, dossier, subject, message }) =>
      testCase(where, [dossier, subject].filter((part) => part !== null).join(' · ') || where, 'error', message, {
        type: 'internal-error',
      }),
    ),
    [],
  );
}

function suite(
  name: string,
  cases: readonly Case[],
  properties: readonly (readonly [string, string])[],
  { timestamp, notes = [] }: { readonly timestamp?: string | undefined; readonly notes?: readonly string[] } = {},
): Suite {
  const count = (outcome: Outcome) => cases.filter((each) => each.outcome === outcome).length;
  const [failures, errors, skipped] = [count('failure'), count('error'), count('skipped')];
  const listed = properties
    .map(([key, value]) => `      <property name="${key}" value="${attribute(value)}"/>\n`)
    .join('');
  return {
    tests: cases.length,
    failures,
    errors,
    xml: `  <testsuite name="${attribute(name)}" tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"${timestamp === undefined ? '' : ` timestamp="${timestamp}"`}>
${listed === '' ? '' : `    <properties>\n${listed}    </properties>\n`}${cases.map(({ xml }) => xml).join('')}${notes.length === 0 ? '' : `    <system-out>${element(notes.join('\n'))}</system-out>\n`}  </testsuite>
`,
  };
}

function testCase(
  classname: string,
  name: string,
  outcome: Outcome,
  message: string,
  { type = '', text = '' }: { readonly type?: string; readonly text?: string },
): Case {
  const head = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}"`;
  if (outcome === 'passed') return { outcome, xml: `${head}/>\n` };
  const typed = type === '' ? '' : ` type="${attribute(type)}"`;
  return {
    outcome,
    xml: `${head}>
      <${outcome}${typed} message="${attribute(message)}">${element(text)}</${outcome}>
    </testcase>
`,
  };
}

const element = (text: string): string => escapeMarkup(printable(text), /[&<>]/gu);

const attribute = (text: string): string => escapeMarkup(printable(text), /[&<>"\n]/gu);

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

const escapeMarkup = (text: string, special: RegExp): string =>
  text.replace(special, (character) => escapes[character] ?? character);
