import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { z } from 'zod';
import type { Path, Positions } from './positions.ts';
import type { LocalText } from './problem.ts';
import { fieldNames, unwrapped } from './schema/field.ts';
import { suggest } from './suggestion.ts';

/** What went wrong at a node, before the schema has seen it. */
export interface CanonicalIssue {
  readonly id: 'unknown-key' | 'duplicate-key' | 'not-a-key' | 'too-deep' | 'too-big' | 'control-character';
  readonly offset: number;
  readonly message: LocalText;
  readonly stops: boolean;
}

export interface Canonical {
  readonly value: unknown;
  readonly issues: readonly CanonicalIssue[];
}

// A dossier of 500 domains and as many attachments has some 10,000 nodes; aliases could multiply a small file without end.
const maxNodes = 200_000;
const maxDepth = 32;
// C0 except tab and line ends, DEL, C1, and the marks that reorder text on a terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Turns YAML nodes into plain data with the schema's English keys and values, noting where each node stands. */
export function canonicalise(document: Document.Parsed, schema: z.core.$ZodType, positions: Positions): Canonical {
  const issues: CanonicalIssue[] = [];
  let nodes = 0;

  const report = (id: CanonicalIssue['id'], offset: number, message: LocalText, stops = true) => {
    issues.push({ id, offset, message, stops });
  };

  const resolve = (node: ParsedNode | Alias.Parsed | null): ParsedNode | null => {
    if (node === null || !isAlias(node)) return node;
    // An alias resolves to a node of the same parsed document.
    return (node.resolve(document) ?? null) as ParsedNode | null;
  };

  const walk = (raw: ParsedNode | null, at: z.core.$ZodType | undefined, path: Path, depth: number): unknown => {
    const offset = raw?.range[0] ?? 0;
    if (!(raw === null)) positions.set(path, offset);
    nodes++;
    if (nodes === maxNodes) report('too-big', offset, tooBig);
    if (depth === maxDepth) report('too-deep', offset, tooDeep);
    if (nodes >= maxNodes || depth >= maxDepth) return undefined;
    const node = resolve(raw);
    if (node === null) return null;
    if (isMap(node)) return walkMap(node, objectOf(at), path, depth);
    const list = arrayOf(at);
    if (isSeq(node)) {
      const items: readonly (ParsedNode | null)[] = node.items;
      return items.map((item, index) => walk(item, list?.element, [...path, index], depth + 1));
    }
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' && controlCharacter.test(value))
      report('control-character', offset, hasControl(value), false);
    if (list !== undefined && value !== null) {
      // A single value where a list is expected is what a clerk writes for one role or one domain.
      if (unwrapped(list.element) instanceof z.ZodObject) return value;
      positions.set([...path, 0], offset);
      return [translated(value, list.element)];
    }
    return at === undefined ? value : translated(value, at);
  };

  const walkMap = (
    node: Extract<ParsedNode, { items: readonly { key: unknown }[] }>,
    object: z.ZodObject | undefined,
    path: Path,
    depth: number,
  ): Record<string, unknown> => {
    const result: Record<string, unknown> = Object.create(null);
    const written = new Map<string, string>();
    for (const pair of node.items) {
      const keyNode = resolve(pair.key as ParsedNode | null);
      const offset = keyNode?.range[0] ?? node.range[0];
      if (!isScalar(keyNode) || (typeof keyNode.value !== 'string' && typeof keyNode.value !== 'number')) {
        report('not-a-key', offset, notAKey);
        continue;
      }
      const key = String(keyNode.value);
      const name = object === undefined ? key : englishKey(object, key);
      if (name === undefined) {
        report('unknown-key', offset, unknownKey(key, object), false);
        continue;
      }
      const earlier = written.get(name);
      if (earlier !== undefined) {
        report('duplicate-key', offset, duplicateKey(key, earlier));
        continue;
      }
      written.set(name, key);
      const child = object?.shape[name];
      const value = walk(pair.value as ParsedNode | null, child, [...path, name], depth + 1);
      // A group or list is found at its key, where a reader looks for what is missing in it.
      if (!isScalar(pair.value)) positions.set([...path, name], offset);
      // An empty value (`手机:`) is a field left blank, the same as a field left out.
      if (value !== null && value !== undefined) result[name] = value;
    }
    return result;
  };

  return { value: walk(document.contents, schema, [], 0), issues };
}

