import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { suggest } from '../dossier/suggestion.ts';
import { packageFile } from '../package-file.ts';
import { type Config, configSchema, type Preset, presetSchema } from './config.ts';
import { UsageError } from './usage-error.ts';

export const configFileName = '.icp-check.yaml';

export interface LoadedConfig {
  /** null when there is none. */
  readonly file: string | null;
  readonly config: Config;
}

/** The configuration at `explicit`, or the nearest `.icp-check.yaml` at or above `folder`. */
export async function loadConfig(folder: string, explicit: string | undefined): Promise<LoadedConfig> {
  if (explicit !== undefined)
    return { file: explicit, config: parse(await mustRead(explicit), explicit, configSchema) };
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    const file = path.join(here, configFileName);
    const text = await readIfThere(file);
    if (text !== null) return { file, config: parse(text, file, configSchema) };
    if (here === path.dirname(here)) return { file: null, config: {} };
  }
}

/** A preset and those that it extends, the most general first. */
export async function loadPreset(
  name: string,
  known: readonly string[],
): Promise<{ readonly origin: string; readonly preset: Preset }[]> {
  if (!known.includes(name)) {
    const near = suggest(name, known);
    throw new UsageError({
      'zh-CN': `没有名为“${name}”的预设。${near === undefined ? `可用：${known.join('、')}` : `是不是想写“${near}”？`}`,
      en: `there is no preset "${name}". ${near === undefined ? `Known: ${known.join(', ')}` : `Did you mean "${near}"?`}`,
    });
  }
  const file = packageFile(`rules/presets/${name}.yaml`);
  const preset = parse(await mustRead(file), file, presetSchema);
  const below = preset.extends === null ? [] : await loadPreset(preset.extends, known);
  return [...below, { origin: name, preset }];
}

export const presetNames = ['recommended', 'strict'] as const;

function parse<T extends z.ZodType>(text: string, file: string, schema: T): z.output<T> {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined)
    throw new UsageError({
      'zh-CN': `${file}：YAML 写法有误：${error.message}`,
      en: `${file}: YAML error: ${error.message}`,
    });
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || '/'}: ${message}`).join('; ');
  throw new UsageError({ 'zh-CN': `${file}：配置有误：${issues}`, en: `${file}: wrong configuration: ${issues}` });
}

async function mustRead(file: string): Promise<string> {
  const text = await readIfThere(file);
  if (text === null)
    throw new UsageError({ 'zh-CN': `找不到配置文件 ${file}。`, en: `there is no configuration file ${file}.` });
  return text;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
