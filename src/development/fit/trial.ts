import type { TrueSeal } from '../../../fixtures/generate/accuracy-scores.ts';
import { type Bounds, overlapShare } from '../../imaging/seal/place.ts';
import { scoreOf } from '../../imaging/seal/scorecard.ts';
import { THRESHOLDS } from '../../imaging/seal/thresholds.ts';
import type { Design } from './designs.ts';
import type { Sample } from './samples.ts';
import { fitScorecard } from './scorecard-fit.ts';

export type Scored<Feature extends string> = Sample<Feature> & { readonly score: number };

const FOLDS = 5;

/** Each sample scored by a card that was fitted without its page. */
export function crossScores<Feature extends string>(
  design: Design<Feature>,
  samples: readonly Sample<Feature>[],
): Scored<Feature>[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = samples.filter(({ page }) => page % FOLDS !== fold);
    const card = fitScorecard(design, others);
    return samples
      .filter(({ page }) => page % FOLDS === fold)
      .map((sample) => ({ ...sample, score: scoreOf(sample.features, sample.map, card) }));
  }).flat();
}

/** Seals found when what scores `least` is believed, and what is then believed and no seal. */
export function trial<Feature extends string>(
  samples: readonly Scored<Feature>[],
  least: number,
): { readonly found: ReadonlySet<TrueSeal>; readonly inVain: readonly Scored<Feature>[] } {
  const found = new Set<TrueSeal>();
  const inVain: Scored<Feature>[] = [];
  const believed = new Map<number, Scored<Feature>[]>();
  for (const sample of samples.filter(({ score }) => score >= least).sort((p, q) => q.score - p.score)) {
    const onPage = believed.get(sample.page) ?? [];
    believed.set(sample.page, onPage);
    const own = edges(sample);
    if (onPage.some((other) => overlapShare(edges(other), own) > THRESHOLDS.place.sameSeal)) continue;
    onPage.push(sample);
    if (sample.seal !== null && sample.overlap >= 0.5 && !found.has(sample.seal)) found.add(sample.seal);
    else inVain.push(sample);
  }
  return { found, inVain };
}

const edges = ({ box: { x, y, width, height } }: Sample<string>): Bounds => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});
