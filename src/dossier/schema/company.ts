import { z } from 'zod';
import { choice, day, field, money, percent, text } from './field.ts';

export const holderKinds = {
  'natural-person': ['境内自然人', '自然人'],
  state: ['国有', '机关事业单位', '国资'],
  'listed-company': '上市公司',
  company: ['境内法人', '公司', '有限合伙'],
  'foreign-person': '境外自然人',
  'foreign-company': '境外法人',
} as const;

export interface Shareholder {
  readonly name: string;
  readonly kind: keyof typeof holderKinds;
  readonly share: number;
  readonly holders?: readonly Shareholder[] | undefined;
}

export const shareholder: z.ZodType<Shareholder> = z.strictObject({
  name: field(text, ['名称', '姓名', '股东名称'], 'Name of the shareholder.'),
  kind: field(
    choice(holderKinds),
    ['类型', '股东类型'],
    'What the shareholder is; only a natural person, the state or a listed company ends the chain.',
  ),
  share: field(percent.min(0).max(100), ['持股比例', '比例'], 'Share in percent, 0 to 100.'),
  get holders() {
    return field(
      z.array(shareholder).optional(),
      ['股东', '上层股东'],
      'Who holds this shareholder, up to the last holder.',
    );
  },
});

export const company = z.strictObject({
  name: field(text, ['公司名称', '名称', '企业名称', '单位名称'], 'Full name, exactly as on the business licence.'),
  uscc: field(text, ['统一社会信用代码', '信用代码'], 'Unified social credit code, 18 characters (GB 32100-2015).'),
  legalRepresentative: field(text, ['法定代表人', '法人', '法人代表'], 'Name of the legal representative.'),
  address: field(
    text.optional(),
    ['住所', '注册地址', '地址', '注册住所'],
    'Registered address, as on the business licence.',
  ),
  registeredCapital: field(money.optional(), ['注册资本'], 'Registered capital in yuan; 1000万元 is understood.'),
  kind: field(text.optional(), ['企业类型', '公司类型', '类型'], 'Kind of company, as on the business licence.'),
  ownership: field(
    choice({ domestic: ['内资', '民营控股', '国有控股'], foreign: ['外资', '外商投资', '含外资'] }).optional(),
    ['资本性质', '企业性质'],
    'Whether foreign capital is part of the company.',
  ),
  establishedOn: field(day.optional(), ['成立日期'], 'Day of incorporation.'),
  termEndsOn: field(
    z.union([day, z.literal('long-term'), z.literal('长期')]).optional(),
    ['营业期限至', '营业期限'],
    'Last day of the business term, or 长期.',
  ),
  scope: field(text.optional(), ['经营范围'], 'Business scope, as on the business licence.'),
  englishName: field(text.optional(), ['英文名称'], 'English or pinyin name, if domains are registered under it.'),
  formerNames: field(z.array(text).optional(), ['曾用名'], 'Earlier names of the company.'),
  phone: field(text.optional(), ['公司电话', '电话'], 'Telephone of the company.'),
  email: field(text.optional(), ['公司邮箱', '邮箱'], 'Mail address of the company.'),
  listed: field(z.boolean().optional(), ['是否上市'], 'Whether the company is listed.'),
  shareholders: field(
    z.array(shareholder).optional(),
    ['股东', '股权结构'],
    'Shareholders, each traced to its last holder.',
  ),
});
