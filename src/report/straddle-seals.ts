import type { LocalText } from '../dossier/problem.ts';
import type { PageInspection, SealSlice } from '../imaging/inspection.ts';
import { joinSlices, type StraddleImpression } from '../imaging/seal/join-slices.ts';
import { fillTemplate } from './fill-template.ts';
import { straddleWords } from './scan-wording.ts';

export type StraddleState = NonNullable<StraddleImpression['fault']> | 'joined';

/** A straddle seal of one file, by the letter that its parts go by. */
export interface StraddleSeal extends StraddleImpression {
  readonly letter: string;
  readonly state: StraddleState;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A to Z, then A2 to Z2 and so on. */
const letterOf = (index: number): string =>
  `${letters[index % letters.length]}${index < letters.length ? '' : Math.floor(index / letters.length) + 1}`;

/** The straddle seals whose parts the pages of one file bear, in the order in which they begin. */
export function straddleSealsOf(pages: readonly PageInspection[]): readonly StraddleSeal[] {
  const edged = pages.flatMap(({ number, edges }) => (edges === null ? [] : [{ number, edges }]));
  return joinSlices(edged).map((impression, index) => ({
    ...impression,
    letter: letterOf(index),
    state: impression.fault ?? 'joined',
  }));
}

/** The one that a slice is part of; the slice must be one of those that the seals were made of. */
export const sealOfSlice = (seals: readonly StraddleSeal[], slice: SealSlice): StraddleSeal | undefined =>
  seals.find(({ slices }) => slices.includes(slice));

/** Chinese with 、 between the numbers, English in singular or plural. */
export const straddledPages = ({ pages }: StraddleSeal): LocalText => ({
  'zh-CN': fillTemplate(straddleWords.onPages['zh-CN'], { pages: pages.join('、') }),
  en: fillTemplate((pages.length === 1 ? straddleWords.onPage : straddleWords.onPages).en, { pages: pages.join(', ') }),
});
