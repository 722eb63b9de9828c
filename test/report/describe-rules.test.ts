import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { rulePage } from '../../src/engine/rule-files.ts';
import { titleOf } from '../../src/report/describe-rules.ts';

describe('the title of a rule', () => {
  it.each([
    ['# 公章颜色过浅 seal too pale', '公章颜色过浅', 'seal too pale'],
    ['# 服务器 IP 无效 invalid server address', '服务器 IP 无效', 'invalid server address'],
    ['# 有交易却没有 B21 trading without B21', '有交易却没有 B21', 'trading without B21'],
  ])('is read from %s', (page, zh, en) => {
    expect(titleOf(`<!-- header -->\n\n${page}\n\ntext`)).toEqual({ 'zh-CN': zh, en });
  });

  it('is none without a page', () => {
    expect(titleOf('')).toBeNull();
  });

  it('is found for every rule', () => {
    expect(rules.filter(({ id }) => titleOf(rulePage(id)) === null).map(({ id }) => id)).toEqual([]);
  });
});
