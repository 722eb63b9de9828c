import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadReference, staleFiles } from '../../rules/reference/index.ts';
import { type ProvinceDemand, provinceDemands } from '../../rules/reference/province-demands.ts';
import { addDays } from '../../src/dates/calendar.ts';
import { dangers, runCli } from './run-cli.ts';

interface Listed {
  readonly id: string;
  readonly severity: string;
  readonly procedures: readonly string[];
  readonly basis: readonly { readonly cite: string; readonly asOf: string }[];
  readonly asOf: string;
  readonly needs: readonly string[];
  readonly offline: 'yes' | 'partly' | 'recorded';
  readonly province?: { readonly name: string; readonly demands: readonly Omit<ProvinceDemand, 'rule'>[] };
}

async function listed(...words: string[]): Promise<readonly Listed[]> {
  const run = await runCli(['rules', '-f', 'json', ...words]);
  expect(dangers(run)).toEqual([]);
  expect(run.code).toBe(0);
  // Our own JSON.
  return JSON.parse(run.stdout) as Listed[];
}

describe('rules', () => {
  it('lists every rule with what it rests on, what it needs and whether it works offline', async () => {
    const all = await listed();
    expect(all.length).toBeGreaterThanOrEqual(140);
    for (const { id, basis, asOf, severity, offline } of all) {
      expect(basis.length, id).toBeGreaterThan(0);
      expect(asOf, id).toMatch(/^\d{4}-\d{2}$/u);
      expect(['error', 'warning', 'info'], id).toContain(severity);
      expect(['yes', 'partly', 'recorded'], id).toContain(offline);
    }
    expect(all.every(({ province }) => province === undefined)).toBe(true);
  });

  it('keeps to one procedure, by its id or its Chinese name', async () => {
    const [renewal, 续期] = await Promise.all([listed('--procedure', 'renewal'), listed('--procedure', '续期')]);
    expect(renewal.length).toBeGreaterThan(20);
    expect(renewal.every(({ procedures }) => procedures.includes('renewal'))).toBe(true);
    expect(续期).toEqual(renewal);
  });

  it.each(['贵州', '贵州省', 'guizhou', '52', '黔'])('finds a province that is called %s', async (name) => {
    const found = (await listed('--province', name)).find(({ id }) => id === 'domain/expiring');
    expect(found?.province?.name).toBe('贵州');
    expect(found?.province?.demands.map(({ says }) => says['zh-CN'])).toEqual(['域名至少还有 3 个月有效期']);
  });

  it('says of each thing that a province asks who says so, and whether a rule acts on it', async () => {
    const demands = new Map(
      (await listed('--province', '甘肃')).flatMap(({ id, province }) =>
        province === undefined || province.demands.length === 0 ? [] : [[id, province.demands] as const],
      ),
    );
    // Nobody has seen how licence numbers of Gansu begin: nothing may fail on it.
    expect(demands.get('licence/province-differs')).toMatchObject([{ confidence: 'unverified', checked: false }]);
    expect(demands.get('domain/registrant-mismatch')).toMatchObject([
      { own: true, checked: true, basis: { kind: 'provider', asOf: '2017' } },
    ]);
    expect(demands.get('person/underage')).toMatchObject([{ own: false }]);
  });

  it('tells documents of one procedure only when that procedure is meant', async () => {
    const documents = async (procedure: string) =>
      (await listed('--province', '广东', '--procedure', procedure))
        .find(({ id }) => id === 'attachment/missing')
        ?.province?.demands.filter(({ id }) => id === 'document').length;
    expect(await documents('filing')).toBe(1);
    expect(await documents('renewal')).toBe(0);
  });

  it('prints the province below the rules, in both languages', async () => {
    const zh = await runCli(['rules', '--province', '四川']);
    expect(zh.stdout).toContain('四川省：本省的要求');
    expect(zh.stdout).toContain('〔本省〕备案号以“蜀”开头');
    expect(zh.stdout).toContain('网站名称里一般不能有：论坛');
    const en = await runCli(['rules', '--province', 'Sichuan', '--locale', 'en']);
    expect(en.stdout).toContain('[province] filing numbers begin with 蜀');
    expect([zh, en].flatMap(dangers)).toEqual([]);
  });

  it.each([
    [['rules', '--province', '浙工'], '浙江'],
    [['rules', '--province', 'Zhejang', '--locale', 'en'], 'Did you mean "Zhejiang"'],
    [['rules', '--province', '台湾'], '可以写：北京、天津'],
    [['rules', '--procedure', 'anual-report'], 'annual-report'],
    [['rules', '--procedure', '年抱'], '年报'],
    [['init', '--procedure', 'renewl', 'x'], 'renewal'],
    [['explain', 'licence/expird'], 'licence/expired'],
  ])('suggests what was meant: %s', async (words, hint) => {
    const run = await runCli(words);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(hint) });
    expect(dangers(run)).toEqual([]);
  });
});

