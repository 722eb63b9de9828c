import { findAmounts } from './amounts.ts';
import { findCompanyNames } from './company-names.ts';
import { currentColumns, type PrintedUnit, printedUnit, readFigure } from './figures.ts';
import { readInFlow } from './find-in-flow.ts';
import { findLabels } from './labels.ts';
import { amount, companyName, day, fieldFrom, type Parse, readAnywhere, readLabelled } from './read-field.ts';
import type { AuditReport, FinancialStatements, ReadField, StatementKind, Yuan } from './reading.ts';
import { type Flow, flowOf, layRows, type NumberedText, type Row, spanOf } from './sheet.ts';
import { mostNamedCompany, signatureDay } from './signature.ts';

const year: Parse<number> = (text) => {
  const match = /(20\d{2})\s*年/.exec(text) ?? /(?<!\d)(20\d{2})[-/.](?:0?[1-9]|1[0-2])(?!\d)/.exec(text);
  return match === null
    ? null
    : { value: Number(match[1]), proof: 'form', at: { index: match.index, length: match[0].length } };
};

const figures = {
  revenue: ['营业收入', '营业总收入', '主营业务收入'],
  serviceRevenue: ['电信业务收入', '增值电信业务收入', '信息服务业务收入', '信息服务收入', '互联网信息服务收入'],
  operatingCost: ['营业成本', '营业总成本', '主营业务成本'],
  netProfit: ['净利润', '净亏损'],
  totalAssets: ['资产总计', '资产合计', '资产总额'],
} as const;

function readFigures(rows: readonly Row[], unit: PrintedUnit) {
  const read = (names: readonly string[]): ReadField<Yuan> | null => readFigure(rows, names, currentColumns, unit);
  return {
    revenue: read(figures.revenue),
    operatingCost: read(figures.operatingCost),
    netProfit: read(figures.netProfit),
    totalAssets: read(figures.totalAssets),
  };
}

const statementTitles: readonly (readonly [StatementKind, RegExp])[] = [
  ['balance-sheet', /^(?:合并)?(?:及母公司)?资产负债表|资产负债表$/],
  ['income-statement', /^(?:合并)?(?:及母公司)?(?:利润表|损益表)|(?:利润表|损益表)$/],
  ['cash-flow-statement', /^(?:合并)?(?:及母公司)?现金流量表|现金流量表$/],
];

/** Which of the three statements stand in the file, by their titles. A list of enclosures names them, too, but without figures below. */
export function readStatementKinds(rows: readonly Row[]): ReadField<readonly StatementKind[]> | null {
  const found = statementTitles.flatMap(([kind, form]) => {
    for (const [index, row] of rows.entries()) {
      const text = row.text.replace(/\s+/g, '').replace(/\(.*?\)|[0-9年月日度]/g, '');
      if (text.length > 22 || !form.test(text)) continue;
      const table = rows.slice(index + 1, index + 30).filter((below) => below.page === row.page);
      const withFigures = table.filter((below) =>
        findAmounts(below.text).some(({ cents, value }) => cents || value > 999),
      );
      const span = withFigures.length < 3 ? null : spanOf(row, 0, row.text.length);
      if (span !== null) return [{ kind, span }];
    }
    return [];
  });
  const [first] = found;
  if (first === undefined) return null;
  const confidence = Math.min(...found.map(({ span }) => span.confidence));
  return fieldFrom({ ...first.span, confidence }, { value: found.map(({ kind }) => kind), proof: 'form' });
}

