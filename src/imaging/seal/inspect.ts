import type { SealInspection } from '../inspection.ts';
import type { OcrEngine } from '../ocr/engine.ts';
import type { Raster } from '../raster.ts';
import { findSeals, type PaperSize, type SealCandidate } from './detect.ts';
import { measureSeal } from './measure.ts';
import { readSeal } from './read.ts';
import { kindOf, type SealReading } from './reading.ts';
import { THRESHOLDS } from './thresholds.ts';
import { judgeSeal } from './verdict.ts';
import { viewSeal } from './view.ts';

/** Marks that are framed like a seal and are none: printed over drafts, samples and cancelled forms. */
const NOT_A_SEAL = /作废|仅供|预览|样本|样张|样章|测试|副本|复印|机密|绝密|内部|草稿|无效|水印/;

/**
 * Finds, measures, reads and judges the seals of one page, best first. `engine` null: nothing is read, and what only
 * reading could decide is inconclusive. Expects an RGB raster; rejects only when the engine fails.
 */
export async function inspectSeals(
  page: Raster,
  paper: PaperSize,
  engine: OcrEngine | null,
): Promise<SealInspection[]> {
  const seals: SealInspection[] = [];
  for (const candidate of findSeals(page, paper)) {
    const seal = await inspectSeal(page, paper, candidate, engine);
    if (seal !== null) seals.push(seal);
  }
  return seals;
}

async function inspectSeal(
  page: Raster,
  paper: PaperSize,
  candidate: SealCandidate,
  engine: OcrEngine | null,
): Promise<SealInspection | null> {
  const view = viewSeal(page, candidate);
  const measures = measureSeal(view);
  const reading: SealReading | null = engine === null ? null : await readSeal(view, candidate.shape, measures, engine);
  const framed = candidate.shape === 'rectangle' || candidate.shape === 'square';
  if (framed && reading !== null && NOT_A_SEAL.test(reading.name)) return null;
  // Found by four straight sides, of which a closer look leaves little, around a word: print, or a part of a table.
  const confirmed = candidate.cut ? measures.coverageElsewhere : measures.coverage;
  const broken = candidate.shape === 'rectangle' && confirmed < THRESHOLDS.frame.measured;
  if (broken && reading !== null && [...reading.name].length <= THRESHOLDS.verdict.leastCharacters) return null;
  const diameter = longestSide(candidate);
  const { verdict, reason } = judgeSeal({
    shape: candidate.shape,
    ink: candidate.ink,
    measures,
    reading,
    engine: engine?.name ?? null,
    diameterPixels: diameter,
    cut: candidate.cut,
  });
  return {
    box: candidate.box,
    shape: candidate.shape,
    ink: candidate.ink,
    verdict,
    reason,
    contrast: rounded(measures.contrast),
    coverage: rounded(measures.coverage),
    sharpness: rounded(measures.sharpness),
    text: reading?.name ?? '',
    textConfidence: rounded(reading?.nameConfidence ?? 0),
    innerText: reading?.inner ?? '',
    number: reading?.number ?? '',
    kind: reading === null ? 'unknown' : kindOf(candidate.shape, reading),
    diameterMm: rounded((diameter / Math.max(page.width, page.height)) * Math.max(paper.widthMm, paper.heightMm)),
  };
}

/** In pixels of the page. */
function longestSide({ outline }: SealCandidate): number {
  return outline.form === 'ellipse' ? 2 * outline.ellipse.a : outline.rectangle.width;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
