import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { LoadedDossier } from '../dossier/load.ts';
import { parseDossier } from '../dossier/parse.ts';
import { type DossierData, dossierSchema } from '../dossier/schema/dossier.ts';
import { packageFile } from '../package-file.ts';

/** Dotted path → new value, see `patched`. */
export type Patch = Readonly<Record<string, unknown>>;

const loaded = new Map<string, LoadedDossier>();

/** The dossier of a procedure on which every rule passes. Throws when there is none, or when it is not valid. */
export function goldenDossier(procedure: string): LoadedDossier {
  const cached = loaded.get(procedure);
  if (cached !== undefined) return cached;
  const folder = packageFile(`fixtures/dossiers/${procedure}`);
  const file = path.join(folder, 'dossier.yaml');
  if (!existsSync(file))
    throw new Error(`fixtures/dossiers/${procedure} is not there yet; say "base: annual-report" and set "procedure"`);
  const { data, positions, problems } = parseDossier(readFileSync(file, 'utf8'), file);
  if (data === null)
    throw new Error(`fixtures/dossiers/${procedure}: ${problems.map(({ message }) => message.en).join('; ')}`);
  const golden = { path: procedure, folder, file, data, positions, problems: [] };
  loaded.set(procedure, golden);
  return golden;
}

/**
 * A dossier with some fields changed. A key of a path is a field's English name; in a list it is a position, `+` for a
 * new last item, or what an item is called: `persons.周启明.mobile`, `attachments.pledge.file` (its kind). null removes.
 * Throws when a path leads nowhere, when it removes what is not there, and when the outcome is no valid dossier.
 */
export function patched(data: DossierData, changes: Patch): DossierData {
  const copy: unknown = structuredClone(data);
  for (const [dotted, value] of Object.entries(changes)) assignAt(copy, dotted.split('.'), value, dotted);
  const parsed = dossierSchema.safeParse(copy);
  if (!parsed.success) throw new Error(`the patched dossier is not valid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function assignAt(target: unknown, [key = '', ...rest]: readonly string[], value: unknown, dotted: string): void {
  if (typeof target !== 'object' || target === null) throw new Error(`set ${dotted}: nothing there to change`);
  const own = Array.isArray(target) ? String(position(target, key, dotted)) : key;
  // An object or a list of plain data; a list takes its positions as keys too.
  const container = target as Record<string, unknown>;
  if (rest.length > 0) {
    container[own] ??= rest[0] === '+' ? [] : {};
    assignAt(container[own], rest, value, dotted);
  } else if (value !== null) container[own] = value;
  else if (container[own] === undefined) throw new Error(`set ${dotted}: there is nothing to remove`);
  else if (Array.isArray(target)) target.splice(Number(own), 1);
  else delete container[own];
}

/** What items of a dossier's lists are called by. */
const namingFields = ['kind', 'name', 'provider', 'year', 'ip', 'rule'];

function position(list: readonly unknown[], key: string, dotted: string): number {
  if (key === '+') return list.length;
  if (/^\d+$/u.test(key)) {
    if (Number(key) < list.length) return Number(key);
    throw new Error(`set ${dotted}: the list has ${list.length} items; a new one is "+"`);
  }
  const found = list.findIndex((item) => namesOf(item).includes(key));
  if (found >= 0) return found;
  throw new Error(`set ${dotted}: no item "${key}"; there are: ${list.map((item) => namesOf(item)[0]).join(', ')}`);
}

const namesOf = (item: unknown): readonly string[] =>
  typeof item === 'object' && item !== null
    ? namingFields.flatMap((field) => (field in item ? [String(item[field as keyof typeof item])] : []))
    : [String(item)];
