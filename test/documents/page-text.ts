import type { NumberedText } from '../../src/documents/sheet.ts';

/** Pages of lines as OCR gives them without positions worth having. */
export function textPages(...pages: readonly (readonly string[])[]): readonly NumberedText[] {
  return pages.map((lines, index) => ({
    page: index + 1,
    text: {
      source: 'ocr',
      content: lines.join('\n'),
      confidence: 0.95,
      lines: lines.map((text) => ({ text, confidence: 0.95, box: { x: 0, y: 0, width: 0, height: 0 } })),
    },
  }));
}

export interface Print {
  readonly text: string;
  /** Millimetres on A4. */
  readonly at: readonly [x: number, y: number];
  /** Height of the print in millimetres; 4 when left out. */
  readonly size?: number;
  readonly confidence?: number;
}

/** One page of print at its places. */
export function printedPage(prints: readonly Print[], source: 'layer' | 'ocr' = 'ocr'): readonly NumberedText[] {
  const lines = prints.map(({ text, at: [x, y], size = 4, confidence = 0.96 }) => ({
    text,
    confidence: source === 'layer' ? 1 : confidence,
    box: {
      x: x / 210,
      y: y / 297,
      width: ([...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 1 : 0.55), 0) * size) / 210,
      height: size / 297,
    },
  }));
  return [{ page: 1, text: { source, content: prints.map(({ text }) => text).join('\n'), confidence: 0.96, lines } }];
}
