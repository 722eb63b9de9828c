import { suggest } from '../dossier/suggestion.ts';
import type { EnabledRule } from '../engine/judge.ts';
import type { Rule, Severity } from '../engine/rule.ts';
import type { Preset, RuleSetting } from './config.ts';
import { UsageError } from './usage-error.ts';

export interface Selection {
  /** From the most general to the most particular: the last one that speaks of a rule wins. */
  readonly layers: readonly { readonly origin: string; readonly preset: Omit<Preset, 'extends'> }[];
  /** Rule ids, packs (`scan`) or tags; empty for all. */
  readonly only: readonly string[];
}

/** The rules of a run with their severities and options. Unknown names are the user's error, with a suggestion. */
export function resolveRules(all: readonly Rule[], { layers, only }: Selection): EnabledRule[] {
  for (const { origin, preset } of layers) {
    for (const id of Object.keys(preset.rules)) mustExist(id, all, origin);
  }
  for (const name of only) {
    if (!all.some((rule) => matches(rule, name))) mustExist(name, all, '--only');
  }
  return all
    .filter((rule) => only.length === 0 || only.some((name) => matches(rule, name)))
    .flatMap((rule) => {
      const enabled = configure(rule, layers);
      return enabled === null ? [] : [enabled];
    });
}

function matches(rule: Rule, name: string): boolean {
  return rule.id === name || rule.tags.includes(name) || rule.id.startsWith(`${name}/`);
}

function configure(rule: Rule, layers: Selection['layers']): EnabledRule | null {
  let severity: Severity | 'off' = rule.severity;
  let options: Record<string, unknown> = {};
  let origin = 'defaults';
  for (const { origin: name, preset } of layers) {
    if (severity !== 'off') severity = preset.severities[severity] ?? severity;
    const setting: RuleSetting | undefined = preset.rules[rule.id];
    if (setting === undefined) continue;
    origin = name;
    if (typeof setting === 'string') severity = setting;
    else {
      severity = setting.severity ?? severity;
      options = { ...options, ...setting.options };
    }
  }
  if (severity === 'off') return null;
  const parsed = rule.options.safeParse(options);
  if (parsed.success) return { rule, severity, options: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new UsageError({
    'zh-CN': `${origin}：规则 ${rule.id} 的选项有误（${issues}）。用 icp-check explain ${rule.id} 查看可用选项。`,
    en: `${origin}: the options of rule ${rule.id} are wrong (${issues}). See icp-check explain ${rule.id}.`,
  });
}

function mustExist(id: string, all: readonly Rule[], origin: string): void {
  if (all.some((rule) => rule.id === id)) return;
  throw unknownRule(id, all, origin);
}

/** The error for a rule id, pack or tag that does not exist, naming the nearest one. */
export function unknownRule(id: string, all: readonly Rule[], origin: string): UsageError {
  const known = [...new Set(all.flatMap((rule) => [rule.id, rule.id.split('/')[0] ?? '', ...rule.tags]))];
  const near = suggest(id, known) ?? known.find((name) => name.endsWith(`/${id}`));
  return new UsageError({
    'zh-CN': `${origin}：没有名为“${id}”的规则。${near === undefined ? '用 icp-check rules 查看全部规则。' : `是不是想写“${near}”？`}`,
    en: `${origin}: there is no rule "${id}". ${near === undefined ? 'See icp-check rules.' : `Did you mean "${near}"?`}`,
  });
}
