import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';
import { width } from '../../src/reporters/terminal-text.ts';
import { cleanDossier, rejectedDossier, sampleRules, troubledDossier } from '../report/sample-dossiers.ts';
import { dossier, finding, problem, report, verdict } from '../report/sample-report.ts';

const plain: ReporterOptions = { locale: 'zh-CN', colour: false, columns: 80, verbose: false };

const portfolio = (): Report =>
  report([troubledDossier(), cleanDossier(), rejectedDossier()], {
    rules: sampleRules,
    systemErrors: [
      {
        where: 'scan/faint-seal',
        dossier: 'clients/ningbo-haituo',
        subject: 'attachment:承诺书.pdf',
        message: 'the worker ended before it answered',
      },
    ],
    notes: [
      {
        id: 'exemption-expired',
        dossier: 'clients/hangzhou-yunzhan',
        message: '对 scan/faint-seal 的豁免已于 2026-03-01 到期，不再生效（负责人：王芳）。',
        texts: {
          'zh-CN': '对 scan/faint-seal 的豁免已于 2026-03-01 到期，不再生效（负责人：王芳）。',
          en: 'the exemption from scan/faint-seal ended on 2026-03-01 and no longer holds (owner: 王芳).',
        },
      },
    ],
  });

describe('the page as a clerk sees it', () => {
  it.each(['zh-CN', 'en'] as const)('in %s', async (locale) => {
    await expect(pretty(portfolio(), { ...plain, locale })).toMatchFileSnapshot(`snapshots/pretty.${locale}.txt`);
  });

  it('with everything listed', async () => {
    await expect(pretty(report([troubledDossier()]), { ...plain, columns: 120, verbose: true })).toMatchFileSnapshot(
      'snapshots/pretty.verbose.txt',
    );
  });
});

it.each([40, 63, 80, 120])('fits into %i columns', (columns) => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const wide = pretty(portfolio(), { ...plain, locale, columns })
      .split('\n')
      .filter((line) => width(line) > columns);
    expect(wide).toEqual([]);
  }
});

it('says the same facts in both languages', () => {
  const facts = (text: string) =>
    [...text.matchAll(/[a-z]+\/[a-z-]+|[\w.-]+\.(?:cn|com|pdf|jpg|yaml)(?::\d+)*/gu)].map(String).sort();
  const wide = { ...plain, columns: 120, verbose: true };
  const zh = pretty(portfolio(), wide);
  expect(facts(zh).length).toBeGreaterThan(40);
  expect(new Set(facts(pretty(portfolio(), { ...wide, locale: 'en' })))).toEqual(new Set(facts(zh)));
});

it('colours only when asked, and colour changes no character', () => {
  const colourful = pretty(portfolio(), { ...plain, colour: true });
  expect(colourful).toContain('\u001b[');
  expect(pretty(portfolio(), plain)).not.toContain('\u001b');
  expect(stripVTControlCharacters(colourful)).toBe(pretty(portfolio(), plain));
});

it('gives the same bytes for the same report', () => {
  const same = portfolio();
  expect(pretty(same, plain)).toBe(pretty(same, plain));
});

it('never lets a control character of the report through', () => {
  const hostile = 'x\u001b[2J\u009b0m\u202e\u0007\r\u0000y';
  const texts = { 'zh-CN': hostile, en: hostile };
  const all = report(
    [
      dossier({
        company: hostile,
        path: hostile,
        province: hostile,
        deadline: { date: '2026-03-31', daysLeft: -2, what: texts },
        problems: [problem({ file: hostile, excerpt: hostile, texts, column: 4 })],
        findings: [
          finding({
            ruleId: hostile,
            subject: hostile,
            texts: { message: texts, fix: texts },
            letter: hostile,
            compared: { seen: hostile, expected: hostile },
            basis: [{ kind: 'law', cite: hostile, url: hostile, asOf: hostile }],
            location: { file: hostile, line: 2, column: 9, excerpt: hostile, attachment: hostile, page: 1 },
            evidence: [
              { kind: hostile, source: hostile, at: hostile, confidence: 'low', recorded: true, caution: hostile },
            ],
            suppressed: { by: 'dossier', reason: hostile, owner: hostile, until: hostile },
          }),
        ],
        verdicts: [verdict(hostile, hostile, 'open', { reason: hostile, detail: hostile })],
      }),
      cleanDossier(),
    ],
    {
      systemErrors: [{ where: hostile, dossier: hostile, subject: hostile, message: hostile }],
      notes: [{ id: hostile, dossier: null, message: hostile, texts }],
    },
  );
  for (const verbose of [false, true]) {
    const text = pretty(all, { ...plain, verbose });
    expect(text.match(/(?!\n)[\p{Cc}\p{Cf}]/gu)).toBeNull();
    expect(text).toContain('<U+001B>[2J');
  }
});

describe('what was not checked', () => {
  const unchecked = report([
    dossier({
      findings: [],
      verdicts: [
        ...Array.from({ length: 7 }, (_, index) =>
          verdict('domain/expiring', `domain:site${index}.cn`, 'open', { reason: 'timeout' }),
        ),
        verdict('company/invalid-uscc', 'company:杭州云栈科技有限公司', 'pass'),
      ],
    }),
  ]);

  it('never reads as fine, even when nothing was found', () => {
    const text = pretty(unchecked, plain);
    expect(text).toContain('没有检查 7 项 · 没有检查不等于合格');
    expect(text).toContain('等待超时（7 项）');
    expect(text).not.toContain('可以提交');
    expect(text).not.toContain('没有发现问题');
  });

  it('counts the subjects that it does not list, and lists all when asked', () => {
    expect(pretty(unchecked, plain)).toContain('域名 site0.cn、site1.cn、site2.cn、site3.cn、另有 3 个');
    expect(pretty(unchecked, { ...plain, verbose: true })).toContain('site6.cn');
  });
});

it('says so when personal data are shown', () => {
  expect(pretty(report([cleanDossier()], { unmasked: true }), plain)).toContain('个人信息未遮盖');
  expect(pretty(report([cleanDossier()]), plain)).not.toContain('个人信息未遮盖');
});

it('says that no dossier was found rather than nothing', () => {
  expect(pretty(report([]), plain)).toContain('没有找到任何材料');
});

it.each([
  [1, '还有 1 天'],
  [0, '今天到期'],
  [-1, '已过 1 天'],
])('counts %i days to the deadline', (daysLeft, text) => {
  const due = dossier({ deadline: { date: '2026-03-31', daysLeft, what: { 'zh-CN': '年报截止', en: 'report due' } } });
  expect(pretty(report([due]), plain)).toContain(text);
});

it('keeps the caret below its character when the line is longer than the terminal', () => {
  const excerpt = `  备注: ${'很长的说明，'.repeat(20)}错在这里${'，后面还有'.repeat(20)}`;
  const column = excerpt.indexOf('错') + 1;
  const lines = pretty(report([dossier({ problems: [problem({ excerpt, column })] })]), plain).split('\n');
  const caret = lines.findIndex((line) => /^\s*│ +\^$/u.test(line));
  const before = (lines[caret] ?? '').indexOf('^');
  const shown = lines[caret - 1] ?? '';
  let columns = 0;
  const marked = [...shown].find((character) => {
    columns += width(character);
    return columns > before;
  });
  expect(marked).toBe('错');
});
