import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../config/usage-error.ts';
import { dossierJsonSchema } from '../../dossier/json-schema.ts';
import { dossierFileNames } from '../../dossier/load.ts';
import type { Procedure } from '../../dossier/schema/dossier.ts';
import { dossierTemplate } from '../../dossier/template.ts';
import { evidenceFolder } from '../../evidence/collectors/folder.ts';
import { suppliedExamples } from '../../evidence/supplied-examples.ts';
import { suppliedJsonSchema } from '../../network/supplied-evidence.ts';
import type { Locale } from '../../report/report.ts';
import { exitCodes } from '../exit-code.ts';
import { type Terminal, write } from '../terminal.ts';
import { today } from '../today.ts';

export interface InitFlags {
  readonly procedure: Procedure;
  readonly locale?: Locale;
}

const schemaFile = '.dossier.schema.json';
const suppliedSchemaFile = '.supplied.schema.json';

/** `icp-check init [folder]`: a dossier to fill in, with the schema that editors complete it by. Overwrites nothing. */
export async function runInit(
  folder: string,
  { procedure, locale = 'zh-CN' }: InitFlags,
  terminal: Terminal,
): Promise<number> {
  const target = path.resolve(terminal.cwd(), folder);
  const [name] = dossierFileNames;
  try {
    await mkdir(path.join(target, '附件'), { recursive: true });
    await writeFile(
      path.join(target, name),
      `# yaml-language-server: $schema=${schemaFile}\n${dossierTemplate(procedure, today())}`,
      { flag: 'wx' },
    );
    await writeFile(path.join(target, schemaFile), `${JSON.stringify(dossierJsonSchema(), null, 2)}\n`);
    const evidence = path.join(target, evidenceFolder);
    await mkdir(evidence, { recursive: true });
    await writeFile(path.join(evidence, suppliedSchemaFile), `${JSON.stringify(suppliedJsonSchema(), null, 2)}\n`);
    for (const [kind, example] of Object.entries(suppliedExamples(suppliedSchemaFile)))
      await writeFile(path.join(evidence, `${kind}.yaml.example`), example);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(
      code === 'EEXIST'
        ? {
            'zh-CN': `${path.join(folder, name)} 已存在，没有改动。`,
            en: `${path.join(folder, name)} exists already; nothing was changed.`,
          }
        : { 'zh-CN': `无法写入 ${folder}（${code}）。`, en: `cannot write to ${folder} (${code}).` },
    );
  }
  await write(
    terminal.stdout,
    locale === 'en'
      ? `made ${path.join(folder, name)}; fill it in, put the scans into 附件/, record what you looked up in evidence/ (see the .example files), then run: icp-check ${folder}\n`
      : `已新建 ${path.join(folder, name)}。填写后把扫描件放进“附件”文件夹，人工查询的结果照 evidence/*.example 记录，再运行：icp-check ${folder}\n`,
  );
  return exitCodes.open;
}
