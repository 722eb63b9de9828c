import { existsSync, readFileSync } from 'node:fs';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report } from '../../src/report/report.ts';
import { junit } from '../../src/reporters/junit.ts';
import { textOf } from '../../src/reporters/reporter.ts';
import { hostileReport } from '../report/hostile-report.ts';
import { cleanDossier, rejectedDossier, troubledDossier } from '../report/sample-dossiers.ts';
import { report } from '../report/sample-report.ts';

const options = { locale: 'zh-CN', colour: false, columns: 80, verbose: false } as const;
const whole = () =>
  report([troubledDossier(), cleanDossier(), rejectedDossier()], {
    systemErrors: [{ where: 'whois', dossier: null, subject: null, message: 'the worker ended' }],
  });

const schemaFile = new URL('../../../shared/samples/schemas/junit-10.xsd', import.meta.url);
const present = existsSync(schemaFile);

describe.skipIf(!present)(`Jenkins' schema${present ? '' : ' (skipped: ../shared/samples/schemas is absent)'}`, () => {
  const faults = async (xml: string) => {
    const schema = readFileSync(schemaFile, 'utf8');
    const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema: [schema] });
    return errors.map(({ message }) => message);
  };

  it.each<[string, Report]>([
    ['a portfolio', whole()],
    ['hostile text', hostileReport(']]><x a="\'&amp;\u0000\u001b\u202e\ud800\ufffe\n-->')],
    ['no dossier at all', report([])],
  ])('holds for %s', async (_, each) => {
    expect(await faults(textOf(junit(each, options)))).toEqual([]);
  });

  it('would notice a fault', async () => {
    expect(await faults(textOf(junit(whole(), options)).replaceAll('testcase', 'case'))).not.toEqual([]);
  });
});

const xml = parseDocument(textOf(junit(whole(), options)), { xmlMode: true });
const elements = (name: string) => DomUtils.getElementsByTagName(name, xml);

/** What stands in the case of a rule, and of a subject if one is given. */
function outcome(rule: string, subject?: string) {
  const [found] = elements('testcase').filter(
    ({ attribs }) => attribs['classname'] === rule && (subject === undefined || attribs['name'] === subject),
  );
  const child = found?.children.find((node) => 'attribs' in node);
  return child === undefined || !('attribs' in child)
    ? undefined
    : { ...child.attribs, element: child.name, text: DomUtils.textContent(child) };
}

it('makes a case of each rule and subject, and leaves out what does not apply', () => {
  expect(elements('testsuite').map(({ attribs }) => attribs)).toMatchObject([
    { name: '杭州云栈科技有限公司 (clients/hangzhou-yunzhan)', tests: '17', failures: '4', errors: '0', skipped: '11' },
    { name: '宁波海拓网络科技有限公司 (clients/ningbo-haituo)', tests: '2', failures: '0', errors: '0', skipped: '0' },
    { tests: '2', errors: '2' },
    { name: 'icp-check', tests: '1', errors: '1' },
  ]);
  expect(elements('testsuites')[0]?.attribs).toMatchObject({ tests: '22', failures: '4', errors: '3' });
});

it('skips what was not checked, with its reason', () => {
  const skipped = outcome('domain/registrant-mismatch', 'domain:yunzhan.com');
  expect(skipped).toMatchObject({ element: 'skipped', type: 'open', message: '没有检查: 注册信息被隐去' });
  expect(skipped?.text).toContain('REDACTED FOR PRIVACY');
});

it('skips what a person must decide, and what was exempted', () => {
  expect(outcome('company/name-differs')).toMatchObject({ element: 'skipped', type: 'review' });
  expect(outcome('attachment/misnamed-file')).toMatchObject({ element: 'skipped', type: 'suppressed' });
});

it('tells the whole finding in a failure', () => {
  const failure = outcome('finance/zero-revenue-with-social-insurance');
  expect(failure?.element).toBe('failure');
  for (const part of [
    'dossier.yaml:41:3',
    '营业收入 0 元，参保 12 人',
    '第三十五条',
    '情况说明',
    '关于营业收入的情况说明',
  ])
    expect(failure?.text).toContain(part);
});
