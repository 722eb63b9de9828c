import type { PageText } from './inspection.ts';
import type { OcrEngine, TextLine } from './ocr/engine.ts';
import type { TextLayer } from './page-image.ts';
import type { Plane } from './plane.ts';
import type { Box } from './raster.ts';
import { type QuarterTurn, turn, unturnBox } from './turn.ts';

/** A layer with more unreadable characters than this has no usable mapping to Unicode. */
const UNREADABLE_SHARE = 0.1;
/** Private use, replacement and control characters: what a font without a mapping yields. */
const UNREADABLE = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;
/** Where pictures cover more of the page than this, text may be inside them. */
const PICTURE_SHARE = 0.25;
/** An OCR line that lies this far on a layer line is the same line. */
const SAME_LINE = 0.5;

export const NO_TEXT: PageText = { source: 'none', content: '', confidence: 0, lines: [] };

/** Whether the layer alone tells the page's text, so that no pixel need be read. */
export function isWholeText(layer: TextLayer | null): layer is TextLayer {
  return isUsable(layer) && layer.pictureShare <= PICTURE_SHARE;
}

/**
 * The hidden text under a scan is the OCR of some other program, of unknown quality and not what a reader sees: the
 * pixels are read instead.
 */
function isUsable(layer: TextLayer | null): layer is TextLayer {
  if (layer === null || !layer.visible) return false;
  const characters = layer.lines.flatMap(({ text }) => [...text]);
  const unreadable = characters.filter((character) => UNREADABLE.test(character)).length;
  return characters.length > 0 && unreadable <= UNREADABLE_SHARE * characters.length;
}

export function textOfLayer(layer: TextLayer): PageText {
  return pageText(
    'layer',
    layer.lines.map(({ text, box }) => ({ text, box, confidence: 1 })),
  );
}

/**
 * Reads a page's print, and adds what a layer states where both exist (a typed page with a pasted scan).
 * @param print the red channel, where seals vanish
 * @param rotation how far the page must be turned clockwise to stand upright; boxes are of the page as it lies
 */
export async function readPrint(
  print: Plane,
  rotation: QuarterTurn,
  layer: TextLayer | null,
  reader: OcrEngine,
): Promise<PageText> {
  const stated = isUsable(layer) ? textOfLayer(layer).lines : [];
  const read = (await reader.readPage(turn({ ...print, channels: 1 }, rotation)))
    .filter(({ text }) => text.trim() !== '')
    .map((line) => ({ ...line, box: unturnBox(line.box, rotation) }))
    .filter((line) => !stated.some(({ box }) => overlap(line.box, box) > SAME_LINE));
  if (stated.length === 0) return read.length === 0 ? NO_TEXT : pageText('ocr', read);
  if (read.length === 0) return pageText('layer', stated);
  return pageText(
    'ocr',
    [...stated, ...read].toSorted((a, b) => a.box.y - b.box.y),
  );
}

/** Confidence is the mean over characters, so a short odd line does not spoil a page. */
function pageText(source: 'layer' | 'ocr', lines: readonly TextLine[]): PageText {
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  const certain = lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return {
    source,
    content: lines.map(({ text }) => text).join('\n'),
    confidence: characters === 0 ? 0 : Math.round((certain / characters) * 10_000) / 10_000,
    lines,
  };
}

/** Share of the first box that lies on the second. */
function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across <= 0 || down <= 0 ? 0 : (across * down) / (a.width * a.height);
}
