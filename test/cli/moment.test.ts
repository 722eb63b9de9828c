import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { momentOf } from '../../src/cli/today.ts';
import type { Report } from '../../src/report/report.ts';
import { formatNames } from '../../src/reporters/registry.ts';
import { runCli } from './run-cli.ts';

/** Midnight of 10 February 2026 in China. */
const midnight = Date.parse('2026-02-09T16:00:00Z') / 1000;
const now = new Date('2026-11-26T16:05:33Z');

describe('the moment of a run', () => {
  it('is the clock, on the calendar of China', () => {
    expect(momentOf(undefined, undefined, now)).toEqual({ today: '2026-11-27', madeAt: '2026-11-26T16:05:33Z' });
  });

  it('is SOURCE_DATE_EPOCH where that is set', () => {
    expect(momentOf(undefined, String(midnight), now)).toEqual({
      today: '2026-02-10',
      madeAt: '2026-02-09T16:00:00Z',
    });
    expect(momentOf(undefined, String(midnight - 1), now).today).toBe('2026-02-09');
    expect(momentOf(undefined, '', now).today).toBe('2026-11-27');
  });

  it('is the day that was given, and then no clock shows', () => {
    expect(momentOf('2026-03-01', undefined, now)).toEqual({ today: '2026-03-01', madeAt: null });
    expect(momentOf('2026-03-01', String(midnight), now)).toEqual({
      today: '2026-03-01',
      madeAt: '2026-02-09T16:00:00Z',
    });
  });
});

const yaml = `procedure: annual-report
reportYear: 2025
province: 浙江
submitOn: 2026-03-20
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
domains: [{ name: qinghe-example.cn }]
`;
const folder = () => {
  const root = mkdtempSync(path.join(tmpdir(), 'moment-'));
  writeFileSync(path.join(root, 'dossier.yaml'), yaml);
  return root;
};

describe('the command line', () => {
  const cwd = folder();
  const only = ['.', '--offline', '--only', 'company,domain/registrant-mismatch'] as const;

  it.each(['1e9', '-1', '1770681600.5', 'yesterday', '9'.repeat(13)])(
    'refuses SOURCE_DATE_EPOCH=%s in a sentence',
    async (epoch) => {
      const run = await runCli(only, { cwd, env: { SOURCE_DATE_EPOCH: epoch } });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('SOURCE_DATE_EPOCH');
    },
  );

  const madeAtDifferentTimes = async (words: readonly string[], env: Readonly<Record<string, string>>) => {
    const texts: string[] = [];
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const time of ['2026-03-10T08:00:00Z', '2027-11-20T08:00:00Z']) {
      vi.setSystemTime(time);
      const out = mkdtempSync(path.join(tmpdir(), 'moment-out-'));
      const files = formatNames.map((name) => path.join(out, name));
      await runCli([...only, ...words, ...formatNames.flatMap((name, index) => ['-f', `${name}:${files[index]}`])], {
        cwd,
        env,
      });
      texts.push(files.map((file) => readFileSync(file, 'latin1')).join('\n'));
    }
    vi.useRealTimers();
    return texts;
  };

  it('makes the same bytes in every format on another day with --today', async () => {
    const [first, second] = await madeAtDifferentTimes(['--today', '2026-03-10'], {});
    expect(first).toContain('<!doctype html>');
    expect(second).toBe(first);
  });

  it('makes the same bytes in every format on another day with SOURCE_DATE_EPOCH', async () => {
    const [first, second] = await madeAtDifferentTimes([], { SOURCE_DATE_EPOCH: String(midnight) });
    expect(first).toContain('2026-02-10');
    expect(second).toBe(first);
  });

  it('stamps the report with the time otherwise', async () => {
    const [first, second] = await madeAtDifferentTimes([], {});
    expect(first).toContain('"madeAt": "2026-03-10T08:00:00Z"');
    expect(first).toContain('"endTimeUtc": "2026-03-10T08:00:00Z"');
    expect(second).not.toBe(first);
  });

  it('counts the days to the deadline from the day of the run, not from the day of submission', async () => {
    const run = await runCli([...only, '-f', 'json'], { cwd, env: { SOURCE_DATE_EPOCH: String(midnight) } });
    // Our own JSON.
    const { dossiers } = JSON.parse(run.stdout) as Report;
    expect(dossiers[0]).toMatchObject({ judgedFor: '2026-03-20', deadline: { date: '2026-03-31', daysLeft: 49 } });
  });
});
