import type { Box, Raster } from '../raster.ts';

export type OcrEngineName = 'tesseract' | 'paddle';

/** One line as read. `confidence` is 0 to 1 as the engine reports it; engines are not comparable with one another. */
export interface TextLine {
  readonly text: string;
  readonly confidence: number;
  readonly box: Box;
}

/** A recogniser of printed Chinese. Warm and reusable; not safe for concurrent calls on one instance. */
export interface OcrEngine {
  readonly name: OcrEngineName;
  /** Reads a picture that holds one horizontal line, such as an unwrapped seal strip. */
  readLine(image: Raster): Promise<{ readonly text: string; readonly confidence: number }>;
  /** Reads a whole page, top to bottom, left to right. */
  readPage(image: Raster): Promise<readonly TextLine[]>;
  close(): Promise<void>;
}
