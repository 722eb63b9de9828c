import { rules } from '../../../rules/index.ts';
import { unknownRule } from '../../config/resolve.ts';
import { ruleLetter, rulePage } from '../../engine/rule-files.ts';
import type { Locale } from '../../report/report.ts';
import { exitCodes } from '../exit-code.ts';
import { type Terminal, write } from '../terminal.ts';

/** `icp-check explain <id>`: the rule's page, its messages, its options and its letter. */
export async function runExplain(
  id: string,
  { locale = 'zh-CN' }: { readonly locale?: Locale },
  terminal: Terminal,
): Promise<number> {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw unknownRule(id, rules, 'explain');
  const page = rulePage(id).replaceAll(/^<!-- .* -->\n+/gmu, '');
  const messages = Object.entries(rule.messages).map(
    ([messageId, message]) => `- ${messageId}：${message[locale]}\n  → ${message.fix[locale]}`,
  );
  const letter = ruleLetter(id).trim();
  const parts = [
    page.trim(),
    `## ${locale === 'en' ? 'Messages' : '提示文字'}\n\n${messages.join('\n')}`,
    ...(letter === '' ? [] : [`## ${locale === 'en' ? 'Letter' : '说明模板'}\n\n${letter}`]),
  ];
  await write(terminal.stdout, `${parts.join('\n\n')}\n`);
  return exitCodes.open;
}
