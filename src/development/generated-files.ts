import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import { ruleFolders } from './rule-folders.ts';
import { ruleIndexSource } from './rule-index.ts';

export interface GeneratedFile {
  /** Below the package's root. */
  readonly file: string;
  readonly content: string;
}

export interface GeneratedFiles {
  readonly files: readonly GeneratedFile[];
  /** Why the page of a rule could not be made, and what to do; the pages of the others are made all the same. */
  readonly problems: readonly string[];
}

/** The list of rules: written first, because everything else is derived from the rules it names. */
export const ruleIndexFile = (): GeneratedFile => ({ file: 'rules/index.ts', content: ruleIndexSource(ruleFolders()) });

/** Every file that is derived from the rules. */
export async function filesFromRules(): Promise<GeneratedFiles> {
  const [{ rules }, { readmeWith }, { readCases }] = await Promise.all([
    import('../../rules/index.ts'),
    import('./rule-readme.ts'),
    import('./rule-cases.ts'),
  ]);
  const files: GeneratedFile[] = [];
  const problems: string[] = [];
  for (const rule of rules) {
    const file = `rules/${rule.id}/README.md`;
    try {
      files.push({ file, content: readmeWith(textOf(file), rule, readCases(rule.id)) });
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { files, problems };
}

/** The text of a file of the package, '' when there is none. */
export function textOf(file: string): string {
  try {
    return readFileSync(packageFile(file), 'utf8');
  } catch {
    return '';
  }
}
