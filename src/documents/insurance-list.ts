import { creditCode, identityNumber } from './codes.ts';
import { findMonths } from './dates.ts';
import { readFigure } from './figures.ts';
import { readInFlow } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import { amount, companyName, count, day, fieldFrom, type Parse, readAnywhere, readLabelled } from './read-field.ts';
import type { InsuranceList, Month, ReadField } from './reading.ts';
import { flowOf, layRows, type NumberedText, type Row, spanOf } from './sheet.ts';
import { signatureDay } from './signature.ts';

/** The last month of the ones named: a proof over several months is as fresh as its last. */
const lastMonth: Parse<Month> = (text) => {
  const last = findMonths(text).at(-1);
  return last === undefined ? null : { value: last.value, proof: 'form', at: last };
};

const masked = /\d{3,6}\*{4,}\d{2,4}[\dXx]?|\d{17}[\dXx]/;

/** People in the list: lines that begin with a serial number and hold an identity number, whole or masked. */
function listedPeople(rows: readonly Row[]): ReadField<number> | null {
  const lines = rows.filter((row) => masked.test(row.text.replace(/\s/g, '')) || identityNumber(row.text) !== null);
  const serials = lines.flatMap((row) => {
    const serial = /^\s*(\d{1,4})(?=\s)/.exec(row.text)?.[1];
    return serial === undefined ? [] : [Number(serial)];
  });
  const last = lines.at(-1);
  const span = last === undefined ? null : spanOf(last, 0, last.text.length);
  if (span === null) return null;
  const inOrder = serials.length === lines.length && serials.at(-1) === lines.length;
  return fieldFrom(span, { value: lines.length, proof: inOrder ? 'form' : 'repaired' });
}

/** 社保缴纳证明: list of insured employees, or a certificate of payment. */
export function readInsuranceList(pages: readonly NumberedText[]): InsuranceList {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    {
      employer: ['参保单位名称', '参保单位', '缴费单位名称', '缴费单位', '用人单位', '单位名称', '纳税人名称'],
      uscc: ['统一社会信用代码', '信用代码', '社会信用代码', '纳税人识别号'],
      month: [
        '费款所属期',
        '缴费年月',
        '缴费月份',
        '所属期',
        '参保月份',
        '对应缴费年月',
        '缴费期间',
        '查询期间',
        '费款所属期间',
        '所属月份',
      ],
      insured: ['参保人数', '缴费人数', '参保总人数', '单位参保人数', '在职人数', '人数合计', '人数'],
      paid: [
        '合计缴费金额',
        '缴费金额合计',
        '实缴合计',
        '实缴金额合计',
        '金额合计',
        '应缴合计',
        '缴费总额',
        '实缴金额',
        '合计金额',
      ],
      printed: ['打印日期', '打印时间', '出具日期', '查询日期', '制表日期', '开具日期'],
    },
    ['单位编号', '社保编号', '险种', '序号', '姓名'],
  );
  return {
    employer: readLabelled(at('employer'), companyName),
    uscc: readLabelled(at('uscc'), creditCode) ?? readAnywhere(rows, creditCode),
    month: readLabelled(at('month'), lastMonth) ?? readInFlow(flow, /20\d{2}年\d{1,2}月(?!\d{0,2}日)/, lastMonth),
    insured:
      readLabelled(at('insured'), count) ??
      readInFlow(flow, /(?:参保|缴费|共计?|合计)(?:人数|职工|员工)?(?:为|:)?(\d{1,5})(?:名|人)/, count) ??
      listedPeople(rows),
    paid:
      readLabelled(at('paid'), amount()) ??
      readFigure(rows, ['合计', '总计'], [/实缴(?:金额)?/, /缴费金额/, /合计(?:金额)?/], 1),
    printedOn: readLabelled(at('printed'), day) ?? signatureDay(rows),
  };
}
