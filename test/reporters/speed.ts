/**
 * `npx tsx test/reporters/speed.ts`: how long each format takes to render and write a portfolio of 1,000 dossiers with 20,000 findings, and
 * how much memory the process needs at most. Each format runs in a process of its own, because memory only grows.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DossierReport, FindingReport } from '../../src/report/report.ts';
import { formatNames, loadReporter } from '../../src/reporters/registry.ts';
import { writeReport } from '../../src/reporters/write.ts';
import { sampleRules, troubledDossier } from '../report/sample-dossiers.ts';
import { report, verdict } from '../report/sample-report.ts';

const dossiers = 1000;
const findingsEach = 20;
/** As many verdicts as the rules give on fixtures/dossiers/top7/maiduo, and about as many of each kind. */
const verdictsEach = 368;
const subjectsOfRule = 3;

function portfolio() {
  return report(
    Array.from({ length: dossiers }, (_, index) => dossierOf(index)),
    { rules: sampleRules },
  );
}

/** Every text with the company's name differs from one dossier to the next, as in life: nothing can be remembered. */
function dossierOf(number: number): DossierReport {
  const { findings, verdicts, ...sample } = renamed(troubledDossier(), number);
  return {
    ...sample,
    path: `clients/${String(number).padStart(4, '0')}`,
    verdicts: [
      ...verdicts,
      ...Array.from({ length: verdictsEach - verdicts.length }, (_, index) =>
        verdict(
          `pack${index % 20}/rule-${Math.floor(index / subjectsOfRule)}`,
          `attachment:附件/${sample.company}+第${index}份材料+20260110.pdf`,
          index % 5 < 3 ? 'pass' : 'notApplicable',
        ),
      ),
    ],
    findings: Array.from({ length: findingsEach }, (_, index): FindingReport => {
      const finding = findings[index % findings.length];
      if (finding === undefined) throw new Error('the sample has no findings');
      return { ...finding, fingerprint: `${number}-${index}` };
    }),
  };
}

const renamed = <T>(value: T, number: number): T =>
  JSON.parse(JSON.stringify(value).replaceAll('杭州云栈', `杭州云栈第${number}`));

const [, , only] = process.argv;
const format = formatNames.find((name) => name === only);
if (format === undefined) {
  for (const name of formatNames) {
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', import.meta.filename, name], {
      encoding: 'utf8',
    });
    process.stdout.write(stdout === '' ? stderr : stdout);
  }
} else {
  const whole = portfolio();
  const reporter = await loadReporter(format);
  const before = process.memoryUsage.rss();
  const start = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const { content } = await reporter(whole, { locale: 'zh-CN', colour: false, columns: 120, verbose: false });
  const target = join(await mkdtemp(join(tmpdir(), 'icp-check-speed-')), 'report');
  await writeReport(target, content);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  const { size: bytes } = await stat(target);
  await rm(dirname(target), { recursive: true });
  const peak = process.resourceUsage().maxRSS / 1024;
  const cells = [
    format.padEnd(10),
    `${seconds.toFixed(2)} s`,
    `${((user + system) / 1e6).toFixed(2)} s CPU`,
    `${(bytes / 2 ** 20).toFixed(1)} MB written`,
  ];
  process.stdout.write(
    `${[...cells, `${peak.toFixed(0)} MB peak`, `${(before / 2 ** 20).toFixed(0)} MB before`].join('  ')}\n`,
  );
}
