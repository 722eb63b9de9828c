import { freeNumber } from './codes.ts';
import { findCompanyNames } from './company-names.ts';
import { findAddresses, findDomains } from './domain-names.ts';
import { asDay, readList, readPeriod } from './find-in-flow.ts';
import { findLabels, type Labelled } from './labels.ts';
import { companyName, day, fieldFrom, readLabelled } from './read-field.ts';
import type { AccessAgreement, ReadField } from './reading.ts';
import { flowOf, layRows, type NumberedText, type Row, spanOf } from './sheet.ts';
import { signatureDay } from './signature.ts';

export interface Parties {
  readonly first: ReadField | null;
  readonly second: ReadField | null;
}

/** The two parties of a contract: at their labels, or side by side in a table headed 甲方 and 乙方. */
export function readParties(rows: readonly Row[], first: readonly string[], second: readonly string[]): Parties {
  const at = findLabels(rows, { first, second }, [
    '统一社会信用代码',
    '信用代码',
    '地址',
    '联系电话',
    '联系人',
    '授权代表',
  ]);
  const beside = (found: readonly Labelled[]): ReadField | null =>
    readLabelled(
      found.map((labelled) => ({ ...labelled, under: [] })),
      companyName,
    );
  const own = { first: beside(at('first')), second: beside(at('second')) };
  if (own.first !== null && own.second !== null && own.first.value !== own.second.value) return own;
  return (
    sideBySide(rows, first, second) ?? {
      first: readLabelled(at('first'), companyName),
      second: readLabelled(at('second'), companyName),
    }
  );
}

function sideBySide(rows: readonly Row[], first: readonly string[], second: readonly string[]): Parties | null {
  const squeezed = (row: Row): string => row.text.replace(/\s+/g, '');
  const places = (text: string, labels: readonly string[]): number =>
    Math.min(...labels.map((label) => text.indexOf(label)).filter((index) => index >= 0), Number.POSITIVE_INFINITY);
  for (const [index, row] of rows.entries()) {
    const text = squeezed(row);
    const [a, b] = [places(text, first), places(text, second)];
    if (!(a < Number.POSITIVE_INFINITY && b < Number.POSITIVE_INFINITY) || text.length > 40) continue;
    for (const below of rows.slice(index + 1, index + 4)) {
      const parts = below.text.replace(/^\s*(?:单位|公司|企业)?名称\s*/, (label) => ' '.repeat(label.length));
      const [left, right] = findCompanyNames(parts.replace(/ (?=\P{ASCII})/gu, '|').replace(/\t/g, '|'));
      if (left === undefined || right === undefined) continue;
      const spans = [left, right].map((name) => {
        const span = spanOf(below, name.index, name.index + name.value.length);
        return span && fieldFrom(span, { value: name.value, proof: 'free' });
      });
      const [one = null, two = null] = a < b ? spans : [...spans].reverse();
      return { first: one, second: two };
    }
  }
  return null;
}

const terms = /(?:有效期|服务期|合同期|协议期|租用期|托管期|使用期|接入期|履行期|期限)/;

/** 接入协议: access, hosting, rack rental and cloud service agreements. */
export function readAccessAgreement(pages: readonly NumberedText[]): AccessAgreement {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(rows, {
    number: ['合同编号', '协议编号', '订单编号', '编号'],
    starts: ['开始日期', '起始日期', '服务开始日期', '开通日期', '生效日期'],
    ends: ['结束日期', '终止日期', '到期日期', '截止日期', '服务到期日'],
    signed: ['签订日期', '签署日期', '签约日期', '签订时间', '签字日期'],
  });
  const parties = readParties(
    rows,
    ['甲方', '客户名称', '客户', '委托方', '用户单位', '购买方'],
    ['乙方', '服务商', '接入服务提供者', '服务提供者', '受托方', '服务提供方', '供应商'],
  );
  const period = readPeriod(flow, terms);
  return {
    partyA: parties.first,
    partyB: parties.second,
    number: readLabelled(at('number'), freeNumber),
    domains: readList(flowOf(rows, 'kept'), findDomains),
    addresses: readList(flowOf(rows, 'kept'), findAddresses),
    signedOn: readLabelled(at('signed'), day) ?? signatureDay(rows),
    startsOn: period.from ?? readLabelled(at('starts'), day),
    endsOn: asDay(period.to) ?? readLabelled(at('ends'), day),
  };
}
