import { licenceNumber } from './codes.ts';
import { findCompanyNames } from './company-names.ts';
import { findDomains } from './domain-names.ts';
import { asDay, readList, readPeriod } from './find-in-flow.ts';
import { findLabels, type Labelled } from './labels.ts';
import {
  amount,
  companyName,
  day,
  lastDay,
  type Parse,
  periodStart,
  personName,
  readAnywhere,
  readLabelled,
  readLines,
} from './read-field.ts';
import type { ReadField, TelecomLicence } from './reading.ts';
import { flowOf, layRows, type NumberedText } from './sheet.ts';
import { signatureDay } from './signature.ts';
import { readNameColumn } from './table-column.ts';

/** Kinds of business on licences, as the licence system lists them; a form may break their brackets. */
const services: readonly { readonly name: string; readonly form: RegExp }[] = [
  { name: '国内甚小口径终端地球站通信业务', form: /甚小口径终端地球站通信/ },
  { name: '固定网国内数据传送业务', form: /固定网国内数据传送/ },
  { name: '网络托管业务', form: /网络托管/ },
  { name: '互联网数据中心业务', form: /互联网数据中心/ },
  { name: '内容分发网络业务', form: /内容分发网络/ },
  { name: '国内互联网虚拟专用网业务', form: /互联网虚拟专用网/ },
  { name: '互联网接入服务业务', form: /互联网接入服务业务|互联网接入服务(?!提供)/ },
  { name: '在线数据处理与交易处理业务', form: /在线数据处理与交易处理/ },
  { name: '国内多方通信服务业务', form: /多方通信服务/ },
  { name: '存储转发类业务', form: /存储转发类/ },
  { name: '国内呼叫中心业务', form: /呼叫中心/ },
  { name: '信息服务业务（不含互联网信息服务）', form: /信息服务业务\(?不含/ },
  { name: '信息服务业务（仅限互联网信息服务）', form: /信息服务业务(?!\(?不含)/ },
  { name: '互联网域名解析服务业务', form: /互联网域名解析服务/ },
  { name: '通过转售方式提供的蜂窝移动通信业务', form: /转售方式提供的蜂窝移动/ },
];

/** Service items of B25, in both spellings (catalogue and licence system). */
const items: readonly { readonly name: string; readonly form: RegExp }[] = [
  { name: '信息发布平台和递送服务', form: /信息发布平台和递送服务/ },
  { name: '信息搜索查询服务', form: /信息搜索查询服务/ },
  { name: '信息社区平台服务', form: /信息社区(?:平台)?服务/ },
  { name: '信息即时交互服务', form: /信息即时交互服务/ },
  { name: '信息保护和处理服务', form: /信息保护和(?:加工)?处理服务/ },
];

const provinces =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆';

type Named = readonly { readonly name: string; readonly form: RegExp }[];

const findNamed =
  (table: Named) =>
  (text: string): readonly { readonly value: string; readonly index: number; readonly length: number }[] =>
    table.flatMap(({ name, form }) => {
      const match = form.exec(text);
      return match === null ? [] : [{ value: name, index: match.index, length: match[0].length }];
    });

export const findServices = findNamed(services);
export const findServiceItems = findNamed(items);

/** 全国 or the provinces that a text names. */
export const coverage: Parse<readonly string[]> = (text) => {
  const squeezed = text.replace(/\s+/g, '');
  if (/全国|跨地区|31个省/.test(squeezed)) return { value: ['全国'], proof: 'form' };
  const named = [...new Set([...squeezed.matchAll(new RegExp(provinces, 'g'))].map(([name]) => name))];
  return named.length === 0 ? null : { value: named, proof: 'form' };
};

/** 增值电信业务经营许可证 with its annex of particulars. */
export function readTelecomLicence(pages: readonly NumberedText[]): TelecomLicence {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    {
      number: ['经营许可证编号', '许可证编号', '许可证号', '证书编号', '编号'],
      company: ['公司名称', '企业名称', '单位名称', '经营者名称', '持证单位', '名称'],
      person: ['法定代表人', '法人代表', '负责人'],
      capital: ['注册资本', '注册资金'],
      address: ['注册住所', '公司住所', '注册地址', '住所', '地址'],
      coverage: ['业务覆盖范围', '业务覆盖', '覆盖范围', '服务范围', '经营范围'],
      issuer: ['发证机关', '颁发机关', '发证单位'],
      issued: ['发证日期', '颁发日期', '发证时间'],
      term: ['有效期限', '有效期至', '有效期', '有效期截止', '许可证有效期'],
      shareholders: ['公司股东', '股东名称', '股东'],
      providers: ['接入服务提供者', '接入服务商', '接入服务单位', '接入商'],
    },
    [
      '业务种类',
      '服务项目',
      '特别规定事项',
      '特别事项',
      '网站域名',
      '域名',
      '网站名称',
      '附页',
      '统一社会信用代码',
      '企业类型',
      '公司类型',
      '出资比例',
      '持股比例',
    ],
  );
  const period = readPeriod(flow, /有效期/);
  return {
    number: readLabelled(at('number'), licenceNumber) ?? readAnywhere(rows, licenceNumber),
    companyName: readLabelled(at('company'), companyName),
    legalRepresentative: readLabelled(at('person'), personName),
    registeredCapital: readLabelled(at('capital'), amount(1e4)),
    address: readLines(at('address'), { most: 3, accept: /[省市区县路街号]/ }),
    services: readList(flow, findServices),
    items: readList(flow, findServiceItems),
    coverage: readLabelled(at('coverage'), coverage),
    shareholders: shareholders(at('shareholders')) ?? readNameColumn(rows, /^股东(?:姓名|名称|姓名或名称)?$/),
    domains: readList(flowOf(rows, 'kept'), (text) =>
      findDomains(text).filter(({ value }) => !/miit\.gov\.cn$/.test(value)),
    ),
    accessProviders: companies(at('providers')),
    issuer: readLabelled(at('issuer'), companyName) ?? readAnywhere(rows, authority),
    issuedOn: readLabelled(at('issued'), day) ?? readLabelled(at('issuer'), day) ?? signatureDay(rows),
    validFrom: period.from ?? readLabelled(at('term'), periodStart),
    validTo: asDay(period.to) ?? readLabelled(at('term'), lastDay),
  };
}

const authority: Parse<string> = (text) => {
  const match = /(?:中华人民共和国工业和信息化部|工业和信息化部|[\u4e00-\u9fff]{2,10}通信管理局)/.exec(
    text.replace(/\s/g, ''),
  );
  return match === null ? null : { value: match[0], proof: 'free' };
};

function companies(found: readonly Labelled[]): ReadField<readonly string[]> | null {
  return readLabelled(found, (text) => {
    const names = findCompanyNames(text.replace(/\s+/g, ''));
    return names.length === 0 ? null : { value: [...new Set(names.map(({ value }) => value))], proof: 'free' };
  });
}

/** Names of people and companies parted by commas, with or without their shares. */
function shareholders(found: readonly Labelled[]): ReadField<readonly string[]> | null {
  return readLabelled(found, (text) => {
    const names = text
      .split(/[,、;\t]|\s{2,}/)
      .map((part) => part.replace(/\s+/g, '').replace(/\([^()]*\)?$|[\d.%]+$/, ''))
      .filter((part) => /^[\u4e00-\u9fffA-Za-z()·]{2,40}$/.test(part) && !/出资|比例|序号|名称|股东/.test(part));
    return names.length === 0 ? null : { value: names, proof: 'free' };
  });
}
