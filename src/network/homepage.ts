import { TextDecoder } from 'node:util';
import { type FoundNumber, findNumbers } from '../identifiers/find-numbers.ts';
import type { ProvinceMarks } from '../identifiers/province-marks.ts';
import { type DecodedText, decodeUnlabelled } from './charset.ts';
import type { CertificateFacts, FetchReply, Redirect } from './guarded-fetch.ts';
import { ancestry, type PageElement, readHtml, type TextLine } from './html.ts';
import { type Alignment, alignmentOf, fontPx, isHidden } from './html-style.ts';

/** A page as it came: from its server, from a recording, or saved in the dossier. */
export interface PageSource {
  /** As it was asked for. */
  readonly requested: string;
  /** Where the page came from after redirects; links are read against it. */
  readonly url: string;
  /** null for a page that somebody saved. */
  readonly status: number | null;
  readonly redirects: readonly Redirect[];
  /** WHATWG name of the encoding. */
  readonly charset: string;
  readonly html: string;
  /** Only the first part was read. */
  readonly truncated: boolean;
  /** null over plain http, and for a saved page. */
  readonly certificate: CertificateFacts | null;
}

/** A filing, licence, police or algorithm number on the page, once for every place where it stands. */
export interface PageNumber {
  readonly number: FoundNumber;
  /** Absolute http(s) URL that the number links to; null without a link, or with one that leads nowhere. */
  readonly href: string | null;
  readonly inFoot: boolean;
  /** False where the page's own elements hide it. */
  readonly visible: boolean;
  /** CSS pixels as far as the elements themselves say; null where only a style sheet could. */
  readonly fontPx: number | null;
  readonly alignment: Alignment | null;
}

export interface PageFoot {
  /** `element`: marked up as the foot; `position`: merely the end of the page. */
  readonly by: 'element' | 'position';
  readonly text: string;
}

export interface HomePage extends Omit<PageSource, 'html'> {
  readonly title: string | null;
  /** Visible text, a line for each block. */
  readonly text: string;
  /** null on a page without text. */
  readonly foot: PageFoot | null;
  readonly numbers: readonly PageNumber[];
  /**
   * Scripts draw the page: hardly any text came with it, so what is not seen here may well be on the screen, and nothing
   * follows from its absence.
   */
  readonly drawnByScripts: boolean;
  /** The page sends its reader on to this address by itself. */
  readonly refresh: string | null;
}

/** The WHATWG labels that an encoding declaration may use; null for what TextDecoder does not know. */
const decoderFor = (label: string | undefined): TextDecoder | null => {
  if (label === undefined || label === '') return null;
  try {
    return new TextDecoder(label.trim());
  } catch {
    return null;
  }
};

/** HTML looks for its own declaration in the first 1024 bytes. */
const declaredIn = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))?.[1];

const markOf = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
};

/** Byte order mark, then the server's word, then the page's own, then what the bytes look like. */
export const decodePage = (bytes: Uint8Array, contentType: string): DecodedText => {
  const declared = [markOf(bytes), /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1], declaredIn(bytes)];
  for (const label of declared) {
    const decoder = decoderFor(label);
    if (decoder) return { text: decoder.decode(bytes), charset: decoder.encoding };
  }
  return decodeUnlabelled(bytes);
};

/** The page of an answer; null when the answer is no page of text, e.g. a picture or a download. */
export const pageSource = (requested: string, reply: Extract<FetchReply, { state: 'answered' }>): PageSource | null => {
  const contentType = reply.headers['content-type'] ?? '';
  if (contentType !== '' && !/^\s*(text\/|application\/(xhtml\+)?xml)/i.test(contentType)) return null;
  const { text, charset } = decodePage(reply.body, contentType);
  const { url, status, redirects, truncated, certificate } = reply;
  return { requested, url, status, redirects, charset, html: text, truncated, certificate };
};

/** A page that was saved from a browser and put into the dossier, for the address that it is the home page of. */
export const savedPage = (requested: string, bytes: Uint8Array): PageSource => {
  const { text, charset } = decodePage(bytes, '');
  return {
    requested,
    url: requested,
    status: null,
    redirects: [],
    charset,
    html: text,
    truncated: false,
    certificate: null,
  };
};

const footWords = /foot|copyright|beian|contentinfo|(^|[-_\s])(bottom|icp)([-_\s\d]|$)/i;

const isMarkedFoot = (element: PageElement): boolean =>
  element.name === 'footer' ||
  ['id', 'class', 'role'].some((name) => footWords.test(element.attributes.get(name) ?? ''));

