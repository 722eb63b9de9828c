import type { LocalText } from '../../dossier/problem.ts';
import type { Locale } from '../../report/report.ts';
import { printable } from '../printable.ts';

/** HTML that is safe to insert. Only `markup` and the functions below make it; every other string is text. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Insertion = string | number | Markup | readonly Markup[] | null;

/** Template tag: inserted strings are escaped as text or quoted attribute value, markup is inserted as it is. */
export const markup = (strings: TemplateStringsArray, ...values: readonly Insertion[]): Markup => {
  let html = strings[0] ?? '';
  values.forEach((value, index) => {
    html += render(value) + (strings[index + 1] ?? '');
  });
  return new Markup(html);
};

function render(value: Insertion): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return value.map(({ html }) => html).join('');
}

const escapeHtml = (text: string): string =>
  printable(text).replace(/[&<>"']/gu, (character) => entities[character] ?? character);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const nothing = new Markup('');

/** Text in the report's language that carries the other language along, for the switch in the page. */
export function local(locale: Locale, text: LocalText, element = 'span', attributes: Markup = nothing): Markup {
  const other = text[locale === 'en' ? 'zh-CN' : 'en'];
  const own = text[locale];
  const tag = new Markup(element);
  if (own === other)
    return element === 'span' && attributes === nothing ? markup`${own}` : markup`<${tag}${attributes}>${own}</${tag}>`;
  return markup`<${tag}${attributes} data-alt="${other}">${own}</${tag}>`;
}

/** Builds a text in both languages from a phrase. */
export const inBoth = (phrase: (locale: Locale) => string): LocalText => ({
  'zh-CN': phrase('zh-CN'),
  en: phrase('en'),
});

/** A link that a reader may follow; anything but http and https stays text. */
export function link(url: string): Markup {
  return /^https?:\/\//iu.test(url)
    ? markup`<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`
    : markup`${url}`;
}

/** An attribute that is read aloud or shown, carrying the other language along. Begins with a space. */
export function localAttribute(locale: Locale, name: 'alt' | 'aria-label' | 'placeholder', text: LocalText): Markup {
  const attribute = new Markup(name);
  const other = text[locale === 'en' ? 'zh-CN' : 'en'];
  return markup` ${attribute}="${text[locale]}" data-alt-${attribute}="${other}"`;
}
