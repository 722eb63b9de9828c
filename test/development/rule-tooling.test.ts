import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedRuleId } from '../../src/development/rule-folders.ts';
import { packageFile } from '../../src/package-file.ts';

/** A copy of the project with a single rule, in which the tools run as a contributor runs them. */
let project = '';

beforeAll(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'icp-check-'));
  const kept = [
    ...['package.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts', 'src', 'fixtures/generate'],
    ...['rules/reference', 'rules/presets', 'rules/finance/zero-revenue-with-social-insurance'],
    ...['fixtures/dossiers/annual-report/dossier.yaml', 'test/rules.test.ts', 'test/conventions.test.ts'],
  ];
  for (const file of kept) cpSync(packageFile(file), path.join(project, file), { recursive: true });
  symlinkSync(packageFile('node_modules'), path.join(project, 'node_modules'), 'dir');
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

const run = (program: string, ...args: readonly string[]): Promise<Outcome> =>
  runNode(path.join('node_modules', program), ...args);

function runNode(...args: readonly string[]): Promise<Outcome> {
  // A test runner within a test runner must not take itself for one of its workers.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: project, env });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

// As the command tsx does, which is one more process.
const tsx = ['--import', 'tsx'] as const;
const newRule = (id: string) => runNode(...tsx, 'src/development/new-rule.ts', id);
const generate = (...flags: readonly string[]) => runNode(...tsx, 'src/development/generate.ts', ...flags);
const textOf = (file: string) => readFileSync(path.join(project, file), 'utf8');
function edit(file: string, from: string, to: string) {
  expect(textOf(file)).toContain(from);
  writeFileSync(path.join(project, file), textOf(file).replace(from, to));
}

describe('npm run new-rule', { timeout: 240_000 }, () => {
  const id = 'company/sample-defect';

  it('makes a rule that compiles, is well formatted and keeps every convention', async () => {
    const made = await newRule(id);
    expect(made, made.output).toMatchObject({ status: 0 });
    expect(made.output).toContain(`rules/${id}`);
    const generated = await generate();
    expect(generated, generated.output).toMatchObject({ status: 0 });

    const tested = await run('vitest/vitest.mjs', 'run', '--project', 'fast', '-t', id);
    expect(tested, tested.output).toMatchObject({ status: 0 });
    expect(tested.output).toMatch(/Tests +1\d passed/u);
    const linted = await run('@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', `rules/${id}`);
    expect(linted, linted.output).toMatchObject({ status: 0 });
    // The rule and what it stands on; the rest of the project has its own check.
    writeFileSync(
      path.join(project, 'tsconfig.rule.json'),
      JSON.stringify({ extends: './tsconfig.json', include: [`rules/${id}/rule.ts`, 'rules/index.ts'] }),
    );
    const compiled = await run('typescript/bin/tsc', '-p', 'tsconfig.rule.json');
    expect(compiled, compiled.output).toMatchObject({ status: 0 });
  });

  it('overwrites nothing', async () => {
    const again = await newRule(id);
    expect(again.status).toBe(2);
    expect(again.output).toContain('exists already');
  });
});

it.each([
  ['Company/SampleDefect', 'usage'],
  ['sample-defect', 'usage'],
  ['../outside', 'usage'],
  ['company/sample_defect', 'usage'],
  ['reference/sample-defect', 'holds no rules'],
  ['attachment/missing', 'exists already'],
])('refuses %s as the id of a new rule', (id, why) => {
  expect(refusedRuleId(id)).toContain(why);
});

it('takes an id that names a defect', () => {
  expect(refusedRuleId('company/sample-defect2')).toBeNull();
});

describe('npm run generate -- --check', { timeout: 240_000 }, () => {
  const page = 'rules/finance/zero-revenue-with-social-insurance/README.md';
  const cases = 'rules/finance/zero-revenue-with-social-insurance/cases.yaml';
  const otherPage = 'rules/company/sample-defect/README.md';
  const byHand = ['| 对象 subject | company |', '| 对象 subject | dossier |'] as const;

  it('is content with what npm run generate wrote', async () => {
    const checked = await generate('--check');
    expect(checked, checked.output).toMatchObject({ status: 0 });
  });

  it('names the list when a rule came, a page whose example has another name by now, and one that was edited by hand', async () => {
    edit(cases, '收入 1 元也不算 0', '收入 1 元就不算 0');
    mkdirSync(path.join(project, 'rules/licence/other-defect'), { recursive: true });
    const declared = textOf('rules/company/sample-defect/rule.ts').replace(
      'company/sample-defect',
      'licence/other-defect',
    );
    writeFileSync(path.join(project, 'rules/licence/other-defect/rule.ts'), declared);
    edit(otherPage, ...byHand);
    const listed = textOf('rules/index.ts');
    const checked = await generate('--check');
    expect(checked.status).toBe(1);
    expect(checked.output).toContain('rules/index.ts');
    expect(checked.output).toContain(page);
    expect(checked.output).toContain(otherPage);
    // It only looks.
    expect(textOf('rules/index.ts')).toBe(listed);
    expect(textOf(page)).toContain('收入 1 元也不算 0');
    expect(textOf(otherPage)).toContain(byHand[1]);
  });

  it('says which rule has no cases, and still writes the pages of the others', async () => {
    const generated = await generate();
    expect(generated.status).toBe(1);
    expect(generated.output).toContain('rules/licence/other-defect/cases.yaml is missing');
    expect(textOf(otherPage)).toContain(byHand[0]);
    expect(textOf(page)).toContain('收入 1 元就不算 0');
  });
});
