import type { LocalText } from '../../dossier/problem.ts';
import { counted, counts } from '../../report/counts.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import {
  companyText,
  deadlineText,
  detailText,
  gateText,
  judgedForText,
  procedureText,
  reasonText,
  remedyText,
  subjectsText,
  tallyText,
  withAside,
} from '../../report/phrases.ts';
import type { DossierReport, Report, VerdictReport } from '../../report/report.ts';
import { groupByReason, severitiesWorstFirst, sortFindings, tallyOf } from '../../report/summary.ts';
import { severityHeadings, verdictNames, words } from '../../report/wording.ts';
import { findingArticle, problemArticle } from './finding.ts';
import { inBoth, local, Markup, markup, nothing } from './markup.ts';
import { ruleName, type Sheet } from './sheet.ts';
import { pageWords } from './words.ts';

/** How a gate looks: an open one with unchecked parts is no clean bill. */
export const gateClass = (dossier: DossierReport): 'closed' | 'partly' | 'open' =>
  dossier.gate === 'closed' ? 'closed' : dossier.totals.open > 0 || dossier.totals.review > 0 ? 'partly' : 'open';

export const gateBadge = ({ locale }: Sheet, dossier: DossierReport): Markup =>
  local(
    locale,
    inBoth((each) => gateText(dossier.gate, tallyOf(dossier), each)),
    'strong',
    markup` class="gate ${gateClass(dossier)}"`,
  );

/** Procedure, province, path and deadline on a line each or together, as the width allows. */
export function identity({ locale }: Sheet, dossier: DossierReport, today: string): Markup {
  const { deadline } = dossier;
  const judged =
    dossier.judgedFor === null || dossier.judgedFor === today
      ? nothing
      : markup`<li>${local(
          locale,
          inBoth((each) => judgedForText(dossier.judgedFor ?? today, each)),
        )}</li>`;
  const due =
    deadline === null
      ? nothing
      : markup`<li class="due ${dueClass(deadline.daysLeft)}">${local(locale, words.deadline)} ${local(
          locale,
          inBoth((each) => deadlineText(deadline, each)),
        )}</li>`;
  return markup`<ul class="identity"><li>${local(
    locale,
    inBoth((each) => procedureText(dossier.procedure, each)),
  )}</li>${dossier.province === null ? nothing : markup`<li>${dossier.province}</li>`}<li><code>${dossier.path}</code></li>${due}${judged}</ul>`;
}

/** A month is what a company needs to gather missing paperwork; a week is too late for most of it. */
export const dueClass = (daysLeft: number): 'late' | 'soon' | 'later' =>
  daysLeft < 7 ? 'late' : daysLeft < 30 ? 'soon' : 'later';

/** The findings of a dossier, and below them what was exempted, what passed and what does not apply. `level` is that of its sections' headings. */
export function dossierBody(sheet: Sheet, dossier: DossierReport, report: Report, level: 2 | 3): Markup {
  const { locale } = sheet;
  // Among many dossiers nobody reads what each subject passed.
  const naming = level === 2 ? 'subjects' : 'counts';
  const heading = new Markup(`h${level}`);
  const below = level === 2 ? 3 : 4;
  const { failures, review, suppressed } = sortFindings(dossier.findings);
  const section = (title: LocalText, count: number, body: Markup, explained: Markup = nothing) =>
    count === 0
      ? nothing
      : markup`<section><${heading}>${local(locale, headingText(title, count))}</${heading}>${explained}${body}</section>`;
  const articles = (findings: typeof review) =>
    markup`${findings.map((each) => findingArticle(sheet, dossier.path, each, below))}`;
  const stopped = dossier.problems.some(({ stops }) => stops);
  const clean =
    dossier.findings.length === suppressed.length && dossier.problems.length === 0 && dossier.totals.open === 0;
  return markup`${section(
    words.inputProblems,
    dossier.problems.length,
    markup`${dossier.problems.map((problem) => problemArticle(sheet, problem, below))}`,
    stopped ? local(locale, words.notJudged, 'p', markup` class="caution"`) : nothing,
  )}
${severitiesWorstFirst.map((severity) => section(severityHeadings[severity], failures[severity].length, articles(failures[severity])))}
${section(words.reviewHeading, review.length, articles(review), local(locale, words.reviewExplained, 'p'))}
${clean ? local(locale, words.nothingFound, 'p', markup` class="clean"`) : nothing}
${notes(sheet, report, dossier.path)}
${
  suppressed.length === 0
    ? nothing
    : markup`<details class="quiet-list"><summary>${local(locale, headingText(pageWords.suppressed, suppressed.length))}</summary>${articles(suppressed)}</details>`
}
${ruleTable(sheet, dossier.verdicts, 'pass', pageWords.passedRules, dossier.totals.pass, naming)}
${ruleTable(sheet, dossier.verdicts, 'notApplicable', pageWords.notApplicableRules, dossier.totals.notApplicable, naming)}
`;
}

