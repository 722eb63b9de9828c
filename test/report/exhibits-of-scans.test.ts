import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { checkPathsWithExhibits } from '../../src/check-paths.ts';

it('finds the faint seal on a real scan', async () => {
  const scan = '杭州麦垛示例信息技术有限公司+应急预案+20260115.pdf';
  const folder = await mkdtemp(join(tmpdir(), 'icp-check-exhibits-'));
  await copyFile(new URL(`../../fixtures/dossiers/top7/maiduo/附件/${scan}`, import.meta.url), join(folder, scan));
  await writeFile(
    join(folder, 'dossier.yaml'),
    `办理事项: 年报
报告年度: 2025
省份: 浙江
公司:
  名称: 杭州麦垛示例信息技术有限公司
  统一社会信用代码: 91330106MAFAKE027R
  法定代表人: 何知远
附件:
  - { 文件: ${scan}, 种类: 应急预案 }
`,
  );
  const { report: checked, exhibits: all } = await checkPathsWithExhibits(['.'], {
    cwd: folder,
    today: '2026-03-10',
    only: ['scan/faint-seal'],
    cacheFolder: inject('scanCache'),
  });
  await rm(folder, { recursive: true });
  const [only] = checked.dossiers;
  const shown = all.get(only?.path ?? '')?.get(only?.findings[0]?.fingerprint ?? '') ?? [];
  expect(shown.map(({ kind }) => kind)).toEqual(['page', 'seal']);
  expect(shown[1]).toMatchObject({ seal: { verdict: 'faint', shape: 'round' } });
}, 300_000);
