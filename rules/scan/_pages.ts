import type { AttachmentKind } from '../../src/dossier/attachment-kinds.ts';
import type { LocalText } from '../../src/dossier/problem.ts';

const screenshots: ReadonlySet<AttachmentKind> = new Set([
  'user-evidence',
  'domain-realname-proof',
  'registry-extract',
  'licence-query',
  'filing-query',
  'store-page',
  'home-page',
]);

/** Pictures of a screen that were never on paper: no paper size, no light, and edges where the window ends. */
export const isScreenshot = (kind: AttachmentKind): boolean => screenshots.has(kind);

const mostListed = 6;

/** Page numbers in words, e.g. 第 2、5 页; long lists are cut short. */
export function pageList(numbers: readonly number[]): LocalText {
  const listed = numbers.slice(0, mostListed);
  const isCut = numbers.length > mostListed;
  return {
    'zh-CN': `第 ${listed.join('、')} ${isCut ? `等 ${numbers.length} ` : ''}页`,
    en: `${numbers.length === 1 ? 'page' : 'pages'} ${listed.join(', ')}${isCut ? ` … (${numbers.length} in all)` : ''}`,
  };
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`;
