import type { LocalText } from '../dossier/problem.ts';
import type { Exemptions } from '../engine/suppress.ts';
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

const note = (id: string, dossier: string, locale: Locale, texts: LocalText): ReportNote => ({
  id,
  dossier,
  message: texts[locale],
  texts,
});
