/**
 * Best path through a recogniser's scores: the likeliest class of each step, repeats and blanks dropped. `scores` are
 * steps × classes, class 0 is the blank. `confidence` is the mean over kept steps, 0 when nothing was kept.
 */
export function decodeCtc(
  scores: Float32Array,
  steps: number,
  classes: number,
  alphabet: readonly string[],
): { readonly text: string; readonly confidence: number } {
  let text = '';
  let sum = 0;
  let kept = 0;
  let previous = 0;
  for (let step = 0, at = 0; step < steps; step++) {
    let best = 0;
    let score = -1;
    for (let c = 0; c < classes; c++, at++) {
      const value = scores[at] ?? 0;
      if (value > score) {
        score = value;
        best = c;
      }
    }
    if (best !== 0 && best !== previous) {
      text += alphabet[best] ?? '';
      sum += score;
      kept++;
    }
    previous = best;
  }
  return { text, confidence: kept === 0 ? 0 : sum / kept };
}
