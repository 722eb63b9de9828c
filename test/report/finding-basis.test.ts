import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Report } from '../../src/report/report.ts';
import { runCli } from '../cli/run-cli.ts';

const yaml = `procedure: annual-report
reportYear: 2025
province: 浙江
submitOn: 2026-02-10
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
`;

it('cites for a missing paper only what asks for that paper', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'finding-basis-'));
  writeFileSync(path.join(root, 'dossier.yaml'), yaml);
  const run = await runCli(['.', '--offline', '-f', 'json', '--only', 'attachment/missing,company/invalid-uscc'], {
    cwd: root,
  });
  // Our own JSON.
  const findings = (JSON.parse(run.stdout) as Report).dossiers[0]?.findings ?? [];
  const cited = findings.map(({ ruleId, basis }) => [ruleId, basis.map(({ kind }) => kind)]);
  expect(cited).toContainEqual(['attachment/missing', ['practice']]);
  const whole = rules.find(({ id }) => id === 'attachment/missing')?.basis ?? [];
  expect(whole.some(({ kind }) => kind === 'law')).toBe(true);
});
