import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nameShares, type Scores, type Share } from '../../../fixtures/generate/accuracy-scores.ts';
import type { PageLabel } from '../../../fixtures/generate/labelled-page.ts';
import type { OcrEngineName } from '../../imaging/ocr/engine.ts';
import { packageFile } from '../../package-file.ts';
import { type LabelledPicture, labelledPicture } from './generated-pages.ts';

const folder = packageFile('fixtures/labelled-pages');
const expectedFile = path.join(folder, 'expected.json');

/** The committed pages that every test run reads: few, drawn from the tuning seed, and always the same. */
export function fixedPages(): LabelledPicture[] {
  // Written by fixtures/generate/pages.ts, from the same type.
  const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as PageLabel[];
  return labels.map((label) => labelledPicture(folder, label));
}

/** In percent, to a tenth; every figure is better when it is higher. */
export type Figures = Readonly<Record<string, number>>;

const inPercent = ({ hits, all }: Share): number => Math.round((1000 * hits) / Math.max(1, all)) / 10;

/** What must not fall. */
export function figuresOf(scores: Scores): Figures {
  const readable = scores.names.filter(({ verdict }) => verdict === 'legible' || verdict === 'faint');
  const { characters, exact } = nameShares(readable);
  const { hits, all } = scores.inconclusive;
  return {
    recall: inPercent(scores.recall),
    precision: inPercent(scores.precision),
    'clean pages': inPercent(scores.cleanPages),
    'right verdicts': inPercent(scores.verdict),
    'conclusive verdicts': inPercent({ hits: all - hits, all }),
    characters: inPercent(characters),
    'exact names': inPercent(exact),
    'inner lines': inPercent(scores.innerLine),
    numbers: inPercent(scores.number),
  };
}

type Expected = Partial<Record<OcrEngineName, Figures>>;

/** Written by `recordFigures`. */
const readExpected = (): Expected => JSON.parse(readFileSync(expectedFile, 'utf8')) as Expected;

/** @throws Error when nothing was recorded for the engine */
export function expectedFigures(engine: OcrEngineName): Figures {
  const figures = readExpected()[engine];
  if (figures === undefined) throw new Error(`${expectedFile} holds no figures of ${engine}`);
  return figures;
}

export function recordFigures(engine: OcrEngineName, figures: Figures): void {
  writeFileSync(expectedFile, `${JSON.stringify({ ...readExpected(), [engine]: figures }, null, 2)}\n`);
}

/** Points that a figure may fall by: what another version of a native library may cost. */
const TOLERANCE = 1;

/** One line a figure that fell by more than a point, or is gone. */
export function falls(expected: Figures, measured: Figures): string[] {
  return Object.entries(expected).flatMap(([name, before]) => {
    const now = measured[name];
    if (now !== undefined && now >= before - TOLERANCE) return [];
    return [`${name}: ${now === undefined ? 'not measured' : `${now} %`}, was ${before} %`];
  });
}
