import { createRequire } from 'node:module';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Raster } from '../raster.ts';
import type { OcrEngine, TextLine } from './engine.ts';

/** Tesseract wants characters near 30 px and a margin around a line; strips are brought to this height. */
const LINE_HEIGHT = 64;
const LINE_MARGIN = 16;
/** Difference of grey values under which a picture holds nothing. */
const LEAST_RANGE = 24;

/**
 * tesseract.js with the Chinese data that npm ships. Loads from node_modules only and writes no cache file.
 * Rejects when the data package is damaged or absent.
 */
export async function createTesseractEngine(): Promise<OcrEngine> {
  const dataPackage = createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json');
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: path.join(path.dirname(dataPackage), '4.0.0'),
    gzip: true,
    cacheMethod: 'none',
  });
  await worker.setParameters({ preserve_interword_spaces: '0', user_defined_dpi: '200' });
  let mode: PSM | null = null;
  const use = async (wanted: PSM): Promise<void> => {
    if (mode !== wanted) await worker.setParameters({ tessedit_pageseg_mode: wanted });
    mode = wanted;
  };
  return {
    name: 'tesseract',
    readLine: async (image) => {
      await use(PSM.SINGLE_LINE);
      return readLine(worker, image);
    },
    readPage: async (image) => {
      await use(PSM.AUTO);
      return readPage(worker, image);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function picture(image: Raster): Sharp {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: image.channels } });
}

/** Tesseract reads characters into blank paper, and prints statistics about it on stdout. */
function isBlank({ data }: Raster): boolean {
  let darkest = 255;
  let brightest = 0;
  for (const value of data) {
    if (value < darkest) darkest = value;
    if (value > brightest) brightest = value;
  }
  return brightest - darkest < LEAST_RANGE;
}

async function readLine(worker: Worker, image: Raster): Promise<{ text: string; confidence: number }> {
  if (isBlank(image)) return { text: '', confidence: 0 };
  const png = await picture(image)
    .greyscale()
    .resize({ height: LINE_HEIGHT })
    .extend({ top: LINE_MARGIN, bottom: LINE_MARGIN, left: LINE_MARGIN, right: LINE_MARGIN, background: '#fff' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const { data } = await worker.recognize(png, {}, { text: true });
  return { text: data.text.replace(/\s+/g, ''), confidence: data.confidence / 100 };
}

async function readPage(worker: Worker, image: Raster): Promise<readonly TextLine[]> {
  if (isBlank(image)) return [];
  const png = await picture(image).png({ compressionLevel: 1 }).toBuffer();
  const { data } = await worker.recognize(png, {}, { blocks: true });
  const lines: TextLine[] = [];
  for (const block of data.blocks ?? []) {
    for (const paragraph of block.paragraphs) {
      for (const line of paragraph.lines) {
        const text = withoutGaps(line.text);
        if (text === '') continue;
        const { x0, y0, x1, y1 } = line.bbox;
        lines.push({
          text,
          confidence: line.confidence / 100,
          box: {
            x: x0 / image.width,
            y: y0 / image.height,
            width: (x1 - x0) / image.width,
            height: (y1 - y0) / image.height,
          },
        });
      }
    }
  }
  return lines;
}

/** Tesseract sets a blank between Chinese characters; blanks between two Latin words or numbers stay. */
function withoutGaps(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<![\w.,]) | (?![\w])/g, '');
}
