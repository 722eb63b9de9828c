import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { locateAttachment } from '../../src/dossier/attachments.ts';

const root = mkdtempSync(path.join(tmpdir(), 'dossier-'));
const folder = path.join(root, 'dossier');
mkdirSync(path.join(folder, '附件'), { recursive: true });
writeFileSync(path.join(folder, '附件', '执照.pdf'), 'x');
writeFileSync(path.join(root, 'secret.txt'), 'x');
symlinkSync(path.join(root, 'secret.txt'), path.join(folder, 'link.pdf'));
symlinkSync(root, path.join(folder, 'up'));
symlinkSync(path.join(folder, '附件', '执照.pdf'), path.join(folder, 'inner.pdf'));

const outcome = async (file: string) => {
  const located = await locateAttachment(folder, file);
  return located.state === 'found' ? 'found' : located.problem.id;
};

it.each([
  ['附件/执照.pdf', 'found'],
  ['附件\\执照.pdf', 'found'],
  ['./附件/../附件/执照.pdf', 'found'],
  ['inner.pdf', 'found'],
  ['附件/没有.pdf', 'missing'],
  ['附件', 'not-a-file'],
  ['../secret.txt', 'outside-dossier'],
  ['..\\secret.txt', 'outside-dossier'],
  [path.join(root, 'secret.txt'), 'outside-dossier'],
  ['C:\\Windows\\win.ini', 'outside-dossier'],
  ['link.pdf', 'outside-dossier'],
  ['up/secret.txt', 'outside-dossier'],
  ['.', 'outside-dossier'],
  ['a\0b', 'missing'],
])('%s: %s', async (file, expected) => {
  expect(await outcome(file)).toBe(expected);
});
