import { MM_PER_INCH } from '../paper.ts';
import type { InkMask } from './ink.ts';

/** Longer straight runs than this are table rules and frames, not strokes: body text is 3 to 5 mm tall. */
const RULE_MM = 6;

/** The mask without table rules and frames, which would drown the text lines. */
export function withoutRules(mask: InkMask, dpi: number): InkMask {
  const { width, height } = mask;
  const longest = Math.round((RULE_MM / MM_PER_INCH) * dpi);
  const data = Uint8Array.from(mask.data);
  const clear = (start: number, length: number, stride: number): void => {
    if (length < longest) return;
    for (let index = 0; index < length; index++) data[start + index * stride] = 0;
  };
  const scan = (lines: number, lineStride: number, length: number, stride: number): void => {
    for (let line = 0; line < lines; line++) {
      let run = 0;
      for (let index = 0; index < length; index++) {
        if (mask.data[line * lineStride + index * stride] === 1) {
          run += 1;
          continue;
        }
        clear(line * lineStride + (index - run) * stride, run, stride);
        run = 0;
      }
      clear(line * lineStride + (length - run) * stride, run, stride);
    }
  };
  scan(height, width, width, 1);
  scan(width, 1, height, width);
  return { width, height, data };
}
