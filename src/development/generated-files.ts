import { ruleFolders } from './rule-folders.ts';
import { ruleIndexSource } from './rule-index.ts';

export interface GeneratedFile {
  /** Below the package's root. */
  readonly file: string;
  readonly content: string;
}

/** Every file that is derived from others. The rule index comes first, because the rest is derived from the rules. */
export async function generatedFiles(): Promise<readonly GeneratedFile[]> {
  return [{ file: 'rules/index.ts', content: ruleIndexSource(ruleFolders()) }];
}
