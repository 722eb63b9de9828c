import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadReference } from '../../rules/reference/index.ts';
import type { LoadedDossier } from '../../src/dossier/load.ts';
import { parseDossier } from '../../src/dossier/parse.ts';
import { subjectsOf } from '../../src/dossier/subjects.ts';
import { assign, judge, type RuleFailure } from '../../src/engine/judge.ts';
import { defineRule, open, type Rule } from '../../src/engine/rule.ts';
import { type Evidence, known, unknown } from '../../src/evidence/evidence.ts';
import { indexPortfolio } from '../../src/portfolio/portfolio-index.ts';

const source = `procedure: annual-report
province: 浙江
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
domains: [{ name: qinghe-example.cn }]
`;
const parsed = parseDossier(source, 'dossier.yaml');
if (parsed.data === null) throw new Error('the sample dossier does not parse');
const dossier: LoadedDossier = {
  path: 'd',
  folder: '/nowhere',
  file: 'dossier.yaml',
  data: parsed.data,
  positions: parsed.positions,
  problems: [],
};
const setting = { dossier, reference: loadReference(), today: '2026-02-10' };
const subjects = subjectsOf(parsed.data, { path: 'd', index: indexPortfolio([]) });

const basis = [{ kind: 'practice', cite: '测试用规则', asOf: '2026-11' }] as const;
const text = {
  'zh-CN': '注册人是 {who}',
  en: 'held by {who}',
  fix: { 'zh-CN': '改 {who}', en: 'change {who}' },
} as const;

const holderRule = (severity: Rule['severity'] = 'error') =>
  defineRule({
    id: 'test/holder',
    since: '0.1.0',
    title: { 'zh-CN': '测试', en: 'test' },
    severity,
    tags: [],
    procedures: ['annual-report'],
    subject: 'domain',
    needs: ['whois'],
    basis,
    options: z.strictObject({}),
    messages: { other: text },
    *check({ subject, evidence }) {
      const who = evidence.whois.registrant;
      if (who === null) return yield open('redacted');
      if (who !== '青禾') yield { messageId: 'other', data: { who }, at: subject.at, severity: 'warning' };
    },
  });

function verdictOf(rule: Rule, whois: Evidence<unknown>, failures: RuleFailure[] = []) {
  const [assignment] = assign([{ rule, severity: rule.severity, options: {} }], subjects, setting, failures);
  if (assignment === undefined) throw new Error('no subject');
  return judge(assignment, () => whois, setting, failures);
}

const answer = (registrant: string | null, confidence: 'high' | 'low' = 'high') =>
  known({ registrant }, { source: 'whois.cnnic.cn', confidence });

describe('verdicts', () => {
  it('passes when nothing is yielded', () => expect(verdictOf(holderRule(), answer('青禾')).kind).toBe('pass'));
  it('fails with a finding, at most as bad as the rule', () => {
    const verdict = verdictOf(holderRule(), answer('白禾'));
    expect(verdict.kind).toBe('fail');
    expect(verdict.findings[0]?.severity).toBe('warning');
    expect(verdictOf(holderRule('info'), answer('白禾')).findings[0]?.severity).toBe('info');
  });
  it('asks for a person when the evidence is weak', () =>
    expect(verdictOf(holderRule(), answer('白禾', 'low')).kind).toBe('review'));
  it('stays open when the rule could not see', () =>
    expect(verdictOf(holderRule(), answer(null))).toMatchObject({ kind: 'open', reason: 'redacted' }));
  it('stays open when the evidence is not there, whatever the reason', () => {
    expect(verdictOf(holderRule(), unknown('timeout', '20 s'))).toMatchObject({
      kind: 'open',
      reason: 'timeout',
      detail: '20 s',
    });
  });
  it('does not apply to another procedure', () => {
    expect(verdictOf({ ...holderRule(), procedures: ['filing'] }, answer('白禾')).kind).toBe('notApplicable');
  });
});

describe('a rule that throws', () => {
  const broken: Rule = {
    ...holderRule(),
    check: () => {
      throw new Error('out of paper');
    },
  };
  it('stays open and is noted as our failure, not the user’s', () => {
    const failures: RuleFailure[] = [];
    expect(verdictOf(broken, answer('青禾'), failures)).toMatchObject({
      kind: 'open',
      reason: 'internal-error',
      findings: [],
    });
    expect(failures).toEqual([{ ruleId: 'test/holder', subject: 'domain:qinghe-example.cn', message: 'out of paper' }]);
  });
  it('is noted when it cannot even say whether it applies', () => {
    const failures: RuleFailure[] = [];
    const rule: Rule = {
      ...broken,
      appliesTo: () => {
        throw new Error('no pen');
      },
    };
    expect(verdictOf(rule, answer('青禾'), failures).kind).toBe('open');
    expect(failures).toHaveLength(1);
  });
});

// The compiler is the test: each mistake below must not compile, or the directive above it is unused and fails.
describe('the compiler', () => {
  const parts = {
    id: 'a/b',
    since: '0.1.0',
    title: { 'zh-CN': '测', en: 't' },
    severity: 'error',
    tags: [],
    procedures: ['filing'],
    options: z.strictObject({}),
  } as const;
  const onDomain = { ...parts, subject: 'domain', needs: ['whois'], basis, messages: { other: text } } as const;

  it('rejects mistakes in a rule', () => {
    const rules = [
      defineRule({
        ...parts,
        subject: 'company',
        needs: [],
        basis,
        // @ts-expect-error the English message lacks the slot
        messages: { other: { ...text, en: 'held by nobody' } },
        *check() {},
      }),
      defineRule({
        ...parts,
        subject: 'company',
        needs: [],
        // @ts-expect-error a basis is needed
        basis: [],
        messages: { other: text },
        *check() {},
      }),
      defineRule({
        ...onDomain,
        *check({ evidence }) {
          // @ts-expect-error dns was not asked for
          if (evidence.dns === undefined) yield open('offline');
        },
      }),
      defineRule({
        ...onDomain,
        // @ts-expect-error no such message
        *check({ subject }) {
          yield { messageId: 'none', data: { who: '' }, at: subject.at };
        },
      }),
      defineRule({
        ...onDomain,
        // @ts-expect-error the slot is not filled
        *check({ subject }) {
          yield { messageId: 'other', data: {}, at: subject.at };
        },
      }),
    ];
    expect(rules).toHaveLength(5);
  });
});
