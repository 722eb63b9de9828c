import { readParties } from './access-agreement.ts';
import { asDay, readInFlow, readPeriod } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import { day, type Parse, personName, readLabelled, readLines } from './read-field.ts';
import type { Lease } from './reading.ts';
import { flowOf, layRows, type NumberedText } from './sheet.ts';
import { signatureDay } from './signature.ts';

const landlordLabels = ['出租方', '出租人', '甲方'];
const tenantLabels = ['承租方', '承租人', '乙方'];

const address: Parse<string> = (text) => {
  const value = text.replace(/\s+/g, '').replace(/[。;,].*$/, '');
  return /[省市区县路街号室]/.test(value) && value.length >= 6 && value.length <= 80 ? { value, proof: 'free' } : null;
};

/** 房屋租赁合同; the parties may be people. */
export function readLease(pages: readonly NumberedText[]): Lease {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    {
      landlord: landlordLabels,
      tenant: tenantLabels,
      address: ['房屋坐落', '房屋地址', '租赁房屋地址', '租赁地址', '租赁物地址', '坐落位置', '房屋位置', '坐落'],
      signed: ['签订日期', '签署日期', '签约日期', '签订时间'],
    },
    ['统一社会信用代码', '身份证号', '联系电话', '租赁期限', '建筑面积', '地址', '用途', '租金'],
  );
  const parties = readParties(rows, landlordLabels, tenantLabels);
  const term = readPeriod(flow, /租赁期|租期|期限/);
  return {
    landlord: parties.first ?? readLabelled(at('landlord'), personName),
    tenant: parties.second ?? readLabelled(at('tenant'), personName),
    address:
      readLines(at('address'), { most: 2, accept: /[省市区县路街号室]/ }) ??
      readInFlow(flow, /(?:位于|坐落于|坐落在|坐落为?[::]?|地址为)([^的,。;]{6,60})/, address),
    startsOn: term.from,
    endsOn: asDay(term.to),
    signedOn: readLabelled(at('signed'), day) ?? signatureDay(rows),
  };
}
