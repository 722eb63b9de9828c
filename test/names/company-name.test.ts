import { describe, expect, test } from 'vitest';
import { companyNameDistance, mentionsCompany, sameCompanyName } from '../../src/names/company-name.ts';
import { personNameDistance, samePersonName } from '../../src/names/person-name.ts';

describe('company names', () => {
  test.each([
    ['青禾(杭州)科技有限公司', '青禾（杭州）科技有限公司'],
    ['青禾〔杭州〕科技有限公司', '青禾【杭州】科技有限公司'],
    ['青禾 (杭州) 科技 有限公司', '青禾（杭州）科技有限公司\u200b'],
    ['ＡＢＣ网络科技有限公司', 'abc网络科技有限公司'],
    ['⻓沙⻢力⻋业有限公司', '长沙马力车业有限公司'],
    ['Qinghe Technology Co., Ltd.', 'QINGHE TECHNOLOGY CO.,LTD'],
    ['hang zhou qing he ke ji you xian gong si', 'HangzhouQingheKejiYouxianGongsi'],
  ])('%s is %s', (a, b) => {
    expect(sameCompanyName(a, b)).toBe(true);
    expect(sameCompanyName(b, a)).toBe(true);
    expect(companyNameDistance(a, b)).toMatchObject({ edits: 0, lookalikes: 0 });
  });

  test.each([
    ['青禾(杭州)科技有限公司', '青禾杭州科技有限公司'],
    ['青禾(杭州)科技有限公司', '青禾(苏州)科技有限公司'],
    ['大洋科技有限公司', '太洋科技有限公司'],
    ['青禾科技有限公司', '青禾科技股份有限公司'],
    ['Qinghe Technology Co., Ltd.', 'Qinghe Technologies Co., Ltd.'],
    ['', ''],
    [' ', '青禾科技有限公司'],
  ])('%s is not %s', (a, b) => {
    expect(sameCompanyName(a, b)).toBe(false);
  });

  test('a slip of recognition is told from another name', () => {
    expect(companyNameDistance('太洋科技有限公司', '大洋科技有限公司')).toEqual({ edits: 0, lookalikes: 1, length: 8 });
    expect(companyNameDistance('青禾(苏州)科技有限公司', '青禾(杭州)科技有限公司')).toEqual({
      edits: 1,
      lookalikes: 0,
      length: 12,
    });
    expect(companyNameDistance('l23科技有限公司', '123科技有限公司')).toMatchObject({ edits: 0, lookalikes: 1 });
    expect(companyNameDistance('青禾科技有限公', '青禾科技有限公司')).toMatchObject({ edits: 1, lookalikes: 0 });
  });

  test('a name is found in a text that breaks it', () => {
    expect(mentionsCompany('注册人:青禾(杭州)\n科技有限公司 到期', '青禾（杭州）科技有限公司')).toBe(true);
    expect(mentionsCompany('注册人:青禾(苏州)科技有限公司', '青禾（杭州）科技有限公司')).toBe(false);
    expect(mentionsCompany('anything', '')).toBe(false);
  });
});

describe('names of people', () => {
  test('spaces, middle dots and case', () => {
    expect(samePersonName('张 三', '张三')).toBe(true);
    expect(samePersonName('阿卜杜拉•买买提', '阿卜杜拉·买买提')).toBe(true);
    expect(samePersonName('John SMITH', 'john smith')).toBe(true);
    expect(samePersonName('张三', '张三丰')).toBe(false);
    expect(samePersonName('', '')).toBe(false);
  });

  test('look-alikes in scans', () => {
    expect(personNameDistance('王今仪', '王令仪')).toEqual({ edits: 0, lookalikes: 1, length: 3 });
    expect(personNameDistance('李令仪', '王令仪')).toEqual({ edits: 1, lookalikes: 0, length: 3 });
  });
});
