import { z } from 'zod';
import type { Path } from './positions.ts';
import { dossierSchema } from './schema/dossier.ts';
import { fieldNames, unwrapped } from './schema/field.ts';

/** The schema of a field of the dossier; undefined where there is no such field. */
export function schemaAt(path: Path): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((current, key) => {
    if (current === undefined) return undefined;
    const inner = unwrapped(current);
    if (inner instanceof z.ZodArray) return inner.element;
    return inner instanceof z.ZodObject ? inner.shape[key] : undefined;
  }, dossierSchema);
}

/** One step of a path as a reader of Chinese calls it. */
export function stepInChinese(path: Path): string {
  const last = path.at(-1) ?? '';
  if (typeof last === 'number') return `第 ${last + 1} 项`;
  const schema = schemaAt(path);
  return (schema === undefined ? undefined : fieldNames(schema).zh[0]) ?? last;
}

/** `company.termEndsOn` → `公司 › 营业期限至`; undefined when the dossier has no such field. */
export function fieldInChinese(dotted: string): string | undefined {
  const path = dotted.split('.').map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
  if (schemaAt(path) === undefined) return undefined;
  return path.map((_, index) => stepInChinese(path.slice(0, index + 1))).join(' › ');
}