const headingText = (title: LocalText, count: number): LocalText =>
  inBoth((locale) => fillTemplate(words.heading[locale], { title: title[locale], count }));

/** Counts at a glance; what was not checked stands out from what is fine. */
export function tiles({ locale }: Sheet, dossier: DossierReport): Markup {
  const tally = tallyOf(dossier);
  const tile = (name: string, title: LocalText, count: number) =>
    markup`<li class="tile ${name} ${count === 0 ? 'none' : 'some'}"><b>${count}</b> ${local(locale, title)}</li>`;
  return markup`<ul class="tiles">${tile('error', words.errorsColumn, tally.errors + tally.problems)}${tile('warning', words.warningsColumn, tally.warnings)}${
    tally.infos === 0 ? nothing : tile('info', severityHeadings.info, tally.infos)
  }${tile('review', verdictNames.review, tally.review)}${(['open', 'pass', 'notApplicable'] as const).map((kind) =>
    tile(kind, verdictNames[kind], dossier.totals[kind]),
  )}</ul>`;
}

/** What could not be judged and why. Subjects are named within one dossier, and only counted across many. */
export function uncheckedPanel(
  sheet: Sheet,
  verdicts: readonly VerdictReport[],
  level: 2 | 3,
  naming: 'subjects' | 'counts',
): Markup {
  const { locale } = sheet;
  const heading = new Markup(`h${level}`);
  const groups = groupByReason(verdicts, 'open');
  if (groups.length === 0) return nothing;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const title = inBoth((each) => `${headingText(words.openHeading, count)[each]} · ${words.openWarning[each]}`);
  return markup`<section class="unchecked"><${heading}>${local(locale, title)}</${heading}>${groups.map(
    ({ reason, count: size, rules }) => {
      const list = markup`<ul>${rules.map(({ ruleId, verdicts: own }) =>
        naming === 'counts'
          ? markup`<li>${ruleName(sheet, ruleId)} ${local(
              locale,
              inBoth((each) => counted(counts.items, own.length, each)),
            )}</li>`
          : markup`<li>${ruleName(sheet, ruleId)} ${subjects(locale, own)}${details(locale, own)}</li>`,
      )}</ul>`;
      const shown = rules.length > listedRules ? folded(locale, rules.length, list) : list;
      return markup`<div><p><strong>${local(
        locale,
        inBoth((each) => withAside(reasonText(reason, each), counted(counts.items, size, each), each)),
      )}</strong>${remedy(locale, reason)}</p>${shown}</div>`;
    },
  )}</section>`;
}

/** Rules of one reason that are listed at once; more wait folded, or they would push the findings out of sight. */
const listedRules = 6;

