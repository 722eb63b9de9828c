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

/** A view that grows with the portfolio, in pieces: no more than a few of them need to be in memory at a time. As pure. */
export type PiecewiseReporter = (report: Report, options: ReporterOptions) => Iterable<string>;

/** Pieces can be taken once. */
export type Content = string | Uint8Array | Iterable<string>;

/** A report as it is written: its own content, and files that belong into the folder beside it. */
export interface RenderedReport {
  readonly content: Content;
  readonly companions: readonly { readonly name: string; readonly content: Uint8Array }[];
}

/** A view that is more than one text: a workbook, or a page with pictures beside it. As pure as a `Reporter`. */
export type DocumentReporter = (report: Report, options: ReporterOptions) => Promise<RenderedReport>;

/** A whole report as one text. */
export function textOf(content: Content): string {
  if (typeof content === 'string') return content;
  return content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : [...content].join('');
}

/** UTF-16 units that are written at a time: a write for each piece costs more than making it. */
const chunkLength = 1 << 18;

/** A report as few but not too large writes. */
export function* chunksOf(content: Content): Iterable<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let pending: string[] = [];
  let length = 0;
  for (const piece of content) {
    pending.push(piece);
    length += piece.length;
    if (length < chunkLength) continue;
    yield pending.join('');
    pending = [];
    length = 0;
  }
  yield pending.join('');
}
