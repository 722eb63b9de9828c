import type { Basis, Rule } from '../engine/rule.ts';
import type { RuleCase } from './rule-cases.ts';

const openMark = (part: string) => `<!-- generated: ${part} -->`;
const endMark = '<!-- end -->';

/** Sections that a person writes, in order; the page's other parts are derived from the rule and its cases. */
export const writtenSections = ['查什么', '为什么要紧', '怎么改', '局限'] as const;

const severityNames = { error: '错误 error', warning: '警告 warning', info: '提示 info' } as const;
const basisKinds = {
  law: '法律法规 law',
  regulator: '主管部门 regulator',
  provider: '服务商 provider',
  practice: '惯例 practice',
} as const;
const procedureNames = {
  'annual-report': '年报',
  filing: '备案',
  application: '首次申请',
  renewal: '续期',
  change: '变更',
} as const;
const expectations = {
  pass: '通过 pass',
  fail: '不通过 fail',
  review: '待人工确认 review',
  open: '未能检查 open',
  notApplicable: '不适用 not applicable',
} as const;
const networkEvidence = new Set(['whois', 'dns', 'homepage']);

/** Whether a rule can judge without the network or a recording of it. */
export const worksOffline = ({ needs, uses }: Pick<Rule, 'needs' | 'uses'>): 'yes' | 'partly' | 'recorded' =>
  needs.some((kind) => networkEvidence.has(kind))
    ? 'recorded'
    : uses.some((kind) => networkEvidence.has(kind))
      ? 'partly'
      : 'yes';

const offlineNames = {
  yes: '可以 yes',
  partly: '部分可以；其余用已记录的证据 partly',
  recorded: '只用已记录的证据 recorded evidence only',
} as const;

/** A rule's page with its generated parts brought up to date; the written parts are kept as they are. */
export function readmeWith(current: string, rule: Rule, cases: readonly RuleCase[]): string {
  const written = current.trim() === '' ? blankPage() : current;
  return [
    ['header', header(rule)],
    ['examples', examples(cases)],
  ].reduce((page, [part = '', content = '']) => replacePart(page, part, content), written);
}

function blankPage(): string {
  const sections = writtenSections.map((name) => `## ${name}\n\n（待写）\n`);
  return `${openMark('header')}\n${endMark}\n\n${sections.join('\n')}\n${openMark('examples')}\n${endMark}\n`;
}

function replacePart(page: string, part: string, content: string): string {
  const start = page.indexOf(openMark(part));
  const end = page.indexOf(endMark, start);
  if (start < 0 || end < 0) throw new Error(`the page has lost its "${openMark(part)}" … "${endMark}" marks`);
  return `${page.slice(0, start)}${openMark(part)}\n\n${content}\n${page.slice(end)}`;
}

function header(rule: Rule): string {
  const { title, id, severity, procedures, subject, needs, uses, since, tags } = rule;
  const evidence = [...needs, ...uses.map((kind) => `${kind}（可选 optional）`)];
  return [
    `# ${title['zh-CN']} ${title.en}`,
    '',
    `\`${id}\``,
    '',
    '| | |',
    '|---|---|',
    `| 级别 severity | ${severityNames[severity]} |`,
    `| 适用 procedures | ${procedures.map((procedure) => `${procedureNames[procedure]} ${procedure}`).join('、')} |`,
    `| 对象 subject | ${subject} |`,
    `| 证据 evidence | ${evidence.length === 0 ? '只看 dossier.yaml only dossier.yaml' : evidence.join('、')} |`,
    `| 离线 offline | ${offlineNames[worksOffline(rule)]} |`,
    `| 标签 tags | ${tags.length === 0 ? '—' : tags.join('、')} |`,
    `| 始于 since | ${since} |`,
    '',
    '依据 basis:',
    '',
    ...rule.basis.map(basisLine),
    '',
  ].join('\n');
}

const basisLine = ({ kind, cite, url, asOf }: Basis) =>
  `- ${basisKinds[kind]}：${url === undefined ? cite : `[${cite}](${url})`}（${asOf}）`;

function examples(cases: readonly RuleCase[]): string {
  return [
    '## 例子 Examples',
    '',
    '每次测试都会运行 run by every test：',
    '',
    ...cases.map(({ name, expect }) => `- ${expectations[expect]}：${name}`),
    '',
  ].join('\n');
}