const folded = (locale: Sheet['locale'], count: number, list: Markup): Markup =>
  markup`<details><summary>${local(
    locale,
    inBoth((each) => fillTemplate(pageWords.rulesConcerned[each], { count })),
  )}</summary>${list}</details>`;

const subjects = (locale: Sheet['locale'], verdicts: readonly VerdictReport[]): Markup =>
  local(
    locale,
    inBoth((each) =>
      subjectsText(
        verdicts.map(({ subject }) => subject),
        each,
      ),
    ),
  );

function remedy(locale: Sheet['locale'], reason: string): Markup {
  const text = inBoth((each) => remedyText(reason, each));
  if (text.en === '') return nothing;
  const said = inBoth((each) => `${words.remedy[each]}${each === 'en' ? ': ' : '：'}${text[each]}`);
  return markup`<br>${local(locale, said)}`;
}

function details(locale: Sheet['locale'], verdicts: readonly VerdictReport[]): Markup {
  const said = [...new Set(verdicts.flatMap(({ detail }) => (detail === undefined || detail === '' ? [] : [detail])))];
  if (said.length === 0) return nothing;
  const text = inBoth((each) => said.map((detail) => detailText(detail, each)).join(' · '));
  return markup`<br>${local(locale, text, 'span', markup` class="quiet"`)}`;
}

function ruleTable(
  sheet: Sheet,
  verdicts: readonly VerdictReport[],
  kind: 'pass' | 'notApplicable',
  title: LocalText,
  count: number,
  naming: 'subjects' | 'counts',
): Markup {
  if (count === 0) return nothing;
  const { locale } = sheet;
  const rules = groupByReason(verdicts, kind).flatMap((group) => group.rules);
  return markup`<details class="quiet-list"><summary>${local(locale, headingText(title, count))}</summary><ul>${rules.map(
    ({ ruleId, verdicts: own }) =>
      naming === 'subjects'
        ? markup`<li>${ruleName(sheet, ruleId)} ${subjects(locale, own)}</li>`
        : markup`<li>${ruleName(sheet, ruleId)} ×${own.length}</li>`,
  )}</ul></details>`;
}

export function notes({ locale }: Sheet, report: Report, dossier: string | null): Markup {
  const own = report.notes.filter((note) => note.dossier === dossier);
  if (own.length === 0) return nothing;
  return markup`<aside class="notes"><p><strong>${local(locale, words.notesHeading)}</strong></p><ul>${own.map(({ texts }) => local(locale, texts, 'li'))}</ul></aside>`;
}

/** A dossier of a portfolio, folded below its heading. */
export function foldedDossier(
  sheet: Sheet,
  dossier: DossierReport,
  report: Report,
  id: string,
  deferred: boolean,
): Markup {
  const { locale } = sheet;
  const body = markup`${tiles(sheet, dossier)}${uncheckedPanel(sheet, dossier.verdicts, 3, 'subjects')}${dossierBody(sheet, dossier, report, 3)}`;
  const rules = [...new Set(dossier.findings.filter(({ suppressed }) => !suppressed).map(({ ruleId }) => ruleId))];
  // A browser that holds tens of thousands of findings as elements is slow: then they wait as text until they are opened.
  const held = deferred ? markup`<script type="text/html">${body}</script>` : body;
  return markup`<details class="dossier ${gateClass(dossier)}" id="${id}" data-rules="${rules.join(' ')}"><summary><h2>${local(
    locale,
    inBoth((each) => (dossier.company === null ? dossier.path : companyText(dossier.company, each))),
  )}</h2> ${
    dossier.procedure === null
      ? nothing
      : local(
          locale,
          inBoth((each) => procedureText(dossier.procedure, each)),
        )
  } ${gateBadge(sheet, dossier)} ${local(
    locale,
    inBoth((each) => tallyText(tallyOf(dossier), each)),
    'span',
    markup` class="quiet"`,
  )}</summary>${identity(sheet, dossier, report.today)}<div class="body">${held}</div></details>
`;
}
