import path from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import type { Exhibits } from '../report/exhibit.ts';
import { maskPersonalData } from '../report/redaction.ts';
import type { Locale, Report } from '../report/report.ts';
import { loadReporter, parseFormat } from '../reporters/registry.ts';
import { type Content, chunksOf } from '../reporters/reporter.ts';
import { companionFolderOf, printingFailure, refusalOf, type WriteOutcome, writeRendered } from '../reporters/write.ts';
import { columnsOf, type Terminal, wantsColour, write } from './terminal.ts';

/** Whether every file was written, and whose fault it is if not: a target that takes no file, or a disk that is full. */
export type Delivered = 'written' | 'user' | 'system';

export interface Delivery {
  /** One of the formats shows pictures, so that they are worth drawing. */
  readonly pictured: boolean;
  /** Writes the report in all formats: one to stdout, the others to files. */
  readonly deliver: (report: Report, exhibits: Exhibits) => Promise<Delivered>;
}

/** Reads the wanted formats at once, so that a mistyped one, or a place that takes no file, stops the run before any work. */
export async function reportCheck(
  formats: readonly string[],
  { locale, verbose }: { readonly locale: Locale; readonly verbose: boolean },
  terminal: Terminal,
): Promise<Delivery> {
  const requests = (formats.length === 0 ? ['pretty'] : formats).map((written) => {
    const parsed = parseFormat(written);
    if (parsed.state === 'invalid') throw new UsageError(parsed.message);
    return parsed.request;
  });
  if (requests.filter(({ file }) => file === null).length > 1) {
    throw new UsageError({
      'zh-CN': '只能有一种格式输出到屏幕，其余请写成 格式:文件，例如 -f pretty -f html:out/report.html。',
      en: 'only one format can go to the screen; write the others as format:file, such as -f pretty -f html:out/report.html.',
    });
  }
  const files = requests.flatMap(({ file }) => (file === null ? [] : [file]));
  const twice = files.find(
    (file, index) => files.findIndex((each) => path.resolve(each) === path.resolve(file)) < index,
  );
  if (twice !== undefined) {
    throw new UsageError({
      'zh-CN': `两种格式都写到 ${twice}，后一种会盖掉前一种，请换一个文件名。`,
      en: `two formats are written to ${twice}, and the later would replace the earlier; choose another name.`,
    });
  }
  for (const file of files) {
    const refusal = await refusalOf(file);
    if (refusal?.state === 'failed') throw new UsageError(refusal.message);
  }
  const deliver = async (report: Report, exhibits: Exhibits): Promise<Delivered> => {
    let delivered: Delivered = 'written';
    for (const { name, file } of requests) {
      const reporter = await loadReporter(name);
      const rendered = await reporter(report, {
        locale,
        verbose,
        columns: columnsOf(terminal),
        colour: file === null && wantsColour(terminal),
        exhibits,
        ...(file === null ? {} : { companionFolder: companionFolderOf(file) }),
      });
      const outcome = file === null ? await print(terminal, rendered.content) : await writeRendered(file, rendered);
      if (outcome.state === 'written') continue;
      if (delivered !== 'system') delivered = outcome.fault;
      const said = `icp-check: ${outcome.message[locale]}\n`;
      await write(terminal.stderr, report.unmasked ? said : maskPersonalData(said));
    }
    return delivered;
  };
  return { pictured: requests.some(({ name }) => name === 'html'), deliver };
}

async function print({ stdout }: Terminal, content: Content): Promise<WriteOutcome> {
  try {
    for (const chunk of chunksOf(content)) await write(stdout, chunk);
    return { state: 'written', file: '-' };
  } catch (error) {
    return printingFailure(error);
  }
}
