import { type DrawnPage, textWidth } from '../../fixtures/generate/layout.ts';
import type { NumberedText } from '../../src/documents/sheet.ts';
import type { PageText } from '../../src/imaging/inspection.ts';

interface Placed {
  text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function placedTexts({ svg }: DrawnPage): readonly Placed[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].flatMap(([, tag = '', content = '']) => {
    if (tag.includes('rotate(')) return [];
    const text = unescaped(content);
    const size = Number(attribute(tag, 'font-size'));
    const spacing = Number(attribute(tag, 'letter-spacing') ?? 0);
    const width = textWidth(text, size) + spacing * text.length;
    const x = Number(attribute(tag, 'x'));
    const anchor = attribute(tag, 'text-anchor') ?? 'start';
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return [{ text, left, right: left + width, baseline: Number(attribute(tag, 'y')), size }];
  });
}

/**
 * The text of drawn pages as a text layer holds it. `cells`: one line for each run of print, as a recogniser that finds
 * boxes gives it; `lines`: all that stands on one base line in one, wide gaps as blanks, as PDFs and tesseract give it.
 */
export function drawnText(
  pages: readonly DrawnPage[],
  grouping: 'cells' | 'lines',
  source: 'layer' | 'ocr' = 'layer',
): readonly NumberedText[] {
  return pages.map((page, index) => {
    const texts = [...placedTexts(page)].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
    const runs: Placed[] = [];
    for (const text of texts) {
      const last = runs.at(-1);
      const sameLine = last !== undefined && Math.abs(last.baseline - text.baseline) < 0.3 * text.size;
      const distance = last === undefined ? 0 : text.left - last.right;
      const near = distance < 0.6 * text.size;
      if (last !== undefined && sameLine && (grouping === 'lines' || near)) {
        const joined = near ? last.text + text.text : `${last.text} ${text.text}`;
        runs[runs.length - 1] = { ...last, text: joined, right: text.right, size: Math.max(last.size, text.size) };
      } else {
        runs.push(text);
      }
    }
    const confidence = source === 'layer' ? 1 : 0.95;
    const lines: PageText['lines'] = runs.map(({ text, left, right, baseline, size }) => ({
      text,
      confidence,
      box: {
        x: left / page.widthMm,
        y: (baseline - size * 0.88) / page.heightMm,
        width: (right - left) / page.widthMm,
        height: (size * 1.02) / page.heightMm,
      },
    }));
    const content = lines.map((line) => line.text).join('\n');
    return { page: index + 1, text: { source, content, confidence, lines } };
  });
}
