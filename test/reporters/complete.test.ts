import { expect, it } from 'vitest';
import type { FormatName } from '../../src/reporters/registry.ts';
import { formatNames, loadReporter } from '../../src/reporters/registry.ts';
import { textOf } from '../../src/reporters/reporter.ts';
import { troubledDossier } from '../report/sample-dossiers.ts';
import { dossier, report } from '../report/sample-report.ts';
import { unpacked } from '../report/unpacked.ts';

const texts = { 'zh-CN': '豁免已于 2026-03-01 到期', en: 'the exemption ended on 2026-03-01' };
const path = troubledDossier().path;
const whole = report([troubledDossier(), dossier({ path: 'clients/other', findings: [], verdicts: [] })], {
  unmasked: true,
  madeAt: '2026-03-10T08:00:00Z',
  systemErrors: [{ where: 'domain/expiring', dossier: path, subject: null, message: '读不懂的日期' }],
  notes: [{ id: 'exemption-expired', dossier: path, message: texts['zh-CN'], texts }],
});

async function written(name: FormatName): Promise<string> {
  const { content } = await (await loadReporter(name))(whole, {
    locale: 'zh-CN',
    colour: false,
    columns: 100,
    verbose: false,
  });
  return content instanceof Uint8Array ? unpacked(Buffer.from(content)) : textOf(content);
}

it.each(formatNames)(
  '%s hides no failure of the program, no note, and not that data are shown in clear',
  async (name) => {
    const text = await written(name);
    expect(text).toContain('读不懂的日期');
    expect(text).toContain('豁免已于 2026-03-01 到期');
    expect(text).toMatch(/个人信息未遮盖|"unmasked": true/u);
  },
);

it.each(['json', 'html', 'sarif', 'junit', 'xlsx'] as const)('%s carries the time stamp', async (name) => {
  expect(await written(name)).toMatch(/2026-03-10(?:T08:00:00Z| 16:00 \+08:00)/u);
});

it.each(['pretty', 'html', 'markdown', 'csv', 'xlsx'] as const)('%s calls subjects as clerks do', async (name) => {
  expect(await written(name)).toContain('域名 yunzhan.cn');
});
