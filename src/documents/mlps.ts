import { mlpsCertificateNumber, mlpsReportNumber } from './codes.ts';
import { readInFlow } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import { companyName, day, type Parse, readAnywhere, readLabelled } from './read-field.ts';
import type { MlpsCertificate, MlpsReport } from './reading.ts';
import { flowOf, layRows, type NumberedText } from './sheet.ts';
import { signatureDay } from './signature.ts';

const levels: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
};

const level: Parse<number> = (text) => {
  const match = /第?\s*([一二三四五1-5])\s*级|S([1-5])A[1-5]G[1-5]/.exec(text);
  const value = levels[match?.[1] ?? match?.[2] ?? ''];
  return match === null || value === undefined
    ? null
    : { value, proof: 'form', at: { index: match.index, length: match[0].length } };
};

const system: Parse<string> = (text) => {
  const value = text.replace(/\s+/g, '');
  return /[\u4e00-\u9fffA-Za-z]{2,}/.test(value) && value.length <= 40 && !/^(?:等级|级别|编号|第)/.test(value)
    ? { value, proof: 'free' }
    : null;
};

const police: Parse<string> = (text) => {
  const match =
    /[\u4e00-\u9fff]{2,14}公安(?:局|厅)(?:[\u4e00-\u9fff]{2,10}分局)?(?:网络安全保卫[\u4e00-\u9fff]{1,4})?/.exec(
      text.replace(/\s/g, ''),
    );
  return match === null ? null : { value: match[0], proof: 'free' };
};

const vocabulary = {
  number: ['备案证明编号', '证书编号', '备案编号', '编号'],
  unit: ['运营使用单位', '被测评单位', '被测单位', '委托单位', '备案单位', '单位名称', '运营单位', '使用单位'],
  system: [
    '信息系统名称',
    '等级测评对象名称',
    '定级对象名称',
    '网络名称',
    '系统名称',
    '对象名称',
    '被测对象名称',
    '被测对象',
    '被测系统',
  ],
  level: ['安全保护等级', '系统等级', '保护等级', '系统级别', '安全等级', '定级级别', '等级', '级别'],
  evaluator: ['测评机构名称', '等级测评机构', '测评机构', '测评单位'],
  reported: ['报告出具日期', '报告日期', '报告时间', '出具日期', '编制日期', '批准日期', '完成日期'],
  reportNumber: ['报告编号', '测评报告编号'],
  conclusion: ['等级测评结论', '测评结论', '综合结论'],
} as const;

/** 备案证明: what stands in its sentence 依据…你单位的第三级信息系统… or at labels. */
export function readMlpsCertificate(pages: readonly NumberedText[]): MlpsCertificate {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(rows, vocabulary);
  return {
    number: readLabelled(at('number'), mlpsCertificateNumber) ?? readAnywhere(rows, mlpsCertificateNumber),
    unit: readLabelled(at('unit'), companyName) ?? readAnywhere(rows, companyName),
    system:
      readLabelled(at('system'), system) ??
      readInFlow(flow, /第[一二三四五]级([\u4e00-\u9fffA-Za-z0-9]{2,30}?(?:系统|平台|网站|网络))/, system),
    level: readLabelled(at('level'), level) ?? readInFlow(flow, /第[一二三四五]级/, level),
    issuer: readAnywhere(rows, police),
    issuedOn: signatureDay(rows),
  };
}

const conclusion: Parse<string> = (text) => {
  const match = /基本符合|不符合|符合|优|良|中|差/.exec(text.replace(/\s/g, ''));
  return match === null ? null : { value: match[0], proof: 'form' };
};

/** 等级测评报告: its cover and its basic particulars. */
export function readMlpsReport(pages: readonly NumberedText[]): MlpsReport {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(rows, vocabulary);
  return {
    number: readLabelled(at('reportNumber'), mlpsReportNumber) ?? readAnywhere(rows, mlpsReportNumber),
    unit: readLabelled(at('unit'), companyName),
    system: readLabelled(at('system'), system),
    level: readLabelled(at('level'), level) ?? readInFlow(flow, /第[一二三四五]级/, level),
    evaluator: readLabelled(at('evaluator'), companyName),
    reportedOn: readLabelled(at('reported'), day) ?? signatureDay(rows),
    conclusion:
      readLabelled(at('conclusion'), conclusion) ??
      readInFlow(flow, /(?:测评)?结论为?[::]?["“]?(?:基本符合|不符合|符合|优|良|中|差)/, conclusion),
  };
}
