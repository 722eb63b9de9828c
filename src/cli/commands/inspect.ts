import os from 'node:os';
import path from 'node:path';
import { UsageError } from '../../config/usage-error.ts';
import type { FileInspection } from '../../imaging/inspection.ts';
import type { OcrChoice } from '../../imaging/ocr/choose.ts';
import { inspectFiles } from '../../inspect-files.ts';
import { drawInspection, type FilePictures } from '../../report/inspection-pictures.ts';
import { qualityLimits } from '../../report/quality-limits.ts';
import { redactInspection } from '../../report/redaction.ts';
import type { Locale } from '../../report/report.ts';
import { describeInspections } from '../../reporters/inspection.ts';
import { type InspectionFormat, parseInspectionFormat } from '../../reporters/inspection-format.ts';
import { inspectionHtml } from '../../reporters/inspection-html.ts';
import { writeReport } from '../../reporters/write.ts';
import { version } from '../../version.ts';
import { exitCodes } from '../exit-code.ts';
import { startProgress } from '../progress.ts';
import { columnsOf, type Terminal, wantsColour, write } from '../terminal.ts';

export interface InspectFlags {
  readonly format: readonly string[];
  readonly seals?: boolean;
  readonly jobs?: number;
  readonly ocr: OcrChoice;
  readonly locale?: Locale;
  readonly unmask?: boolean;
  readonly quiet?: boolean;
}

/**
 * `icp-check inspect files…`: what was seen in each file. Exit 2 when a file could not be seen whole or a report not be
 * written where the user wants it, 3 when the machine could not write it.
 */
export async function runInspect(files: readonly string[], flags: InspectFlags, terminal: Terminal): Promise<number> {
  const { locale = 'zh-CN' } = flags;
  const unmask = flags.unmask === true;
  const formats = wantedFormats(flags.format);
  const progress = startProgress(terminal, flags.quiet === true, locale === 'en');
  try {
    const cwd = terminal.cwd();
    const seen = await inspectFiles(files, {
      cwd,
      sealsOnly: flags.seals === true,
      jobs: flags.jobs ?? os.availableParallelism(),
      ocr: flags.ocr,
      // Pictures are covered where the clear text says so.
      unmask: true,
      onLook: progress.working,
    });
    const pictures: FilePictures[] = [];
    if (formats.some(({ name }) => name === 'html')) {
      for (const file of seen) pictures.push(await drawInspection(path.resolve(cwd, file.file), file, { unmask }));
    }
    progress.done();
    const shown = unmask ? seen : seen.map(redactInspection);
    let code: number = seen.some(({ problem }) => problem !== null) ? exitCodes.input : exitCodes.open;
    for (const format of formats) {
      const text = render(format, shown, pictures, { locale, unmask }, terminal);
      if (format.file === null) {
        await write(terminal.stdout, text);
        continue;
      }
      const outcome = await writeReport(path.resolve(cwd, format.file), text);
      if (outcome.state === 'written') continue;
      code = outcome.fault === 'system' ? exitCodes.failure : exitCodes.input;
      await write(terminal.stderr, `icp-check: ${outcome.message[locale]}\n`);
    }
    return code;
  } finally {
    progress.done();
  }
}

function wantedFormats(written: readonly string[]): readonly InspectionFormat[] {
  const formats = (written.length === 0 ? ['pretty'] : written).map((each) => {
    const parsed = parseInspectionFormat(each);
    if (parsed.state === 'invalid') throw new UsageError(parsed.message);
    return parsed.format;
  });
  if (formats.filter(({ file }) => file === null).length > 1) {
    throw new UsageError({
      'zh-CN': '只能有一种格式输出到屏幕，其余请写成 格式:文件，例如 -f pretty -f html:out/inspect.html。',
      en: 'only one format can go to the screen; write the others as format:file, such as -f pretty -f html:out/inspect.html.',
    });
  }
  return formats;
}

function render(
  { name, file }: InspectionFormat,
  files: readonly FileInspection[],
  pictures: readonly FilePictures[],
  { locale, unmask }: { readonly locale: Locale; readonly unmask: boolean },
  terminal: Terminal,
): string {
  switch (name) {
    case 'json':
      return `${JSON.stringify({ schemaVersion: 1, files }, null, 2)}\n`;
    case 'html':
      return inspectionHtml({
        locale,
        files,
        pictures,
        limits: qualityLimits(),
        unmasked: unmask,
        version: version(),
      });
    case 'pretty':
      return describeInspections(files, {
        locale,
        colour: file === null && wantsColour(terminal),
        columns: columnsOf(terminal),
        verbose: false,
      });
  }
}
