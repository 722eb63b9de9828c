/**
 * `npx tsx test/reporters/speed.ts`: how long each format takes to render a portfolio of 1,000 dossiers with 20,000 findings, and
 * how much memory the process needs at most. Each format runs in a process of its own, because memory only grows.
 */
import { spawnSync } from 'node:child_process';
import type { FindingReport } from '../../src/report/report.ts';
import { formatNames, loadReporter } from '../../src/reporters/registry.ts';
import { cleanDossier, sampleRules, troubledDossier } from '../report/sample-dossiers.ts';
import { report } from '../report/sample-report.ts';

const dossiers = 1000;
const findingsEach = 20;

function portfolio() {
  const { findings, verdicts, ...sample } = troubledDossier();
  const passed = cleanDossier().verdicts;
  return report(
    Array.from({ length: dossiers }, (_, dossier) => ({
      ...sample,
      path: `clients/${String(dossier).padStart(4, '0')}`,
      company: `杭州云栈第${dossier}科技有限公司`,
      // A hundred rules look at each dossier; most of them pass.
      verdicts: [...verdicts, ...Array.from({ length: 40 }, () => passed).flat()],
      findings: Array.from({ length: findingsEach }, (__, index): FindingReport => {
        const finding = findings[index % findings.length];
        if (finding === undefined) throw new Error('the sample has no findings');
        return { ...finding, fingerprint: `${dossier}-${index}` };
      }),
    })),
    { rules: sampleRules },
  );
}

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
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
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
