import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadReference } from '../../rules/reference/index.ts';
import { goldenDossier, patched } from '../../src/development/case-dossier.ts';
import { caseProblems, caseSchema, judgeCase } from '../../src/development/rule-cases.ts';
import { defineRule } from '../../src/engine/rule.ts';

const reference = loadReference();
const golden = goldenDossier('annual-report').data;

const heavyFile = defineRule({
  id: 'attachment/heavy-file',
  since: '0.1.0',
  title: { 'zh-CN': '文件太重', en: 'heavy file' },
  severity: 'warning',
  tags: [],
  procedures: ['annual-report'],
  subject: 'attachment',
  needs: ['file'],
  uses: ['seals', 'domainCertificates'],
  basis: [{ kind: 'practice', cite: '测试用', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    heavy: {
      'zh-CN': '{file} 有 {bytes} 字节。',
      en: '{file} has {bytes} bytes.',
      fix: { 'zh-CN': '缩小。', en: 'Shrink it.' },
    },
    nameless: { 'zh-CN': '没有名字。', en: 'no name.', fix: { 'zh-CN': '起名。', en: 'Name it.' } },
  },
  *check({ subject, evidence: { file } }) {
    if (file.sha256 === 'broken') throw new Error('cannot go on');
    if (file.bytes > 100)
      yield { messageId: 'heavy', data: { file: file.path, bytes: file.bytes }, at: subject.at, severity: 'info' };
  },
});

const example = (written: object) => caseSchema.parse({ name: '一个例子', expect: 'pass', ...written });
const problems = (written: object) => caseProblems(heavyFile, example(written), reference);
const judged = (written: object) => judgeCase(heavyFile, example(written), reference);

describe('a patch', () => {
  it('names an item of a list by what it is called, by its kind or by its position', () => {
    const data = patched(golden, {
      'persons.周启明.mobile': '13500135000',
      'attachments.pledge.file': '附件/承诺书.pdf',
      'access.0.mode': 'cloud',
    });
    expect(data.persons?.find(({ name }) => name === '周启明')?.mobile).toBe('13500135000');
    expect(data.attachments?.find(({ kind }) => kind === 'pledge')?.file).toBe('附件/承诺书.pdf');
    expect(data.access?.[0]?.mode).toBe('cloud');
  });

  it('appends, removes and starts sections, and leaves the golden dossier alone', () => {
    const before = JSON.stringify(golden);
    const data = patched(golden, {
      'attachments.+': { file: '附件/情况说明.pdf', kind: 'statement-letter' },
      'attachments.pledge': null,
      'premises.landlord': '某物业',
      finance: null,
    });
    const kinds = data.attachments?.map(({ kind }) => kind);
    expect(kinds).toContain('statement-letter');
    expect(kinds).not.toContain('pledge');
    expect(data.premises?.landlord).toBe('某物业');
    expect(data.finance).toBeUndefined();
    expect(JSON.stringify(golden)).toBe(before);
  });

  it.each([
    ['attachments.lease', null, 'no item "lease"; there are: business-licence'],
    ['premises', null, 'nothing to remove'],
    ['domains.7.name', 'x.cn', 'a new one is "+"'],
    ['company.name.short', 'x', 'nothing there to change'],
    ['compnay.name', 'x', 'not valid'],
    ['finance.revenue', 'a lot', 'not valid'],
  ])('refuses %s: %s', (path, value, why) => {
    expect(() => patched(golden, { [path]: value })).toThrow(why);
  });
});

describe('a case', () => {
  it('leaves open what it does not say', () => {
    expect(problems({ expect: 'open', reason: 'not-supplied' })).toEqual([]);
  });

  it('completes what it says, for the attachment at hand', () => {
    const { verdicts } = judged({ subject: 'pledge', evidence: { file: { bytes: 101 } } });
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]?.findings[0]?.data['file']).toBe(
      golden.attachments?.find(({ kind }) => kind === 'pledge')?.file,
    );
  });

  it('tells one subject from the others', () => {
    const { verdicts } = judged({ evidence: { file: { $subjects: { pledge: { bytes: 101 } } } } });
    expect(verdicts.filter(({ kind }) => kind === 'fail')).toHaveLength(1);
    expect(verdicts.filter(({ kind }) => kind === 'open').length).toBeGreaterThan(5);
  });

  it('turns a failure on weak evidence into a review', () => {
    const weak = { file: { $value: { bytes: 101 }, $confidence: 'low' } };
    expect(problems({ expect: 'review', evidence: weak })).toEqual([]);
  });

  it.each([
    [{ subject: 'lease' }, 'no attachment is called "lease"; there are: 附件/'],
    [{ evidence: { whois: {} } }, '"whois" is neither in needs nor in uses of the rule: file, seals'],
    [{ evidence: { file: { size: 1 } } }, 'evidence file has no "size"; it has: path, bytes'],
    [{ evidence: { file: {}, seals: [{ seals: [{ colour: 'red' }] }] } }, 'evidence seals.seals has no "colour"'],
    [
      { evidence: { file: {}, domainCertificates: [{ owner: 'x' }] } },
      'domainCertificates has no "owner"; it has: domain',
    ],
    [{ evidence: { file: { $subjects: { lease: {} } } } }, 'no attachment is called "lease"'],
    [{ evidence: { file: { $open: 'nowhere' } } }, '$open'],
    [{ base: 'nowhere' }, 'base'],
    [{ patch: {} }, 'patch'],
  ])('that is not well made says what to mend: %j', (written, why) => {
    expect(() => judged(written)).toThrow(why);
  });

  it('says what the rule did instead', () => {
    const heavy = { subject: 'pledge', evidence: { file: { bytes: 101 } } };
    expect(problems({ ...heavy, expect: 'fail', message: 'heavy', severity: 'info' })).toEqual([]);
    expect(problems({ ...heavy, expect: 'pass' })[0]).toBe('verdict: expected pass, the rule says fail');
    expect(problems({ ...heavy, expect: 'fail', message: ['heavy', 'nameless'] })[0]).toBe(
      'messages: expected heavy, nameless, the rule says heavy',
    );
    expect(problems({ ...heavy, expect: 'fail', severity: 'warning' })[0]).toBe(
      'severity: expected warning, the rule says info',
    );
    expect(problems({ expect: 'open', reason: 'offline' })[0]).toBe(
      'reason: expected offline, the rule says not-supplied',
    );
    expect(problems({ ...heavy, expect: 'pass' }).at(-1)).toMatch(/^attachment:.*→ fail heavy \(info\) .*"bytes":101/u);
  });

  it('notices a rule that throws, whatever verdict was expected', () => {
    const broken = { subject: 'pledge', evidence: { file: { sha256: 'broken' } }, expect: 'open' };
    expect(problems(broken)[0]).toContain('cannot go on');
  });
});
