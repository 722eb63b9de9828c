/**
 * The words of the program itself, in every language: what is not a rule's own message. `satisfies Record<…>` makes a
 * forgotten verdict, reason or procedure a compile error. `{slots}` are filled by `fillTemplate`.
 */
import type { DocumentReadings } from '../documents/reading.ts';
import type { LocalText } from '../dossier/problem.ts';
import type { Procedure } from '../dossier/schema/dossier.ts';
import type { SubjectKind } from '../dossier/subjects.ts';
import type { Basis, Severity, VerdictKind } from '../engine/rule.ts';
import type { Confidence, OpenReason } from '../evidence/evidence.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import type { SuppliedKind } from '../network/recording.ts';

export const procedureNames = {
  'annual-report': { 'zh-CN': '年报', en: 'annual report' },
  filing: { 'zh-CN': '备案', en: 'filing' },
  application: { 'zh-CN': '首次申请', en: 'first application' },
  renewal: { 'zh-CN': '续期', en: 'renewal' },
  change: { 'zh-CN': '变更', en: 'change' },
} as const satisfies Record<Procedure, LocalText>;

export const severityNames = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '警告', en: 'warning' },
  info: { 'zh-CN': '提示', en: 'info' },
} as const satisfies Record<Severity, LocalText>;

export const severityHeadings = {
  error: { 'zh-CN': '错误', en: 'Errors' },
  warning: { 'zh-CN': '警告', en: 'Warnings' },
  info: { 'zh-CN': '提示', en: 'Information' },
} as const satisfies Record<Severity, LocalText>;

export const verdictNames = {
  pass: { 'zh-CN': '通过', en: 'passed' },
  fail: { 'zh-CN': '不合格', en: 'failed' },
  review: { 'zh-CN': '需人工确认', en: 'for a person' },
  open: { 'zh-CN': '没有检查', en: 'NOT CHECKED' },
  notApplicable: { 'zh-CN': '不适用', en: 'not applicable' },
} as const satisfies Record<VerdictKind, LocalText>;

export const confidenceNames = {
  high: { 'zh-CN': '高', en: 'high' },
  medium: { 'zh-CN': '中', en: 'medium' },
  low: { 'zh-CN': '低', en: 'low' },
} as const satisfies Record<Confidence, LocalText>;

export const basisNames = {
  law: { 'zh-CN': '法律法规', en: 'law' },
  regulator: { 'zh-CN': '主管部门要求', en: 'regulator' },
  provider: { 'zh-CN': '接入商文件', en: "provider's document" },
  practice: { 'zh-CN': '代办经验', en: 'practice' },
} as const satisfies Record<Basis['kind'], LocalText>;

