/**
 * What the command-line parser says, in Chinese. The parser gives its messages in English only and without their parts;
 * what is not recognised here is shown as it is.
 */
export function flagErrorInChinese(english: string): string {
  for (const [pattern, chinese] of translations) {
    const found = pattern.exec(english);
    if (found !== null) return `icp-check: ${chinese(...found.slice(1))}\n`;
  }
  return english;
}

const suggestion = (word: string | undefined) => (word === undefined ? '' : `是不是想写“${word}”？`);
const ownWords = (words = '') =>
  words.replace(/^Allowed choices are (.*)\.$/su, '可用的值：$1。').split(/(?<=。) /u)[0];

const translations: readonly (readonly [RegExp, (...parts: (string | undefined)[]) => string])[] = [
  [
    /^error: unknown option '(.+?)'(?:\s+\(Did you mean (?:one of )?(.+?)\?\))?\s*$/su,
    (flag, near) =>
      `没有“${flag}”这个选项。${suggestion(near)}在命令名后加 --help 可看它的选项，如 icp-check check --help。`,
  ],
  [/^error: option '(.+?)' argument missing\s*$/su, (flag) => `选项 ${flag} 后面缺少值。`],
  [/^error: missing required argument '(.+?)'\s*$/su, (name) => `缺少参数 <${name}>。`],
  [
    /^error: option '(.+?)' argument '(.*?)' is invalid\.\s*(.*?)\s*$/su,
    (flag, value, why) => `选项 ${flag} 的值“${value}”不对。${ownWords(why)}`,
  ],
  [
    /^error: too many arguments.*? Expected (\d+) arguments? but got (\d+)/su,
    (expected, got) => `参数太多：最多 ${expected} 个，给了 ${got} 个。`,
  ],
];
