import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { canonicalise } from './canonical.ts';
import { explainIssue } from './explain-issue.ts';
import { type Path, Positions } from './positions.ts';
import type { InputProblem, LocalText } from './problem.ts';
import { type DossierData, dossierSchema } from './schema/dossier.ts';

export interface ParsedDossier {
  /** null when a problem stops the dossier from being judged. */
  readonly data: DossierData | null;
  readonly positions: Positions;
  readonly problems: readonly InputProblem[];
}

/** Reads the text of a dossier.yaml. Pure; every problem is listed, none hides another. `file` is only for messages. */
export function parseDossier(source: string, file: string): ParsedDossier {
  const counter = new LineCounter();
  const text = source.replace(/^\uFEFF/u, '');
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, strict: true, uniqueKeys: false });
  const positions = new Positions(text, counter);

  const problem = (id: string, offset: number | null, message: LocalText, stops: boolean): InputProblem => {
    const spot = offset === null ? null : positions.at(offset);
    return {
      id,
      file,
      line: spot?.line ?? null,
      column: spot?.column ?? null,
      excerpt: spot === null ? '' : positions.line(spot.line),
      message,
      stops,
    };
  };

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) =>
      problem('yaml-syntax', error.pos[0], explainSyntax(error.code, error.message), true),
    );
    return { data: null, positions, problems };
  }
  if (document.contents === null)
    return { data: null, positions, problems: [problem('empty', null, emptyDossier, true)] };

  const canonical = canonicalise(document, dossierSchema, positions);
  const problems = canonical.issues.map(({ id, offset, message, stops }) => problem(id, offset, message, stops));
  if (canonical.value === null || typeof canonical.value !== 'object' || Array.isArray(canonical.value)) {
    return {
      data: null,
      positions,
      problems: [...problems, problem('not-a-mapping', document.contents.range[0], notAMapping(canonical.value), true)],
    };
  }

  const parsed = dossierSchema.safeParse(canonical.value);
  if (!parsed.success) problems.push(...schemaProblems(parsed.error, canonical.value, file, positions));
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const stopped = problems.some(({ stops }) => stops);
  return { data: parsed.success && !stopped ? parsed.data : null, positions, problems };
}

function schemaProblems(error: z.ZodError, value: unknown, file: string, positions: Positions): InputProblem[] {
  return error.issues.map((issue) => {
    // Symbols never occur: keys come from YAML text.
    const path = issue.path as Path;
    const spot = positions.find(path);
    return {
      id: `schema-${issue.code}`,
      file,
      ...spot,
      excerpt: positions.line(spot.line),
      message: explainIssue(issue, path, value),
      stops: true,
    };
  });
}

const emptyDossier: LocalText = {
  'zh-CN': '文件是空的。请至少写出“办理事项”“省份”和“公司”；用 icp-check init 可以新建一份待填的。',
  en: 'the file is empty. Write at least procedure, province and company; icp-check init makes one to fill in.',
};

function notAMapping(value: unknown): LocalText {
  const zh = Array.isArray(value) ? '一个列表' : '一段文字或一个数';
  const en = Array.isArray(value) ? 'a list' : 'a plain value';
  return {
    'zh-CN': `最外层应为“字段: 值”的形式，这里却是${zh}。`,
    en: `the top level must be made of "key: value" lines, but it is ${en}.`,
  };
}

function explainSyntax(code: string, message: string): LocalText {
  // The parser gives one code to lines that do not line up and to brackets that are never closed.
  const known = code === 'BAD_INDENT' && message.includes('end with a') ? unclosedBracket : syntax[code];
  return known ?? { 'zh-CN': `YAML 写法有误（${message}）。`, en: `YAML syntax error: ${message}.` };
}

const unclosedBracket: LocalText = {
  'zh-CN': '这里之前有一个 [ 或 { 没有收尾：请补上对应的 ] 或 }（须为半角）。',
  en: 'a [ or { before this place is never closed: add its ] or }.',
};

const syntax: Readonly<Record<string, LocalText>> = {
  TAB_AS_INDENT: { 'zh-CN': '缩进用了制表符，请改为空格。', en: 'indented with a tab; use spaces.' },
  BAD_INDENT: {
    'zh-CN': '缩进不齐：同一层的字段要左对齐。',
    en: 'uneven indentation: keys of one level must line up.',
  },
  MISSING_CHAR: {
    'zh-CN': '缺少标点：可能少了引号、括号或冒号后的空格（须为半角“: ”）。',
    en: 'a character is missing: perhaps a quote, a bracket or the space after a colon.',
  },
  UNEXPECTED_TOKEN: { 'zh-CN': '这里出现了多余的内容。', en: 'unexpected content here.' },
  MULTILINE_IMPLICIT_KEY: {
    'zh-CN': '字段名占了多行：上一行可能缺了半角冒号和空格（“: ”）。',
    en: 'a key spans several lines: the line above may lack its colon and space (": ").',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    'zh-CN': '一行里写了两个冒号；值里有冒号时请加引号。',
    en: 'two colons in one line; quote a value that holds a colon.',
  },
  BAD_SCALAR_START: {
    'zh-CN': '值不能以 @、`、% 这类符号开头；请给整个值加引号。',
    en: 'a value cannot begin with @, ` or %; put the whole value in quotes.',
  },
  BAD_ALIAS: { 'zh-CN': '引用了不存在的锚点（*名称）。', en: 'a reference (*name) to an anchor that does not exist.' },
};
