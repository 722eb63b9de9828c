import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkPaths } from '../../src/check-paths.ts';
import { runCollect } from '../../src/cli/commands/collect.ts';
import { createNetwork, type Network, rdapLimits } from '../../src/network/network.ts';
import { defaultWhoisLimits } from '../../src/network/whois.ts';
import { type NameServer, startNameServer } from '../network/name-server.ts';
import { type Port43, startPort43 } from '../network/port43.ts';

let dns: NameServer;
let whois: Port43;
let network: Network;
let registrant = '上海旧麦示例贸易有限公司';

beforeAll(async () => {
  dns = await startNameServer({
    records: [
      ['qinghe-example.cn', 'A', '192.0.2.1'],
      ['whois.example', 'A', '127.0.0.1'],
    ],
  });
  whois = await startPort43((_question, connection) =>
    connection.end(
      `Domain Name: qinghe-example.cn\r\nRegistrant: ${registrant}\r\nSponsoring Registrar: R\r\nExpiration Time: 2029-01-01 00:00:00\r\n`,
    ),
  );
  network = createNetwork({
    clock: { now: () => new Date('2026-02-09T01:30:00Z'), sleep: async () => undefined },
    tool: 'icp-check test',
    userAgent: 'icp-check-test',
    bootstrap: { publication: '2026-01-01T00:00:00Z', serverOf: () => null },
    dns: { servers: [dns.address], timeout: 5000, tries: 2 },
    whois: defaultWhoisLimits,
    rdap: rdapLimits,
    interval: 0,
    pauses: [],
    allowedHosts: ['127.0.0.1'],
    whoisServerOf: () => ({ host: '127.0.0.1', port: whois.port }),
  });
});
afterAll(() => Promise.all([dns.close(), whois.close()]));

it('records what the registry said, so that a check without the network says the same', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'collect-'));
  writeFileSync(
    path.join(root, 'dossier.yaml'),
    `procedure: annual-report
province: 浙江
submitOn: 2026-02-10
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
domains: [{ name: qinghe-example.cn }]
`,
  );
  const verdict = async (live: Network | null) => {
    const report = await checkPaths(['.'], {
      cwd: root,
      today: '2026-02-10',
      only: ['domain/registrant-mismatch'],
      network: live,
    });
    const [dossier] = report.dossiers;
    return {
      kind: dossier?.verdicts[0]?.kind,
      reason: dossier?.verdicts[0]?.reason,
      message: dossier?.findings[0]?.message,
    };
  };
  expect(await verdict(null)).toMatchObject({ kind: 'open', reason: 'offline' });

  const stdout = new PassThrough();
  await runCollect(
    ['.'],
    'zh-CN',
    { argv: [], env: {}, stdout, stderr: stdout, cwd: () => root },
    { network, browser: null },
  );
  expect(readdirSync(path.join(root, 'evidence')).sort()).toEqual([
    'dns-qinghe-example.cn.yaml',
    'whois-qinghe-example.cn.yaml',
  ]);
  expect(readFileSync(path.join(root, 'evidence/whois-qinghe-example.cn.yaml'), 'utf8')).toContain(registrant);

  const recorded = await verdict(null);
  expect(recorded.kind).toBe('fail');
  expect(recorded.message).toContain(registrant);
  // The recording is fresh, so that a registry which has changed its mind is not asked again.
  registrant = '杭州青禾示例网络科技有限公司';
  expect(await verdict(network)).toEqual(recorded);
});
