import { ancestry, type PageElement } from './html.ts';

const declarations = (style: string): Map<string, string> =>
  new Map(
    style.split(';').map((declaration) => {
      const [property = '', ...value] = declaration.split(':');
      return [
        property.trim().toLowerCase(),
        value
          .join(':')
          .replace(/!important/i, '')
          .trim()
          .toLowerCase(),
      ];
    }),
  );

const styleOf = (element: PageElement): Map<string, string> => declarations(element.attributes.get('style') ?? '');

/** Browsers' default size; sizes of `<font size>` and of the keywords in CSS, in CSS pixels at that default. */
const defaultFontPx = 16;
const fontElementPx = [10, 10, 13, 16, 18, 24, 32, 48] as const;
const keywordPx: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};
const unitPx: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 };

/**
 * Font size in CSS pixels as far as the page's own elements say it: `style`, `<font size>`, `<small>`, `<big>`. null when
 * none of them does, because style sheets are not read.
 */
export const fontPx = (element: PageElement | null): number | null => {
  let factor = 1;
  let relative = false;
  for (const at of ancestry(element)) {
    const size = styleOf(at).get('font-size') ?? '';
    const [, amount = '', unit = ''] = /^(\d*\.?\d+)(px|pt|pc|in|cm|mm|em|rem|%)$/.exec(size) ?? [];
    if (amount !== '') {
      const value = Number(amount);
      const absolute = unit === 'rem' ? defaultFontPx : unitPx[unit];
      if (absolute !== undefined) return value * absolute * factor;
      factor *= unit === '%' ? value / 100 : value;
      relative = true;
    } else if (size in keywordPx) return (keywordPx[size] ?? defaultFontPx) * factor;
    else if (at.name === 'font' && /^[1-7]$/.test(at.attributes.get('size') ?? ''))
      return (fontElementPx[Number(at.attributes.get('size'))] ?? defaultFontPx) * factor;
    else if (at.name === 'small' || at.name === 'big') {
      factor *= at.name === 'small' ? 5 / 6 : 6 / 5;
      relative = true;
    }
  }
  return relative ? defaultFontPx * factor : null;
};

export type Alignment = 'left' | 'centre' | 'right';

const alignments: Readonly<Record<string, Alignment>> = {
  left: 'left',
  start: 'left',
  center: 'centre',
  middle: 'centre',
  right: 'right',
  end: 'right',
};

/** Alignment as far as the elements themselves say it; null when none does. */
export const alignmentOf = (element: PageElement | null): Alignment | null => {
  for (const at of ancestry(element)) {
    if (at.name === 'center') return 'centre';
    const written = styleOf(at).get('text-align') ?? at.attributes.get('align')?.toLowerCase() ?? '';
    const alignment = alignments[written];
    if (alignment !== undefined) return alignment;
  }
  return null;
};

/** Whether an element, or one around it, hides its text from readers. */
export const isHidden = (element: PageElement | null): boolean => {
  for (const at of ancestry(element)) {
    if (at.attributes.has('hidden')) return true;
    const style = styleOf(at);
    if (style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('opacity') === '0')
      return true;
    if (/^0(px|pt|em|rem|%)?$/.test(style.get('font-size') ?? '')) return true;
  }
  return false;
};
