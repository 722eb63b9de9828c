import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/reporters/markdown.ts';
import { hostileReport } from '../report/hostile-report.ts';
import { cleanDossier, rejectedDossier, troubledDossier } from '../report/sample-dossiers.ts';
import { dossier, finding, report, verdict } from '../report/sample-report.ts';

const options = { locale: 'zh-CN', colour: false, columns: 80, verbose: false } as const;

it('reads well as a comment', async () => {
  await expect(markdown(report([troubledDossier(), cleanDossier(), rejectedDossier()]), options)).toMatchFileSnapshot(
    'snapshots/comment.zh-CN.md',
  );
});

describe('a portfolio that is too long for a comment', () => {
  const dossiers = Array.from({ length: 300 }, (_, index) =>
    dossier({
      path: `clients/${index}`,
      findings: [finding({ severity: 'info' }), finding({ ruleId: 'scan/faint-seal' })],
      verdicts: [verdict('domain/expiring', 'domain:a.cn', 'open', { reason: 'timeout' })],
    }),
  );
  const text = markdown(report(dossiers), options);

  it('stays below the limit', () => {
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(50_000);
  });

  it('keeps what was not checked, and cuts hints before errors', () => {
    expect(text).toContain('没有检查 300 项 · 没有检查不等于合格');
    const shown = (rule: string) => text.split(`· \`${rule}\` ·`).length - 1;
    expect(shown('scan/faint-seal')).toBeGreaterThan(0);
    expect(shown('scan/faint-seal')).toBeGreaterThanOrEqual(shown('domain/registrant-mismatch'));
  });

  it('counts exactly what it leaves out', () => {
    const entries = text.match(/^### /gmu)?.length ?? 0;
    expect(text).toContain(`另有 ${600 - entries} 条没有列出`);
  });

  it('counts dossiers that do not even fit into the table', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      dossier({
        path: `clients/${index}`,
        verdicts: [verdict('domain/expiring', 'domain:a.cn', 'open', { reason: 'timeout' })],
      }),
    );
    const long = markdown(report(many), options);
    expect(long.length).toBeLessThan(65_536);
    const rows = long.match(/^\| ⚠️/gmu)?.length ?? 0;
    expect(rows).toBeGreaterThan(100);
    expect(long).toContain(`另有 ${5000 - rows} 条没有列出`);
    expect(long).toContain('没有检查 5000 项');
  });
});

it('shows hostile text as text', () => {
  const text = markdown(
    hostileReport('![x](http://evil.example/a.png) <img src=x> @everyone #12 `code` | cell\n# heading'),
    options,
  );
  const outsideCode = text.replace(/```[\s\S]*?```/gu, '').replace(/(`+).+?\1/gu, '');
  expect(outsideCode).not.toMatch(/(?<!\\)!\[/u);
  expect(outsideCode).not.toMatch(/^# heading/mu);
  expect(outsideCode).not.toMatch(/@everyone/u);
  expect(outsideCode).not.toMatch(/#12/u);
  expect(outsideCode).not.toMatch(/(?<!\\)<img/u);
  expect(outsideCode).not.toMatch(/http:\/\//u);
  // The table keeps its columns.
  for (const row of text.split('\n').filter((line) => line.startsWith('| ')))
    expect(row.match(/(?<!\\)\|/gu)).toHaveLength(6);
});
