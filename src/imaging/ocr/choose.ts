import type { OcrEngine, OcrEngineName } from './engine.ts';
import { createPaddleEngine } from './paddle.ts';
import { createTesseractEngine } from './tesseract.ts';

export type OcrChoice = OcrEngineName | 'auto';
export type OcrPurpose = 'seal' | 'page';

/**
 * Best first. Seals: PP-OCR reads 98 % of the characters on legible round seals, tesseract 66 % (34 seals of a tuning
 * seed; `npm run accuracy` prints today's figures). Pages: 98.7 % of the characters and 95 % of the lines without an
 * error, against 95.9 % and 83 %, at about the same processor time (four scanned pages at 200 dpi, 157 lines).
 */
const AUTO_ORDER: Readonly<Record<OcrPurpose, readonly OcrEngineName[]>> = {
  seal: ['paddle', 'tesseract'],
  page: ['paddle', 'tesseract'],
};

/** The engines to try for a purpose, best first: the one the user named, or for `auto` the order the figures gave. */
export function engineOrder(choice: OcrChoice, purpose: OcrPurpose): readonly OcrEngineName[] {
  return choice === 'auto' ? AUTO_ORDER[purpose] : [choice];
}

/** Starts an engine; null when it does not load here (only paddle can be absent). */
export function startEngine(name: OcrEngineName): Promise<OcrEngine | null> {
  return name === 'paddle' ? createPaddleEngine() : createTesseractEngine();
}

/**
 * Starts the first engine of the order that loads. null when the named engine does not load: the caller says so instead
 * of reading with another engine than was asked for.
 */
export async function chooseEngine(choice: OcrChoice, purpose: OcrPurpose): Promise<OcrEngine | null> {
  for (const name of engineOrder(choice, purpose)) {
    const engine = await startEngine(name);
    if (engine !== null) return engine;
  }
  return null;
}
