import os from 'node:os';
import type { OcrChoice } from '../../imaging/ocr/choose.ts';
import { inspectFiles } from '../../inspect-files.ts';
import type { Locale } from '../../report/report.ts';
import { describeInspections } from '../../reporters/inspection.ts';
import { exitCodes } from '../exit-code.ts';
import { startProgress } from '../progress.ts';
import { columnsOf, type Terminal, wantsColour, write } from '../terminal.ts';

export interface InspectFlags {
  readonly format: 'pretty' | 'json';
  readonly seals?: boolean;
  readonly jobs?: number;
  readonly ocr: OcrChoice;
  readonly locale?: Locale;
  readonly unmask?: boolean;
  readonly quiet?: boolean;
}

/** `icp-check inspect files…`: what was seen in each file. Exit 2 when a file could not be seen whole. */
export async function runInspect(files: readonly string[], flags: InspectFlags, terminal: Terminal): Promise<number> {
  const { locale = 'zh-CN' } = flags;
  const progress = startProgress(terminal, flags.quiet === true, locale === 'en');
  try {
    const seen = await inspectFiles(files, {
      cwd: terminal.cwd(),
      sealsOnly: flags.seals === true,
      jobs: flags.jobs ?? os.availableParallelism(),
      ocr: flags.ocr,
      unmask: flags.unmask === true,
      onLook: progress.working,
    });
    progress.done();
    const text =
      flags.format === 'json'
        ? `${JSON.stringify({ schemaVersion: 1, files: seen }, null, 2)}\n`
        : describeInspections(seen, {
            locale,
            colour: wantsColour(terminal),
            columns: columnsOf(terminal),
            verbose: false,
          });
    await write(terminal.stdout, text);
    return seen.some(({ problem }) => problem !== null) ? exitCodes.input : exitCodes.open;
  } finally {
    progress.done();
  }
}
