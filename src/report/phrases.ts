import { isAttachmentKind } from '../dossier/attachment-kinds.ts';
import { fieldInChinese } from '../dossier/field-path.ts';
import { kindName } from '../dossier/kind-name.ts';
import type { LocalText } from '../dossier/problem.ts';
import type { Procedure } from '../dossier/schema/dossier.ts';
import type { Basis } from '../engine/rule.ts';
import { openReasons } from '../evidence/evidence.ts';
import type { Box } from '../imaging/raster.ts';
import { counted, counts } from './counts.ts';
import { fillTemplate } from './fill-template.ts';
import type { DeadlineReport, EvidenceReport, Locale, LocationReport, SuppressionReport } from './report.ts';
import type { Tally } from './summary.ts';
import {
  basisNames,
  cautionTexts,
  evidenceNames,
  openReasonTexts,
  pageRegions,
  procedureNames,
  subjectNames,
  suppliedNames,
  words,
} from './wording.ts';

/** Sentences that several reporters share. Pure; nothing is escaped, the reporter does that for its own medium. */

const listJoint = { 'zh-CN': '，', en: ', ' } as const satisfies LocalText;
const bracketed = { 'zh-CN': '{text}（{aside}）', en: '{text} ({aside})' } as const satisfies LocalText;

export const joined = (parts: readonly string[], locale: Locale): string => parts.join(listJoint[locale]);

export const withAside = (text: string, aside: string, locale: Locale): string =>
  aside === '' ? text : fillTemplate(bracketed[locale], { text, aside });

export const procedureText = (procedure: Procedure | null, locale: Locale): string =>
  procedure === null ? words.unknownProcedure[locale] : procedureNames[procedure][locale];

export const companyText = (company: string | null, locale: Locale): string =>
  company === null || company.trim() === '' ? words.unnamedCompany[locale] : company;

export function daysLeftText({ daysLeft }: Pick<DeadlineReport, 'daysLeft'>, locale: Locale): string {
  if (daysLeft === 0) return words.deadlineToday[locale];
  return daysLeft > 0 ? counted(counts.daysLeft, daysLeft, locale) : counted(counts.daysOver, -daysLeft, locale);
}

export const deadlineText = (deadline: DeadlineReport, locale: Locale): string =>
  withAside(joined([deadline.date, daysLeftText(deadline, locale)], locale), deadline.what[locale], locale);

/** The dossier names another day of submission than that of the run. */
export const judgedForText = (day: string, locale: Locale): string =>
  fillTemplate(words.judgedFor[locale], { date: day });

/** What counts against a dossier: `3 个错误，1 项没有检查`; '' when nothing does. */
export function tallyText(tally: Tally, locale: Locale): string {
  const parts = [
    [counts.problems, tally.problems],
    [counts.errors, tally.errors],
    [counts.warnings, tally.warnings],
    [counts.infos, tally.infos],
    [counts.review, tally.review],
    [counts.notChecked, tally.open],
  ] as const;
  return joined(
    parts.filter(([, count]) => count > 0).map(([text, count]) => counted(text, count, locale)),
    locale,
  );
}

/** The gate in words: an open gate with unchecked parts never reads as a clean bill. */
export function gateText(gate: 'open' | 'closed', tally: Tally, locale: Locale): string {
  if (gate === 'closed') return words.gateClosed[locale];
  return (tally.open > 0 || tally.review > 0 ? words.gateOpenUnchecked : words.gateOpen)[locale];
}

export function reasonText(reason: string, locale: Locale): string {
  if (reason === '') return words.otherReason[locale];
  return isOpenReason(reason) ? openReasonTexts[reason].why[locale] : reason;
}

/** What makes the unchecked checkable; '' when the reason is not one of ours. */
export const remedyText = (reason: string, locale: Locale): string =>
  isOpenReason(reason) ? openReasonTexts[reason].remedy[locale] : '';

const isOpenReason = (reason: string): reason is keyof typeof openReasonTexts =>
  openReasons.some((known) => known === reason);

const named: Readonly<Record<string, LocalText | undefined>> = subjectNames;

/** What a rule looked at, as a clerk calls it: `域名 example.cn` for `domain:example.cn`, `整套材料` for the dossier. */
export function subjectText(subject: string, locale: Locale): string {
  const colon = subject.indexOf(':');
  const kind = subject.slice(0, Math.max(0, colon));
  const name = named[kind]?.[locale];
  if (name === undefined) return subject;
  return kind === 'dossier' || kind === 'portfolio' ? name : `${name} ${subject.slice(colon + 1)}`;
}

