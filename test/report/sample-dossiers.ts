import type { DossierReport, FindingReport, RuleReport } from '../../src/report/report.ts';
import { at, dossier, finding, problem, verdict } from './sample-report.ts';

/** A yearly report with one finding of every look that a reader meets. */
export function troubledDossier(): DossierReport {
  const registrant = finding({
    fingerprint: 'a1'.repeat(16),
    compared: { seen: '李建国', expected: '杭州云栈科技有限公司' },
    evidence: [
      {
        kind: 'whois',
        source: 'whois.cnnic.cn',
        at: '2026-03-01T01:30:00.000Z',
        confidence: 'high',
        recorded: true,
      },
    ],
  });
  const revenue = finding({
    fingerprint: 'b2'.repeat(16),
    ruleId: 'finance/zero-revenue-with-social-insurance',
    messageId: 'no-letter',
    subject: 'dossier:annual-report',
    location: at(41, 3, '  营业收入: 0'),
    texts: {
      message: {
        'zh-CN': '2025 年营业收入填 0，但为 12 名员工缴了社保，也没有附情况说明。',
        en: 'revenue of 2025 is 0 although social insurance was paid for 12 employees, and no statement letter is attached.',
      },
      fix: {
        'zh-CN': '营业收入确为 0 的，请附加盖公章的情况说明；漏填的，请按审计报告改正。',
        en: 'If revenue was indeed 0, attach a sealed statement letter; if it was forgotten, enter the audited figure.',
      },
    },
    compared: { seen: '营业收入 0 元，参保 12 人', expected: '营业收入大于 0，或附情况说明' },
    basis: [
      {
        kind: 'law',
        cite: '《电信业务经营许可管理办法》第三十五条',
        url: 'https://www.gov.cn/zhengce/2017-07/03/content_5721949.htm',
        asOf: '2026-11',
      },
      { kind: 'practice', cite: '代办机构年报驳回实例', asOf: '2026-11' },
    ],
    letter: [
      '关于营业收入的情况说明',
      '',
      '浙江省通信管理局：',
      '　　杭州云栈科技有限公司（统一社会信用代码 91330106MA2CFQ2X3K）2025 年度处于产品研发阶段，未取得营业收入。',
      '同期为 12 名员工缴纳社会保险，费用由股东投入的注册资本支付。',
      '　　我公司承诺上述情况属实，愿承担不实的法律责任。',
      '',
      '杭州云栈科技有限公司（盖章）',
      '2026年3月10日',
    ].join('\n'),
  });
  const faint = finding({
    fingerprint: 'c3'.repeat(16),
    ruleId: 'scan/faint-seal',
    messageId: 'faint',
    subject: 'attachment:接入协议.pdf',
    confidence: 'medium',
    location: at(63, 9, '  - 文件: 接入协议.pdf', {
      attachment: '附件/接入协议.pdf',
      page: 2,
      box: { x: 0.62, y: 0.71, width: 0.18, height: 0.13 },
    }),
    texts: {
      message: {
        'zh-CN': '“接入协议.pdf”第 2 页的公章太淡，机器读不出来（对比度 0.11，至少要 0.25）。',
        en: 'the seal on page 2 of "接入协议.pdf" is too faint for a machine to read (contrast 0.11, at least 0.25 is needed).',
      },
      fix: {
        'zh-CN': '请在原件上重新盖章后再扫描，彩色 300 dpi。',
        en: 'Stamp the original again, then scan it in colour at 300 dpi.',
      },
    },
    compared: { seen: '对比度 0.11', expected: '对比度不低于 0.25' },
    basis: [{ kind: 'practice', cite: '年报附件退回实例', asOf: '2026-11' }],
  });
  const size = finding({
    fingerprint: 'd4'.repeat(16),
    ruleId: 'attachment/oversized-file',
    messageId: 'too-large',
    severity: 'warning',
    subject: 'attachment:审计报告.pdf',
    location: at(66, 9, '  - 文件: 审计报告.pdf', { attachment: '附件/审计报告.pdf' }),
    texts: {
      message: {
        'zh-CN': '“审计报告.pdf”有 7.3 MB，申报系统最多收 5 MB。',
        en: '"审计报告.pdf" has 7.3 MB; the portal takes at most 5 MB.',
      },
      fix: {
        'zh-CN': '请以 200 dpi 灰度重新扫描正文，盖章页保留彩色。',
        en: 'Scan the text again at 200 dpi in grey; keep the sealed pages in colour.',
      },
    },
    compared: { seen: '7.3 MB', expected: '不超过 5 MB' },
    basis: [{ kind: 'provider', cite: '工信部许可系统上传页说明', asOf: '2026-11' }],
  });
  const name = finding({
    fingerprint: 'e5'.repeat(16),
    ruleId: 'company/name-differs',
    messageId: 'differs',
    kind: 'review',
    confidence: 'low',
    subject: 'company:杭州云栈科技有限公司',
    location: at(6, 9, '  公司名称: 杭州云栈科技有限公司', { attachment: '附件/营业执照.jpg', page: 1 }),
    texts: {
      message: {
        'zh-CN': '营业执照上的名称读作“杭州云找科技有限公司”，与材料不同；扫描较模糊，可能是识别错误。',
        en: 'the name on the business licence reads "杭州云找科技有限公司", unlike the dossier; the scan is blurred, so it may be misread.',
      },
      fix: {
        'zh-CN': '请对照原件；名称确实不同的，先办理变更。',
        en: 'Compare with the original; if the names do differ, announce the change first.',
      },
    },
    compared: { seen: '杭州云找科技有限公司', expected: '杭州云栈科技有限公司' },
  });
  const accepted = finding({
    fingerprint: 'f6'.repeat(16),
    ruleId: 'attachment/misnamed-file',
    subject: 'attachment:承诺书.pdf',
    texts: {
      message: { 'zh-CN': '“承诺书.pdf”的文件名里没有日期。', en: 'the name of "承诺书.pdf" has no date.' },
      fix: {
        'zh-CN': '请改名为“杭州云栈科技有限公司承诺书20260301.pdf”。',
        en: 'Rename it 杭州云栈科技有限公司承诺书20260301.pdf.',
      },
    },
    suppressed: { by: 'dossier', reason: '管局同意沿用旧文件名', owner: '王芳', until: '2026-04-30' },
  });
  const findings: FindingReport[] = [registrant, revenue, faint, size, name, accepted];
  return dossier({
    findings,
    verdicts: [
      ...findings.map(({ ruleId, subject, kind, severity }) => ({ ruleId, subject, kind, severity })),
      verdict('company/invalid-uscc', 'company:杭州云栈科技有限公司', 'pass'),
      verdict('scan/missing-seal', 'attachment:接入协议.pdf', 'pass'),
      verdict('domain/registrant-mismatch', 'domain:yunzhan.com', 'open', {
        reason: 'redacted',
        detail: 'REDACTED FOR PRIVACY',
      }),
      verdict('access/provider-mismatch', 'access:阿里云计算有限公司', 'open', { reason: 'offline' }),
      ...['yunzhan.cn', 'yunzhan.com', 'yunzhan.net', 'yunzhan.top', 'cdn.yunzhan.cn', 'img.yunzhan.cn'].map((name) =>
        verdict('domain/expiring', `domain:${name}`, 'open', { reason: 'offline' }),
      ),
      verdict('business/live-streaming-undeclared', 'website:https://www.yunzhan.cn', 'open', {
        reason: 'unreadable',
        detail: '首页截图.png：0 字节',
      }),
      verdict('deadline/renewal-window', 'dossier:annual-report', 'notApplicable', { reason: 'procedure' }),
    ],
  });
}

