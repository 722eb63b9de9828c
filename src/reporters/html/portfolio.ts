import type { LocalText } from '../../dossier/problem.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import { daysLeftText, procedureText } from '../../report/phrases.ts';
import type { DossierReport, Report } from '../../report/report.ts';
import { commonestRules, deadlineDays, tallyOf } from '../../report/summary.ts';
import { words } from '../../report/wording.ts';
import { dueClass, gateClass } from './dossier.ts';
import { inBoth, local, localAttribute, type Markup, markup, nothing } from './markup.ts';
import type { Sheet } from './sheet.ts';
import { pageWords } from './words.ts';

/** Rules drawn as bars; the rest is counted. */
const drawnRules = 12;
/** Dossiers named at a deadline before the rest is only counted. */
const namedDossiers = 8;

export const dossierId = (index: number): string => `d${index + 1}`;

/** The table of dossiers, the commonest rules and the deadlines. */
export const portfolioOverview = (sheet: Sheet, report: Report): Markup =>
  markup`${dossierTable(sheet, report.dossiers)}<div class="charts">${ruleBars(sheet, report.dossiers)}${timeline(sheet, report)}</div>`;

function dossierTable(sheet: Sheet, dossiers: readonly DossierReport[]): Markup {
  const { locale } = sheet;
  const word = (text: LocalText) => local(locale, text);
  const columns: readonly (readonly [LocalText, 'text' | 'number'])[] = [
    [words.gate, 'text'],
    [words.company, 'text'],
    [words.procedure, 'text'],
    [pageWords.province, 'text'],
    [words.errorsColumn, 'number'],
    [words.warningsColumn, 'number'],
    [words.reviewColumn, 'number'],
    [words.openColumn, 'number'],
    [words.deadline, 'number'],
  ];
  return markup`<section aria-labelledby="dossiers-title"><h2 id="dossiers-title">${word(pageWords.dossiers)}</h2>
<form class="controls" id="dossier-filter" role="search"><label>${word(pageWords.dossierFilter)} <input type="search" name="text"></label> <label>${word(pageWords.gateFilter)} <select name="gate">${local(locale, pageWords.all, 'option', markup` value=""`)}${local(locale, words.closed, 'option', markup` value="closed"`)}${local(locale, words.open, 'option', markup` value="open"`)}</select></label> <span class="quiet">${word(pageWords.sortHint)}</span> <output></output></form>
<div class="scroll" tabindex="0" role="region"${localAttribute(locale, 'aria-label', pageWords.listing)}><table class="dossiers"><thead><tr>${columns.map(
    ([title, type]) =>
      markup`<th scope="col" class="${type}" aria-sort="none"><button type="button">${word(title)}</button></th>`,
  )}</tr></thead><tbody>${dossiers.map((dossier, index) => dossierRow(sheet, dossier, index))}</tbody></table></div></section>
`;
}

function dossierRow({ locale }: Sheet, dossier: DossierReport, index: number): Markup {
  const tally = tallyOf(dossier);
  const { deadline } = dossier;
  const count = (number: number, name: string) =>
    markup`<td class="number ${number === 0 ? 'none' : name}" data-value="${number}">${number}</td>`;
  const gate = gateClass(dossier);
  return markup`<tr data-gate="${dossier.gate}"><td data-value="${['closed', 'partly', 'open'].indexOf(gate)}">${local(
    locale,
    gate === 'partly' ? pageWords.openPartly : words[dossier.gate],
    'span',
    markup` class="gate ${gate}"`,
  )}</td><td><a href="#${dossierId(index)}">${dossier.company ?? dossier.path}</a><br><code>${dossier.path}</code></td><td>${
    dossier.procedure === null
      ? nothing
      : local(
          locale,
          inBoth((each) => procedureText(dossier.procedure, each)),
        )
  }</td><td>${dossier.province}</td>${count(tally.errors + tally.problems, 'error')}${count(tally.warnings, 'warning')}${count(tally.review, 'review')}${count(tally.open, 'open')}<td class="number" data-value="${deadline?.daysLeft ?? 1e9}">${
    deadline === null
      ? nothing
      : markup`${deadline.date}<br>${local(
          locale,
          inBoth((each) => daysLeftText(deadline, each)),
          'span',
          markup` class="due ${dueClass(deadline.daysLeft)}"`,
        )}`
  }</td></tr>
`;
}

function ruleBars({ locale, titles }: Sheet, dossiers: readonly DossierReport[]): Markup {
  const rules = commonestRules(dossiers);
  if (rules.length === 0) return nothing;
  const most = rules[0]?.count ?? 1;
  const rest = rules.slice(drawnRules);
  const hidden = rest.reduce((sum, { count }) => sum + count, 0);
  return markup`<section><h2>${local(locale, pageWords.commonRules)}</h2><ol class="bars">${rules
    .slice(0, drawnRules)
    .map(
      ({ ruleId, weight, count }) =>
        markup`<li><button type="button" class="rule-link" data-rule="${ruleId}">${local(locale, titles.get(ruleId) ?? { 'zh-CN': ruleId, en: ruleId })}</button><span class="bar ${weight}" style="width:${((count / most) * 100).toFixed(1)}%" aria-hidden="true"></span><b>${count}</b></li>`,
    )}</ol>${
    rest.length === 0
      ? nothing
      : local(
          locale,
          inBoth((each) => fillTemplate(pageWords.commonRulesMore[each], { rules: rest.length, count: hidden })),
          'p',
          markup` class="quiet"`,
        )
  }</section>`;
}

function timeline({ locale }: Sheet, { dossiers, today }: Report): Markup {
  const days = deadlineDays(dossiers);
  if (days.length === 0) return nothing;
  const without = dossiers.filter(({ deadline }) => deadline === null).length;
  const most = Math.max(...days.map(({ members }) => members.length));
  const future = days.findIndex(({ date }) => date >= today);
  const marker = markup`<li class="now"><time datetime="${today}">${today}</time> ${local(locale, pageWords.today)}</li>`;
  return markup`<section><h2>${local(locale, pageWords.timeline)}</h2><ol class="timeline">${days.map(
    ({ date, daysLeft, members }, index) => {
      const closed = members.filter(({ dossier }) => dossier.gate === 'closed').length;
      const part = (name: string, count: number) =>
        count === 0
          ? nothing
          : markup`<span class="bar ${name}" style="width:${((count / most) * 100).toFixed(1)}%" aria-hidden="true"></span>`;
      return markup`${index === future ? marker : nothing}<li class="${dueClass(daysLeft)}"><time datetime="${date}">${date}</time> ${local(
        locale,
        inBoth((each) => daysLeftText({ daysLeft }, each)),
        'span',
        markup` class="due ${dueClass(daysLeft)}"`,
      )} <span class="quiet">${local(
        locale,
        inBoth((each) => fillTemplate(words.portfolioGate[each], { open: members.length - closed, closed })),
      )}</span><span class="stack">${part('closed', closed)}${part('open', members.length - closed)}</span><span class="members">${members
        .slice(0, namedDossiers)
        .map(
          ({ dossier, index: at }) => markup`<a href="#${dossierId(at)}">${dossier.company ?? dossier.path}</a> `,
        )}${members.length > namedDossiers ? markup`<span class="quiet">+${members.length - namedDossiers}</span>` : nothing}</span></li>`;
    },
  )}${future === -1 ? marker : nothing}</ol>${
    without === 0
      ? nothing
      : local(
          locale,
          inBoth((each) => fillTemplate(pageWords.noDeadline[each], { count: without })),
          'p',
          markup` class="quiet"`,
        )
  }</section>`;
}
