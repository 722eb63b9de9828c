import { createSocket } from 'node:dgram';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkPaths } from '../../src/check-paths.ts';
import { exitCodeOf } from '../../src/cli/exit-code.ts';
import { defaultDnsLimits } from '../../src/network/dns.ts';
import { defaultPauses } from '../../src/network/lookup-registrant.ts';
import { createNetwork, type Network, rdapLimits } from '../../src/network/network.ts';
import { defaultInterval } from '../../src/network/pace.ts';
import { defaultWhoisLimits } from '../../src/network/whois.ts';

/** A server for whois, RDAP and web alike that takes every connection and never says a word; so does the name server. */
const connections = new Set<Socket>();
const silent = createServer((socket) => void connections.add(socket.on('error', () => undefined)));
const names = createSocket('udp4');
let network: Network;
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => names.bind(0, '127.0.0.1', resolve));
  // A TCP server's address is an object; a string is only a pipe's.
  port = (silent.address() as AddressInfo).port;
  network = createNetwork({
    clock: {
      now: () => new Date(),
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          signal?.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
          });
        }),
    },
    tool: 'icp-check test',
    userAgent: 'icp-check-test',
    bootstrap: { publication: '2026-01-01T00:00:00Z', serverOf: () => `http://127.0.0.1:${port}/` },
    dns: { ...defaultDnsLimits, servers: [`127.0.0.1:${names.address().port}`] },
    whois: defaultWhoisLimits,
    rdap: rdapLimits,
    interval: defaultInterval,
    pauses: defaultPauses,
    allowedHosts: ['127.0.0.1'],
    whoisServerOf: () => ({ host: '127.0.0.1', port }),
  });
});
afterAll(() => {
  for (const connection of connections) connection.destroy();
  silent.close();
  names.close();
});

it('ends when its time is up, every verdict open, with every server hanging', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'hanging-'));
  const domains = Array.from(
    { length: 20 },
    (_, index) => `{ name: example${index}.${index % 2 === 0 ? 'cn' : 'com'} }`,
  );
  writeFileSync(
    path.join(root, 'dossier.yaml'),
    `procedure: annual-report
province: 浙江
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
domains: [${domains.join(', ')}]
websites: [{ name: 一站, url: 'http://127.0.0.1:${port}/' }, { name: 二站, url: 'http://example0.cn/' }]
access: [{ provider: 阿里云 }]
`,
  );
  const report = await checkPaths(['.'], {
    cwd: root,
    today: '2026-02-10',
    only: ['domain/registrant-mismatch', 'website/unreachable', 'access/server-outside-mainland'],
    network,
    networkTimeout: 3000,
    jobs: 2,
  });
  const verdicts = report.dossiers[0]?.verdicts ?? [];
  expect(verdicts).toHaveLength(23);
  expect(new Set(verdicts.map(({ kind, reason }) => `${kind} ${reason}`))).toEqual(new Set(['open timeout']));
  expect(report.systemErrors).toEqual([]);
  expect([exitCodeOf(report, false), exitCodeOf(report, true)]).toEqual([0, 3]);
});
