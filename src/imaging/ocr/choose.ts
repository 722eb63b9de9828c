import type { OcrEngine, OcrEngineName } from './engine.ts';
import { createPaddleEngine } from './paddle.ts';
import { createTesseractEngine } from './tesseract.ts';

export type OcrChoice = OcrEngineName | 'auto';
export type OcrPurpose = 'seal' | 'page';

/** Best first. `npm run accuracy` prints the figures behind the order. */
const AUTO_ORDER: Readonly<Record<OcrPurpose, readonly OcrEngineName[]>> = {
  seal: ['paddle', 'tesseract'],
  page: ['paddle', 'tesseract'],
};

/**
 * Starts the engine the user named, or for `auto` the best that loads here. null when the named engine does not load
 * (only paddle can be absent): the caller says so instead of reading with another engine than was asked for.
 */
export async function chooseEngine(choice: OcrChoice, purpose: OcrPurpose): Promise<OcrEngine | null> {
  const order = choice === 'auto' ? AUTO_ORDER[purpose] : [choice];
  for (const name of order) {
    const engine = name === 'paddle' ? await createPaddleEngine() : await createTesseractEngine();
    if (engine !== null) return engine;
  }
  return null;
}
