import { closest, distance } from 'fastest-levenshtein';

/** The known word that a mistyped one most likely meant; undefined when none is near: over a third of it differs, or all of it. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = word.toLowerCase();
  const best = closest(
    lower,
    known.map((name) => name.toLowerCase()),
  );
  const found = known.find((name) => name.toLowerCase() === best);
  const allowed = Math.max(1, Math.floor(Math.max(word.length, best.length) / 3));
  const differing = distance(lower, best);
  return differing <= allowed && differing < word.length ? found : undefined;
}
