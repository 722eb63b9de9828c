import { distance } from 'fastest-levenshtein';

/**
 * Characters that text recognition takes for one another in print; each group folds to its first.
 * They are different characters all the same: 大洋 and 太洋 may be two companies.
 */
const groups = [
  '0oq〇○',
  '1li|!丨',
  '2z',
  '5s',
  '6g',
  '8b',
  '己已巳',
  '未末',
  '土士',
  '日曰',
  '人入八',
  '千干于',
  '大太犬',
  '天夭',
  '戊戌戍戎',
  '自白',
  '贝见',
  '今令',
  '免兔',
  '鸟乌',
  '酒洒',
  '候侯',
  '准淮',
  '治冶',
  '折析',
  '瓜爪',
  '广厂',
  '辩辨',
  '拔拨',
  '技枝',
  '科料',
  '田由甲申',
  '王玉',
  '力刀',
  '幼幻',
  '微徽',
  '蓝篮',
  '博搏',
  '晴睛',
  '竟竞',
  '网冈罔',
  '享亨',
  '茶荼',
  '崇祟',
  '盲肓',
  '巨臣',
  '宣宜',
  '延廷',
  '官宫',
  '籍藉',
  '梁粱',
  '柏拍',
  '杨扬',
  '云去',
];

const folded = new Map(
  groups.flatMap((group) => {
    const [first = '', ...others] = [...group];
    return others.map((other): [string, string] => [other, first]);
  }),
);

/** A text in lower case with every look-alike folded. For comparing only: never show the result to anybody. */
export function foldLookalikes(text: string): string {
  return [...text].map((character) => folded.get(character) ?? character).join('');
}

/** How far two texts are apart, when one of them may have been read from a scan. */
export interface ScannedDistance {
  /** Insertions, deletions and replacements that are left once look-alikes count as equal. */
  readonly edits: number;
  /** Characters that differ, but look alike in print. */
  readonly lookalikes: number;
  /** Of the longer text, in characters. */
  readonly length: number;
}

/** Compares two texts that were folded already. Both zero: the texts are equal. */
export function scannedDistance(read: string, expected: string): ScannedDistance {
  const edits = distance(foldLookalikes(read), foldLookalikes(expected));
  const exact = distance(read, expected);
  return { edits, lookalikes: exact - edits, length: Math.max([...read].length, [...expected].length) };
}
