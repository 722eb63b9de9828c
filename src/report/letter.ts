import { type DossierData, provinceNames } from '../dossier/schema/dossier.ts';
import type { SlotValues } from '../engine/rule.ts';
import { fillTemplate } from './fill-template.ts';
import { slotsIn } from './slots.ts';

/** Slots that every letter may use beside those of its rule's messages. */
export const letterSlots = [
  'company',
  'uscc',
  'legalRepresentative',
  'licenceNumber',
  'reportYear',
  'province',
  'authority',
  'todayInWords',
] as const;

const blank = '＿＿＿＿';

function slotsOf(dossier: DossierData, today: string): Readonly<Record<(typeof letterSlots)[number], string>> {
  const [year = '', month = '', day = ''] = today.split('-');
  return {
    company: dossier.company.name,
    uscc: dossier.company.uscc,
    legalRepresentative: dossier.company.legalRepresentative,
    licenceNumber: dossier.licence?.number ?? blank,
    reportYear: dossier.reportYear === undefined ? blank : String(dossier.reportYear),
    province: dossier.province,
    // Who granted the licence decides on it; a licence for several provinces is the ministry's.
    authority: dossier.licence?.issuer ?? `${provinceNames[dossier.province]}通信管理局`,
    todayInWords: `${year}年${Number(month)}月${Number(day)}日`,
  };
}

/**
 * The text of a rule's fix.md for one finding. The file is one template, or one `## messageId` section for each message;
 * text before the first section belongs to none. '' when the file has nothing for this message.
 */
export function writeLetter(
  template: string,
  messageId: string,
  data: SlotValues,
  dossier: DossierData,
  today: string,
): string {
  return fillTemplate(letterSection(template, messageId), {
    ...slotsOf(dossier, today),
    ...slotsIn(data, 'zh-CN'),
  }).trim();
}

export function letterSection(template: string, messageId: string): string {
  const parts = template.split(/^## +(.+)$/mu);
  if (parts.length === 1) return template;
  for (let index = 1; index < parts.length; index += 2) {
    const names = (parts[index] ?? '').split(/[,，、\s]+/u);
    if (names.includes(messageId)) return parts[index + 1] ?? '';
  }
  return '';
}
