import { writeFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import { filesFromRules, type GeneratedFile, ruleIndexFile, textOf } from './generated-files.ts';

/** Writes every generated file, or with --check says which are not current and fails. */
const isCheck = process.argv.includes('--check');

function bringUpToDate(files: readonly GeneratedFile[]): string[] {
  const stale = files.filter(({ file, content }) => textOf(file) !== content);
  if (!isCheck) for (const { file, content } of stale) writeFileSync(packageFile(file), content);
  return stale.map(({ file }) => file);
}

const stale = bringUpToDate([ruleIndexFile()]);
const { files, problems } = await filesFromRules();
stale.push(...bringUpToDate(files));
if (isCheck && stale.length > 0)
  process.stderr.write(`not current; run npm run generate and commit: ${stale.join(', ')}\n`);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 || (isCheck && stale.length > 0) ? 1 : 0;
