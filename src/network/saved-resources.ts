import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { locateAttachment } from '../dossier/attachments.ts';
import type { FetchResource } from './browser.ts';
import type { FetchReply } from './guarded-fetch.ts';

/** Browsers save pictures and style sheets in a folder beside the page; none of them is larger than a page may be. */
const maxBytes = 5 * 1024 * 1024;

/** Browsers take style sheets and scripts only when they are labelled; everything else they recognise themselves. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/**
 * Answers a browser with a saved page and the files that were saved with it, from the dossier's folder and from nowhere
 * else: `url` is the page's, and what lies beside it there lies beside `file` here.
 */
export const savedResources = (folder: string, file: string, url: string): FetchResource => {
  const base = new URL('.', url);
  return async (asked): Promise<FetchReply> => {
    const refused: FetchReply = { state: 'refused', reason: 'inside', url: asked };
    if (!URL.canParse(asked)) return refused;
    const wanted = new URL(asked);
    const isPage = wanted.href.split('#')[0] === new URL(url).href.split('#')[0];
    if (!isPage && !wanted.href.startsWith(base.href)) return refused;
    const relative = isPage
      ? file
      : path.posix.join(path.posix.dirname(file), decoded(wanted.pathname.slice(base.pathname.length)));
    const located = await locateAttachment(folder, relative);
    if (located.state === 'absent' || (await stat(located.absolute)).size > maxBytes) return refused;
    const contentType = isPage ? 'text/html' : (contentTypes[path.extname(relative).toLowerCase()] ?? '');
    return {
      state: 'answered',
      url: asked,
      redirects: [],
      status: 200,
      headers: { 'content-type': contentType },
      body: await readFile(located.absolute),
      truncated: false,
      certificate: null,
    };
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
