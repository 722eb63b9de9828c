import type { z } from 'zod';
import { schemaAt, stepInChinese } from './field-path.ts';
import type { Path } from './positions.ts';
import type { LocalText } from './problem.ts';
import { fieldNames } from './schema/field.ts';
import { suggest } from './suggestion.ts';

/** A schema issue as a sentence: the field, what was seen, what was expected. */
export function explainIssue(issue: z.core.$ZodIssue, path: Path, value: unknown): LocalText {
  const schema = schemaAt(path);
  const zh = fieldTitle(path, 'zh-CN');
  const en = fieldTitle(path, 'en');
  const seen = valueAt(value, path);
  if (seen === undefined) return { 'zh-CN': `缺少必填项“${zh}”。`, en: `the required field "${en}" is missing.` };

  const { zh: wantZh, en: wantEn, hint } = expectation(issue, schema, seen);
  return {
    'zh-CN': `“${zh}”写的是 ${shown(seen, 'zh-CN')}，应为${wantZh}。${hint === undefined ? '' : `是不是想写“${hint}”？`}`,
    en: `"${en}" is ${shown(seen, 'en')}; expected ${wantEn}.${hint === undefined ? '' : ` Did you mean "${hint}"?`}`,
  };
}

interface Expectation {
  readonly zh: string;
  readonly en: string;
  readonly hint?: string | undefined;
}

function expectation(issue: z.core.$ZodIssue, schema: z.core.$ZodType | undefined, seen: unknown): Expectation {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? { zh: issue.expected, en: issue.expected };
    case 'invalid_value': {
      const translations = schema === undefined ? {} : (fieldNames(schema).values ?? {});
      const values = issue.values.map(String);
      const chinese = Object.keys(translations);
      return {
        zh: `以下之一：${shortList(chinese.length > 0 ? chinese : values)}`,
        en: `one of: ${shortList(values)}`,
        hint: suggest(String(seen), [...values, ...chinese]),
      };
    }
    case 'invalid_format':
      return issue.format === 'date'
        ? { zh: '真实存在的日期，形如 2026-01-31', en: 'a day that exists, such as 2026-01-31' }
        : { zh: '规定的格式（如 2025-12）', en: 'the described form (such as 2025-12)' };
    case 'too_small':
      return { zh: `不小于 ${issue.minimum} 的值（不能为空）`, en: `at least ${issue.minimum} (not empty)` };
    case 'too_big':
      return { zh: `不超过 ${issue.maximum} 的值`, en: `at most ${issue.maximum}` };
    case 'invalid_union':
      return {
        zh: '金额（元，如 3200000 或 320万元）、日期（2026-01-31）或“长期”',
        en: 'an amount (yuan, such as 3200000 or 320万元), a day (2026-01-31) or 长期',
      };
    default:
      return { zh: `合法的值（${issue.message}）`, en: `a valid value (${issue.message})` };
  }
}

const typeNames: Readonly<Record<string, Expectation>> = {
  string: { zh: '文字（数字请加引号）', en: 'text (put quotes around digits)' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每项以“- ”开头）', en: 'a list (each item begins with "- ")' },
  object: { zh: '“字段: 值”的形式', en: '"key: value" lines' },
};

const shortList = (names: readonly string[]) =>
  names.length > 40 ? `${names.slice(0, 40).join('、')}…（共 ${names.length} 个）` : names.join('、');

function shown(value: unknown, locale: 'zh-CN' | 'en'): string {
  if (Array.isArray(value)) return locale === 'en' ? 'a list' : '一个列表';
  if (typeof value === 'object' && value !== null) return locale === 'en' ? 'a group of keys' : '一组字段';
  return `“${String(value).slice(0, 60)}”`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((current, key) => {
    if (typeof current !== 'object' || current === null) return undefined;
    // Indexing an unknown object by a string or number key.
    return (current as Record<string | number, unknown>)[key];
  }, value);
}

function fieldTitle(path: Path, locale: 'zh-CN' | 'en'): string {
  if (locale === 'zh-CN') return stepInChinese(path);
  const last = path.at(-1) ?? '';
  return typeof last === 'number' ? `item ${last + 1}` : last;
}
