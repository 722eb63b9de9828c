import { creditCode, filingNumber, licenceNumber } from './codes.ts';
import { domainNames, findDomains } from './domain-names.ts';
import { asDay, readInFlow, readList, readPeriod } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import {
  amount,
  companyName,
  day,
  lastDay,
  type Parse,
  personName,
  readAnywhere,
  readLabelled,
  readLines,
  words,
} from './read-field.ts';
import type { FilingQuery, LicenceQuery, ReadField, RegistryExtract } from './reading.ts';
import { type Flow, flowOf, layRows, type NumberedText } from './sheet.ts';
import { coverage, findServices } from './telecom-licence.ts';

/** Screenshots of public registers. */

const registryStatus: Parse<string> = (text) => {
  const match = /存续|在业|在营|开业|吊销|注销|迁出|停业|清算|撤销|登记成立|正常/.exec(text.replace(/\s/g, ''));
  return match === null ? null : { value: match[0], proof: 'form' };
};

const adverse: readonly { readonly name: string; readonly form: RegExp; readonly cleared: RegExp }[] = [
  {
    name: '经营异常名录',
    form: /列入经营异常名录/,
    cleared: /(?:移出经营异常名录|(?:未|没有)(?:被)?列入经营异常名录|列入经营异常名录信息[::]?(?:0条|无|暂无))/,
  },
  {
    name: '严重违法失信名单',
    form: /列入严重违法失信(?:企业)?名单/,
    cleared:
      /(?:移出严重违法|(?:未|没有)(?:被)?列入严重违法|列入严重违法失信(?:企业)?名单(?:\(黑名单\))?信息[::]?(?:0条|无|暂无))/,
  },
  {
    name: '电信业务经营不良名单',
    form: /电信业务经营不良名单/,
    cleared: /(?:移出电信业务经营不良|未列入电信业务经营不良|不良名单[::]?(?:0条|无|暂无|未列入))/,
  },
  {
    name: '电信业务经营失信名单',
    form: /电信业务经营失信名单/,
    cleared: /(?:移出电信业务经营失信|未列入电信业务经营失信|失信名单[::]?(?:0条|无|暂无|未列入))/,
  },
  { name: '行政处罚', form: /行政处罚决定书文号|处罚内容/, cleared: /行政处罚信息[::]?(?:0条|无|暂无)/ },
];

/** A heading without entries is no entry: an entry has its decision, its date or its reason after it. */
const entry = /列入(?:日期|原因|时间|事由)|作出决定|处罚(?:内容|日期)|决定机关/;

function adverseEntries(flow: Flow): ReadField<readonly string[]> | null {
  const found: ReadField<string>[] = [];
  let nothing: ReadField<string> | null = null;
  for (const { name, form, cleared } of adverse) {
    const clear = readInFlow(flow, cleared, () => ({ value: name, proof: 'form' }));
    if (clear !== null) {
      nothing ??= clear;
      continue;
    }
    const listed = readInFlow(flow, new RegExp(`${form.source}[\\s\\S]{0,160}`), (text) =>
      entry.test(text) || /已?被列入/.test(text) ? { value: name, proof: 'form' } : null,
    );
    if (listed !== null) found.push(listed);
  }
  const first = found[0] ?? nothing;
  if (first === null) {
    const none = readInFlow(
      flow,
      /(?:暂?无|未查询到)[^。]{0,12}(?:异常|失信|不良|处罚)[^。]{0,6}(?:信息|记录)/,
      () => ({ value: '', proof: 'form' }),
    );
    return none === null ? null : { ...none, value: [] };
  }
  return { ...first, value: found.map(({ value }) => value) };
}

