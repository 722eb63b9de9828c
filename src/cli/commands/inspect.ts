import os from 'node:os';
import path from 'node:path';
import type { InspectionRequest } from '../../imaging/inspection.ts';
import { createImagingPool } from '../../imaging/pool.ts';
import { redactInspection } from '../../report/redaction.ts';
import type { Locale } from '../../report/report.ts';
import { exitCodes } from '../exit-code.ts';
import { startProgress } from '../progress.ts';
import { columnsOf, type Terminal, wantsColour, write } from '../terminal.ts';

export interface InspectFlags {
  readonly format: 'pretty' | 'json' | 'html';
  readonly seals?: boolean;
  readonly jobs?: number;
  readonly ocr: 'auto' | 'tesseract' | 'paddle';
  readonly locale?: Locale;
  readonly unmask?: boolean;
  readonly quiet?: boolean;
}

/** `icp-check inspect files…`: what was seen in each file. Exit 2 when a file could not be seen whole. */
export async function runInspect(files: readonly string[], flags: InspectFlags, terminal: Terminal): Promise<number> {
  const { locale = 'zh-CN' } = flags;
  const request: InspectionRequest = { seals: true, quality: flags.seals !== true, text: flags.seals !== true };
  const progress = startProgress(terminal, flags.quiet === true, locale === 'en');
  const pool = createImagingPool({
    threads: Math.min(files.length, flags.jobs ?? os.availableParallelism()),
    ocr: flags.ocr,
  });
  try {
    const seen = await Promise.all(
      files.map(async (file) => {
        progress.working(file);
        const inspection = { ...(await pool.inspect(path.resolve(terminal.cwd(), file), request)), file };
        return flags.unmask === true ? inspection : redactInspection(inspection);
      }),
    );
    progress.done();
    const { describeInspections } = await import('../../reporters/inspection.ts');
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
    await pool.close();
  }
}
