import type { LocalText } from '../dossier/problem.ts';
import type { EnabledRule } from '../engine/judge.ts';
import type { Report, RuleReport } from './report.ts';

/** The rules of a run as the report lists them. `page` gives a rule's README. */
export const describeRules = (enabled: readonly EnabledRule[], page: (ruleId: string) => string): RuleReport[] =>
  enabled.map(({ rule, severity }) => ({
    id: rule.id,
    severity,
    tags: rule.tags,
    basis: rule.basis,
    title: titleOf(page(rule.id)),
  }));

/** The heading of a rule's page: Chinese, then English with a lower-case word first. null when it is not so. */
export function titleOf(page: string): LocalText | null {
  const [, zh, en] = /^# (.+?) ([A-Za-z-]*[a-z][^\p{Script=Han}\n]*)$/mu.exec(page) ?? [];
  return zh === undefined || en === undefined ? null : { 'zh-CN': zh.trim(), en: en.trim() };
}

export type RuleTitles = ReadonlyMap<string, LocalText>;

/** Titles by rule id, of those that have one. */
export const ruleTitles = ({ rules = [] }: Report): RuleTitles =>
  new Map(rules.flatMap(({ id, title }) => (title === null ? [] : [[id, title] as const])));
