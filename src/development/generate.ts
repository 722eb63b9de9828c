import { readFileSync, writeFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import { generatedFiles } from './generated-files.ts';

/** Writes every generated file, or with --check says which are not current and fails. */
const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const { file, content } of await generatedFiles()) {
  const absolute = packageFile(file);
  let present = '';
  try {
    present = readFileSync(absolute, 'utf8');
  } catch {
    // Not there yet.
  }
  if (present === content) continue;
  stale.push(file);
  if (!isCheck) writeFileSync(absolute, content);
}
if (isCheck && stale.length > 0) {
  process.stderr.write(`not current; run npm run generate and commit: ${stale.join(', ')}\n`);
  process.exitCode = 1;
}
