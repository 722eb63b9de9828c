import { describe, expect, test } from 'vitest';
import { loadReference } from '../../rules/reference/index.ts';
import { findNumbers } from '../../src/identifiers/find-numbers.ts';

const { marks } = loadReference();

function canonical(text: string): string[] {
  return findNumbers(text, marks).flatMap(({ result }) => (result.ok ? [result.value.canonical] : []));
}

describe('numbers in running text', () => {
  test('the foot of a page', () => {
    const foot = `© 2026 青禾(杭州)科技有限公司 版权所有 ICP备案号：浙ICP备16025414号-3 浙公网安备 33010802008282号
      增值电信业务经营许可证：浙B2-20210001 网信算备110108823483901230031号 客服电话 400-810-1234`;
    expect(canonical(foot)).toEqual([
      '浙ICP备16025414号-3',
      '浙B2-20210001',
      '浙公网安备33010802008282号',
      '网信算备110108823483901230031号',
    ]);
  });

  test.each([
    ['蜀ICP备12003508 川B2－20230159', ['蜀ICP备12003508号', '川B2-20230159']],
    ['许可证B2-20080101', ['B2-20080101']],
    ['经营许可证合字B1.B2-20130004|京ICP证030173号-1', ['京ICP证030173号-1', '合字B1.B2-20130004']],
    ['陇ICP备17004168号甘公网安备 62012102000195号', ['陇ICP备17004168号', '甘公网安备62012102000195号']],
    ['粤ICP备12030634号粤ICP备12030634号', ['粤ICP备12030634号']],
    ['辽ICP备2023009191号-2A 2026', ['辽ICP备2023009191号-2A']],
    ['还没有备案', []],
    ['web2-20212137 的作业', []],
  ])('%s', (text, numbers) => {
    expect(canonical(text)).toEqual(numbers);
  });

  test('a number that is wrong is found, too, and says why', () => {
    expect(findNumbers('京ICP备1234567号', marks)).toEqual([
      {
        form: 'filing',
        written: '京ICP备1234567号',
        result: { ok: false, problem: { kind: 'wrong-digit-count', digits: 7, expected: [8, 10] } },
      },
    ]);
    expect(findNumbers('京ICP备123456781234567812345号', marks)).toMatchObject([{ result: { ok: false } }]);
    expect(findNumbers('京公网安备1101050203号', marks)).toMatchObject([
      { form: 'police', result: { problem: { kind: 'wrong-digit-count', digits: 10 } } },
    ]);
  });

  test('a long page is read at once', () => {
    const page = `${'京ICP备 '.repeat(20_000)}${'1'.repeat(200_000)} 浙ICP备16025414号-3`;
    expect(canonical(page)).toEqual(['浙ICP备16025414号-3']);
  });
});
