/**
 * CJK radicals that text layers of PDF files put in the place of the characters they look like.
 * NFKC folds the Kangxi radicals itself, but not these of the supplement (U+2E80 to U+2EFF).
 */
const radicals = new Map(
  [
    ...'⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙',
  ].flatMap((character, index, all): [string, string][] =>
    index % 2 === 0 ? [[character, all[index + 1] ?? '']] : [],
  ),
);

/**
 * Brings a name to the one spelling in which names are compared: NFKC, no white space or invisible characters,
 * round brackets only, one kind of middle dot and hyphen, lower case.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u2e80-\u2eff]/gu, (radical) => radicals.get(radical) ?? radical)
    .replace(/[\s\p{C}\u3164]/gu, '')
    .replace(/[[{〔【〈「『〖]/g, '(')
    .replace(/[\]}〕】〉」』〗]/g, ')')
    .replace(/[•・‧∙⋅●]/g, '·')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase();
}
