import { type NameScore, nameShares, percent, type Scores } from '../../../fixtures/generate/accuracy-scores.ts';
import type { EngineFigures, SetFigures } from './figures.ts';
import { CLEAR } from './real-pictures.ts';
import { type Language, WORDS } from './words.ts';

/** The figures of one set as Markdown, in one language. */
export function tablesOf(set: SetFigures, language: Language): string {
  const word = WORDS[language];
  const [first] = set.engines;
  if (first === undefined) return '';
  const heading = `### ${set.title[language]}`;
  const columns = set.engines.map(({ engine }) => engine);
  const row = (name: string, cell: (figures: EngineFigures) => string): string[] => [name, ...set.engines.map(cell)];
  const summary = table(
    ['', ...columns],
    [
      row(word.recall, ({ scores }) => percent(scores.recall)),
      row(word.precision, ({ scores }) => percent(scores.precision)),
      row(word.clean, ({ scores }) => percent(scores.cleanPages)),
      ...(first.scores.verdict.all === 0
        ? []
        : [
            row(word.verdict, ({ scores }) => percent(scores.verdict)),
            row(word.inconclusive, ({ scores }) => percent(scores.inconclusive)),
          ]),
      // Only real pictures are labelled so.
      ...(first.scores.names.some(isClear)
        ? [row(word.clearCharacters, ({ scores }) => percent(nameShares(scores.names.filter(isClear)).characters))]
        : []),
      row(word.innerLine, ({ scores }) => percent(scores.innerLine)),
      ...(first.scores.number.all === 0 ? [] : [row(word.number, ({ scores }) => percent(scores.number))]),
      ...(first.cost === null
        ? []
        : [
            row(word.processor, ({ cost }) => seconds(cost?.processor)),
            row(word.wall, ({ cost }) => seconds(cost?.wall)),
            row(word.memory, ({ peakBytes }) => `${Math.round(peakBytes / 1e6)} MB`),
          ]),
    ],
  );
  const shapes = table(
    [word.shape, word.recall],
    Object.entries(first.scores.recallByShape).map(([shape, share]) => [word.shapes[shape] ?? shape, percent(share)]),
  );
  const verdicts = set.engines
    .filter(({ scores }) => scores.verdict.all > 0)
    .map(({ engine, scores }) => `${word.confusion(engine)}\n\n${confusion(scores, language)}`);
  return [heading, summary, shapes, ...verdicts, `${word.names}\n\n${names(set, language)}`].join('\n\n');
}

const isClear = ({ group }: NameScore): boolean => group === CLEAR;

const seconds = (spread: { median: number; most: number } | undefined): string =>
  spread === undefined ? '—' : `${spread.median.toFixed(2)} s, ${spread.most.toFixed(2)} s`;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const TRUTHS = ['legible', 'faint', 'illegible', 'cut-off'] as const;
const SAID = [...TRUTHS, 'inconclusive', 'missed'] as const;

function confusion({ confusion: counts }: Scores, language: Language): string {
  const word = WORDS[language];
  return table(
    [word.truth, ...SAID.map((said) => word.verdicts[said])],
    TRUTHS.map((truth) => [word.verdicts[truth], ...SAID.map((said) => String(counts[truth]?.[said] ?? 0))]),
  );
}

/** By shape and group, in the order of shapes and names of groups; seals that nobody can be asked to read left out. */
function names({ engines }: SetFigures, language: Language): string {
  const word = WORDS[language];
  const readable = ({ verdict }: NameScore): boolean =>
    verdict === null || verdict === 'legible' || verdict === 'faint';
  const keys = new Map<string, (name: NameScore) => boolean>();
  const all = engines[0]?.scores.names.filter(readable) ?? [];
  for (const shape of ['round', 'oval', 'rectangle', 'square'] as const) {
    for (const group of [...new Set(all.filter((name) => name.shape === shape).map((name) => name.group))].sort()) {
      keys.set(
        `${word.shapes[shape]} | ${word.groups[group] ?? group}`,
        (name) => readable(name) && name.shape === shape && name.group === group,
      );
    }
  }
  const head = engines.flatMap(({ engine }) => [`${engine} ${word.characters}`, `${engine} ${word.exact}`]);
  const rows = [...keys].map(([key, matches]) => [
    ...key.split(' | '),
    ...engines.flatMap(({ scores }) => {
      const { characters, exact } = nameShares(scores.names.filter(matches));
      return [percent(characters), percent(exact)];
    }),
  ]);
  return table([word.shape, word.group, ...head], rows);
}
