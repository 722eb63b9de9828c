import { existsSync, readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';

/** The letter template (fix.md) of a rule; '' when its fix needs no letter. */
export const ruleLetter = (ruleId: string): string => fileOfRule(ruleId, 'fix.md');

/** The page (README.md) of a rule. */
export const rulePage = (ruleId: string): string => fileOfRule(ruleId, 'README.md');

function fileOfRule(ruleId: string, name: string): string {
  const file = packageFile(`rules/${ruleId}/${name}`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
