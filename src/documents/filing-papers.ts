import { identityNumber } from './codes.ts';
import { findDomains } from './domain-names.ts';
import { asDay, readInFlow, readList, readPeriod } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import {
  amount,
  companyName,
  count,
  day,
  periodEnd,
  personName,
  readAnywhere,
  readLabelled,
  words,
} from './read-field.ts';
import type { Articles, IdentityCard, UserEvidence, VerificationForm } from './reading.ts';
import { flowOf, layRows, type NumberedText } from './sheet.ts';
import { mostNamedCompany, signatureDay } from './signature.ts';
import { readNameColumn } from './table-column.ts';

/** 备案信息真实性核验单 */
export function readVerificationForm(pages: readonly NumberedText[]): VerificationForm {
  const rows = layRows(pages);
  const at = findLabels(
    rows,
    {
      sponsor: ['主办单位名称', '网站主办者名称', '网站主办者', '主办单位', '主办者名称', '主体名称', '单位名称'],
      site: ['网站名称', '服务名称', '互联网信息服务名称', 'APP名称'],
      provider: ['接入服务商', '接入服务提供者', '接入服务单位', '接入商', '网络接入服务商', '接入单位'],
      person: ['网站负责人', '互联网信息服务负责人', '主体负责人', '负责人姓名', '负责人'],
      signed: ['核验日期', '核验时间', '签字日期', '日期'],
    },
    ['主体信息', '网站信息', '证件类型', '证件号码', '核验内容', '核验人', '网站域名', '域名', '核验结果', '备案类型'],
  );
  return {
    sponsor: readLabelled(at('sponsor'), companyName),
    siteName: readLabelled(at('site'), words),
    domains: readList(flowOf(rows, 'kept'), findDomains),
    // Clouds are known by a short name, such as 华为云.
    accessProvider: readLabelled(at('provider'), (text) => companyName(text) ?? words(text)),
    responsiblePerson: readLabelled(at('person'), personName),
    signedOn: readLabelled([...at('signed')].reverse(), day) ?? signatureDay(rows),
  };
}

/** 公司章程 */
export function readArticles(pages: readonly NumberedText[]): Articles {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(rows, {
    company: ['公司名称', '名称'],
    capital: ['公司注册资本', '注册资本'],
  });
  return {
    companyName: readLabelled(at('company'), companyName) ?? mostNamedCompany(rows),
    registeredCapital:
      readLabelled(at('capital'), amount(1e4)) ??
      readInFlow(flow, /注册资本(?:为|:)?(?:人民币)?([^。;,]{2,24}元)/, amount(1e4)),
    address: readInFlow(flow, /住所(?:为|:|设在)([^。;,]{6,60})/, (text) => ({
      value: text,
      proof: 'free',
    })),
    shareholders: readNameColumn(rows, /^股东(?:姓名|名称|姓名或名称)?$/),
    signedOn: signatureDay(rows),
  };
}

/** Back-office screenshot with user figures. */
export function readUserEvidence(pages: readonly NumberedText[]): UserEvidence {
  const rows = layRows(pages);
  const at = findLabels(rows, {
    registered: [
      '累计注册用户数',
      '注册用户总数',
      '累计注册用户',
      '注册用户数',
      '注册用户',
      '注册会员数',
      '用户总数',
      '总用户数',
      '累计用户',
    ],
    active: [
      '累计激活用户',
      '激活用户数',
      '激活用户',
      '月活跃用户数',
      '月活跃用户',
      '年活跃用户',
      '活跃用户数',
      '活跃用户',
      '日活跃用户',
    ],
    captured: ['统计时间', '统计日期', '数据时间', '截止日期', '截止时间', '截至', '更新时间', '截图时间'],
  });
  return {
    registeredUsers: readLabelled(at('registered'), count),
    activeUsers: readLabelled(at('active'), count),
    capturedOn: readLabelled(at('captured'), day) ?? readAnywhere(rows, day),
  };
}

/** Either side of an identity card. */
export function readIdentityCard(pages: readonly NumberedText[]): IdentityCard {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    { name: ['姓名'], number: ['公民身份号码', '公民身份证号码', '身份号码'], term: ['有效期限', '有效期'] },
    ['性别', '民族', '出生', '住址', '签发机关'],
  );
  const period = readPeriod(flow, /有效期/);
  return {
    name: readLabelled(at('name'), personName),
    number: readLabelled(at('number'), identityNumber) ?? readAnywhere(rows, identityNumber),
    validFrom: period.from ?? null,
    validTo: period.to ?? asDay(readLabelled(at('term'), periodEnd)),
  };
}
