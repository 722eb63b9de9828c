import type { Locale, Report } from '../report/report.ts';

export interface ReporterOptions {
  readonly locale: Locale;
  /** Colour and other terminal codes are welcome. */
  readonly colour: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Also list what passed. */
  readonly verbose: boolean;
}

/** A view of the report. Pure: the same report and options give the same bytes. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
