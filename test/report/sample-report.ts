import type { VerdictKind } from '../../src/engine/rule.ts';
import { noTotals } from '../../src/report/build.ts';
import type {
  DossierReport,
  FindingReport,
  LocationReport,
  ProblemReport,
  Report,
  VerdictReport,
} from '../../src/report/report.ts';

/** Report values for tests: short to write, whole in what they hold. Totals always follow the verdicts. */

const file = 'clients/hangzhou-yunzhan/dossier.yaml';

export const at = (
  line: number,
  column: number,
  excerpt: string,
  more: Partial<LocationReport> = {},
): LocationReport => ({
  file,
  line,
  column,
  excerpt,
  ...more,
});

let serial = 0;

export function finding(over: Partial<FindingReport> = {}): FindingReport {
  serial++;
  const texts = over.texts ?? {
    message: {
      'zh-CN': '域名 yunzhan.cn 的注册人是“李建国”，不是“杭州云栈科技有限公司”。',
      en: 'the registrant of yunzhan.cn is "李建国", not "杭州云栈科技有限公司".',
    },
    fix: {
      'zh-CN': '请在注册商处把域名过户到公司名下，等 WHOIS 更新后重新检查。',
      en: 'Transfer the domain to the company at its registrar, and check again once whois has changed.',
    },
  };
  return {
    ruleId: 'domain/registrant-mismatch',
    messageId: 'mismatch',
    severity: 'error',
    kind: 'fail',
    confidence: 'high',
    message: texts.message['zh-CN'],
    subject: 'domain:yunzhan.cn',
    location: at(14, 9, '  - 域名: yunzhan.cn'),
    basis: [{ kind: 'regulator', cite: '工信部信管〔2017〕264号', asOf: '2026-11' }],
    fix: texts.fix['zh-CN'],
    letter: '',
    fingerprint:
      (over.ruleId ?? 'domain/registrant-mismatch').length.toString(16).padStart(4, '0') +
      String(serial).padStart(28, '0'),
    evidence: [],
    ...over,
    texts,
  };
}

export const verdict = (
  ruleId: string,
  subject: string,
  kind: VerdictKind,
  more: Partial<VerdictReport> = {},
): VerdictReport => ({
  ruleId,
  subject,
  kind,
  severity: 'error',
  ...more,
});

export function problem(over: Partial<ProblemReport> = {}): ProblemReport {
  const texts = over.texts ?? {
    'zh-CN': '“办理事项”写的是 “年抱”，应为以下之一：年报、备案、首次申请、续期、变更。是不是想写“年报”？',
    en: '"procedure" is “年抱”; expected one of: annual-report, filing, application, renewal, change. Did you mean "年报"?',
  };
  return {
    id: 'schema-invalid_value',
    message: texts['zh-CN'],
    file,
    line: 3,
    column: 7,
    excerpt: '办理事项: 年抱',
    stops: true,
    ...over,
    texts,
  };
}

export function dossier(over: Partial<Omit<DossierReport, 'totals'>> = {}): DossierReport {
  const findings = over.findings ?? [];
  const verdicts =
    over.verdicts ?? findings.map(({ ruleId, subject, kind, severity }) => ({ ruleId, subject, kind, severity }));
  const totals = { ...noTotals };
  for (const { kind } of verdicts) totals[kind]++;
  const counts = findings.some(
    ({ kind, severity, suppressed }) => kind === 'fail' && severity === 'error' && !suppressed,
  );
  return {
    path: 'clients/hangzhou-yunzhan',
    company: '杭州云栈科技有限公司',
    procedure: 'annual-report',
    province: '浙江',
    judgedFor: '2026-03-10',
    gate: counts || (over.problems ?? []).some(({ stops }) => stops) ? 'closed' : 'open',
    deadline: {
      date: '2026-03-31',
      daysLeft: 21,
      what: { 'zh-CN': '2025 年度年报截止', en: 'yearly report for 2025 due' },
    },
    problems: [],
    ...over,
    verdicts,
    totals,
    findings,
  };
}

export function report(dossiers: readonly DossierReport[], over: Partial<Report> = {}): Report {
  const totals = { ...noTotals };
  for (const each of dossiers) {
    // Object.keys forgets the keys that `noTotals` has.
    for (const kind of Object.keys(totals) as VerdictKind[]) totals[kind] += each.totals[kind];
  }
  const open = dossiers.filter(({ gate }) => gate === 'open').length;
  return {
    schemaVersion: 1,
    tool: { name: 'icp-check', version: '0.0.0-test' },
    today: '2026-03-10',
    locale: 'zh-CN',
    unmasked: false,
    offline: true,
    dossiers,
    portfolio: { dossiers: dossiers.length, open, closed: dossiers.length - open, totals },
    systemErrors: [],
    notes: [],
    ...over,
  };
}