export const cleanDossier = (): DossierReport =>
  dossier({
    path: 'clients/ningbo-haituo',
    company: '宁波海拓网络科技有限公司',
    findings: [],
    verdicts: [
      verdict('company/invalid-uscc', 'company:宁波海拓网络科技有限公司', 'pass'),
      verdict('attachment/missing', 'dossier:annual-report', 'pass'),
      verdict('deadline/renewal-window', 'dossier:annual-report', 'notApplicable', { reason: 'procedure' }),
    ],
  });

/** Its dossier.yaml cannot be read: nothing of it was judged. */
export const rejectedDossier = (): DossierReport =>
  dossier({
    path: 'clients/wenzhou',
    company: null,
    procedure: null,
    province: null,
    deadline: null,
    problems: [
      problem(),
      problem({
        id: 'unknown-key',
        line: 9,
        column: 3,
        excerpt: '  统一社会信用代玛: 91330106MA2CFQ2X3K',
        texts: {
          'zh-CN': '没有“统一社会信用代玛”这个字段。是不是想写“统一社会信用代码”？',
          en: 'there is no key "统一社会信用代玛". Did you mean "统一社会信用代码"?',
        },
      }),
    ],
  });

/** Two of the rules by their titles; the others have none, as those of packs without pages. */
export const sampleRules: readonly RuleReport[] = [
  {
    id: 'domain/registrant-mismatch',
    severity: 'error',
    tags: ['top7'],
    basis: [],
    title: { 'zh-CN': '域名不在公司名下', en: 'domain held by another' },
  },
  {
    id: 'domain/expiring',
    severity: 'error',
    tags: [],
    basis: [],
    title: { 'zh-CN': '域名已过期或即将到期', en: 'domain expired or about to expire' },
  },
];
