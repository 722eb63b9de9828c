import { z } from 'zod';

/** What the schema knows about a field beside its type: Chinese key names, and Chinese spellings of its values. */
export interface FieldNames {
  /** Chinese key names; the first is the one that is shown. */
  readonly zh: readonly string[];
  /** For choices: Chinese spelling → stored value. */
  readonly values?: Readonly<Record<string, string>>;
}

const names = z.registry<FieldNames>();

/** Names a field in Chinese (first name shown, others accepted) and describes it in one sentence. */
export function field<T extends z.ZodType>(schema: T, zh: string | readonly string[], description: string): T {
  const named = schema.describe(description);
  const own = typeof zh === 'string' ? [zh] : zh;
  names.add(named, { ...fieldNames(schema), zh: own });
  return named;
}

/** Chinese names of a schema node; none when it was never named. Looks through optional and default wrappers. */
export function fieldNames(schema: z.core.$ZodType): FieldNames {
  const own = names.get(schema);
  if (own?.values !== undefined) return own;
  const inner = unwrapped(schema);
  const below = inner === schema ? undefined : fieldNames(inner);
  return { zh: own?.zh ?? below?.zh ?? [], ...(below?.values === undefined ? {} : { values: below.values }) };
}

/** The schema below `optional`, `default` and input pipes. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in);
  return schema;
}

/** A choice of stable English values, each also writable in Chinese. */
export function choice<const V extends Readonly<Record<string, string | readonly string[]>>>(values: V) {
  // Object.keys forgets the literal key types that V carries.
  const keys = Object.keys(values) as [keyof V & string, ...(keyof V & string)[]];
  const schema = z.enum(keys);
  const translations: Record<string, string> = {};
  for (const [value, zh] of Object.entries(values)) {
    for (const name of typeof zh === 'string' ? [zh] : zh) translations[name] = value;
  }
  names.add(schema, { zh: [], values: translations });
  return schema;
}

export const text = z.string().trim().min(1).max(5000);
/** A day of the calendar, YYYY-MM-DD. */
export const day = z.iso.date();
export const year = z.int().min(1990).max(2100);
export const count = z.int().min(0);
export const percent = z.number();

const units: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 万: 1e4, 亿元: 1e8, 亿: 1e8 };

/** Money in yuan: a plain number is yuan; `1000万元` and `1,234.56 元` say their unit themselves. */
export const money = z
  .union([z.number(), z.string().regex(/^-?[\d,]+(?:\.\d+)?\s*(?:元|万元|万|亿元|亿)$/u)])
  .transform((value) => {
    if (typeof value === 'number') return value;
    const [, digits = '', unit = ''] = /^(-?[\d,.]+)\s*(\S+)$/u.exec(value) ?? [];
    return Math.round(Number(digits.replaceAll(',', '')) * (units[unit] ?? 1) * 100) / 100;
  });