/** Why something was not checked, and what makes it checkable. */
export const openReasonTexts = {
  offline: {
    why: { 'zh-CN': '离线运行，也没有留存的查询记录', en: 'run offline, and no recorded answer is there' },
    remedy: {
      'zh-CN': '联网时运行 icp-check collect 留存查询记录，或去掉 --offline 重新检查。',
      en: 'Record answers with icp-check collect while online, or check again without --offline.',
    },
  },
  timeout: {
    why: { 'zh-CN': '等待超时', en: 'timed out' },
    remedy: { 'zh-CN': '稍后重新检查。', en: 'Check again later.' },
  },
  redacted: {
    why: { 'zh-CN': '注册信息被隐去', en: 'the registration data are redacted' },
    remedy: {
      'zh-CN': '请附上域名证书作为另一项证明，或向注册商申请公开注册人。',
      en: 'Attach the domain certificate as a second witness, or ask the registrar to publish the registrant.',
    },
  },
  unreadable: {
    why: { 'zh-CN': '文件或页面无法辨认', en: 'the file or page cannot be read' },
    remedy: { 'zh-CN': '请重新扫描或换成能打开的文件。', en: 'Scan it again, or supply a file that opens.' },
  },
  'not-supplied': {
    why: { 'zh-CN': '材料里没有这一项', en: 'the dossier does not contain it' },
    remedy: { 'zh-CN': '请在 dossier.yaml 中补写，或附上文件。', en: 'Add it to dossier.yaml, or attach the file.' },
  },
  'rate-limited': {
    why: { 'zh-CN': '对方限制了查询次数', en: 'the source limits how often it answers' },
    remedy: { 'zh-CN': '过一段时间再检查。', en: 'Check again after a while.' },
  },
  stale: {
    why: { 'zh-CN': '留存的查询记录太旧', en: 'the recorded answer is too old' },
    remedy: { 'zh-CN': '请运行 icp-check collect 重新留存。', en: 'Record it anew with icp-check collect.' },
  },
  'no-answer': {
    why: { 'zh-CN': '对方没有答复', en: 'the source did not answer' },
    remedy: { 'zh-CN': '请检查网络，稍后重新检查。', en: 'See whether the network works, and check again later.' },
  },
  inside: {
    why: {
      'zh-CN': '网址指向内网或不允许访问的地方，没有打开',
      en: 'the address leads inside, or where the check must not go; it was not opened',
    },
    remedy: {
      'zh-CN': '请核对网址和解析；确实要检查内网主机的，用 --allow-host 写明主机名再检查。',
      en: 'Check the address and where its name leads; to check a host inside, name it with --allow-host.',
    },
  },
  inconclusive: {
    why: { 'zh-CN': '看到的内容不足以下结论', en: 'what was seen does not settle it' },
    remedy: { 'zh-CN': '请由人工核对原件。', en: 'Let a person compare the original.' },
  },
  'internal-error': {
    why: { 'zh-CN': '程序自身出错', en: 'the program itself failed' },
    remedy: {
      'zh-CN': '不是材料的问题，见“程序自身故障”；请把它报告给维护者。',
      en: 'Not a fault of the dossier; see "Failures of the program" and report it to the maintainers.',
    },
  },
} as const satisfies Record<OpenReason, { readonly why: LocalText; readonly remedy: LocalText }>;

export const subjectNames = {
  dossier: { 'zh-CN': '整套材料', en: 'dossier' },
  company: { 'zh-CN': '公司', en: 'company' },
  licence: { 'zh-CN': '许可证', en: 'licence' },
  person: { 'zh-CN': '人员', en: 'person' },
  domain: { 'zh-CN': '域名', en: 'domain' },
  website: { 'zh-CN': '网站', en: 'website' },
  app: { 'zh-CN': '应用', en: 'app' },
  access: { 'zh-CN': '接入', en: 'access' },
  attachment: { 'zh-CN': '附件', en: 'attachment' },
  portfolio: { 'zh-CN': '多套材料之间', en: 'across dossiers' },
} as const satisfies Record<SubjectKind, LocalText>;

/** What a person looks up and records, as `evidence/` holds it. */
export const suppliedNames: Readonly<Record<SuppliedKind, LocalText>> = {
  'company-registry': {
    'zh-CN': '国家企业信用信息公示系统的查询记录（company-registry）',
    en: 'a record of the company registry (company-registry)',
  },
  'licence-query': { 'zh-CN': '许可证查询记录（licence-query）', en: 'a record of the licence query (licence-query)' },
  'filing-query': { 'zh-CN': '备案查询记录（filing-query）', en: 'a record of the filing query (filing-query)' },
  'app-store': { 'zh-CN': '应用商店查询记录（app-store）', en: 'a record of the app stores (app-store)' },
};

/** Evidence as a clerk calls it; what was read in a document of some kind goes by one name. */
export const evidenceNames = {
  file: { 'zh-CN': '文件', en: 'file' },
  pages: { 'zh-CN': '扫描质量', en: 'scan quality' },
  signatures: { 'zh-CN': '签字', en: 'signatures' },
  seals: { 'zh-CN': '印章', en: 'seals' },
  text: { 'zh-CN': '页面文字', en: 'page text' },
  sharedScans: { 'zh-CN': '各家共有的文件', en: 'files shared between dossiers' },
  copiedTexts: { 'zh-CN': '与各家文字的比对', en: 'texts compared between dossiers' },
  digests: { 'zh-CN': '文件内容比对', en: 'file digests' },
  folder: { 'zh-CN': '文件夹', en: 'folder' },
  whois: { 'zh-CN': '域名注册信息', en: 'domain registration' },
  dns: { 'zh-CN': '域名解析', en: 'DNS' },
  visit: { 'zh-CN': '网站访问', en: 'visit to the website' },
  homepage: { 'zh-CN': '网站首页', en: 'home page' },
  storeListings: { 'zh-CN': '应用商店查询记录', en: 'app store listings' },
  resolved: { 'zh-CN': '域名解析到的服务器', en: 'servers that the names lead to' },
  network: { 'zh-CN': '服务器所在网络', en: 'network of the servers' },
} as const satisfies Record<Exclude<EvidenceKind, keyof DocumentReadings>, LocalText>;

