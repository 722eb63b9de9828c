import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { suggest } from '../dossier/suggestion.ts';

/** `icp-check exlpain` is read as a path to check: what is no path but nearly a command was meant as one. */
export function refuseMistypedCommand(word: string, commands: readonly string[], cwd: string): void {
  const meant = /^[a-z]{3,}$/iu.test(word) ? suggest(word, commands) : undefined;
  if (meant === undefined || existsSync(path.resolve(cwd, word))) return;
  throw new UsageError({
    'zh-CN': `没有“${word}”这个命令，也没有这个文件夹。是不是想写“icp-check ${meant}”？`,
    en: `there is no command "${word}", and no such folder. Did you mean "icp-check ${meant}"?`,
  });
}
