import type { LocalText } from '../dossier/problem.ts';
import type { Exemptions } from '../engine/suppress.ts';
import type { SuppliedKind } from '../network/recording.ts';
import { isAbout, type SuppliedFolder } from '../network/supplied-evidence.ts';
import type { Locale, ReportNote } from './report.ts';

/** Exemptions that no longer work, or that nothing needs: neither may pass in silence. */
export function exemptionNotes(dossier: string, { expired, unused }: Exemptions, locale: Locale): ReportNote[] {
  return [
    ...expired.map(({ rule, until, owner }) =>
      note('exemption-expired', dossier, locale, {
        'zh-CN': `对 ${rule} 的豁免已于 ${until} 到期，不再生效（负责人：${owner}）。`,
        en: `the exemption from ${rule} ended on ${until} and no longer holds (owner: ${owner}).`,
      }),
    ),
    ...unused().map(({ rule, owner }) =>
      note('exemption-unused', dossier, locale, {
        'zh-CN': `对 ${rule} 的豁免没有用上：这条规则没有发现问题，可以删掉（负责人：${owner}）。`,
        en: `the exemption from ${rule} was not needed: nothing was found; it can go (owner: ${owner}).`,
      }),
    ),
  ];
}

/** The dossier names a day of submission in the past: it was judged for that day, and the reader must know. */
export function submissionDayNotes(dossier: string, judgedFor: string, today: string, locale: Locale): ReportNote[] {
  if (judgedFor >= today) return [];
  return [
    note('judged-for-past-day', dossier, locale, {
      'zh-CN': `材料写明 ${judgedFor} 提交，这一天已过，本报告按这一天检查。尚未提交的，请改“计划提交日期”或用 --today ${today}。`,
      en: `the dossier says that it is submitted on ${judgedFor}, which has passed, and was judged for that day. If it is not in yet, change submitOn or give --today ${today}.`,
    }),
  ];
}

/** Facts that nobody has compared with their sources for more than a year: what they decide may no longer be so. */
export function outdatedFactsNotes(names: readonly string[], today: string, locale: Locale): ReportNote[] {
  if (names.length === 0) return [];
  return [
    note('facts-outdated', null, locale, {
      'zh-CN': `到 ${today}，这些规则资料超过一年没有核对：${names.join('、')}。法规和各省要求可能已变，结论请对照当年通知；更新 icp-check 后再检查一次。`,
      en: `on ${today} nobody has compared these facts with their sources for more than a year: ${names.join(', ')}. Law and provinces may ask for something else by now; see this year's notices, update icp-check and check again.`,
    }),
  ];
}

/** Records of `evidence/` that could not be used: a clerk who made one must not believe that it counted. */
export function suppliedNotes(
  dossier: string,
  { items, problems }: SuppliedFolder,
  names: Readonly<Record<SuppliedKind, readonly string[]>>,
  locale: Locale,
): ReportNote[] {
  return [
    ...problems.map(({ file, problem }) =>
      note('supplied-unreadable', dossier, locale, {
        'zh-CN': `${file} 的写法有误，没有用上：${problem}。写法见 icp-check schema --supplied。`,
        en: `${file} is not well formed and was not used: ${problem}. See icp-check schema --supplied.`,
      }),
    ),
    ...items
      .filter(({ item }) => !isAbout(item, names[item.kind]))
      .map(({ path, item }) =>
        note('supplied-unmatched', dossier, locale, {
          'zh-CN': `${path} 查的是“${item.key}”，材料里没有这个名称或号码，没有用上；请核对 key。`,
          en: `${path} is about "${item.key}", which the dossier does not name; it was not used. Check its key.`,
        }),
      ),
  ];
}

const note = (id: string, dossier: string | null, locale: Locale, texts: LocalText): ReportNote => ({
  id,
  dossier,
  message: texts[locale],
  texts,
});
