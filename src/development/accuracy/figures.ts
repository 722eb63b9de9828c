import type { Scores } from '../../../fixtures/generate/accuracy-scores.ts';
import type { OcrEngineName } from '../../imaging/ocr/engine.ts';

/** Seconds and bytes of one reader over the pages of one resolution. Medians, and the value that nine of ten keep under. */
export interface Cost {
  readonly pages: number;
  readonly wall: { readonly median: number; readonly most: number };
  readonly processor: { readonly median: number; readonly most: number };
}

export interface EngineFigures {
  readonly engine: OcrEngineName;
  readonly scores: Scores;
  /** null for pictures of all sizes, whose seconds say nothing. */
  readonly cost: Cost | null;
  /** Largest resident set of the process that read them. */
  readonly peakBytes: number;
}

/** One set of pictures, as each engine saw it. */
export interface SetFigures {
  readonly title: Readonly<Record<'en' | 'zh-CN', string>>;
  readonly engines: readonly EngineFigures[];
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((p, q) => p - q)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export function costOf(reads: readonly { readonly wallSeconds: number; readonly processorSeconds: number }[]): Cost {
  const spread = (values: readonly number[]) => ({ median: quantile(values, 0.5), most: quantile(values, 0.9) });
  return {
    pages: reads.length,
    wall: spread(reads.map(({ wallSeconds }) => wallSeconds)),
    processor: spread(reads.map(({ processorSeconds }) => processorSeconds)),
  };
}
