import type { LocalText } from '../dossier/problem.ts';
import { suggest } from '../dossier/suggestion.ts';
import type { DocumentReporter, Reporter } from './reporter.ts';

const ofText =
  (reporter: Reporter): DocumentReporter =>
  async (report, options) => ({ content: reporter(report, options), companions: [] });

/** Name → reporter. Each is loaded only when it is asked for. */
const loaders = {
  pretty: async () => ofText((await import('./pretty.ts')).pretty),
  json: async () => ofText((await import('./json.ts')).json),
  html: async () => (await import('./html.ts')).html,
} as const satisfies Readonly<Record<string, () => Promise<DocumentReporter>>>;

export type FormatName = keyof typeof loaders;

// Object.keys forgets the names that the table has.
export const formatNames = Object.keys(loaders) as readonly FormatName[];

export const loadReporter = (name: FormatName): Promise<DocumentReporter> => loaders[name]();

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
        'zh-CN': `“${written}”的冒号后面缺少文件名，例如 ${name}:out/report.${name}；只写 ${name} 则输出到屏幕。`,
        en: `"${written}" has no file name after its colon, such as ${name}:out/report.${name}; ${name} alone prints to the screen.`,
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