/** 国家企业信用信息公示系统 */
export function readRegistryExtract(pages: readonly NumberedText[]): RegistryExtract {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    {
      name: ['企业名称', '公司名称', '名称'],
      uscc: ['统一社会信用代码', '信用代码', '注册号'],
      person: ['法定代表人', '负责人'],
      capital: ['注册资本'],
      address: ['住所', '注册地址', '营业场所', '主要经营场所'],
      status: ['登记状态', '经营状态', '企业状态'],
      queried: ['查询时间', '查询日期', '打印时间', '打印日期', '报告生成时间', '生成时间', '截图时间'],
    },
    ['类型', '成立日期', '营业期限', '登记机关', '核准日期', '经营范围', '营业期限自', '营业期限至'],
  );
  return {
    name: readLabelled(at('name'), companyName) ?? readAnywhere(rows, companyName),
    uscc: readLabelled(at('uscc'), creditCode) ?? readAnywhere(rows, creditCode),
    legalRepresentative: readLabelled(at('person'), personName),
    registeredCapital: readLabelled(at('capital'), amount(1e4)),
    address: readLines(at('address'), { most: 3, accept: /[省市区县路街号]/ }),
    status: readLabelled(at('status'), registryStatus),
    adverseEntries: adverseEntries(flow),
    queriedOn: readLabelled(at('queried'), day),
  };
}

const licenceStatus: Parse<string> = (text) => {
  const match = /正常|过期|撤销|无效|吊销|注销/.exec(text.replace(/\s/g, ''));
  return match === null ? null : { value: match[0], proof: 'form' };
};

/** Public query of telecom licences. */
export function readLicenceQuery(pages: readonly NumberedText[]): LicenceQuery {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    {
      company: ['公司名称', '企业名称', '经营者名称', '单位名称'],
      number: ['许可证编号', '许可证编码', '许可证号', '经营许可证编号'],
      person: ['法定代表人', '法人代表'],
      coverage: ['服务范围', '业务覆盖范围', '覆盖范围'],
      status: ['许可证状态', '证书状态', '状态'],
      issuer: ['发证机关', '颁发机关'],
      issued: ['发证日期', '颁发日期'],
      term: ['有效期至', '截止日期', '有效期', '到期日期'],
      queried: ['查询时间', '查询日期', '截图时间'],
    },
    ['业务种类', '统一社会信用代码', '注册资本', '企业性质', '注册住所', '公司性质', '许可证类型'],
  );
  const period = readPeriod(flow, /有效期/);
  return {
    companyName: readLabelled(at('company'), companyName) ?? readAnywhere(rows, companyName),
    number: readLabelled(at('number'), licenceNumber) ?? readAnywhere(rows, licenceNumber),
    legalRepresentative: readLabelled(at('person'), personName),
    services: readList(flow, findServices),
    coverage: readLabelled(at('coverage'), coverage),
    status: readLabelled(at('status'), licenceStatus),
    issuer: readLabelled(at('issuer'), (text) => companyName(text) ?? words(text)),
    issuedOn: readLabelled(at('issued'), day),
    validTo: asDay(period.to) ?? readLabelled(at('term'), lastDay),
    adverseEntries: adverseEntries(flow),
    queriedOn: readLabelled(at('queried'), day),
  };
}

/** Public query of filings. */
export function readFilingQuery(pages: readonly NumberedText[]): FilingQuery {
  const rows = layRows(pages);
  const at = findLabels(
    rows,
    {
      sponsor: ['主办单位名称', '主办单位', '主办者名称'],
      number: ['网站备案号', 'ICP备案号', '备案/许可证号', 'ICP备案/许可证号', '服务备案号', '主体备案号', '备案号'],
      site: ['网站名称', '服务名称'],
      domains: ['网站域名', '网站首页网址', '域名'],
      approved: ['审核通过日期', '审核日期', '审核时间', '通过日期'],
    },
    ['主办单位性质', '单位性质', '是否限制接入', '服务内容', '前置审批项'],
  );
  return {
    sponsor: readLabelled(at('sponsor'), companyName) ?? readAnywhere(rows, companyName),
    number: readLabelled(at('number'), filingNumber) ?? readAnywhere(rows, filingNumber),
    siteName: readLabelled(at('site'), words),
    domains:
      readLabelled(at('domains'), domainNames) ??
      readList(flowOf(rows, 'kept'), (text) => findDomains(text).filter(({ value }) => !/miit\.gov\.cn$/.test(value))),
    approvedOn: readLabelled(at('approved'), day) ?? readAnywhere(rows, day),
  };
}