/** 财务报表: balance sheet, income statement, cash flow statement, in one file or apart. */
export function readFinancialStatements(pages: readonly NumberedText[]): FinancialStatements {
  const rows = layRows(pages);
  const at = findLabels(
    rows,
    {
      company: ['编制单位', '会计主体', '单位名称', '公司名称', '企业名称', '纳税人名称'],
      period: ['会计期间', '报表期间', '所属期间', '税款所属期', '报送期间', '会计年度'],
      prepared: ['编制日期', '填报日期', '报送日期'],
    },
    ['单位', '金额单位', '货币单位', '会企'],
  );
  const unit = printedUnit(rows);
  return {
    companyName: readLabelled(at('company'), companyName) ?? mostNamedCompany(rows),
    year: readLabelled(at('period'), year) ?? readAnywhere(rows, year),
    unit,
    statements: readStatementKinds(rows),
    serviceRevenue: readFigure(rows, figures.serviceRevenue, currentColumns, unit?.value ?? 1),
    ...readFigures(rows, unit?.value ?? 1),
    preparedOn: readLabelled(at('prepared'), day) ?? signatureDay(rows),
  };
}

const auditor: Parse<string> = (text) => {
  const match = /[\u4e00-\u9fff()]{2,24}会计师事务所(?:\((?:特殊)?普通合伙\)|有限(?:责任)?公司)?/.exec(
    text.replace(/\s/g, ''),
  );
  return match === null ? null : { value: match[0], proof: 'free' };
};

/** The audited company: addressee of the report, or what it says was audited. */
function auditedCompany(rows: readonly Row[], flow: Flow): ReadField | null {
  const audited = readInFlow(flow, /审计了(?:后附的)?([\u4e00-\u9fffA-Za-z0-9()·]{4,40}?公司)/, companyName);
  if (audited !== null) return audited;
  for (const row of rows) {
    const text = row.text.replace(/\t/g, '|');
    const name = findCompanyNames(text).find(({ value }) => !/会计师事务所/.test(value));
    if (name === undefined) continue;
    const span = spanOf(row, name.index, name.index + name.value.length);
    if (span !== null) return fieldFrom(span, { value: name.value, proof: 'free' });
  }
  return null;
}

const reportNumber: Parse<string> = (text) => {
  const match =
    /[\u4e00-\u9fff]{1,8}(?:审|会)[\u4e00-\u9fff]{0,3}\s*[字]?\s*[[(【]?\s*20\d{2}\s*[\])】]?\s*(?:年)?\s*第?\s*[A-Z0-9-]{1,12}\s*号/.exec(
      text,
    );
  return match === null
    ? null
    : {
        value: match[0].replace(/\s/g, '').replace(/[(【]/, '[').replace(/[)】]/, ']'),
        proof: 'free',
        at: { index: match.index, length: match[0].length },
      };
};

/** 审计报告 with the statements that follow it. */
export function readAuditReport(pages: readonly NumberedText[]): AuditReport {
  const rows = layRows(pages);
  const flow = flowOf(rows);
  const unit = printedUnit(rows)?.value ?? 1;
  const tables = readFigures(rows, unit);
  const end = auditEnd(rows);
  const opinion = rows.filter((row) => row.page <= end);
  return {
    companyName: auditedCompany(rows, flow),
    auditor: readAnywhere(rows, auditor),
    number: readAnywhere(rows, reportNumber),
    year:
      readInFlow(flow, /(20\d{2}年)12月31日的?(?:合并)?(?:及母公司)?资产负债表/, year) ??
      readInFlow(flow, /(20\d{2}年)度?(?:财务报表)?审计报告/, year) ??
      readInFlow(flow, /20\d{2}年度/, year),
    issuedOn: signatureDay(opinion) ?? signatureDay(rows),
    ...tables,
    revenue:
      tables.revenue ?? readInFlow(flow, /营业收入(?:为|人民币|:|共计|合计){0,3}([\d,.]{4,20}(?:元|万元))/, amount()),
  };
}

/** The report proper ends before the first page with a statement. */
function auditEnd(rows: readonly Row[]): number {
  const first = rows.find((row) => /^(?:资产负债表|利润表|损益表|现金流量表)$/.test(row.text.replace(/\s+/g, '')));
  return first === undefined ? Number.POSITIVE_INFINITY : Math.max(1, first.page - 1);
}
