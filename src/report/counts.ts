import type { LocalText } from '../dossier/problem.ts';
import { fillTemplate } from './fill-template.ts';

/** Chinese has one form for every number; English has two. */
export interface CountedText extends LocalText {
  readonly enMany: string;
}

export const counts = {
  errors: { 'zh-CN': '{count} 个错误', en: '{count} error', enMany: '{count} errors' },
  warnings: { 'zh-CN': '{count} 个警告', en: '{count} warning', enMany: '{count} warnings' },
  infos: { 'zh-CN': '{count} 条提示', en: '{count} hint', enMany: '{count} hints' },
  items: { 'zh-CN': '{count} 项', en: '{count} item', enMany: '{count} items' },
  dossiers: { 'zh-CN': '{count} 套材料', en: '{count} dossier', enMany: '{count} dossiers' },
  moreSubjects: { 'zh-CN': '另有 {count} 个', en: '{count} more', enMany: '{count} more' },
  foldedLines: {
    'zh-CN': '……还有 {count} 行，加 --verbose 看全文',
    en: '… {count} more line; --verbose shows it',
    enMany: '… {count} more lines; --verbose shows them',
  },
  review: { 'zh-CN': '{count} 项需人工确认', en: '{count} item for a person', enMany: '{count} items for a person' },
  notChecked: { 'zh-CN': '{count} 项没有检查', en: '{count} item NOT CHECKED', enMany: '{count} items NOT CHECKED' },
  problems: {
    'zh-CN': '输入有 {count} 处问题',
    en: '{count} problem in the input',
    enMany: '{count} problems in the input',
  },
  daysLeft: { 'zh-CN': '还有 {count} 天', en: '{count} day left', enMany: '{count} days left' },
  daysOver: { 'zh-CN': '已过 {count} 天', en: '{count} day overdue', enMany: '{count} days overdue' },
  suppressed: {
    'zh-CN': '{count} 项已豁免，不影响结论',
    en: '{count} finding is exempted and does not count',
    enMany: '{count} findings are exempted and do not count',
  },
  suppressedByDossier: {
    'zh-CN': '{count} 项由 dossier.yaml 豁免',
    en: '{count} exempted in dossier.yaml',
    enMany: '{count} exempted in dossier.yaml',
  },
  suppressedByBaseline: {
    'zh-CN': '{count} 项是基线中已知的问题',
    en: '{count} known from the baseline',
    enMany: '{count} known from the baseline',
  },
  systemErrors: {
    'zh-CN': '程序自身故障 {count} 处（不是材料的问题）',
    en: 'Failures of the program: {count} (not a fault of the dossier)',
    enMany: 'Failures of the program: {count} (not a fault of the dossier)',
  },
} as const satisfies Record<string, CountedText>;

/** A number with its noun in the right form. */
export const counted = (text: CountedText, count: number, locale: keyof LocalText): string =>
  fillTemplate(locale === 'en' && count !== 1 ? text.enMany : text[locale], { count });
