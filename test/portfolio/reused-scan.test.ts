import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkPaths } from '../../src/check-paths.ts';
import { packageFile } from '../../src/package-file.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'icp-check-'));
});
afterEach(() => rm(root, { recursive: true }));

/** The sample of a change under a company of its own, with files that no other dossier has. */
async function company(name: string, uscc: string): Promise<void> {
  await cp(packageFile('fixtures/dossiers/change'), path.join(root, name), { recursive: true });
  const file = path.join(root, name, 'dossier.yaml');
  const written = await readFile(file, 'utf8');
  await writeFile(file, written.replaceAll('91330106MAFAKE019Y', uscc));
}

const reused = async () => {
  const options = { cwd: root, today: '2026-03-10', only: ['portfolio/reused-scan'], locale: 'en' } as const;
  const { dossiers, systemErrors } = await checkPaths(['.'], options);
  expect(systemErrors).toEqual([]);
  return dossiers.map(({ path: where, findings }) => [
    where,
    findings.map(({ location }) => location.attachment ?? ''),
  ]);
};

const application = '附件/杭州青禾示例网络科技有限公司+申请书+20260306.pdf';

it('finds the files that two companies share, byte for byte, and no personal papers', async () => {
  await company('a', '91330106MAFAKE019Y');
  await company('b', '91330106MAFAKE0280');
  const found = await reused();
  expect(found.map(([where]) => where)).toEqual(['a', 'b']);
  for (const [, files] of found) {
    expect(files).toContain(application);
    expect(String(files)).toContain('营业执照');
    expect(String(files)).not.toContain('身份证');
  }
});

it('tells a file apart that differs in one byte', async () => {
  await company('a', '91330106MAFAKE019Y');
  await company('b', '91330106MAFAKE0280');
  const file = path.join(root, 'b', application);
  await writeFile(file, Buffer.concat([await readFile(file), Buffer.from('\n')]));
  for (const [, files] of await reused()) {
    expect(String(files)).toContain('营业执照');
    expect(files).not.toContain(application);
  }
});
