import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import { counted, counts } from '../report/counts.ts';
import { ruleTitles } from '../report/describe-rules.ts';
import { fillTemplate } from '../report/fill-template.ts';
import { beijingTime, companyText, daysLeftText, subjectText, withAside } from '../report/phrases.ts';
import type { Report } from '../report/report.ts';
import { deadlineDays, tallyOf } from '../report/summary.ts';
import { verdictNames, words } from '../report/wording.ts';
import {
  dossierBody,
  dueClass,
  foldedDossier,
  gateBadge,
  identity,
  notes,
  tiles,
  uncheckedPanel,
} from './html/dossier.ts';
import { type Weight, weightName, weightOf } from './html/finding.ts';
import { inBoth, local, localAttribute, Markup, markup, nothing } from './html/markup.ts';
import { Pictures } from './html/pictures.ts';
import { dossierId, portfolioOverview } from './html/portfolio.ts';
import type { Sheet } from './html/sheet.ts';
import { pageWords } from './html/words.ts';
import type { DocumentReporter } from './reporter.ts';

/** Findings beyond which dossiers wait as text until they are opened. */
const deferAbove = 1000;
/** Subjects offered while typing; any other can be typed. */
const offeredSubjects = 300;

/** A page for clerks and clients: one file without any request to elsewhere, for screen, paper and telephone. */
export const html: DocumentReporter = async (report, { locale, exhibits, companionFolder }) => {
  const pictures = new Pictures(exhibits, companionFolder);
  const sheet = { locale, pictures, exhibits, titles: ruleTitles(report), drawnNames: new Map() };
  return { content: pieces(sheet, report), companions: pictures.companions };
};

