import { addDays, daysBetween } from '../dates/calendar.ts';
import type { DossierData } from '../dossier/schema/dossier.ts';
import type { DeadlineReport } from './report.ts';

/** The day by which the dossier's paperwork is due, where its procedure has one. */
export function deadlineOf(dossier: DossierData, today: string): DeadlineReport | null {
  const due = dueDay(dossier);
  return due === null ? null : { ...due, daysLeft: daysBetween(today, due.date) };
}

function dueDay({ procedure, reportYear, licence }: DossierData): Omit<DeadlineReport, 'daysLeft'> | null {
  // 电信业务经营许可管理办法 art. 35: first quarter of the following year.
  if (procedure === 'annual-report' && reportYear !== undefined) {
    return {
      date: `${reportYear + 1}-03-31`,
      what: { 'zh-CN': `${reportYear} 年度年报截止`, en: `yearly report for ${reportYear} due` },
    };
  }
  // The same, art. 27: 90 days before expiry.
  if (procedure === 'renewal' && licence?.validTo !== undefined) {
    return {
      date: addDays(licence.validTo, -90),
      what: { 'zh-CN': '续期申请最晚提交日', en: 'last day to apply for renewal' },
    };
  }
  return null;
}
