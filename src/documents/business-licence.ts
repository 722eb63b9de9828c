import { creditCode } from './codes.ts';
import type { PeriodEnd } from './dates.ts';
import { findLabels } from './labels.ts';
import {
  amount,
  atMostMedium,
  companyName,
  day,
  type Parse,
  pattern,
  periodEnd,
  periodStart,
  personName,
  readAnywhere,
  readLabelled,
  readLines,
} from './read-field.ts';
import type { BusinessLicence } from './reading.ts';
import { layRows, type NumberedText } from './sheet.ts';
import { signatureDay } from './signature.ts';

const kind: Parse<string> = (text) => {
  const value = text.replace(/\s+/g, '');
  return /公司|合伙|个体|独资|分支|合作社/.test(value) && value.length <= 40 ? { value, proof: 'free' } : null;
};

/** 营业执照: the form of 2015 and later, upright and landscape. */
export function readBusinessLicence(pages: readonly NumberedText[]): BusinessLicence {
  const rows = layRows(pages);
  const at = findLabels(
    rows,
    {
      name: ['企业名称', '公司名称', '单位名称', '字号名称', '名称'],
      uscc: ['统一社会信用代码', '社会信用代码', '信用代码', '注册号'],
      kind: ['企业类型', '公司类型', '主体类型', '类型', '组成形式'],
      person: ['法定代表人', '法人代表', '执行事务合伙人', '负责人', '投资人', '经营者'],
      capital: ['注册资本', '注册资金', '出资额'],
      established: ['成立日期', '成立时间', '注册日期'],
      term: ['营业期限', '经营期限', '合伙期限'],
      address: ['主要经营场所', '营业场所', '经营场所', '注册地址', '住所', '地址'],
      scope: ['经营范围'],
      issuer: ['登记机关'],
    },
    ['副本', '国家企业信用信息公示系统', '国家市场监督管理总局监制', '市场主体应当', '扫描二维码', '编号', '证照编号'],
  );
  const established = readLabelled(at('established'), day);
  const termStarts = readLabelled(at('term'), periodStart) ?? atMostMedium(readAnywhere(rows, periodStart));
  return {
    name: readLabelled(at('name'), companyName) ?? atMostMedium(readAnywhere(rows, companyName)),
    uscc: readLabelled(at('uscc'), creditCode) ?? readAnywhere(rows, creditCode),
    kind: readLabelled(at('kind'), kind) ?? atMostMedium(readAnywhere(rows, printedKind)),
    legalRepresentative: readLabelled(at('person'), personName),
    registeredCapital: readLabelled(at('capital'), amount(1e4)) ?? atMostMedium(readAnywhere(rows, capitalInWords)),
    establishedOn: established,
    termStartsOn: termStarts,
    termEndsOn: readLabelled(at('term'), periodEnd) ?? atMostMedium(readAnywhere(rows, wholePeriodEnd)),
    address: readLines(at('address'), { most: 3, end: /登记机关|年\s*\d+\s*月/, accept: /[省市区县路街号]/ }),
    scope: readLines(at('scope'), { most: 30, end: /登记机关|国家企业信用信息公示/ }),
    issuer: readLabelled(at('issuer'), companyName) ?? readAnywhere(rows, registry),
    issuedOn: readLabelled(at('issuer'), day) ?? signatureDay(rows),
  };
}

// What the form of a licence prints but once can be told without its label, which OCR loses where it is set wide.
const printedKind = pattern(/((?:有限责任|股份有限)公司\s*\([^()]{2,24}\)|个人独资企业|有限合伙)/);
const capitalInWords: Parse<number> = (text) => (/[壹贰叁肆伍陆柒捌玖拾]/.test(text) ? amount(1e4)(text) : null);
const wholePeriodEnd: Parse<PeriodEnd> = (text) => (periodStart(text) === null ? null : periodEnd(text));

const registry: Parse<string> = (text) => {
  const match = /[\u4e00-\u9fff]{2,16}(?:市场监督管理|行政审批|工商行政管理)(?:总?局|委员会|服务局)/.exec(
    text.replace(/\s/g, ''),
  );
  if (match === null || /国家市场监督管理总局/.test(match[0])) return null;
  return { value: match[0], proof: 'free' };
};
