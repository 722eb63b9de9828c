import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSupplied } from '../../src/network/supplied-evidence.ts';
import type { Report } from '../../src/report/report.ts';
import { runCli } from './run-cli.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'supplied-'));
  mkdirSync(path.join(root, 'evidence'));
  writeFileSync(
    path.join(root, 'dossier.yaml'),
    `procedure: annual-report
reportYear: 2025
province: 浙江
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明, registeredCapital: 1000万元 }
licence: { number: 浙B2-20230118, registeredCapital: 1000万元 }
websites: [{ name: 青禾资讯, url: 'https://www.qinghe-example.cn/', filingNumber: 浙ICP备2018000118号-1 }]
`,
  );
});

const record = (name: string, kind: string, key: string, facts: string, more = '', day = '2026-02-01') =>
  writeFileSync(
    path.join(root, 'evidence', name),
    `schemaVersion: 1\nkind: ${kind}\nkey: ${key}\nsource: https://register.example\ncollectedAt: ${day}\n${more}facts: ${facts}\n`,
  );

const check = async (rule: string, today = '2026-02-10') => {
  const run = await runCli([root, '--offline', '--only', rule, '-f', 'json', '--today', today], { cwd: root });
  const report: Report = JSON.parse(run.stdout);
  const [dossier] = report.dossiers;
  return { run, report, verdict: dossier?.verdicts[0], findings: dossier?.findings ?? [] };
};

describe('a record that a person supplies', () => {
  const company = '杭州青禾示例网络科技有限公司';

  it('of the company registry is judged, and the finding says where it stands, from where and of which day', async () => {
    expect((await check('company/abnormal-operation')).verdict).toMatchObject({ kind: 'open', reason: 'not-supplied' });
    record('公示系统.yaml', 'company-registry', company, '{ status: 存续, abnormal: true, seriousViolation: false }');
    const { verdict, findings } = await check('company/abnormal-operation');
    expect(verdict?.kind).toBe('fail');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      messageId: 'listed',
      confidence: 'medium',
      location: { attachment: 'evidence/公示系统.yaml' },
    });
    expect(findings[0]?.location).not.toHaveProperty('page');
    expect(findings[0]?.evidence).toMatchObject([
      { kind: 'registryExtracts', source: 'https://register.example', at: '2026-02-01', recorded: true },
    ]);
    record('公示系统.yaml', 'company-registry', company, '{ status: 存续, abnormal: false, seriousViolation: false }');
    expect((await check('company/abnormal-operation')).verdict?.kind).toBe('pass');
  });

  it.each([
    ['2026-03-03', 'pass', undefined],
    ['2026-03-04', 'open', 'stale'],
  ])('is believed on %s: %s', async (today, kind, reason) => {
    record('a.yaml', 'company-registry', '91330106MAFAKE019Y', '{ status: 存续, abnormal: false }');
    expect((await check('company/abnormal-operation', today)).verdict).toMatchObject({
      kind,
      ...(reason && { reason }),
    });
  });

  it('counts by its newest state, and by what the configuration says of its age', async () => {
    record('old.yaml', 'company-registry', company, '{ status: 吊销 }', '', '2026-01-20');
    record('new.yaml', 'company-registry', company, '{ status: 存续, abnormal: false }');
    expect((await check('company/abnormal-operation')).verdict?.kind).toBe('pass');
    writeFileSync(path.join(root, '.icp-check.yaml'), 'network: { freshnessDays: { company-registry: 7 } }\n');
    expect((await check('company/abnormal-operation')).verdict).toMatchObject({ kind: 'open', reason: 'stale' });
  });

  it('of the registry tells that the licence lags behind, of the filing that a number is mistyped', async () => {
    record('a.yaml', 'company-registry', company, '{ registeredCapital: 2000万元 }');
    expect((await check('licence/outdated-particulars')).findings.map(({ messageId }) => messageId)).toEqual([
      'particular',
    ]);
    const query = (number: string) =>
      record('b.yaml', 'filing-query', 'qinghe-example.cn', `{ number: ${number}, domains: [qinghe-example.cn] }`);
    query('浙ICP备2018000118号-1');
    expect((await check('filing/invalid-number')).verdict?.kind).toBe('pass');
    query('浙ICP备2018000119号-1');
    const { report, findings } = await check('filing/invalid-number');
    expect(findings.map(({ messageId }) => messageId)).toEqual(['not-on-record']);
    expect(report.notes).toEqual([]);
  });

  it('of an app store shows what the report leaves out', async () => {
    record('a.yaml', 'app-store', company, `{ apps: [{ name: 青禾早报, developer: ${company} }] }`);
    const { findings } = await check('app/undeclared');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain('青禾早报');
  });

  it('with a screenshot that is no longer the same says so beside the verdict', async () => {
    const digest = createHash('sha256').update('one').digest('hex');
    writeFileSync(path.join(root, 'evidence/a.png'), 'one');
    const write = () =>
      record(
        'a.yaml',
        'company-registry',
        company,
        '{ status: 存续, abnormal: false }',
        `file: evidence/a.png\nsha256: ${digest}\n`,
      );
    write();
    expect((await check('company/abnormal-operation')).verdict?.evidence?.[0]).not.toHaveProperty('caution');
    writeFileSync(path.join(root, 'evidence/a.png'), 'two');
    expect((await check('company/abnormal-operation')).verdict?.evidence).toMatchObject([
      { caution: 'edited-by-hand' },
    ]);
  });

  it('that cannot be read, or is about somebody else, is said and not used', async () => {
    record('a.yaml', 'company-registry', company, '{ state: 吊销 }');
    record('b.yaml', 'company-registry', '宁波海棠示例科技有限公司', '{ status: 吊销 }');
    const { report, verdict, run } = await check('company/abnormal-operation');
    expect(verdict).toMatchObject({ kind: 'open', reason: 'not-supplied' });
    expect(report.notes.map(({ id }) => id)).toEqual(['supplied-unreadable', 'supplied-unmatched']);
    expect(report.notes[0]?.message).toContain('evidence/a.yaml');
    expect(run.code).toBe(0);
  });
});

describe('what init makes', () => {
  it('holds an example of every kind, each good by the schema that it names and by the program', async () => {
    const folder = path.join(root, 'new');
    await runCli(['init', folder], { cwd: root });
    const evidence = path.join(folder, 'evidence');
    const schema = JSON.parse(readFileSync(path.join(evidence, '.supplied.schema.json'), 'utf8'));
    expect(JSON.parse((await runCli(['schema', '--supplied'])).stdout)).toEqual(schema);
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const isValid = ajv.compile(schema);
    const examples = readdirSync(evidence).filter((name) => name.endsWith('.example'));
    expect(examples).toHaveLength(4);
    for (const name of examples) {
      const text = readFileSync(path.join(evidence, name), 'utf8');
      expect(isValid(parse(text)), `${name}: ${JSON.stringify(isValid.errors)}`).toBe(true);
      expect(isValid({ ...parse(text), facts: { nonsense: 1 } })).toBe(false);
      writeFileSync(path.join(evidence, name.replace('.example', '')), text);
    }
    const { items, problems } = await readSupplied(folder);
    expect(problems).toEqual([]);
    expect(items).toHaveLength(4);
  });
});