function objectOf(schema: z.core.$ZodType | undefined): z.ZodObject | undefined {
  const inner = schema === undefined ? undefined : unwrapped(schema);
  return inner instanceof z.ZodObject ? inner : undefined;
}

function arrayOf(schema: z.core.$ZodType | undefined): z.ZodArray | undefined {
  const inner = schema === undefined ? undefined : unwrapped(schema);
  return inner instanceof z.ZodArray ? inner : undefined;
}

const foldKey = (key: string) => key.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();

function englishKey(object: z.ZodObject, key: string): string | undefined {
  if (Object.hasOwn(object.shape, key)) return key;
  const folded = foldKey(key);
  return Object.entries(object.shape).find(([name, child]) =>
    [name, ...fieldNames(child).zh].some((known) => foldKey(known) === folded),
  )?.[0];
}

function translated(value: unknown, schema: z.core.$ZodType): unknown {
  if (typeof value !== 'string') return value;
  const values = fieldNames(schema).values;
  if (values === undefined) return value;
  return Object.hasOwn(values, value.trim()) ? values[value.trim()] : value.trim();
}

/** The Chinese and English key names that an object takes. */
export function keyNames(object: z.ZodObject): string[] {
  return Object.entries(object.shape).flatMap(([name, child]) => [name, ...fieldNames(child).zh]);
}

function unknownKey(key: string, object: z.ZodObject | undefined): LocalText {
  const near = object === undefined ? undefined : suggest(key, keyNames(object));
  const all =
    object === undefined
      ? []
      : Object.entries(object.shape).map(([name, child]) => `${fieldNames(child).zh[0] ?? name}`);
  return {
    'zh-CN': `不认识的字段“${key}”，这一项未被检查。${near === undefined ? `这里可写：${all.join('、')}` : `是不是想写“${near}”？`}`,
    en: `unknown key "${key}"; what it holds was not checked. ${near === undefined ? `Known here: ${object === undefined ? '' : Object.keys(object.shape).join(', ')}` : `Did you mean "${near}"?`}`,
  };
}

function duplicateKey(key: string, earlier: string): LocalText {
  return key === earlier
    ? { 'zh-CN': `字段“${key}”写了两次，请只留一处。`, en: `the key "${key}" is written twice; keep one.` }
    : {
        'zh-CN': `字段“${key}”和“${earlier}”是同一项，请只留一处。`,
        en: `the keys "${key}" and "${earlier}" are the same field; keep one.`,
      };
}

function hasControl(value: string): LocalText {
  const shown = value.replace(
    controlCharacter,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
  return {
    'zh-CN': `内容里有看不见的控制字符：${shown.slice(0, 60)}。请删掉它再重新输入。`,
    en: `the value holds an invisible control character: ${shown.slice(0, 60)}. Delete it and type the value again.`,
  };
}

const notAKey: LocalText = {
  'zh-CN': '这里应为“字段: 值”，字段名必须是文字。',
  en: 'expected "key: value" with a plain text key.',
};
const tooBig: LocalText = {
  'zh-CN': `材料清单展开后超过 ${maxNodes} 项，不再读取。请检查是否误用了 YAML 引用（& 和 *）。`,
  en: `the dossier unfolds to more than ${maxNodes} nodes and is not read further; look for YAML references (& and *).`,
};
const tooDeep: LocalText = {
  'zh-CN': `嵌套超过 ${maxDepth} 层，不再读取。`,
  en: `nested more than ${maxDepth} levels deep; not read further.`,
};
