import { creditCode } from './codes.ts';
import { printedUnit, readFigure } from './figures.ts';
import { asDay, readInFlow, readPeriod } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import { companyName, day, type Parse, readLabelled } from './read-field.ts';
import type { TaxReturn } from './reading.ts';
import { flowOf, layRows, type NumberedText } from './sheet.ts';

const tax: Parse<TaxReturnKind> = (text) => {
  if (/企业所得税/.test(text)) return { value: 'corporate-income', proof: 'form' };
  return /增值税/.test(text) ? { value: 'value-added', proof: 'form' } : null;
};
type TaxReturnKind = 'value-added' | 'corporate-income';

const ofPeriod = [/本月数/, /本期数/, /本期(?:金额|发生额)/];
const ofYear = [/本年累计(?:金额|数)?/];
const sales = [
  '按适用税率计税销售额',
  '应征增值税不含税销售额',
  '按简易办法计税销售额',
  '应税销售额',
  '应税货物及劳务不含税销售额',
  '免税销售额',
  '小微企业免税销售额',
];

/** 纳税申报表: VAT of general and small taxpayers, corporate income tax of the year or the quarter. */
export function readTaxReturn(pages: readonly NumberedText[]): TaxReturn {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const at = findLabels(
    rows,
    {
      taxpayer: ['纳税人名称', '纳税人单位名称', '纳税人'],
      uscc: ['纳税人识别号', '统一社会信用代码', '信用代码'],
      starts: ['税款所属期起', '所属期起'],
      ends: ['税款所属期止', '所属期止'],
      filed: ['填表日期', '申报日期', '受理日期', '填报日期', '税务机关受理日期'],
    },
    [
      '法定代表人',
      '注册地址',
      '生产经营地址',
      '开户银行',
      '电话号码',
      '金额单位',
      '所属行业',
      '税款所属时间',
      '税款所属期间',
      '登记注册类型',
    ],
  );
  const period = readPeriod(flow, /所属(?:时间|期间|期)/);
  const unit = printedUnit(rows)?.value ?? 1;
  return {
    tax:
      readInFlow(flow, /(?:增值税|企业所得税)[\u4e00-\u9fff()]{0,20}申报表/, tax) ??
      readInFlow(flow, /企业所得税|增值税/, tax),
    taxpayer: readLabelled(at('taxpayer'), companyName),
    uscc: readLabelled(at('uscc'), creditCode),
    startsOn: period.from ?? readLabelled(at('starts'), day),
    endsOn: asDay(period.to) ?? readLabelled(at('ends'), day),
    filedOn: readLabelled(at('filed'), day),
    taxableSales: readFigure(rows, sales, ofPeriod, unit),
    taxableSalesOfYear: readFigure(rows, sales, ofYear, unit),
    revenue: readFigure(rows, ['营业收入'], [...ofYear, /金额/], unit),
    taxDue: readFigure(
      rows,
      ['本期应补(退)税额', '应纳税额合计', '实际应纳所得税额', '本年应补(退)所得税额', '应纳所得税额', '应纳税额'],
      ofPeriod,
      unit,
    ),
  };
}
