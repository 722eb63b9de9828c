import { expect, it } from 'vitest';
import { detailText } from '../../src/report/phrases.ts';

it.each([
  ['company.termEndsOn', '公司 › 营业期限至（company.termEndsOn）', 'company.termEndsOn'],
  ['changes.0.effectiveOn', '变更 › 第 1 项 › 生效日期（changes.0.effectiveOn）', 'changes.0.effectiveOn'],
  ['app-store', '应用商店查询记录（app-store）', 'a record of the app stores (app-store)'],
  ['business-licence, tax-return', '营业执照、纳税申报表', 'business licence, tax return'],
  ['文件打不开 / cannot be opened', '文件打不开', 'cannot be opened'],
  ['AS58461', 'AS58461', 'AS58461'],
])('says what "%s" stands for', (detail, zh, en) => {
  expect([detailText(detail, 'zh-CN'), detailText(detail, 'en')]).toEqual([zh, en]);
});