function* pieces(sheet: Sheet, report: Report): Iterable<string> {
  const { locale } = sheet;
  const [only, ...others] = report.dossiers;
  const single = others.length === 0 ? only : undefined;
  const title = inBoth((each) =>
    single === undefined
      ? words.reportTitle[each]
      : `${companyText(single.company, each)} · ${words.reportTitle[each]}`,
  );
  yield markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src ${new Markup(sheet.pictures.policy)}; base-uri 'none'; form-action 'none'">
${local(locale, title, 'title')}
<style>${asset('page.css')}</style>
</head>
<body>
${local(locale, pageWords.skip, 'a', markup` class="skip" href="#findings"`)}
<header>
<div class="bar-top"><p class="quiet">${report.tool.name} ${report.tool.version} · ${local(
    locale,
    inBoth((each) => fillTemplate(words.checkedFor[each], { date: report.today })),
  )}${report.offline ? markup` · ${local(locale, words.offline)}` : nothing}</p>
<p class="buttons">${local(locale, pageWords.language, 'button', markup` type="button" id="language"`)} ${local(locale, pageWords.theme, 'button', markup` type="button" id="theme"`)} ${local(locale, pageWords.print, 'button', markup` type="button" id="print"`)}</p></div>
${report.unmasked ? local(locale, words.unmasked, 'p', markup` class="caution"`) : nothing}
${headline(sheet, report)}
</header>
<main id="findings">
${systemErrors(sheet, report)}
`.html;
  if (report.dossiers.length > 1) {
    yield markup`${uncheckedPanel(sheet, allVerdicts(report), 2, 'counts')}${portfolioOverview(sheet, report)}${filters(sheet, report)}`
      .html;
    yield* folded(sheet, report);
  } else if (single !== undefined) {
    yield markup`${tiles(sheet, single)}${uncheckedPanel(sheet, single.verdicts, 2, 'subjects')}${filters(sheet, report)}${dossierBody(sheet, single, report, 2)}`
      .html;
  }
  yield markup`${notes(sheet, report, null)}
</main>
${colophon(sheet, report)}
<div id="said" role="status" aria-live="polite"></div>
<script type="application/json" id="words">${spokenWords()}</script>
<script>${asset('page.js')}</script>
</body>
</html>
`.html;
}

/** When and by what it was made, and what it is not. */
function colophon({ locale }: Sheet, { tool, madeAt }: Report): Markup {
  const made = inBoth((each) =>
    fillTemplate(madeAt === undefined ? pageWords.madeBy[each] : pageWords.madeByAt[each], {
      tool: `${tool.name} ${tool.version}`,
      time: madeAt === undefined ? '' : beijingTime(madeAt),
    }),
  );
  return markup`<footer class="quiet"><p>${local(locale, made)} ${local(locale, pageWords.noAdvice)}</p></footer>`;
}

const allVerdicts = ({ dossiers }: Report) => dossiers.flatMap(({ verdicts }) => verdicts);

/** Our own files: read once, inserted as they are. */
const asset = (name: string): Markup => new Markup(readFileSync(packageFile(`src/reporters/html/${name}`), 'utf8'));

/** What the page says after a click, in both languages; `<` is escaped, so that no text can end the element. */
function spokenWords(): Markup {
  const { shown, copied, notCopied } = pageWords;
  return new Markup(JSON.stringify({ shown, copied, notCopied }).replaceAll('<', '\\u003c'));
}

function headline(sheet: Sheet, report: Report): Markup {
  const { locale } = sheet;
  const [only, ...others] = report.dossiers;
  if (only !== undefined && others.length === 0)
    return markup`${local(
      locale,
      inBoth((each) => companyText(only.company, each)),
      'h1',
    )}<p class="verdict">${gateBadge(sheet, only)}</p>${identity(sheet, only, report.today)}`;
  if (only === undefined)
    return markup`${local(locale, words.reportTitle, 'h1')}${local(locale, words.noDossiers, 'p')}`;
  const { open, closed, dossiers } = report.portfolio;
  const tallies = report.dossiers.map(tallyOf);
  const sum = (key: 'review' | 'open') => tallies.reduce((total, tally) => total + tally[key], 0);
  const [review, unchecked] = [sum('review'), sum('open')];
  const next = deadlineDays(report.dossiers.filter(({ gate }) => gate === 'closed'))[0];
  return markup`${local(locale, words.reportTitle, 'h1')}<ul class="tiles">
<li class="tile"><b>${dossiers}</b> ${local(locale, pageWords.dossierCount)}</li>
<li class="tile error ${closed === 0 ? 'none' : 'some'}"><b>${closed}</b> ${local(locale, words.closed)}</li>
<li class="tile pass ${open === 0 ? 'none' : 'some'}"><b>${open}</b> ${local(locale, words.open)}</li>
<li class="tile review ${review === 0 ? 'none' : 'some'}"><b>${review}</b> ${local(locale, verdictNames.review)}</li>
<li class="tile open ${unchecked === 0 ? 'none' : 'some'}"><b>${unchecked}</b> ${local(locale, verdictNames.open)}</li></ul>${
    next === undefined
      ? nothing
      : markup`<p class="due ${dueClass(next.daysLeft)}">${local(
          locale,
          inBoth((each) =>
            fillTemplate(pageWords.nextDeadline[each], {
              date: next.date,
              left: daysLeftText(next, each),
              count: next.members.length,
            }),
          ),
        )}</p>`
  }`;
}

function filters({ locale, titles }: Sheet, report: Report): Markup {
  const findings = report.dossiers.flatMap((dossier) => dossier.findings.filter(({ suppressed }) => !suppressed));
  if (findings.length === 0) return nothing;
  const count = new Map<Weight, number>();
  for (const finding of findings) count.set(weightOf(finding), (count.get(weightOf(finding)) ?? 0) + 1);
  const weights = (['error', 'warning', 'info', 'review'] as const).filter((weight) => count.has(weight));
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  const subjects = [...new Set(findings.map(({ subject }) => subjectText(subject, locale)))]
    .sort()
    .slice(0, offeredSubjects);
  return markup`<form class="controls" id="finding-filter" role="search"${localAttribute(locale, 'aria-label', pageWords.filters)}>
<fieldset>${local(locale, pageWords.filterSeverity, 'legend')}${weights.map(
    (weight) =>
      markup`<label class="chip ${weight}"><input type="checkbox" name="severity" value="${weight}" checked> ${local(locale, weightName(weight))} ${count.get(weight) ?? 0}</label>`,
  )}</fieldset>
<label>${local(locale, pageWords.filterRule)} <select name="rule">${local(locale, pageWords.all, 'option', markup` value=""`)}${rules.map(
    (rule) =>
      local(
        locale,
        inBoth((each) => withAside(titles.get(rule)?.[each] ?? rule, titles.has(rule) ? rule : '', each)),
        'option',
        markup` value="${rule}"`,
      ),
  )}</select></label>
<label>${local(locale, pageWords.filterSubject)} <input type="search" name="subject" list="subjects"${localAttribute(locale, 'placeholder', pageWords.subjectHint)}></label><datalist id="subjects">${subjects.map((subject) => markup`<option value="${subject}">`)}</datalist>
${local(locale, pageWords.clear, 'button', markup` type="reset"`)} <output>${findings.length}</output>
</form>
${local(locale, pageWords.noMatch, 'p', markup` id="no-match" hidden`)}`;
}

function* folded(sheet: Sheet, report: Report): Iterable<string> {
  const findings = report.dossiers.reduce((sum, dossier) => sum + dossier.findings.length, 0);
  const deferred = findings > deferAbove;
  if (deferred)
    yield markup`<noscript>${local(sheet.locale, pageWords.needsScript, 'p', markup` class="caution"`)}</noscript>`
      .html;
  for (const [index, dossier] of report.dossiers.entries())
    yield foldedDossier(sheet, dossier, report, dossierId(index), deferred).html;
}

function systemErrors({ locale }: Sheet, { systemErrors: errors }: Report): Markup {
  if (errors.length === 0) return nothing;
  const title = inBoth((each) => counted(counts.systemErrors, errors.length, each));
  return markup`<section class="failures">${local(locale, title, 'h2')}<ul>${errors.map(
    ({ where, dossier, subject, message }) =>
      markup`<li><code>${[where, dossier, subject].filter((part) => part !== null).join(' · ')}</code><br>${message}</li>`,
  )}</ul></section>`;
}
