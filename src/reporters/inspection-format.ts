import type { LocalText } from '../dossier/problem.ts';
import { suggest } from '../dossier/suggestion.ts';

export const inspectionFormats = ['pretty', 'json', 'html'] as const;

/** What `inspect -f` asks for: a format, and the file that takes it, or null for stdout. */
export interface InspectionFormat {
  readonly name: (typeof inspectionFormats)[number];
  readonly file: string | null;
}

export type ParsedInspectionFormat =
  | { readonly state: 'valid'; readonly format: InspectionFormat }
  | { readonly state: 'invalid'; readonly message: LocalText };

/** Reads `html` or `html:out/x.html`. The first colon separates, so that a file name may hold others. */
export function parseInspectionFormat(written: string): ParsedInspectionFormat {
  const colon = written.indexOf(':');
  const word = (colon === -1 ? written : written.slice(0, colon)).trim();
  const file = colon === -1 ? null : written.slice(colon + 1).trim();
  const name = inspectionFormats.find((known) => known === word.toLowerCase());
  if (name === undefined) {
    const hint = suggest(word, inspectionFormats);
    const list = inspectionFormats.join(', ');
    return {
      state: 'invalid',
      message: {
        'zh-CN': `inspect 没有“${word}”这种格式。${hint === undefined ? '' : `是不是想写“${hint}”？`}可用的格式：${list}。`,
        en: `inspect has no format "${word}".${hint === undefined ? '' : ` Did you mean "${hint}"?`} Formats: ${list}.`,
      },
    };
  }
  if (file === '') {
    return {
      state: 'invalid',
      message: {
        'zh-CN': `“${written}”的冒号后面缺少文件名，例如 ${name}:out/inspect.${name}。`,
        en: `"${written}" has no file name after its colon, such as ${name}:out/inspect.${name}.`,
      },
    };
  }
  return { state: 'valid', format: { name, file } };
}
