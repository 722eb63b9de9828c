import type { Exhibits } from '../report/exhibit.ts';
import type { Locale, Report } from '../report/report.ts';

export interface ReporterOptions {
  readonly locale: Locale;
  /** Colour and other terminal codes are welcome. */
  readonly colour: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Also list what passed. */
  readonly verbose: boolean;
  /** Pictures and texts to look at; only html shows them. */
  readonly exhibits?: Exhibits;
  /** Name of a folder that may be written beside the report, such as `report_files`; none when it goes to stdout. */
  readonly companionFolder?: string;
}

/** A view of the report. Pure: the same report and options give the same bytes. */
export type Reporter = (report: Report, options: ReporterOptions) => string;

/** A report as it is written: its own content, and files that belong into the folder beside it. */
export interface RenderedReport {
  readonly content: string | Uint8Array;
  readonly companions: readonly { readonly name: string; readonly content: Uint8Array }[];
}

/** A view that is more than one text: a workbook, or a page with pictures beside it. As pure as a `Reporter`. */
export type DocumentReporter = (report: Report, options: ReporterOptions) => Promise<RenderedReport>;