/** Several subjects, each once, a kind named only where it changes: `域名 a.cn、b.cn、网站 https://a.cn`. */
export function subjectsText(subjects: readonly string[], locale: Locale): string {
  let kindBefore = '';
  const parts = [...new Set(subjects)].map((subject) => {
    const kind = subject.slice(0, subject.indexOf(':') + 1);
    const again = kind === kindBefore && subjectText(subject, locale).endsWith(subject.slice(kind.length));
    kindBefore = kind;
    return again ? subject.slice(kind.length) : subjectText(subject, locale);
  });
  return parts.join(locale === 'en' ? ', ' : '、');
}

/** What exactly could not be seen. Fields and kinds of document go by their names; what a reader of files says comes in two languages. */
export function detailText(detail: string, locale: Locale): string {
  const kinds = detail.split(', ');
  if (kinds.every(isAttachmentKind))
    return kinds
      .map((kind) => (isAttachmentKind(kind) ? kindName(kind)[locale] : kind))
      .join(locale === 'en' ? ', ' : '、');
  const supplied = Object.entries(suppliedNames).find(([kind]) => kind === detail);
  if (supplied !== undefined) return supplied[1][locale];
  const field = locale === 'zh-CN' ? fieldInChinese(detail) : undefined;
  if (field !== undefined) return `${field}（${detail}）`;
  const [, zh, en] = /^(.*\p{Script=Han}.*?) \/ (\P{Script=Han}+)$/su.exec(detail) ?? [];
  return (locale === 'en' ? en : zh) ?? detail;
}

export const basisText = (basis: Basis, locale: Locale): string =>
  withAside(
    basis.cite,
    joined([basisNames[basis.kind][locale], fillTemplate(words.asOf[locale], { month: basis.asOf })], locale),
    locale,
  );

/** Where in an attachment: `盖章页.pdf，第 2 页，右下（…）`; '' when the finding is not in one. */
export function attachmentText(location: LocationReport, locale: Locale): string {
  if (location.attachment === undefined) return '';
  const parts = [location.attachment];
  if (location.page !== undefined) parts.push(fillTemplate(words.page[locale], { page: location.page }));
  if (location.box !== undefined) parts.push(boxText(location.box, locale));
  return joined(parts, locale);
}

const third = (middle: number): 0 | 1 | 2 => (middle < 1 / 3 ? 0 : middle < 2 / 3 ? 1 : 2);

export function boxText(box: Box, locale: Locale): string {
  const region = pageRegions[third(box.y + box.height / 2)][third(box.x + box.width / 2)][locale];
  const percent = (share: number) => Math.round(share * 100);
  const { x, y, width, height } = box;
  return fillTemplate(words.box[locale], {
    region,
    x: percent(x),
    y: percent(y),
    width: percent(width),
    height: percent(height),
  });
}

/** Who said it and when, Beijing time: `域名注册信息：whois.cnnic.cn，2026-11-20 09:30（留存记录）`. */
export function evidenceText(evidence: EvidenceReport, locale: Locale): string {
  const parts = [evidence.source, beijingTime(evidence.at)].filter((part) => part !== '');
  const aside = [evidence.recorded ? words.recorded[locale] : '', cautionText(evidence.caution, locale)].filter(
    (part) => part !== '',
  );
  const text = withAside(joined(parts, locale), joined(aside, locale), locale);
  return `${evidenceName(evidence.kind, locale)}${locale === 'en' ? ': ' : '：'}${text}`;
}

const evidences: Readonly<Record<string, LocalText | undefined>> = evidenceNames;
const evidenceName = (kind: string, locale: Locale): string => (evidences[kind] ?? words.documentContent)[locale];

const cautions: Readonly<Record<string, LocalText | undefined>> = cautionTexts;
const cautionText = (caution: string | undefined, locale: Locale): string =>
  caution === undefined ? '' : (cautions[caution]?.[locale] ?? caution);

/** An ISO 8601 instant as Beijing wall time to the minute; the text itself when it is a day or nothing that can be read. */
export function beijingTime(at: string): string {
  const instant = Date.parse(at);
  if (Number.isNaN(instant) || !at.includes('T')) return at;
  return `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} +08:00`;
}

export function suppressionText(suppressed: SuppressionReport, locale: Locale): string {
  const parts = [
    counted(suppressed.by === 'baseline' ? counts.suppressedByBaseline : counts.suppressedByDossier, 1, locale),
    fillTemplate(words.suppressedBy[locale], { reason: suppressed.reason }),
  ];
  if (suppressed.owner !== undefined)
    parts.push(fillTemplate(words.suppressedOwner[locale], { owner: suppressed.owner }));
  if (suppressed.until !== undefined)
    parts.push(fillTemplate(words.suppressedUntil[locale], { until: suppressed.until }));
  return joined(parts, locale);
}
