import { describe, expect, it } from 'vitest';
import { github } from '../../src/reporters/github.ts';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { hostileReport } from '../report/hostile-report.ts';
import { rejectedDossier, troubledDossier } from '../report/sample-dossiers.ts';
import { dossier, finding, report } from '../report/sample-report.ts';

const options = { locale: 'zh-CN', colour: false, columns: 80, verbose: false } as const;

describe('github', () => {
  const lines = github(report([troubledDossier(), rejectedDossier()]), options)
    .trimEnd()
    .split('\n');

  it('opens each dossier with its gate and totals, then with what was not checked', () => {
    expect(lines[0]).toBe(
      '::error file=clients/hangzhou-yunzhan/dossier.yaml,title=杭州云栈科技有限公司::暂不能提交：3 个错误，1 个警告，1 项需人工确认，9 项没有检查',
    );
    expect(lines[1]).toContain(
      '::warning file=clients/hangzhou-yunzhan/dossier.yaml,title=没有检查，没有检查不等于合格::',
    );
    expect(lines.filter((line) => line.includes('title=没有检查'))).toHaveLength(3);
  });

  it('annotates the line, worst first, and marks what a person must decide', () => {
    const annotations = lines.filter((line) => line.includes(',line=')).map((line) => line.split('::')[1]);
    expect(annotations.map((head) => head?.split(' ')[0])).toEqual([
      'error',
      'error',
      'error',
      'warning',
      'warning',
      'error',
      'error',
    ]);
    expect(annotations[0]).toContain(
      'file=clients/hangzhou-yunzhan/dossier.yaml,line=14,col=9,title=domain/registrant-mismatch',
    );
    expect(annotations[4]).toContain('title=需人工确认，company/name-differs');
  });

  it('lets no text end the command or forge another', () => {
    const hostile = github(hostileReport('x\n::error::forged\r\n,title=y:z%0A'), options);
    for (const line of hostile.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) /u);
    expect(hostile).not.toContain('\r');
    expect(hostile).toContain('x%0A::error::forged%0A,title=y:z%250A');
    expect(hostile).toContain('%2Ctitle=y%3Az%250A');
  });
});

describe('gitlab', () => {
  interface Issue {
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly description: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  // Read back from our own text.
  const read = (text: string) => JSON.parse(text) as Issue[];

  it('holds what the merge request widget reads', () => {
    const issues = read(gitlab(report([troubledDossier(), rejectedDossier()]), options));
    expect(issues).toHaveLength(5 + 3 + 2);
    expect(issues[0]).toMatchObject({
      check_name: 'domain/registrant-mismatch',
      severity: 'critical',
      fingerprint: 'a1'.repeat(16),
      location: { path: 'clients/hangzhou-yunzhan/dossier.yaml', lines: { begin: 14 } },
    });
    for (const { location, severity } of issues) {
      expect(location.lines.begin).toBeGreaterThanOrEqual(1);
      expect(['info', 'minor', 'major', 'critical']).toContain(severity);
    }
  });

  it('tells what was not checked', () => {
    const open = read(gitlab(report([troubledDossier()]), options)).filter(
      ({ check_name }) => check_name === 'not-checked',
    );
    expect(open.map(({ description }) => description)[0]).toContain('没有检查: 离线运行，也没有留存的查询记录（7 项）');
  });

  it('gives every issue its own fingerprint, always the same', () => {
    const twice = report([
      dossier({ path: 'a', findings: [finding({ fingerprint: '7'.repeat(32) })] }),
      dossier({ path: 'b', findings: [finding({ fingerprint: '7'.repeat(32) })] }),
    ]);
    const prints = read(gitlab(twice, options)).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(2);
    expect(gitlab(twice, options)).toBe(gitlab(twice, options));
  });
});
