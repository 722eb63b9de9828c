import { Command, InvalidArgumentError, Option } from 'commander';
import { procedures } from '../dossier/procedures.ts';
import { severities } from '../engine/severities.ts';
import type { Locale } from '../report/report.ts';
import { version } from '../version.ts';
import type { CheckFlags } from './commands/check.ts';
import type { CollectFlags } from './commands/collect.ts';
import type { InitFlags } from './commands/init.ts';
import type { InspectFlags } from './commands/inspect.ts';
import type { RulesFlags } from './commands/rules.ts';
import { flagErrorInChinese } from './flag-errors.ts';
import { procedureNamed } from './named-choice.ts';
import { asksForEnglish, type Terminal } from './terminal.ts';

/** The command line. Commands load what they need when they run, so that `--version` and `--help` are quick. */
export function createProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('icp-check')
    .description(
      '在提交之前检查 ICP 许可证年报、备案、申请、续期和变更材料\nchecks ICP-licence paperwork before it is submitted',
    )
    .version(version(), '-V, --version')
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: (text, print) => print(asksForEnglish(terminal.argv) ? text : flagErrorInChinese(text)),
    })
    .exitOverride()
    .enablePositionalOptions()
    .addHelpText(
      'after',
      '\n退出码 exit codes: 0 通过 open · 1 有问题 findings · 2 输入有误 wrong input · 3 程序故障 our failure',
    );

  program
    .command('check', { isDefault: true })
    .description('检查材料（默认命令） check dossiers; the default command')
    .argument('[paths...]', '含 dossier.yaml 的文件夹，或其上级 a folder with dossier.yaml, or any folder above many')
    .option('-f, --format <name[:file]>', '输出格式，可多次使用 report format, repeatable', collect, [])
    .option(
      '--only <ids>',
      '只用这些规则：编号、规则包或标签，逗号分隔 only these rules: ids, packs or tags',
      commaList,
    )
    .option('--preset <name>', '规则预设 preset of rules')
    .option('--config <file>', '配置文件 configuration file')
    .addOption(
      new Option('--fail-on <severity>', '从哪一级起算不通过 severity that closes the gate').choices(severities),
    )
    .option('--strict', '警告、待确认、未检查也算不通过 warnings, reviews and open verdicts close the gate too')
    .option('--require-evidence', '有未检查项时退出码为 3 exit 3 when anything could not be checked')
    .option('--today <date>', '按这一天检查 the day to check for, YYYY-MM-DD', calendarDay)
    .addOption(new Option('--locale <locale>', '报告语言 language of the report').choices(['zh-CN', 'en']))
    .option('--offline', '不联网，只用已记录的证据 no network, recorded evidence only')
    .option('--jobs <n>', '并行进程数 workers', wholeNumber)
    .option('--no-cache', '不使用缓存 do not use the cache')
    .option('--baseline <file>', '已知问题清单 known findings, a JSON report')
    .addOption(
      new Option('--ocr <engine>', '文字识别引擎 OCR engine').choices(['auto', 'tesseract', 'paddle']).default('auto'),
    )
    .option('--unmask', '显示完整的个人信息 show personal data in clear')
    .option('--verbose', '也列出通过的项目 list what passed too')
    .option('--quiet', '不在标准错误输出进度 no progress on stderr')
    .action(async (paths: string[], flags: CheckFlags) => {
      const [{ runCheck }, { refuseMistypedCommand }] = await Promise.all([
        import('./commands/check.ts'),
        import('./mistyped-command.ts'),
      ]);
      const names = program.commands.map((command) => command.name());
      if (paths[0] !== undefined) refuseMistypedCommand(paths[0], names, terminal.cwd());
      exit(await runCheck(paths.length === 0 ? ['.'] : paths, flags, terminal));
    });

  const localeOption = () => new Option('--locale <locale>', '语言 language').choices(['zh-CN', 'en']);
  const ocrOption = () =>
    new Option('--ocr <engine>', '文字识别引擎 OCR engine').choices(['auto', 'tesseract', 'paddle']).default('auto');

  program
    .command('inspect')
    .description('查看 PDF 或图片里看到了什么：页面、文字、质量、印章 what is seen in a PDF or image')
    .argument('<files...>', 'PDF 或图片 PDFs or images')
    .addOption(new Option('-f, --format <name>', '输出格式 format').choices(['pretty', 'json']).default('pretty'))
    .option('--seals', '只看印章 seals only')
    .option('--jobs <n>', '并行进程数 workers', wholeNumber)
    .addOption(ocrOption())
    .addOption(localeOption())
    .option('--unmask', '显示完整的个人信息 show personal data in clear')
    .option('--quiet', '不在标准错误输出进度 no progress on stderr')
    .action(async (files: string[], flags: InspectFlags) => {
      const { runInspect } = await import('./commands/inspect.ts');
      exit(await runInspect(files, flags, terminal));
    });

  program
    .command('collect')
    .description('联网收集域名、DNS、首页证据，记录在材料旁边 record evidence from the network beside the dossiers')
    .argument('[paths...]', '含 dossier.yaml 的文件夹，或其上级 a folder with dossier.yaml, or any folder above many')
    .addOption(localeOption())
    .action(async (paths: string[], flags: CollectFlags) => {
      const [{ runCollect }, { liveNetwork }] = await Promise.all([
        import('./commands/collect.ts'),
        import('./live-network.ts'),
      ]);
      exit(await runCollect(paths.length === 0 ? ['.'] : paths, flags, terminal, liveNetwork()));
    });

  program
    .command('rules')
    .description('列出规则 list the rules')
    .option('--procedure <procedure>', `只列某一事项 of one procedure: ${procedureNames}`, procedureNamed)
    .option(
      '--province <province>',
      '附某省的要求，如 浙江、33、浙 with what a province asks for, such as 浙江, Zhejiang or 33',
    )
    .addOption(new Option('-f, --format <name>', '输出格式 format').choices(['pretty', 'json']).default('pretty'))
    .addOption(localeOption())
    .action(async (flags: RulesFlags) => {
      const { runRules } = await import('./commands/rules.ts');
      exit(await runRules(flags, terminal));
    });

  program
    .command('explain')
    .description('解释一条规则 explain a rule')
    .argument('<id>', '规则编号 rule id')
    .addOption(localeOption())
    .action(async (id: string, flags: { locale?: Locale }) => {
      const { runExplain } = await import('./commands/explain.ts');
      exit(await runExplain(id, flags, terminal));
    });

  program
    .command('schema')
    .description('输出 dossier.yaml 的 JSON Schema print the JSON Schema of dossier.yaml')
    .action(async () => {
      const { runSchema } = await import('./commands/schema.ts');
      exit(await runSchema(terminal));
    });

  program
    .command('init')
    .description('新建一份待填的材料 make a dossier to fill in')
    .argument('[folder]', '文件夹 folder', '.')
    .addOption(
      new Option('--procedure <procedure>', `办理事项 procedure: ${procedureNames}`)
        .argParser(procedureNamed)
        .default('annual-report'),
    )
    .addOption(localeOption())
    .action(async (folder: string, flags: InitFlags) => {
      const { runInit } = await import('./commands/init.ts');
      exit(await runInit(folder, flags, terminal));
    });

  return program;
}

const procedureNames = Object.keys(procedures).join(' · ');

const collect = (value: string, before: readonly string[]) => [...before, value];
const commaList = (value: string) =>
  value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function calendarDay(value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('应为真实存在的日期，形如 2026-03-01。 Expected a day such as 2026-03-01.');
  return value;
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,2}$/u.test(value))
    throw new InvalidArgumentError('应为 1 到 999 的整数。 Expected a whole number from 1 to 999.');
  return Number(value);
}
