import { compact } from './folded-text.ts';

/**
 * Characters that page OCR takes for one another; the first stands for its class. Letters and digits: what tesseract and
 * PP-OCR do on codes. Chinese: characters that differ in one stroke or radical and are frequent in names and addresses.
 */
const classes: readonly string[] = [
  '0OoQD〇○ΟО',
  '1lIi|!丨',
  '2Zz',
  '5Ss',
  '8B',
  '6Gb',
  '9gq',
  '7T',
  '-一－—_',
  '()（）【】[]〔〕{}',
  '·•.,，。、:：;；\'"“”‘’`',
  '日曰目',
  '己已巳',
  '未末',
  '土士',
  '人入八',
  '干千于',
  '大太犬',
  '木本术',
  '由田甲申电',
  '天夭无元',
  '冶治',
  '晴睛清',
  '密蜜',
  '徽微',
  '拔拨',
  '暑署',
  '历厉',
  '侯候',
  '孟盂',
  '戊戌戍',
  '禾木',
  '王玉主',
  '明朋',
  '间问',
  '今令',
  '刀力',
  '白自',
  '住往佳',
  '网冈岡',
  '络洛',
  '技枝',
  '息怠',
  '科料',
  '设没',
  '限根',
  '沪泸',
  '洲州',
  '析折拆',
  '讯迅',
  '壁璧',
  '辩辨',
  '风凤',
  '鸟乌',
  '贝见',
  '子了孑',
  '下卞',
  '弋戈',
  '毫亳',
  '茶荼',
  '汨汩',
];

const representative = new Map<string, string>();
for (const members of classes) {
  const characters = [...members];
  // Classes that share a character are one.
  const known = characters.map((character) => representative.get(character)).find((first) => first !== undefined);
  const first = known ?? characters[0] ?? '';
  for (const character of characters) if (!representative.has(character)) representative.set(character, first);
}

const lookalike = (character: string): string => representative.get(character) ?? character;

/** Whether OCR might have read one character for the other. */
export function looksAlike(a: string, b: string): boolean {
  return a === b || lookalike(a) === lookalike(b);
}

/** A text with every class of look-alikes brought to one member: two texts that OCR cannot tell apart become equal. */
export function withoutConfusions(text: string): string {
  return [...compact(text)].map(lookalike).join('');
}

const digitFor: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  〇: '0',
  '○': '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  丨: '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
  B: '8',
  g: '9',
  q: '9',
};

/** Characters that may stand for a digit, for use inside a character class of a regular expression. */
export const digitLike = '0-9OoQD〇○lIi|!丨ZzSsbBgq';

/** Reads a run that can only be digits; `repaired` when a letter had to be taken for one. */
export function asDigits(text: string): { readonly digits: string; readonly repaired: boolean } {
  let repaired = false;
  const digits = [...text]
    .map((character) => {
      const digit = digitFor[character];
      if (digit === undefined) return character;
      repaired = true;
      return digit;
    })
    .join('');
  return { digits, repaired };
}
