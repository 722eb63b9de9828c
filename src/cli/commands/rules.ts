import stringWidth from 'string-width';
import { rules } from '../../../rules/index.ts';
import { loadReference, type Province } from '../../../rules/reference/index.ts';
import { type ProvinceDemand, provinceDemands } from '../../../rules/reference/province-demands.ts';
import type { Procedure } from '../../dossier/procedures.ts';
import { offlineUse } from '../../engine/offline-use.ts';
import type { Rule } from '../../engine/rule.ts';
import type { Locale } from '../../report/report.ts';
import { exitCodes } from '../exit-code.ts';
import { named } from '../named-choice.ts';
import { type Terminal, write } from '../terminal.ts';

export interface RulesFlags {
  readonly procedure?: Procedure;
  /** As it was written. */
  readonly province?: string;
  readonly format?: 'pretty' | 'json';
  readonly locale?: Locale;
}

/** A rule, and what a province asks for that belongs to it. */
interface Listed {
  readonly rule: Rule;
  readonly demands: readonly ProvinceDemand[];
}

/** `icp-check rules`: every rule with what it rests on and needs, and what one province asks for beside it. */
export async function runRules(flags: RulesFlags, terminal: Terminal): Promise<number> {
  const { procedure, format = 'pretty', locale = 'zh-CN' } = flags;
  const province = flags.province === undefined ? undefined : provinceNamed(flags.province);
  const demands = province === undefined ? [] : provinceDemands(province, loadReference());
  const listed = rules
    .filter((rule) => procedure === undefined || rule.procedures.includes(procedure))
    .map((rule) => ({ rule, demands: demands.filter((each) => belongsTo(each, rule, procedure)) }));
  const text =
    format === 'json'
      ? `${JSON.stringify(
          listed.map((each) => describe(each, province)),
          null,
          2,
        )}\n`
      : page(listed, province, locale);
  await write(terminal.stdout, text);
  return exitCodes.open;
}

/** A province by a name, its two-digit code or the abbreviation on its numbers: 浙江, 浙江省, Zhejiang, 33, 浙. Throws a UsageError. */
function provinceNamed(word: string): Province {
  const { provinces, marks } = loadReference();
  const marksOf = (code: string) =>
    Object.values(marks).flatMap((table) =>
      [...table].flatMap(([mark, { provinceCode }]) => (provinceCode === code ? [mark] : [])),
    );
  return named(
    word,
    '--province',
    provinces.map((province) => ({
      value: province,
      names: [province.short, province.name, province.en, province.code, ...marksOf(province.code)],
    })),
  );
}

const belongsTo = ({ rule: id, procedures = [] }: ProvinceDemand, rule: Rule, procedure: Procedure | undefined) =>
  id === rule.id && (procedure === undefined || procedures.length === 0 || procedures.includes(procedure));

function describe({ rule, demands }: Listed, province: Province | undefined) {
  const { id, title, severity, tags, procedures, subject, basis, needs, uses, since } = rule;
  const asOf = basis.map((each) => each.asOf).reduce((oldest, each) => (each < oldest ? each : oldest));
  return {
    ...{ id, title, severity, tags, procedures, subject, basis, asOf, needs, uses, offline: offlineUse(rule), since },
    ...(province === undefined
      ? {}
      : { province: { name: province.short, demands: demands.map(({ rule: _, ...demand }) => demand) } }),
  };
}

const severityWords = {
  'zh-CN': { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const;
const offlineWords = {
  'zh-CN': { yes: '可离线', partly: '部分离线', recorded: '需证据' },
  en: { yes: 'offline', partly: 'partly', recorded: 'recorded' },
} as const;

function page(listed: readonly Listed[], province: Province | undefined, locale: Locale): string {
  const rows = listed.map(({ rule }) => [
    rule.id,
    severityWords[locale][rule.severity],
    offlineWords[locale][offlineUse(rule)],
    rule.title[locale],
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const lines = rows.flatMap((row, index) => [
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))))
      .join('  ')
      .trimEnd(),
    ...(listed[index]?.demands ?? []).map((demand) => `    ${demandLine(demand, locale)}`),
  ]);
  const about = province === undefined ? '' : `${provinceLine(province, listed, locale)}\n\n`;
  const total =
    locale === 'en'
      ? `${listed.length} rules. icp-check explain <id> shows one.`
      : `共 ${listed.length} 条规则。icp-check explain <编号> 查看详情。`;
  return `${about}${lines.join('\n')}\n\n${total}\n`;
}

function provinceLine(province: Province, listed: readonly Listed[], locale: Locale): string {
  const demands = listed.flatMap((each) => each.demands);
  const own = demands.filter((demand) => demand.own).length;
  const unchecked = demands.filter((demand) => !demand.checked).length;
  return locale === 'en'
    ? `${province.en}: ${own} things of its own and ${demands.length - own} that hold in the nation, below the rules they belong to; ${unchecked} of them no rule checks. What is not listed is as everywhere, or not known.`
    : `${province.name}：本省的要求 ${own} 项、全国通行的 ${demands.length - own} 项，列在所属规则下面；其中 ${unchecked} 项没有规则检查，请自行核对。没有列出的，与各省相同或没有收集到。`;
}

function demandLine({ says, own, checked, confidence, basis, note }: ProvinceDemand, locale: Locale): string {
  if (locale === 'en') {
    const marks = [
      own ? 'province' : 'nation',
      ...(confidence === 'unverified' ? ['not confirmed'] : []),
      ...(checked ? [] : ['not checked']),
    ];
    return `· [${marks.join(', ')}] ${says.en} (${basis.cite}, ${basis.asOf})`;
  }
  const marks = [
    own ? '本省' : '全国',
    ...(confidence === 'unverified' ? ['未核实'] : []),
    ...(checked ? [] : ['不检查']),
  ];
  const remark = note === undefined ? '' : `；${note}`;
  return `· 〔${marks.join('、')}〕${says['zh-CN']}${remark}（${basis.cite}，${basis.asOf}）`;
}