/** Whether an element stands in the foot; each element is looked at once, however many lines it holds. */
const footFinder = (): ((element: PageElement | null) => boolean) => {
  const known = new Map<PageElement, boolean>();
  return (element) => {
    const path: PageElement[] = [];
    let found = false;
    for (const at of ancestry(element)) {
      const before = known.get(at);
      path.push(at);
      found = before ?? isMarkedFoot(at);
      if (found || before !== undefined) break;
    }
    for (const at of path) known.set(at, found);
    return found;
  };
};

/** Where nothing is marked up as the foot, this much of the page's lines at its end is taken for it. */
const footShare = 0.15;
const footLines = { least: 5, most: 40 } as const;

const textOf = (line: TextLine): string => {
  const [run] = line;
  const text = run !== undefined && line.length === 1 ? run.text : line.map((each) => each.text).join('');
  return text.replace(/\s+/g, ' ').trim();
};

/** Lines that cannot hold a number are not searched for one. */
const mayHoldNumber = /icp|备|備|[ab][12]|[ＡＢ][１２]/i;
/** The longest line in which numbers are looked for; a longer one is a script's data. */
const maxSearchedLength = 20_000;

const linkOf = (element: PageElement | null, base: string): string | null => {
  for (const { name, attributes } of ancestry(element)) {
    const href = name === 'a' ? attributes.get('href') : undefined;
    if (href === undefined) continue;
    if (!URL.canParse(href, base)) return null;
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  }
  return null;
};

/** The element that holds the number's digits; a number may begin before it, as in `京ICP备<b>12345678</b>号`. */
const elementOf = (line: TextLine, written: string): PageElement | null => {
  const [digits = written] = [...(written.match(/\d+/g) ?? [])].sort((a, b) => b.length - a.length);
  const run = line.find(({ text }) => text.normalize('NFKC').includes(digits));
  return (run ?? line[0])?.element ?? null;
};

/** Below this many visible characters, beside scripts, a page is a frame that scripts fill. Home pages hold thousands. */
const drawnBelow = 200;

/** Reads a home page: title, foot, the numbers on it and where they link to. Pure; nothing of the page is run. */
export const readHomePage = (source: PageSource, marks: ProvinceMarks): HomePage => {
  const { html, ...facts } = source;
  const page = readHtml(html);
  const base =
    page.base !== null && URL.canParse(page.base, source.url) ? new URL(page.base, source.url).href : source.url;
  const standsInFoot = footFinder();
  const marked = page.lines.map((line) => line.some(({ element }) => standsInFoot(element)));
  const byElement = marked.includes(true);
  const count = Math.min(footLines.most, Math.max(footLines.least, Math.ceil(page.lines.length * footShare)));
  const inFoot = (index: number): boolean => (byElement ? marked[index] === true : index >= page.lines.length - count);

  const texts = page.lines.map(textOf);
  const numbers = page.lines.flatMap((line, index): PageNumber[] => {
    const text = (texts[index] ?? '').slice(0, maxSearchedLength);
    if (!mayHoldNumber.test(text)) return [];
    return findNumbers(text, marks).map((number) => {
      const element = elementOf(line, number.written);
      return {
        number,
        href: linkOf(element, base),
        inFoot: inFoot(index),
        visible: !isHidden(element),
        fontPx: fontPx(element),
        alignment: alignmentOf(element),
      };
    });
  });
  const text = texts.join('\n');
  return {
    ...facts,
    title: page.title,
    text,
    foot:
      texts.length === 0
        ? null
        : { by: byElement ? 'element' : 'position', text: texts.filter((_, index) => inFoot(index)).join('\n') },
    numbers,
    drawnByScripts: page.scripts > 0 && text.replace(/\s/g, '').length < drawnBelow,
    refresh: page.refresh,
  };
};

export interface WordingHit {
  readonly word: string;
  /** The words around it, for a person to judge by. */
  readonly context: string;
  readonly count: number;
}

const contextLength = 15;

/** Words of a list that stand in a text, without regard to width and case, each once with its first context. */
export const findWording = (text: string, words: readonly string[]): readonly WordingHit[] => {
  const fold = (value: string): string => value.normalize('NFKC').toLowerCase();
  const folded = fold(text);
  return words.flatMap((word): WordingHit[] => {
    const needle = fold(word);
    if (needle === '') return [];
    const count = folded.split(needle).length - 1;
    if (count === 0) return [];
    const at = folded.indexOf(needle);
    const context = folded.slice(Math.max(0, at - contextLength), at + needle.length + contextLength);
    return [{ word, context: context.replace(/\s+/g, ' ').trim(), count }];
  });
};
