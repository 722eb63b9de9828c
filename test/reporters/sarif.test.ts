import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { textOf } from '../../src/reporters/reporter.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { hostileReport } from '../report/hostile-report.ts';
import { cleanDossier, rejectedDossier, troubledDossier } from '../report/sample-dossiers.ts';
import { dossier, finding, report } from '../report/sample-report.ts';

const options = { locale: 'zh-CN', colour: false, columns: 80, verbose: false } as const;

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] };
    };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly kind: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
      }[];
      readonly relatedLocations?: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
        readonly properties: object;
      }[];
      readonly partialFingerprints?: Readonly<Record<string, string>>;
      readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
      readonly baselineState?: string;
    }[];
  }[];
}

// The shape is what the schema proves.
const read = (whole: Report): Log => JSON.parse(textOf(sarif(whole, options))) as Log;
const [known, fresh] = [
  finding({ fingerprint: '1'.repeat(32), suppressed: { by: 'baseline', reason: 'baseline' } }),
  finding({ fingerprint: '2'.repeat(32) }),
];
const whole = () =>
  report([troubledDossier(), cleanDossier(), rejectedDossier(), dossier({ path: '.', findings: [known, fresh] })], {
    systemErrors: [{ where: 'whois', dossier: null, subject: null, message: 'the worker ended' }],
  });

const schemaFile = new URL('../../../shared/samples/schemas/sarif-2.1.0.schema.json', import.meta.url);
const present = existsSync(schemaFile);

describe.skipIf(!present)(`the OASIS schema${present ? '' : ' (skipped: ../shared/samples/schemas is absent)'}`, () => {
  const validate = () => {
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
    // Ajv reads draft 4 with these two names changed; the schema uses nothing else that differs.
    const { $schema: _, id: __, ...rest } = schema;
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    return ajv.compile(rest);
  };

  it.each([
    ['a portfolio', whole()],
    ['hostile text', hostileReport('a b/../%00"<\u0000\u001b\u202e\ud800#?\n.yaml')],
    ['no dossier at all', report([])],
  ])('holds for %s', (_, log) => {
    const check = validate();
    check(read(log));
    expect(check.errors).toBeNull();
  });

  it('would notice a fault', () => {
    const check = validate();
    expect(check({ ...read(whole()), version: '2.0.0' })).toBe(false);
  });
});

describe('results', () => {
  const [run] = read(whole()).runs;
  const results = run?.results ?? [];

  it('are one run with findings, reviews and open verdicts, and without passes', () => {
    expect(read(whole()).runs).toHaveLength(1);
    const kinds = (kind: string) => results.filter((result) => result.kind === kind).length;
    expect([kinds('fail'), kinds('review'), kinds('open'), kinds('pass')]).toEqual([9, 1, 9, 0]);
  });

  it('give a level only to failures', () => {
    for (const { kind, level } of results) expect(level === 'none').toBe(kind !== 'fail');
  });

  it('name the line of the dossier, and page and box of the attachment', () => {
    const seal = results.find(({ ruleId }) => ruleId === 'scan/faint-seal');
    expect(seal?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'clients/hangzhou-yunzhan/dossier.yaml', uriBaseId: 'SRCROOT' },
      region: { startLine: 63, startColumn: 9 },
    });
    expect(seal?.relatedLocations?.[0]).toMatchObject({
      physicalLocation: {
        artifactLocation: {
          uri: `clients/hangzhou-yunzhan/${encodeURIComponent('附件')}/${encodeURIComponent('接入协议.pdf')}`,
        },
      },
      properties: { page: 2, box: { x: 0.62, y: 0.71, width: 0.18, height: 0.13 } },
    });
  });

  it('carry fingerprints that GitHub reads', () => {
    const registrant = results.find(({ ruleId }) => ruleId === 'domain/registrant-mismatch');
    expect(registrant?.partialFingerprints).toEqual({
      'icpCheckFinding/v1': 'a1'.repeat(16),
      primaryLocationLineHash: `${'a1'.repeat(8)}:1`,
    });
  });

  it('mark what is exempted or known instead of leaving it out', () => {
    const exempted = results.find(({ ruleId }) => ruleId === 'attachment/misnamed-file');
    expect(exempted?.suppressions?.[0]).toMatchObject({ kind: 'inSource' });
    expect(exempted?.suppressions?.[0]?.justification).toContain('管局同意沿用旧文件名');
    const states = results.map(({ partialFingerprints = {}, baselineState }) => [
      partialFingerprints['icpCheckFinding/v1'],
      baselineState,
    ]);
    expect(states).toContainEqual([known.fingerprint, 'unchanged']);
    expect(states).toContainEqual([fresh.fingerprint, 'new']);
  });

  it('point to their rule', () => {
    for (const { ruleId, ruleIndex } of results) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('say that our own failure is no finding', () => {
    expect(run?.invocations[0]?.executionSuccessful).toBe(false);
    expect(run?.invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain('the worker ended');
  });
});

it('describes rules by their own page, tags and first source', () => {
  const described = report([troubledDossier()], {
    rules: [{ id: 'scan/faint-seal', severity: 'error', tags: ['top7'], basis: [], title: null }],
  });
  const rules = read(described).runs[0]?.tool.driver.rules ?? [];
  const seal = rules.find(({ id }) => id === 'scan/faint-seal');
  expect(seal).toMatchObject({ shortDescription: { text: '公章颜色过浅' }, properties: { tags: ['top7'] } });
  expect(JSON.stringify(seal)).toContain('## 查什么');
  expect(rules.find(({ id }) => id === 'finance/zero-revenue-with-social-insurance')?.helpUri).toContain('gov.cn');
});

it('keeps to what GitHub takes, worst first, and says how many are left out', () => {
  const many = report([
    dossier({
      findings: [
        ...Array.from({ length: 25_000 }, () => finding({ severity: 'info' })),
        finding({ ruleId: 'scan/faint-seal', severity: 'error' }),
      ],
    }),
  ]);
  const [run] = read(many).runs;
  expect(run?.results).toHaveLength(25_000);
  expect(run?.results[0]?.ruleId).toBe('scan/faint-seal');
  expect(run?.invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain('省略了最后 1 条');
});
