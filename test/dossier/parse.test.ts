import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDossier } from '../../src/dossier/parse.ts';
import { packageFile } from '../../src/package-file.ts';

const minimal = `办理事项: 年报
省份: 浙江
公司:
  公司名称: 杭州青禾示例网络科技有限公司
  统一社会信用代码: 91330106MAFAKE019Y
  法定代表人: 周启明
`;

const problemsOf = (source: string) => parseDossier(source, 'dossier.yaml').problems;
const shown = (source: string) => problemsOf(source).map(({ id, line, column }) => `${id} ${line}:${column}`);

describe('languages', () => {
  it('reads Chinese keys and values', () => {
    const { data, problems } = parseDossier(minimal, 'dossier.yaml');
    expect(problems).toEqual([]);
    expect(data).toMatchObject({
      procedure: 'annual-report',
      province: '浙江',
      company: { legalRepresentative: '周启明' },
    });
  });

  it('reads English keys, and both in one file', () => {
    const mixed = minimal
      .replace('办理事项: 年报', 'procedure: annual-report')
      .replace('  法定代表人', '  legalRepresentative');
    expect(parseDossier(mixed, 'd').data).toEqual(parseDossier(minimal, 'd').data);
  });

  it('takes full province names and full-width key spellings', () => {
    const source = minimal.replace('省份: 浙江', '省份: 浙江省').replace('  公司名称', '  公司　名称');
    expect(parseDossier(source, 'd').data).toMatchObject({ province: '浙江' });
  });

  it('understands amounts with units', () => {
    const amount = (written: string) =>
      parseDossier(`${minimal}财务:\n  营业收入: ${written}\n`, 'd').data?.finance?.revenue;
    expect(amount('3685200')).toBe(3_685_200);
    expect(amount('368.52万元')).toBe(3_685_200);
    expect(amount('1,234.56 元')).toBe(1234.56);
    expect(amount('0.1亿元')).toBe(10_000_000);
    expect(amount('很多')).toBeUndefined();
  });

  it('takes a single value where a list is expected', () => {
    const source = `${minimal}人员:\n  - 姓名: 林晚秋\n    职务: 信息安全责任人\n`;
    expect(parseDossier(source, 'd').data?.persons?.[0]?.roles).toEqual(['security-officer']);
  });

  it('treats a key left blank as left out', () => {
    expect(problemsOf(`${minimal}人员:\n网站:\n`)).toEqual([]);
  });

  it('refuses one field written in both languages', () => {
    expect(shown(`${minimal}procedure: filing\n`)).toEqual(['duplicate-key 7:1']);
  });
});

describe('problems', () => {
  it('suggests the key that was meant, in the language in which it was written', () => {
    const chinese = problemsOf(minimal.replace('  法定代表人', '  法定代表')).find(({ id }) => id === 'unknown-key');
    expect(chinese?.message['zh-CN']).toContain('是不是想写“法定代表人”？');
    const [english] = problemsOf(`${minimal}webstes:\n`);
    expect(english?.message.en).toContain('Did you mean "websites"?');
    expect(english).toMatchObject({ line: 7, column: 1, excerpt: 'webstes:', stops: false });
  });

  it('lists all problems at once, in the order of their lines', () => {
    const source =
      '办理事项: 年抱\n省份: 浙江\n公司:\n  公司名称: 甲\n  统一社会信用代码: 91330106MAFAKE019Y\n年报年度: 去年\n未知: 1\n';
    expect(shown(source)).toEqual([
      'schema-invalid_value 1:7',
      'schema-invalid_type 3:1',
      'schema-invalid_type 6:7',
      'unknown-key 7:1',
    ]);
  });

  it('says what was seen and expected, and guesses', () => {
    const [problem] = problemsOf(minimal.replace('年报', '年抱'));
    expect(problem?.message['zh-CN']).toContain('“办理事项”写的是 “年抱”');
    expect(problem?.message['zh-CN']).toContain('是不是想写“年报”？');
  });

  it('names a day that does not exist', () => {
    const [problem] = problemsOf(`${minimal}计划提交日期: 2026-02-30\n`);
    expect(problem?.message['zh-CN']).toContain('真实存在的日期');
    expect(parseDossier(`${minimal}计划提交日期: 2026-02-28\n`, 'd').data?.submitOn).toBe('2026-02-28');
  });

  it.each([
    ['an empty file', '', 'empty null:null'],
    ['only a comment', '# 年报\n', 'empty null:null'],
    ['a list', '- 办理事项: 年报\n', 'not-a-mapping 1:1'],
    ['a sentence', '办理事项\n', 'not-a-mapping 1:1'],
  ])('%s', (_name, source, expected) => {
    expect(shown(source)).toContain(expected);
    expect(parseDossier(source, 'd').data).toBeNull();
  });

  it('explains YAML that does not parse, with line and column', () => {
    const [problem] = problemsOf('公司:\n\t公司名称: 甲\n');
    expect(problem).toMatchObject({ id: 'yaml-syntax', line: 2, stops: true });
    expect(problem?.message['zh-CN']).toContain('制表符');
  });

  it.each([
    ['an unclosed list', '公司:\n  公司名称: [甲\n', ']'],
    ['an unclosed mapping', '域名:\n  - { 域名: a.cn\n省份: 浙江\n', '}'],
    ['lines that do not line up', '公司:\n  - 甲\n 省份: 浙江\n', '左对齐'],
    ['a value with a reserved first character', '省份: @浙江\n', '引号'],
  ])('explains %s', (_name, source, said) => {
    expect(problemsOf(source)[0]?.message['zh-CN']).toContain(said);
  });

  it('guesses nothing for a key of which no letter fits', () => {
    const [problem] = problemsOf(`${minimal}x: 1\n`);
    expect(problem?.message['zh-CN']).not.toContain('是不是想写');
  });

  it('points out control characters without repeating them, and goes on', () => {
    const { data, problems } = parseDossier(`${minimal}附件:\n  - { 文件: "a\\e[31m.pdf", 种类: 营业执照 }\n`, 'd');
    expect(problems.map(({ id }) => id)).toEqual(['control-character']);
    expect(problems[0]?.message['zh-CN']).toContain('<U+001B>');
    expect(data?.attachments).toHaveLength(1);
  });

  it('survives a bomb of references', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`),
    ].join('\n');
    const { data, problems } = parseDossier(`${bomb}\n`, 'd');
    expect(data).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });

  it('survives deep nesting', () => {
    expect(parseDossier(`公司: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, 'd').data).toBeNull();
  });
});

it('knows where every value of the golden dossier stands', () => {
  const file = packageFile('fixtures/dossiers/annual-report/dossier.yaml');
  const source = readFileSync(file, 'utf8');
  const { data, positions, problems } = parseDossier(source, file);
  expect(problems).toEqual([]);
  const at = positions.find(['domains', 0, 'name']);
  expect(positions.line(at.line).slice(at.column - 1)).toBe(data?.domains?.[0]?.name);
});
