import { expect, it } from 'vitest';
import { formatNames, loadReporter, parseFormat } from '../../src/reporters/registry.ts';
import { textOf } from '../../src/reporters/reporter.ts';
import { troubledDossier } from '../report/sample-dossiers.ts';
import { report } from '../report/sample-report.ts';

it.each([
  ['json', 'json', null],
  ['JSON', 'json', null],
  ['json:out/x.json', 'json', 'out/x.json'],
  ['pretty:C:\\reports\\x.txt', 'pretty', 'C:\\reports\\x.txt'],
])('reads %s', (written, name, file) => {
  expect(parseFormat(written)).toEqual({ state: 'valid', request: { name, file } });
});

it('suggests the format that was meant', () => {
  const parsed = parseFormat('jason:out/x.json');
  expect(parsed.state === 'invalid' && parsed.message['zh-CN']).toContain('是不是想写“json”？');
  expect(parsed.state === 'invalid' && parsed.message.en).toContain('Did you mean "json"?');
});

it('lists the formats when it cannot guess', () => {
  const parsed = parseFormat('docx');
  expect(parsed.state === 'invalid' && parsed.message.en).toContain(formatNames.join(', '));
});

it('refuses a colon without a file name', () => {
  const parsed = parseFormat('json:');
  expect(parsed.state === 'invalid' && parsed.message['zh-CN']).toContain('缺少文件名');
});

it('refuses to print a workbook to the screen', () => {
  expect(parseFormat('xlsx')).toMatchObject({ state: 'invalid' });
  expect(parseFormat('xlsx:out/x.xlsx')).toMatchObject({ state: 'valid' });
});

it.each(formatNames.filter((name) => name !== 'xlsx'))('%s tells the company and the rule', async (name) => {
  const reporter = await loadReporter(name);
  const { content } = await reporter(report([troubledDossier()]), {
    locale: 'zh-CN',
    colour: false,
    columns: 80,
    verbose: false,
  });
  const text = textOf(content);
  expect(text).toContain('杭州云栈科技有限公司');
  expect(text).toContain('domain/registrant-mismatch');
});
