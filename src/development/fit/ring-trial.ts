import type { TrueSeal } from '../../../fixtures/generate/accuracy-scores.ts';
import { overlapShare } from '../../imaging/seal/place.ts';
import { ringScore } from '../../imaging/seal/ring-score.ts';
import { THRESHOLDS } from '../../imaging/seal/thresholds.ts';
import type { RingSample } from './ring-samples.ts';
import { fitScorecard } from './ring-scorecard-fit.ts';

export interface ScoredSample extends RingSample {
  readonly score: number;
}

const FOLDS = 5;

/** Each sample scored by a card that was fitted without its page. */
export function crossScores(samples: readonly RingSample[]): ScoredSample[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const card = fitScorecard(samples.filter(({ page }) => page % FOLDS !== fold));
    return samples
      .filter(({ page }) => page % FOLDS === fold)
      .map((sample) => ({ ...sample, score: ringScore(sample.candidate.features, sample.candidate.map, card) }));
  }).flat();
}

/** Seals found when lines are believed from `least` on, and lines believed that are no seal. */
export function trial(
  samples: readonly ScoredSample[],
  least: number,
): { found: Set<TrueSeal>; inVain: ScoredSample[] } {
  const found = new Set<TrueSeal>();
  const inVain: ScoredSample[] = [];
  const kept = new Map<number, ScoredSample[]>();
  for (const sample of samples.filter(({ score }) => score >= least).sort((p, q) => q.score - p.score)) {
    const onPage = kept.get(sample.page) ?? [];
    kept.set(sample.page, onPage);
    const same = ({ box }: RingSample): boolean =>
      overlapShare(edges(box), edges(sample.box)) > THRESHOLDS.place.sameSeal;
    if (onPage.some(same)) continue;
    onPage.push(sample);
    if (sample.seal !== null && sample.overlap >= 0.5 && !found.has(sample.seal)) found.add(sample.seal);
    else inVain.push(sample);
  }
  return { found, inVain };
}

const edges = ({ x, y, width, height }: RingSample['box']) => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});
