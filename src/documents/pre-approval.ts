import { freeNumber } from './codes.ts';
import { asDay, readInFlow, readPeriod } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import { companyName, day, lastDay, organ, personName, readLabelled, readLines } from './read-field.ts';
import type { PreApproval, PreApprovalKind, ReadField } from './reading.ts';
import { type Flow, flowOf, layRows, type NumberedText } from './sheet.ts';
import { signatureDay } from './signature.ts';

/** Names of the permits. Live performance is a kind of business on the permit for network culture. */
const permits: readonly (readonly [PreApprovalKind, RegExp])[] = [
  ['news', /互联网新闻信息服务许可证/],
  ['publishing', /(?:网络|互联网)出版(?:服务)?许可证/],
  ['drugs', /互联网药品信息服务资格证书|医疗器械网络/],
  ['audio-visual', /信息网络传播视听节目许可证/],
  ['ride-hailing', /网络预约出租汽车经营许可证/],
  ['games', /(?:网络)?游戏(?:出版|出版物|审批)|ISBN978-7/],
  ['education', /校外培训|办学许可证/],
  ['medical-care', /互联网医疗保健|医疗机构执业许可证/],
  ['live-performance', /网络文化经营许可证[\s\S]{0,400}(?:网络表演|表演\(节目\))/],
  ['culture', /网络文化经营许可证/],
];

function readKind(flow: Flow): ReadField<PreApprovalKind> | null {
  for (const [kind, form] of permits) {
    const field = readInFlow(flow, form, () => ({ value: kind, proof: 'form' }));
    if (field !== null) return field;
  }
  return null;
}

/** 前置审批文件: permits of the press, culture, broadcasting, drug and other authorities share their labels. */
export function readPreApproval(pages: readonly NumberedText[]): PreApproval {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    {
      number: ['许可证编号', '许可证号', '证书编号', '证书号', '编号', '文号', '证号'],
      holder: ['单位名称', '企业名称', '公司名称', '机构名称', '持证单位', '经营单位', '开办单位', '主办单位', '名称'],
      person: ['法定代表人', '主要负责人', '负责人'],
      scope: ['经营范围', '业务范围', '许可项目', '服务类别', '业务类别', '许可范围', '服务性质', '服务形式'],
      issuer: ['发证机关', '颁发机关', '审批机关', '发证部门', '许可机关'],
      issued: ['发证日期', '颁发日期', '批准日期', '发证时间'],
      term: ['有效期限', '有效期至', '有效期', '有效期截止'],
    },
    ['住所', '地址', '网站名称', '网站域名', '域名', '注册资本', '统一社会信用代码', '企业类型'],
  );
  const period = readPeriod(flow, /有效期/);
  return {
    kind: readKind(flow),
    number: readLabelled(at('number'), freeNumber),
    holder: readLabelled(at('holder'), companyName),
    legalRepresentative: readLabelled(at('person'), personName),
    scope: readLines(at('scope'), { most: 6 }),
    issuer: readLabelled(at('issuer'), organ),
    issuedOn: readLabelled(at('issued'), day) ?? readLabelled(at('issuer'), day) ?? signatureDay(rows),
    validTo: asDay(period.to) ?? readLabelled(at('term'), lastDay),
  };
}
