import stringWidth from 'string-width';
import { rules } from '../../../rules/index.ts';
import type { Procedure } from '../../dossier/schema/dossier.ts';
import { offlineUse } from '../../engine/offline-use.ts';
import type { Rule } from '../../engine/rule.ts';
import type { Locale } from '../../report/report.ts';
import { exitCodes } from '../exit-code.ts';
import { type Terminal, write } from '../terminal.ts';

export interface RulesFlags {
  readonly procedure?: Procedure;
  readonly format?: 'pretty' | 'json';
  readonly locale?: Locale;
}

/** `icp-check rules`: every rule with what it rests on and what it needs. */
export async function runRules(flags: RulesFlags, terminal: Terminal): Promise<number> {
  const { procedure, format = 'pretty', locale = 'zh-CN' } = flags;
  const listed = rules.filter((rule) => procedure === undefined || rule.procedures.includes(procedure));
  const text = format === 'json' ? `${JSON.stringify(listed.map(describe), null, 2)}\n` : page(listed, locale);
  await write(terminal.stdout, text);
  return exitCodes.open;
}

function describe(rule: Rule) {
  const { id, title, severity, tags, procedures, subject, basis, needs, uses, since } = rule;
  const asOf = basis.map((each) => each.asOf).reduce((oldest, each) => (each < oldest ? each : oldest));
  return { id, title, severity, tags, procedures, subject, basis, asOf, needs, uses, offline: offlineUse(rule), since };
}

const severityWords = {
  'zh-CN': { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const;
const offlineWords = {
  'zh-CN': { yes: '可离线', partly: '部分离线', recorded: '需证据' },
  en: { yes: 'offline', partly: 'partly', recorded: 'recorded' },
} as const;

function page(listed: readonly Rule[], locale: Locale): string {
  const rows = listed.map((rule) => [
    rule.id,
    severityWords[locale][rule.severity],
    offlineWords[locale][offlineUse(rule)],
    rule.title[locale],
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))))
      .join('  ')
      .trimEnd(),
  );
  const total =
    locale === 'en'
      ? `${listed.length} rules. icp-check explain <id> shows one.`
      : `共 ${listed.length} 条规则。icp-check explain <编号> 查看详情。`;
  return `${lines.join('\n')}\n\n${total}\n`;
}
