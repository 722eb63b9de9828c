import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { checkPaths } from '../src/check-paths.ts';
import { procedures } from '../src/dossier/procedures.ts';
import { offlineUse } from '../src/engine/offline-use.ts';
import { packageFile } from '../src/package-file.ts';
import type { Report } from '../src/report/report.ts';

/**
 * The whole program on real files: YAML, PDFs with pixels, recorded answers. What a case injects proves a rule's
 * judgement; this proves the product. Reading all pages takes minutes.
 */
let golden: Report;
let broken: Report;

beforeAll(async () => {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'end-to-end-'));
  const check = (...folders: readonly string[]) =>
    checkPaths(folders, {
      cwd: packageFile('fixtures/dossiers'),
      today: '2026-11-22',
      jobs: 2,
      cacheFolder,
      unmask: true,
    });
  golden = await check(...Object.keys(procedures));
  broken = await check('kitchen-sink', 'top7');
}, 1_800_000);

describe('golden dossiers', () => {
  it.each(Object.keys(procedures))(
    '%s: the gate is open, nothing is wrong and nothing was left unchecked',
    (procedure) => {
      const dossier = golden.dossiers.find(({ path: name }) => name === procedure);
      expect(dossier?.findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
      const open = dossier?.verdicts
        .filter(({ kind }) => kind === 'open')
        .map(({ ruleId, reason }) => `${ruleId} (${reason})`);
      const needingNetwork = new Set(rules.filter((rule) => offlineUse(rule) !== 'yes').map(({ id }) => id));
      expect(open?.filter((line) => !needingNetwork.has(line.split(' ')[0] ?? ''))).toEqual([]);
      expect(dossier?.gate).toBe('open');
      expect(dossier?.totals.pass).toBeGreaterThan(10);
    },
  );
  it('nothing failed on our side', () => expect([...golden.systemErrors, ...broken.systemErrors]).toEqual([]));
});

it('finds all nine pitfalls in the dossier of the pitfalls', () => {
  const found = new Set(
    broken.dossiers
      .filter(({ path: name }) => name.startsWith('top7'))
      .flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)),
  );
  const pitfalls = rules.filter(({ tags }) => tags.includes('top7')).map(({ id }) => id);
  expect(pitfalls).toHaveLength(9);
  expect(pitfalls.filter((id) => !found.has(id))).toEqual([]);
});

/** Rules that no fixture makes fail, each with its reason. */
const notBroken: Readonly<Record<string, string>> = {
  'attachment/pledge-text-differs': 'the template of the pledge is not public; users configure it',
};

it('makes every rule that can be judged offline fail, or ask for a person, on real files', () => {
  const outcomes = new Map<string, string>();
  for (const dossier of broken.dossiers) {
    for (const { ruleId, kind } of dossier.findings) if (outcomes.get(ruleId) !== 'fail') outcomes.set(ruleId, kind);
  }
  const offline = rules.filter((rule) => offlineUse(rule) !== 'recorded').map(({ id }) => id);
  const table = offline.map((id) => `${(outcomes.get(id) ?? '—').padEnd(7)} ${id}`);
  process.stdout.write(`${table.join('\n')}\n`);
  const missing = offline.filter((id) => !outcomes.has(id) && notBroken[id] === undefined);
  expect(missing, 'add a fixture that breaks these rules, or a reason to notBroken').toEqual([]);
  expect(Object.keys(notBroken).length).toBeLessThan(10);
});