/** What a piece of evidence warns of, by id. */
export const cautionTexts = {
  'edited-by-hand': {
    'zh-CN': '这份记录留存之后被改动过，不能当作原始答复',
    en: 'this recording was changed after it was made; it is not the answer as it came',
  },
  'not-laid-out': {
    'zh-CN': '浏览器没能打开这一页，只按网页源码判断，没有量位置和字号',
    en: 'no browser could show this page; it was judged by its source alone, places and sizes unmeasured',
  },
} as const satisfies Record<string, LocalText>;

/** Ninths of a page by the middle of a box: rows from the top, columns from the left. */
export const pageRegions = [
  [
    { 'zh-CN': '左上', en: 'top left' },
    { 'zh-CN': '上方', en: 'top' },
    { 'zh-CN': '右上', en: 'top right' },
  ],
  [
    { 'zh-CN': '左侧', en: 'left' },
    { 'zh-CN': '中部', en: 'middle' },
    { 'zh-CN': '右侧', en: 'right' },
  ],
  [
    { 'zh-CN': '左下', en: 'bottom left' },
    { 'zh-CN': '下方', en: 'bottom' },
    { 'zh-CN': '右下', en: 'bottom right' },
  ],
] as const satisfies readonly (readonly LocalText[])[];

export const words = {
  reportTitle: { 'zh-CN': '材料检查报告', en: 'Dossier check report' },
  result: { 'zh-CN': '结果', en: 'Result' },
  leftOut: {
    'zh-CN': '放不下，另有 {count} 条没有列出；全部内容见其他格式的报告。',
    en: '{count} more entries did not fit; reports in other formats hold them all.',
  },
  checkedFor: { 'zh-CN': '核对日期 {date}', en: 'checked for {date}' },
  madeAt: { 'zh-CN': '生成时间 {time}', en: 'made {time}' },
  judgedFor: { 'zh-CN': '按提交日 {date} 检查', en: 'judged for submission on {date}' },
  offline: { 'zh-CN': '离线，没有向网络查询', en: 'offline, nothing was asked of the network' },
  unmasked: {
    'zh-CN': '个人信息未遮盖（--unmask），请勿外传',
    en: 'personal data are shown in clear (--unmask); do not pass on',
  },
  unnamedCompany: { 'zh-CN': '（没有读到公司名称）', en: '(company name not read)' },
  unknownProcedure: { 'zh-CN': '（没有读到办理事项）', en: '(procedure not read)' },
  deadlineToday: { 'zh-CN': '今天到期', en: 'due today' },
  deadline: { 'zh-CN': '期限', en: 'Deadline' },
  gate: { 'zh-CN': '结论', en: 'Gate' },
  gateClosed: { 'zh-CN': '暂不能提交', en: 'closed: not ready to submit' },
  gateOpen: { 'zh-CN': '可以提交', en: 'open: ready to submit' },
  gateOpenUnchecked: {
    'zh-CN': '已检查的部分没有阻碍提交的问题',
    en: 'open: nothing that was checked stands in the way',
  },
  closed: { 'zh-CN': '暂不能提交', en: 'closed' },
  open: { 'zh-CN': '可以提交', en: 'open' },
  heading: { 'zh-CN': '{title} {count} 项', en: '{title}: {count}' },
  inputProblems: { 'zh-CN': '输入的问题', en: 'Problems in the input' },
  notJudged: {
    'zh-CN': '这些问题改好之前，本套材料的其他内容没有检查。',
    en: 'Until these are mended, nothing else of this dossier is checked.',
  },
  reviewHeading: { 'zh-CN': '需要人工确认', en: 'A person must decide' },
  reviewExplained: {
    'zh-CN': '程序没有十足把握，请对照原件判断。',
    en: 'The program is not sure enough; compare with the original.',
  },
  openHeading: { 'zh-CN': '没有检查', en: 'NOT CHECKED' },
  openWarning: { 'zh-CN': '没有检查不等于合格', en: 'not checked does not mean fine' },
  otherReason: { 'zh-CN': '其他原因', en: 'another reason' },
  notApplicableHeading: { 'zh-CN': '不适用', en: 'Not applicable' },
  passHeading: { 'zh-CN': '通过', en: 'Passed' },
  suppressedHeading: { 'zh-CN': '已豁免', en: 'Exempted' },
  suppressedDetails: { 'zh-CN': '加 --verbose 看明细', en: '--verbose lists them' },
  where: { 'zh-CN': '位置', en: 'Where' },
  attachment: { 'zh-CN': '附件', en: 'Attachment' },
  seen: { 'zh-CN': '所见', en: 'Seen' },
  expected: { 'zh-CN': '应为', en: 'Expected' },
  basis: { 'zh-CN': '依据', en: 'Basis' },
  documentContent: { 'zh-CN': '材料内容', en: 'document content' },
  evidence: { 'zh-CN': '取证', en: 'Evidence' },
  fix: { 'zh-CN': '怎么改', en: 'Fix' },
  letter: { 'zh-CN': '可用文本', en: 'Text' },
  confidence: { 'zh-CN': '把握', en: 'Confidence' },
  subject: { 'zh-CN': '对象', en: 'Subject' },
  remedy: { 'zh-CN': '怎样补查', en: 'To check' },
  asOf: { 'zh-CN': '{month} 核对', en: 'as of {month}' },
  recorded: { 'zh-CN': '留存记录', en: 'recorded' },
  page: { 'zh-CN': '第 {page} 页', en: 'page {page}' },
  box: {
    'zh-CN': '{region}（距左 {x}%、距上 {y}%，宽 {width}%、高 {height}%）',
    en: '{region} ({x}% from the left, {y}% from the top, {width}% × {height}%)',
  },
  suppressedBy: { 'zh-CN': '理由：{reason}', en: 'reason: {reason}' },
  suppressedOwner: { 'zh-CN': '负责人：{owner}', en: 'owner: {owner}' },
  suppressedUntil: { 'zh-CN': '有效至 {until}', en: 'until {until}' },
  totals: { 'zh-CN': '合计', en: 'Totals' },
  totalsExplained: {
    'zh-CN': '按检查计（一项检查可能发现几个问题，按最重的一个归类）：',
    en: 'By check (one check may find several things, and counts once, by the gravest):',
  },
  nothingFound: { 'zh-CN': '没有发现问题。', en: 'Nothing was found wrong.' },
  portfolioHeading: { 'zh-CN': '全部材料汇总', en: 'All dossiers' },
  portfolioGate: { 'zh-CN': '可以提交 {open}，暂不能提交 {closed}', en: 'open {open}, closed {closed}' },
  company: { 'zh-CN': '公司', en: 'Company' },
  procedure: { 'zh-CN': '事项', en: 'Procedure' },
  errorsColumn: { 'zh-CN': '错误', en: 'Errors' },
  warningsColumn: { 'zh-CN': '警告', en: 'Warnings' },
  reviewColumn: { 'zh-CN': '人工', en: 'Review' },
  openColumn: { 'zh-CN': '未检查', en: 'Unchecked' },
  daysLeftColumn: { 'zh-CN': '剩余天数', en: 'Days' },
  programFailure: { 'zh-CN': '程序故障', en: 'program failure' },
  notesHeading: { 'zh-CN': '另请留意', en: 'Also note' },
  noDossiers: { 'zh-CN': '没有找到任何材料（dossier.yaml）。', en: 'No dossier (dossier.yaml) was found.' },
} as const satisfies Record<string, LocalText>;
