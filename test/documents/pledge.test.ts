import { expect, it } from 'vitest';
import { readPledge } from '../../src/documents/pledge.ts';
import { textPages } from './page-text.ts';

const pledged = ['我公司郑重承诺如下：', '一、报送的信息真实、准确、完整。', '特此承诺。'];
const signed = ['杭州青禾示例网络科技有限公司（盖章）', '法定代表人签字：', '2026年1月12日'];
const textOf = (...lines: readonly string[]) => readPledge(textPages(lines)).text?.value;

it('is what stands between the addressee and the signature', () => {
  expect(textOf('承 诺 书', '浙江省通信管理局：', ...pledged, ...signed)).toBe(pledged.join(''));
});

it('ends with its closing words, whatever the seal below is read as', () => {
  expect(textOf('承 诺 书', '浙江省通信管理局：', ...pledged, '刚络', ...signed)).toBe(pledged.join(''));
});

it('ends above the signature where it has no closing words', () => {
  expect(textOf('承诺书', ...pledged.slice(0, 2), ...signed)).toBe(pledged.slice(0, 2).join(''));
});
