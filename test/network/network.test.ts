import { afterEach, describe, expect, it } from 'vitest';
import { pageLimits } from '../../src/network/guarded-fetch.ts';
import { createNetwork, type NetworkOptions, rdapLimits } from '../../src/network/network.ts';
import { defaultWhoisLimits } from '../../src/network/whois.ts';
import { type NameServer, startNameServer } from './name-server.ts';
import { type Port43, startPort43 } from './port43.ts';
import { rdapContact, rdapDomain } from './rdap-answer.ts';
import { startWebServer, type WebServer } from './web-server.ts';

let dns: NameServer | undefined;
let whois: Port43 | undefined;
let web: WebServer | undefined;
afterEach(async () => {
  await Promise.all([dns?.close(), whois?.close(), web?.close()]);
  dns = whois = web = undefined;
});

const start = async (changes: Partial<NetworkOptions> = {}) => {
  dns = await startNameServer({
    records: [
      ['www.example.cn', 'CNAME', 'edge.example.net'],
      ['edge.example.net', 'A', '192.0.2.1'],
      ['whois.inside.example', 'A', '127.0.0.1'],
      ['rdap.inside.example', 'A', '127.0.0.1'],
    ],
  });
  whois = await startPort43((_question, connection) =>
    connection.end('Domain Name: example.cn\r\nRegistrant: 北京示例科技有限公司\r\nSponsoring Registrar: R\r\n'),
  );
  const { port } = whois;
  const registrant = rdapContact('registrant', { fn: 'Example Ltd', org: 'Example Ltd' });
  web = await startWebServer((_request, response) =>
    response.end(JSON.stringify(rdapDomain({ entities: [registrant] }))),
  );
  const rdapPort = web.port;
  return createNetwork({
    clock: { now: () => new Date('2026-11-20T01:30:00Z'), sleep: async () => undefined },
    tool: 'icp-check test',
    userAgent: 'icp-check-test',
    bootstrap: {
      publication: '2026-01-01T00:00:00Z',
      serverOf: (domain) => (domain.endsWith('.com') ? `http://rdap.inside.example:${rdapPort}/` : null),
    },
    dns: { servers: [dns.address], timeout: 5000, tries: 1 },
    whois: defaultWhoisLimits,
    rdap: rdapLimits,
    page: pageLimits,
    interval: 1000,
    pauses: [],
    allowedHosts: [],
    whoisServerOf: () => ({ host: 'whois.inside.example', port }),
    ...changes,
  });
};

describe('the network', () => {
  it('resolves a host, and what it says can be recorded', async () => {
    const network = await start();
    const { evidence, answer } = await network.host('www.example.cn');
    expect(evidence).toMatchObject({
      state: 'known',
      source: dns?.address,
      at: '2026-11-20T01:30:00.000Z',
      value: { addresses: ['192.0.2.1'], aliases: ['edge.example.net'] },
    });
    expect(answer).toMatchObject({
      kind: 'dns',
      key: 'www.example.cn',
      raw: 'www.example.cn. IN CNAME edge.example.net.\nedge.example.net. IN A 192.0.2.1\n',
    });
  });

  it('asks a whois server that the operator lets through', async () => {
    const port = () => whois?.port ?? 0;
    const network = await start({
      allowedHosts: ['127.0.0.1'],
      whoisServerOf: () => ({ host: '127.0.0.1', port: port() }),
    });
    expect((await network.registrant('example.cn')).evidence).toMatchObject({
      value: { registrant: '北京示例科技有限公司' },
    });
  });

  it('asks neither a whois nor an RDAP server whose name leads inside', async () => {
    const network = await start();
    expect((await network.registrant('example.cn')).evidence).toMatchObject({
      state: 'unknown',
      reason: 'no-answer',
      detail: 'whois.inside.example: its address lies inside',
    });
    expect((await network.registrant('example.com')).evidence.state).toBe('unknown');
    expect(whois?.questions).toEqual([]);
    expect(web?.requests).toEqual([]);
  });

  it('leaves every question at once when the time of the check is up', async () => {
    const silent = await startPort43(() => undefined);
    const endless = await startWebServer(() => undefined);
    const warnings: string[] = [];
    const warn = (warning: Error): void => void warnings.push(warning.name);
    process.on('warning', warn);
    try {
      const network = await start({
        // A pause that is never over unless it is cut short: nothing may begin one after the end.
        clock: {
          now: () => new Date('2026-11-20T01:30:00Z'),
          sleep: (_milliseconds, signal) =>
            new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true })),
        },
        pauses: [1000, 1000],
        allowedHosts: ['127.0.0.1'],
        whoisServerOf: () => ({ host: '127.0.0.1', port: silent.port }),
        bootstrap: { publication: '', serverOf: () => `http://127.0.0.1:${endless.port}/` },
      });
      const controller = new AbortController();
      const { signal } = controller;
      const names = Array.from({ length: 20 }, (_, index) => `name${index}.${index % 2 ? 'cn' : 'com'}`);
      const asking = [
        ...names.map((name) => network.registrant(name, signal)),
        network.page(`http://127.0.0.1:${endless.port}/`, signal),
      ];
      await expect.poll(() => silent.questions.length + endless.requests.length).toBeGreaterThan(1);
      controller.abort();
      for (const { evidence } of await Promise.all(asking))
        expect(evidence).toMatchObject({ state: 'unknown', reason: 'timeout' });
      expect(warnings).toEqual([]);
    } finally {
      process.off('warning', warn);
      await Promise.all([silent.close(), endless.close()]);
    }
  });

  it('says that a name server gave no answer', async () => {
    const network = await start();
    await dns?.close();
    dns = undefined;
    expect((await network.host('www.example.cn')).evidence).toMatchObject({ state: 'unknown', reason: 'no-answer' });
  });
});
