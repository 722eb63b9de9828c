import type { SignatureReason, SignatureVerdict } from '../inspection.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Writing } from './writing.ts';

const { verdict: V } = THRESHOLDS;

export interface Judged {
  readonly verdict: SignatureVerdict;
  readonly reason: SignatureReason;
  /** 0 to 1. */
  readonly confidence: number;
  /** The writing that decided; null when there is none. */
  readonly writing: Writing | null;
}

/** What a zone holds, so far as it bears on the verdict. */
export interface ZoneEvidence {
  readonly writings: readonly Writing[];
  readonly emMm: number;
  /** The label's own ink: print from the same printer under the same scanner. null when none of it is left. */
  readonly print: Writing | null;
  /** Share of the zone under a seal's red ink. */
  readonly sealShare: number;
  /** Chinese characters read beside the label that may be a name. */
  readonly readCharacters: number;
  /** A seal whose ink cannot be told from a pen's lies on the zone. */
  readonly greySeal: boolean;
}

/** Judges what stands at the place for a signature. */
export function judgeZone(zone: ZoneEvidence): Judged {
  const { writings, sealShare, readCharacters, greySeal } = zone;
  const strokes = writings.filter(isWriting);
  const rated = strokes.map((writing) => ({ writing, hand: handProbability(writing, zone) }));
  const long = rated.filter(({ writing }) => writing.strokeMm >= V.leastStrokeMm);
  const [best] = [...long].sort((a, b) => b.hand - a.hand);
  if (best === undefined) {
    const rest = strokes.reduce((sum, { strokeMm }) => sum + strokeMm, 0);
    return {
      verdict: 'unsigned',
      reason: sealShare >= V.sealShare ? 'seal-only' : 'no-ink',
      confidence: Math.max(0.5, 1 - (0.5 * rest) / V.leastStrokeMm),
      writing: null,
    };
  }
  const { writing, hand } = best;
  if (greySeal) return { verdict: 'inconclusive', reason: 'grey-seal', confidence: 0.5, writing };
  if (hand >= V.hand) return { verdict: 'signed', reason: 'pen-strokes', confidence: hand, writing };
  if (hand > V.print) return { verdict: 'inconclusive', reason: 'print-or-pen', confidence: 0.5, writing };
  return readCharacters >= 2
    ? { verdict: 'typed', reason: 'typed-name', confidence: 1 - hand, writing }
    : { verdict: 'inconclusive', reason: 'unread-print', confidence: 0.5, writing };
}

/** No edge of a desk, no shadow of a fold, no rest of a rule: those are thick, straight, or have no breadth. */
function isWriting({ penMm, slant, area }: Writing): boolean {
  const thin = Math.min(area.right - area.left, area.bottom - area.top);
  return penMm <= V.thickestPenMm && slant >= V.leastSlant && thin >= V.leastBreadthMm;
}

/**
 * Probability that a writing is a hand's and no print, by logistic regression against the print of its own label, so that
 * typeface, scanner and blur cancel out; see THRESHOLDS for the fit.
 */
export function handProbability(writing: Writing, { emMm, print }: Pick<ZoneEvidence, 'emMm' | 'print'>): number {
  const { intercept, slant, height, pen, blueness, paleness } = V.handModel;
  const own = print ?? V.usualPrint;
  const tall = Math.log((writing.area.bottom - writing.area.top) / emMm);
  const score =
    intercept +
    slant * (writing.slant - own.slant) +
    height * Math.min(V.mostTall, Math.max(V.leastTall, tall)) +
    pen * Math.log(writing.penMm / own.penMm) +
    blueness * Math.max(0, writing.blueness - own.blueness) +
    paleness * (own.darkness - writing.darkness);
  return 1 / (1 + Math.exp(-score));
}
