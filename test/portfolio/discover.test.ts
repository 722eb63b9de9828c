import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { discoverDossiers } from '../../src/portfolio/discover.ts';

function tree(...files: readonly string[]): string {
  const root = mkdtempSync(path.join(tmpdir(), 'discover-'));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), '');
  }
  return root;
}

const names = async (root: string, ...paths: readonly string[]) =>
  (await discoverDossiers(paths, root)).map((found) =>
    'folder' in found ? found.shown : `${found.path}: ${found.problems[0]?.id}`,
  );

it('finds a dossier, the dossiers below a folder, and each only once', async () => {
  const root = tree(
    'clients/a/dossier.yaml',
    'clients/b/2025/dossier.yml',
    'clients/.git/x/dossier.yaml',
    'clients/a/evidence/dossier.yaml',
  );
  expect(await names(root, 'clients')).toEqual(['clients/a', 'clients/b/2025']);
  expect(await names(root, 'clients/a', 'clients', 'clients/a/dossier.yaml')).toEqual(['clients/a', 'clients/b/2025']);
});

it('names what is missing and goes on with the rest', async () => {
  const root = tree('a/dossier.yaml', 'empty/readme.txt', 'scan.pdf');
  expect(await names(root, 'gone', 'empty', 'scan.pdf', 'a')).toEqual([
    'gone: missing-folder',
    'empty: no-dossier',
    'scan.pdf: not-a-dossier',
    'a',
  ]);
});

it('does not follow links round in circles', async () => {
  const root = tree('a/dossier.yaml');
  symlinkSync(root, path.join(root, 'a', 'loop'));
  expect(await names(root, '.')).toEqual(['a']);
});