describe('what a province asks for', () => {
  const reference = loadReference();
  const demandsOf = (short: string) => {
    const province = reference.provinces.find((each) => each.short === short);
    if (province === undefined) throw new Error(`no such province: ${short}`);
    return provinceDemands(province, reference);
  };

  it('belongs to a rule that is there, and says the same in both languages', async () => {
    const ids = new Set((await listed()).map(({ id }) => id));
    for (const { short } of reference.provinces) {
      for (const { rule, says } of demandsOf(short)) {
        expect(ids, rule).toContain(rule);
        const digits = (text: string) => text.match(/\d+/gu) ?? [];
        expect(digits(says.en).sort(), `${short} ${rule}`).toEqual(digits(says['zh-CN']).sort());
      }
    }
  });

  it('is acted on by the rule that is said to act on it', () => {
    for (const { id, rule, checked } of demandsOf('上海')) {
      if (!checked || ['mark', 'suffixes', 'site-names', 'document', 'footerNumber'].includes(id)) continue;
      const sources = [`rules/${rule}/rule.ts`, 'src/dossier/required-documents.ts'];
      const isRead = sources.some((file) => readFileSync(file, 'utf8').includes(id));
      expect(isRead, `${rule} does not read ${id}`).toBe(true);
    }
  });
});

describe('explain', () => {
  it('shows the page with its examples, the messages and the letter', async () => {
    const run = await runCli(['explain', 'licence/expired']);
    expect(run.code).toBe(0);
    for (const part of ['许可证已过期', '## 为什么要紧', '例子', '## 提示文字', '## 说明模板'])
      expect(run.stdout, part).toContain(part);
    expect(run.stdout).not.toContain('<!--');
  });
});

describe('schema', () => {
  it('is what an initialised dossier points at, and takes English and Chinese keys', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'init-'));
    expect((await runCli(['init', '--procedure', '备案', '.'], { cwd: folder })).code).toBe(0);
    const yaml = readFileSync(path.join(folder, 'dossier.yaml'), 'utf8');
    const [, file = ''] = /^# yaml-language-server: \$schema=(\S+)$/mu.exec(yaml) ?? [];
    const written = readFileSync(path.join(folder, file), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse((await runCli(['schema'])).stdout));

    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(written) as object);
    // Empty sections are for the user to fill in.
    const filled = yaml
      .replace(/^(?:域名|网站|接入|附件|人员):\n/gmu, '')
      .replace('请填写18位代码', '91330106MAFAKE019Y');
    expect(validate(parse(filled)), JSON.stringify(validate.errors)).toBe(true);
    const english = {
      schemaVersion: 1,
      procedure: 'filing',
      province: '浙江',
      company: { name: '杭州青禾示例网络科技有限公司', uscc: '91330106MAFAKE019Y', legalRepresentative: '周启明' },
    };
    expect(validate(english), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...english, procedure: 'fileing' })).toBe(false);
  });
});

describe('facts that nobody has compared for a year', () => {
  const check = (today: string, ...words: string[]) =>
    runCli([
      ...['fixtures/dossiers/annual-report', '--only', 'company/invalid-uscc', '--offline', '--today', today],
      ...words,
    ]);

  /** The last day on which every file counts as read within a year, and the day after; test/reference proves staleFiles. */
  const lastFreshDay = () => {
    const reference = loadReference();
    let day = '2026-12-01';
    while (staleFiles(reference, addDays(day, 1)).length === 0) day = addDays(day, 1);
    return day;
  };

  it('are named on stderr and in the report, from the first day on', async () => {
    const last = lastFreshDay();
    const fresh = await check(last);
    expect(fresh.stderr).not.toContain('超过一年没有核对');
    expect(fresh.stdout).not.toContain('超过一年没有核对');
    const old = await check(addDays(last, 1));
    expect(old.stderr).toContain(`icp-check: 到 ${addDays(last, 1)}，这些规则资料超过一年没有核对：rules/reference/`);
    expect(old.stdout.replaceAll(/\s/gu, '')).toContain('超过一年没有核对');
    expect(dangers(old)).toEqual([]);
    // It closes no gate.
    expect([fresh.code, old.code]).toEqual([0, 0]);
  });

  it('are a note of the report, and not on stderr when that is to be quiet', async () => {
    const { stdout, stderr } = await check('2027-12-01', '-f', 'json', '--quiet', '--locale', 'en');
    const report = JSON.parse(stdout) as { notes: { id: string; dossier: string | null; message: string }[] };
    expect(report.notes).toMatchObject([{ id: 'facts-outdated', dossier: null }]);
    expect(report.notes[0]?.message).toContain('rules/reference/provinces.yaml');
    expect(stderr).toBe('');
  });
});
