import type { LocalText } from '../dossier/problem.ts';
import { suggest } from '../dossier/suggestion.ts';
import type { DocumentReporter, PiecewiseReporter, Reporter } from './reporter.ts';

const ofText =
  (reporter: Reporter | PiecewiseReporter): DocumentReporter =>
  async (report, options) => ({ content: reporter(report, options), companions: [] });

/** Name → reporter. Each is loaded only when it is asked for. */
const loaders = {
  pretty: async () => ofText((await import('./pretty.ts')).pretty),
  json: async () => ofText((await import('./json.ts')).json),
  html: async () => (await import('./html.ts')).html,
  sarif: async () => ofText((await import('./sarif.ts')).sarif),
  junit: async () => ofText((await import('./junit.ts')).junit),
  markdown: async () => ofText((await import('./markdown.ts')).markdown),
  github: async () => ofText((await import('./github.ts')).github),
  gitlab: async () => ofText((await import('./gitlab.ts')).gitlab),
  csv: async () => ofText((await import('./csv.ts')).csv),
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
} as const satisfies Readonly<Record<string, () => Promise<DocumentReporter>>>;

export type FormatName = keyof typeof loaders;

// Object.keys forgets the names that the table has.
export const formatNames = Object.keys(loaders) as readonly FormatName[];

export const loadReporter = (name: FormatName): Promise<DocumentReporter> => loaders[name]();

/** How files of each format usually end. */
const endings = {
  pretty: 'txt',
  json: 'json',
  html: 'html',
  sarif: 'sarif',
  junit: 'xml',
  markdown: 'md',
  github: 'txt',
  gitlab: 'json',
  csv: 'csv',
  xlsx: 'xlsx',
} as const satisfies Record<FormatName, string>;

/** What `-f` asks for: a format, and the file that takes it, or null for stdout. */
export interface FormatRequest {
  readonly name: FormatName;
  readonly file: string | null;
}

export type ParsedFormat =
  | { readonly state: 'valid'; readonly request: FormatRequest }
  | { readonly state: 'invalid'; readonly message: LocalText };

/** Reads `html` or `html:out/x.html`. The first colon separates, so that a file name may hold others. */
export function parseFormat(written: string): ParsedFormat {
  const colon = written.indexOf(':');
  const word = (colon === -1 ? written : written.slice(0, colon)).trim();
  const file = colon === -1 ? null : written.slice(colon + 1).trim();
  const name = formatNames.find((known) => known === word.toLowerCase());
  if (name === undefined) return { state: 'invalid', message: unknownFormat(word) };
  if (file === '')
    return {
      state: 'invalid',
      message: {
        'zh-CN': `“${written}”的冒号后面缺少文件名，例如 ${name}:out/report.${endings[name]}。`,
        en: `"${written}" has no file name after its colon, such as ${name}:out/report.${endings[name]}.`,
      },
    };
  if (file === null && name === 'xlsx')
    return {
      state: 'invalid',
      message: {
        'zh-CN': 'xlsx 是表格文件，不能输出到屏幕，请写成 xlsx:out/report.xlsx。',
        en: 'xlsx is a workbook and cannot be printed to the screen; write xlsx:out/report.xlsx.',
      },
    };
  return { state: 'valid', request: { name, file } };
}

function unknownFormat(word: string): LocalText {
  const hint = suggest(word, formatNames);
  const list = formatNames.join(', ');
  return {
    'zh-CN': `没有“${word}”这种报告格式。${hint === undefined ? '' : `是不是想写“${hint}”？`}可用的格式：${list}。`,
    en: `there is no report format "${word}".${hint === undefined ? '' : ` Did you mean "${hint}"?`} Formats: ${list}.`,
  };
}
