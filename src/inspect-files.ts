import path from 'node:path';
import type { FileInspection } from './imaging/inspection.ts';
import type { OcrChoice } from './imaging/ocr/choose.ts';
import { createImagingPool } from './imaging/pool.ts';
import { redactInspection } from './report/redaction.ts';

export interface InspectFilesOptions {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Look at seals only: no page text, no quality. */
  readonly sealsOnly?: boolean;
  readonly jobs?: number;
  readonly ocr?: OcrChoice;
  /** Show personal data in clear. */
  readonly unmask?: boolean;
  readonly onLook?: (file: string) => void;
}

/** Looks at PDFs and pictures. Whatever is wrong with a file is its `problem`; nothing is thrown for it. */
export async function inspectFiles(
  files: readonly string[],
  options: InspectFilesOptions,
): Promise<readonly FileInspection[]> {
  const { cwd, sealsOnly = false, jobs = 1, ocr = 'auto', unmask = false, onLook = () => {} } = options;
  const request = { seals: true, quality: !sealsOnly, text: !sealsOnly };
  const pool = createImagingPool({ threads: Math.max(1, Math.min(files.length, jobs)), ocr });
  try {
    return await Promise.all(
      files.map(async (file) => {
        onLook(file);
        const seen = { ...(await pool.inspect(path.resolve(cwd, file), request)), file };
        return unmask ? seen : redactInspection(seen);
      }),
    );
  } finally {
    await pool.close();
  }
}
