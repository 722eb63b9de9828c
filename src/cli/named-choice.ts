import { UsageError } from '../config/usage-error.ts';
import { type Procedure, procedures } from '../dossier/procedures.ts';
import { suggest } from '../dossier/suggestion.ts';

/** A choice and the words by which people name it; the first is the one that is suggested. */
interface Choice<T> {
  readonly value: T;
  readonly names: readonly string[];
}

/** Finds the choice that is meant by one of its names. Throws a UsageError with a suggestion when there is none. */
export function named<T>(word: string, option: string, choices: readonly Choice<T>[]): T {
  const lower = word.trim().toLowerCase();
  const found = choices.find(({ names }) => names.some((name) => name.toLowerCase() === lower));
  if (found !== undefined) return found.value;
  const near = suggest(
    lower,
    choices.flatMap(({ names }) => names),
  );
  const all = choices.flatMap(({ names: [first = ''] }) => first);
  throw new UsageError({
    'zh-CN': `${option}：没有“${word}”。${near === undefined ? `可以写：${all.join('、')}。` : `是不是想写“${near}”？`}`,
    en: `${option}: there is no "${word}". ${near === undefined ? `Known: ${all.join(', ')}.` : `Did you mean "${near}"?`}`,
  });
}

// Object.entries widens the keys of a constant to string.
const procedureChoices = (Object.entries(procedures) as [Procedure, readonly string[]][]).map(([value, names]) => ({
  value,
  names: [value, ...names],
}));

/** A procedure by its id or a Chinese name: annual-report, 年报. Throws a UsageError. */
export const procedureNamed = (word: string): Procedure => named(word, '--procedure', procedureChoices);
