import type { Flow } from './sheet.ts';

/** Names of companies and other organisations as they stand in folded text. */

const entity =
  '(?:有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|合伙企业\\s*\\((?:有限合伙|普通合伙|特殊普通合伙)\\)|事务所\\s*\\((?:有限合伙|普通合伙|特殊普通合伙)\\)|事务所(?:有限(?:责任)?公司)?|(?:集团|总)公司|分公司|合作社|研究院|研究所|通信管理局|(?:监督)?管理局|管理委员会|税务局|公安局|分局)';
const branch = '(?:\\s*[\\u4e00-\\u9fff]{2,10}?分公司)?';
const body = '[\\u4e00-\\u9fffA-Za-z0-9&·().\\- ]';

const anchored = new RegExp(`^\\s*(${body}{2,48}?${entity}${branch})`);
const anywhere = new RegExp(
  `[\\u4e00-\\u9fffA-Za-z0-9&·()]${'[\\u4e00-\\u9fffA-Za-z0-9&·()]'}{2,40}?${entity}${branch}`,
  'g',
);

/** A name that the text begins with, blanks removed; null when it does not begin with one. */
export function leadingCompanyName(text: string): { readonly value: string; readonly length: number } | null {
  const match = anchored.exec(text);
  const name = match?.[1];
  // A label that no blank parts from the name is not part of it.
  if (match === null || name === undefined || /^(?:单位|公司|企业)\s*名称/.test(name)) return null;
  return { value: tidy(name), length: match[0].length };
}

// Words of a sentence or a label that run into a name where no punctuation parts them. Short ones are also parts of names
// (华为, 和润): they count only before a place, with which most names begin.
const places =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|杭州|宁波|南京|苏州|无锡|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|珠海|东莞|佛山|南宁|海口|成都|贵阳|昆明|西安|兰州|石家庄|太原|沈阳|大连|长春|哈尔滨|中国';
const longLeads =
  '兹授权|授权|委托|兹证明|证明|我公司|本公司|我单位|本单位|贵公司|公司名称|单位名称|企业名称|名称|权利人|纳税人|编制单位|缴费单位|参保单位|被测单位|测评单位|委托单位|开发者|发证机关|甲方|乙方|丙方|委托方|受托方|出租方|承租方|持证单位|主办单位|接入商|接入服务提供者|注册人|所有者|持有者|注册商|股东|根据|按照|审计了|依法经|盖章';
const lead = new RegExp(
  `^.*(?:(?:${longLeads})(?=[\\u4e00-\\u9fffA-Za-z(])|[由与及和系为是向对在于经受将](?=(?:${places})))`,
);
const trailer = /(?:有限责任公司|股份有限公司|有限公司)$/;

function tidy(name: string): string {
  return name.replace(/\s+/g, '');
}

export interface FoundCompany {
  readonly value: string;
  readonly index: number;
}

/** Full names of companies (…有限公司 and its kind) in a text without white space, each with its place. */
export function findCompanyNames(text: string): readonly FoundCompany[] {
  const found: FoundCompany[] = [];
  for (const match of text.matchAll(anywhere)) {
    let name = match[0];
    let index = match.index;
    const cut = lead.exec(name)?.[0] ?? '';
    if (cut !== '' && name.length - cut.length >= 6) {
      name = name.slice(cut.length);
      index += cut.length;
    }
    const open = name.startsWith('(') ? 1 : 0;
    name = name.slice(open);
    index += open;
    if (!trailer.test(name) && !/分公司$|(?:会计师|律师|税务师)事务所/.test(name)) continue;
    if (name.replace(trailer, '').replace(/(?:会计师|律师|税务师)事务所.*$/, '').length < 3) continue;
    found.push({ value: name, index });
  }
  return found;
}

/** A name no shorter than this before 有限公司 is whole, not the end of one that began on the line before. */
const wholeName = 4;

/**
 * Company names in a document: within a line, and over the end of a line where the next one does not begin with a whole
 * name of its own.
 */
export function findCompanyNamesIn({ text, starts }: Pick<Flow, 'text' | 'starts'>): readonly FoundCompany[] {
  const found: FoundCompany[] = [];
  starts.forEach((start, row) => {
    const end = starts[row + 1] ?? text.length;
    for (const { value, index } of findCompanyNames(text.slice(start, end)))
      found.push({ value, index: start + index });
    if (row === 0) return;
    const from = Math.max(starts[row - 1] ?? 0, start - 40);
    for (const { value, index } of findCompanyNames(text.slice(from, Math.min(end, start + 40)))) {
      const rest = value.slice(start - from - index);
      const crosses = from + index < start && rest.length > 0 && from + index + value.length > start;
      if (crosses && rest.replace(trailer, '').length < wholeName) found.push({ value, index: from + index });
    }
  });
  return found.sort((a, b) => a.index - b.index);
}

const surnameAndGiven =
  /^\s*([\u4e00-\u9fff](?:\s{0,3}[\u4e00-\u9fff]){1,3}(?:·[\u4e00-\u9fff]{2,8})?)(?![\u4e00-\u9fff])/;

/** A person's name of two to four characters that the text begins with and that ends there. */
export function leadingPersonName(text: string): { readonly value: string; readonly length: number } | null {
  const match = surnameAndGiven.exec(text);
  if (match?.[1] === undefined) return null;
  const value = tidy(match[1]);
  if (/^第|(?:公司|签字|盖章|姓名|电话|日期|身份|职务)/.test(value)) return null;
  return { value, length: match[0].length };
}
