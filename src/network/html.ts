/**
 * Reads a page as lines of visible text, each piece with the elements around it. Built on a tokenizer and a shallow stack
 * instead of a tree, because tree builders take time that grows with the square of the nesting: 20,000 nested `<div>`,
 * 100 KB, kept parse5 busy for 26 seconds. Nothing of the page is run, and nothing is loaded.
 */
import { Tokenizer } from 'htmlparser2';

export interface PageElement {
  /** Lower case. */
  readonly name: string;
  /** Lower-case names; only those that are looked at. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | null;
}

export interface TextRun {
  readonly text: string;
  readonly element: PageElement | null;
}

/** Text that a reader sees as one line: what stands between two block borders. */
export type TextLine = readonly TextRun[];

export interface PageText {
  readonly lines: readonly TextLine[];
  /** First `<title>`, whitespace folded; null when there is none. */
  readonly title: string | null;
  /** `href` of the first `<base>`. */
  readonly base: string | null;
  readonly scripts: number;
  /** Target of `<meta http-equiv="refresh">`, as written. */
  readonly refresh: string | null;
}

const keptAttributes = new Set([
  'href',
  'style',
  'class',
  'id',
  'role',
  'align',
  'size',
  'hidden',
  'http-equiv',
  'content',
]);

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr frame keygen'.split(' '),
);
const blockElements = new Set(
  (
    'address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hr html iframe legend li main menu nav ol option p pre section select summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Their text is not shown; noscript is shown only to who runs no scripts. */
const unseenElements = new Set('script style template noscript iframe object head title textarea svg math'.split(' '));

/** Opening the key ends the named element when it is the innermost open one (HTML, "optional tags"). */
const impliedEnds: Readonly<Record<string, readonly string[]>> = {
  li: ['li', 'p'],
  dt: ['dt', 'dd', 'p'],
  dd: ['dt', 'dd', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  tr: ['td', 'th', 'tr', 'p'],
  option: ['option'],
  body: ['head'],
};

/** Browsers stop nesting at 512, too; deeper elements count as siblings. */
const maxDepth = 512;
/** Visible text beyond these is not looked at: a home page has some thousand lines. */
const maxTextLength = 1_000_000;
const maxLines = 20_000;
const maxAttributeLength = 4096;

interface OpenElement {
  readonly element: PageElement;
  readonly unseen: boolean;
}

class PageReader {
  readonly lines: TextRun[][] = [];
  title: string | null = null;
  base: string | null = null;
  refresh: string | null = null;
  scripts = 0;
  private readonly html: string;
  private readonly stack: OpenElement[] = [];
  /** Where elements of each name, and block elements, stand in the stack: looking for them costs the same at any depth. */
  private readonly placesOf = new Map<string, number[]>();
  private readonly blockPlaces: number[] = [];
  private line: TextRun[] = [];
  private run = '';
  private length = 0;
  private name = '';
  private attributes = new Map<string, string>();
  private attribute = '';
  private value = '';

  constructor(html: string) {
    this.html = html;
  }

  read(): void {
    const at = (start: number, end: number): string => this.html.slice(start, end);
    const ignore = (): void => undefined;
    const tokenizer = new Tokenizer(
      { xmlMode: false, decodeEntities: true },
      {
        ontext: (start, end) => this.addText(at(start, end)),
        ontextentity: (codePoint) => this.addText(String.fromCodePoint(codePoint)),
        onopentagname: (start, end) => {
          this.name = at(start, end).toLowerCase();
          this.attributes = new Map();
        },
        onattribname: (start, end) => {
          this.attribute = at(start, Math.min(end, start + 100)).toLowerCase();
          this.value = '';
        },
        onattribdata: (start, end) => this.addValue(at(start, end)),
        onattribentity: (codePoint) => this.addValue(String.fromCodePoint(codePoint)),
        onattribend: () => {
          if (keptAttributes.has(this.attribute) && !this.attributes.has(this.attribute))
            this.attributes.set(this.attribute, this.value);
        },
        onopentagend: () => this.open(false),
        onselfclosingtag: () => this.open(true),
        onclosetag: (start, end) => this.close(at(start, end).toLowerCase()),
        onend: () => this.endLine(),
        oncdata: ignore,
        oncomment: ignore,
        ondeclaration: ignore,
        onprocessinginstruction: ignore,
      },
    );
    tokenizer.write(this.html);
    tokenizer.end();
  }

  private addValue(part: string): void {
    if (keptAttributes.has(this.attribute) && this.value.length < maxAttributeLength)
      this.value += part.slice(0, maxAttributeLength);
  }

  private addText(part: string): void {
    const top = this.stack.at(-1);
    if (top?.element.name === 'title') {
      this.title ??= '';
      if (this.title.length < maxAttributeLength) this.title += part;
    }
    if (top?.unseen === true || this.length > maxTextLength || this.lines.length >= maxLines) return;
    this.length += part.length;
    this.run += part;
  }

  private endRun(): void {
    if (this.run !== '') this.line.push({ text: this.run, element: this.stack.at(-1)?.element ?? null });
    this.run = '';
  }

  private endLine(): void {
    this.endRun();
    if (this.line.some(({ text }) => text.trim() !== '')) this.lines.push(this.line);
    this.line = [];
  }

  private open(selfClosing: boolean): void {
    const { name, attributes } = this;
    if (name === 'script') this.scripts += 1;
    if (name === 'base') this.base ??= attributes.get('href') ?? null;
    if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh')
      this.refresh ??= /url\s*=\s*['"]?([^'"]+)/i.exec(attributes.get('content') ?? '')?.[1]?.trim() ?? null;
    if (blockElements.has(name)) {
      this.endLine();
      const ended = impliedEnds[name] ?? ['p'];
      while (ended.includes(this.stack.at(-1)?.element.name ?? '')) this.shorten(this.stack.length - 1);
    } else this.endRun();
    // Links never nest; an unclosed one ends where the next begins.
    if (name === 'a') this.close('a');
    if (voidElements.has(name) || selfClosing || this.stack.length >= maxDepth) return;
    const parent = this.stack.at(-1);
    const unseen = parent?.unseen === true || unseenElements.has(name);
    const place = this.stack.push({ element: { name, attributes, parent: parent?.element ?? null }, unseen }) - 1;
    const places = this.placesOf.get(name);
    if (places) places.push(place);
    else this.placesOf.set(name, [place]);
    if (blockElements.has(name)) this.blockPlaces.push(place);
  }

  private close(name: string): void {
    if (blockElements.has(name)) this.endLine();
    else this.endRun();
    const place = this.placesOf.get(name)?.at(-1);
    if (place === undefined) return;
    // An inline element's end tag does not reach out of the block that it stands in.
    if (!blockElements.has(name) && place < (this.blockPlaces.at(-1) ?? -1)) return;
    this.shorten(place);
  }

  private shorten(length: number): void {
    for (const { element } of this.stack.splice(length)) this.placesOf.get(element.name)?.pop();
    while ((this.blockPlaces.at(-1) ?? -1) >= length) this.blockPlaces.pop();
  }
}

export const readHtml = (html: string): PageText => {
  const reader = new PageReader(html);
  reader.read();
  const { lines, title, base, refresh, scripts } = reader;
  return { lines, title: title === null ? null : title.replace(/\s+/g, ' ').trim(), base, refresh, scripts };
};

/** The element itself and those around it, innermost first. */
export function* ancestry(element: PageElement | null): Generator<PageElement> {
  for (let at = element; at !== null; at = at.parent) yield at;
}
