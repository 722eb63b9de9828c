import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const dossier = (more = '') => {
  const root = mkdtempSync(path.join(tmpdir(), 'exit-code-'));
  const yaml = `procedure: annual-report
reportYear: 2025
province: 浙江
submitOn: 2026-02-10
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
${more}`;
  writeFileSync(path.join(root, 'dossier.yaml'), yaml);
  return root;
};
const code = async (root: string, ...words: string[]) =>
  (await runCli(['.', '--offline', ...words], { cwd: root })).code;
const domain = 'domains: [{ name: qinghe-example.cn }]\n';

it('is 0 when the gate is open', async () => expect(await code(dossier(), '--only', 'company')).toBe(0));
it('is 1 for a failure, unless only graver ones count', async () => {
  const late = [dossier(), '--only', 'deadline/annual-report-window', '--today', '2026-04-01'] as const;
  expect(await code(...late)).toBe(1);
  expect(await code(dossier(), '--only', 'attachment/missing')).toBe(0);
  expect(await code(dossier(), '--only', 'attachment/missing', '--fail-on', 'warning')).toBe(1);
});
it('is 0 for an open verdict, 3 where evidence is required, 1 with --strict', async () => {
  const root = dossier(domain);
  const rule = ['--only', 'domain/registrant-mismatch'] as const;
  expect(await code(root, ...rule)).toBe(0);
  expect(await code(root, ...rule, '--require-evidence')).toBe(3);
  expect(await code(root, ...rule, '--strict')).toBe(1);
});
it('is 2 for a key that nobody knows, though everything else was checked', async () => {
  expect(await code(dossier('compnay: x\n'), '--only', 'company')).toBe(2);
});
it('is 0 with a dated exemption, and 1 on the day after it ends', async () => {
  const exempt = dossier(
    'suppressions: [{ rule: deadline/annual-report-window, reason: 管局同意补报, owner: 宋以宁, until: 2026-04-10 }]\n',
  );
  const rule = ['--only', 'deadline/annual-report-window'] as const;
  expect(await code(exempt, ...rule, '--today', '2026-04-10')).toBe(0);
  expect(await code(exempt, ...rule, '--today', '2026-04-11')).toBe(1);
});
