import { z } from 'zod';
import { choice, day, field, money, text, year } from './field.ts';

export const licence = z.strictObject({
  number: field(
    text,
    ['许可证编号', '编号', '许可证号', '经营许可证编号'],
    'Licence number, such as 浙B2-20210001 or 合字B2-20190051.',
  ),
  scope: field(
    choice({ provincial: ['省内', '地网'], national: ['跨地区', '全国', '全网'] }).optional(),
    ['许可范围', '业务覆盖'],
    'One province or several.',
  ),
  issuer: field(text.optional(), ['发证机关'], 'Issuing authority.'),
  issuedOn: field(day.optional(), ['发证日期', '颁发日期'], 'Day of issue.'),
  validTo: field(day.optional(), ['有效期至', '有效期限至', '到期日期'], 'Last day of validity.'),
  companyName: field(text.optional(), ['公司名称', '持证单位'], 'Company name on the licence.'),
  legalRepresentative: field(text.optional(), ['法定代表人'], 'Legal representative on the licence.'),
  registeredCapital: field(money.optional(), ['注册资本'], 'Registered capital on the licence, in yuan.'),
  address: field(text.optional(), ['注册住所', '住所'], 'Registered address on the licence.'),
  shareholders: field(z.array(text).optional(), ['股东'], 'Names of the shareholders on the licence.'),
  domains: field(z.array(text).optional(), ['域名', '网站域名'], 'Domains on the licence.'),
  accessProviders: field(z.array(text).optional(), ['接入商', '接入服务提供者'], 'Access providers on the licence.'),
  services: field(
    z.array(text).optional(),
    ['业务种类'],
    'Kinds of business on the licence, such as 信息服务业务（仅限互联网信息服务）.',
  ),
  items: field(z.array(text).optional(), ['服务项目'], 'Service items on the licence.'),
  annualReports: field(
    z
      .array(
        z.strictObject({
          year: field(year, ['年度', '年份'], 'Year that was reported on.'),
          filedOn: field(day.optional(), ['提交日期', '报送日期'], 'Day on which it was submitted.'),
        }),
      )
      .optional(),
    ['历年年报', '年报记录'],
    'Yearly reports of the licence so far.',
  ),
});
