import type { LocalText } from '../../dossier/problem.ts';
import type { Picture } from '../../report/exhibit.ts';
import type { Locale } from '../../report/report.ts';
import { localAttribute, type Markup, markup } from './markup.ts';

/** A picture within the page itself, decoded when scrolled to. */
export const inlineImage = (
  locale: Locale,
  { mediaType, width, height, bytes }: Picture,
  described: LocalText,
): Markup =>
  markup`<img loading="lazy" width="${width}" height="${height}" src="data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}"${localAttribute(locale, 'alt', described)}>`;
