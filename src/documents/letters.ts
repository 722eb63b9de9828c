import { findDomains } from './domain-names.ts';
import { asDay, readInFlow, readList, readPeriod } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import { readTitle } from './policy.ts';
import { companyName, day, personName, readLabelled, readLines } from './read-field.ts';
import type { Authorisation, Letter, ServiceProof } from './reading.ts';
import { flowOf, layRows, type NumberedText } from './sheet.ts';
import { signatureDay, signingCompany } from './signature.ts';

/** 情况说明, 股东会决议, 任免文件 and other short letters. */
export function readLetter(pages: readonly NumberedText[]): Letter {
  const rows = layRows(pages);
  return { title: readTitle(rows), company: signingCompany(rows), signedOn: signatureDay(rows) };
}

/** 授权委托书, as a letter or as a form. */
export function readAuthorisation(pages: readonly NumberedText[]): Authorisation {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    {
      principal: ['委托单位', '授权单位', '委托人', '授权人', '单位名称'],
      person: ['法定代表人', '法人代表'],
      agent: ['受托人', '被授权人', '代理人', '被委托人', '受委托人'],
      matter: ['委托事项', '授权事项', '授权范围', '委托权限', '代理事项'],
    },
    [
      '身份证号码',
      '身份证号',
      '联系手机',
      '联系电话',
      '委托期限',
      '授权期限',
      '信用代码',
      '统一社会信用代码',
      '职务',
      '性别',
    ],
  );
  const term = readPeriod(flow, /(?:委托|授权|有效|代理)期限?|有效期/);
  return {
    principal: readLabelled(at('principal'), companyName) ?? signingCompany(rows),
    legalRepresentative: readLabelled(at('person'), personName),
    agent:
      readLabelled(at('agent'), personName) ??
      readInFlow(
        flow,
        /授权(?:我(?:单位|公司)|本(?:单位|公司))?(?:的?(?:工作人员|员工|职员|同事|代表))?([\u4e00-\u9fff]{2,4})(?=\(|,|同志|为|作为|先生|女士)/,
        personName,
      ),
    matter:
      readLines(at('matter'), { most: 3 }) ??
      readInFlow(flow, /(?:办理|负责)([^,。;]{4,60}?)(?:的?(?:有关)?(?:事宜|手续|事项|工作))/, (text) => ({
        value: text,
        proof: 'free',
      })),
    signedOn: signatureDay(rows),
    validTo: asDay(term.to),
  };
}

/** 业务开通证明 */
export function readServiceProof(pages: readonly NumberedText[]): ServiceProof {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(rows, { opened: ['开通日期', '开通时间', '上线日期', '上线时间', '业务开通日期'] });
  return {
    company: signingCompany(rows),
    domains: readList(flowOf(rows, 'kept'), findDomains),
    openedOn:
      readLabelled(at('opened'), day) ??
      readInFlow(flow, /(?:自|于)(20\d{2}年\d{1,2}月\d{1,2}日)(?:起)?[^。]{0,20}?(?:开通|上线|运营|投入)/, day),
    signedOn: signatureDay(rows),
  };
}
