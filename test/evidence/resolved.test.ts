import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkPaths } from '../../src/check-paths.ts';
import { writeRecording } from '../../src/network/recording-file.ts';

const check = async (
  records: readonly string[],
  access = '{ provider: 阿里云, mode: cloud, servers: [{ ip: 47.96.0.1 }] }',
) => {
  const root = mkdtempSync(path.join(tmpdir(), 'resolved-'));
  writeFileSync(
    path.join(root, 'dossier.yaml'),
    `procedure: annual-report
province: 浙江
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
websites: [{ name: 青禾资讯, url: 'www.qinghe-example.cn' }]
access: [${access}]
`,
  );
  await writeRecording(root, {
    kind: 'dns',
    key: 'www.qinghe-example.cn',
    source: '192.0.2.53',
    collectedAt: '2026-02-09T00:00:00Z',
    tool: 'test',
    raw: `${records.join('\n')}\n`,
  });
  const report = await checkPaths(['.'], {
    cwd: root,
    today: '2026-02-10',
    only: ['access/server-outside-mainland', 'access/provider-mismatch'],
  });
  const { findings = [], verdicts = [] } = report.dossiers[0] ?? {};
  return {
    found: findings.map(({ ruleId, messageId, kind }) => [ruleId.slice('access/'.length), messageId, kind]),
    kinds: verdicts.map(({ kind }) => kind),
    evidence: findings[0]?.evidence ?? [],
  };
};

// Addresses as the shipped table places them: Alibaba in the mainland and in Hong Kong, Tencent in the mainland.
it('says where a site really leads, beside the addresses that the dossier declares', async () => {
  const hongKong = await check(['www.qinghe-example.cn. IN A 8.210.0.1']);
  expect(hongKong.found).toEqual([['server-outside-mainland', 'resolved', 'fail']]);
  expect(hongKong.evidence).toContainEqual(
    expect.objectContaining({ kind: 'resolved', source: '192.0.2.53', at: '2026-02-09T00:00:00Z', recorded: true }),
  );
  expect((await check(['www.qinghe-example.cn. IN A 81.70.0.1'])).found).toEqual([
    ['provider-mismatch', 'resolved', 'fail'],
  ]);
  expect((await check(['www.qinghe-example.cn. IN A 47.96.0.1'])).kinds).toEqual(['pass', 'pass']);
});

it('says nothing of the server behind a CDN', async () => {
  const behind = await check([
    'www.qinghe-example.cn. IN CNAME www.qinghe-example.cn.w.kunlunsl.com.',
    'www.qinghe-example.cn.w.kunlunsl.com. IN A 8.210.0.1',
  ]);
  expect(behind.found).toEqual([]);
  const alone = await check(
    [
      'www.qinghe-example.cn. IN CNAME www.qinghe-example.cn.w.kunlunsl.com.',
      'www.qinghe-example.cn.w.kunlunsl.com. IN A 8.210.0.1',
    ],
    '{ provider: 阿里云, mode: cloud }',
  );
  expect(alone.kinds).toEqual(['open', 'open']);
});

it('speaks against no provider where several share the work and nothing says who serves what', async () => {
  const shared = await check(
    ['www.qinghe-example.cn. IN A 81.70.0.1'],
    '{ provider: 阿里云, servers: [{ ip: 47.96.0.1 }] }, { provider: 腾讯云, servers: [{ ip: 81.70.0.1 }] }',
  );
  expect(shared.found).toEqual([]);
});
