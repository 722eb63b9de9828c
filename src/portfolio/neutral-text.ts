import { foldName } from '../names/fold.ts';

const numerals = /[零〇一二三四五六七八九十百千万亿两]+/gu;
const notChinese = /[^\p{Script=Han}]+/gu;
// A single character stands in too many words to be anybody's name.
const shortestName = 2;

/**
 * What a text says apart from whom it is about: names, figures, dates, addresses in Latin letters, punctuation and white
 * space are taken out, so that one model filled in by two companies reads alike. `names` are those of the company at
 * hand; what it calls others by stays.
 */
export function neutralText(text: string, names: readonly string[]): string {
  const folded = foldName(text);
  const taken = [...new Set(names.map(foldName))]
    .filter((name) => [...name].length >= shortestName)
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ''), folded);
  return taken.replaceAll(numerals, '').replaceAll(notChinese, '');
}
