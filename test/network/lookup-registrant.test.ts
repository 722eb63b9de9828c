import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedFetch } from '../../src/network/guarded-fetch.ts';
import { lookUpRegistrant, type RegistrantSources } from '../../src/network/lookup-registrant.ts';
import { rdapLimits } from '../../src/network/network.ts';
import { type Clock, createPace } from '../../src/network/pace.ts';
import { askWhois, defaultWhoisLimits, registryWhoisServer } from '../../src/network/whois.ts';
import { type Port43, startPort43 } from './port43.ts';
import { rdapContact, rdapDomain } from './rdap-answer.ts';
import { startWebServer, type WebServer } from './web-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A clock that jumps instead of waiting, and tells how long it would have waited. */
const jumpingClock = () => {
  let time = Date.parse('2026-11-20T01:30:00Z');
  const waits: number[] = [];
  const clock: Clock = {
    now: () => new Date(time),
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
  return { clock, waits };
};

type Script = Readonly<Record<string, readonly (string | ((connection: Socket) => void))[]>>;

/** Whois servers by name, each a real one on loopback that gives its answers in turn, and an RDAP server. */
const world = async (script: Script, rdap?: RequestListener) => {
  const servers = new Map<string, Port43>();
  for (const [host, answers] of Object.entries(script)) {
    let turn = 0;
    const server = await startPort43((_question, connection) => {
      const answer = answers[Math.min(turn, answers.length - 1)];
      turn += 1;
      if (typeof answer === 'string') connection.end(answer);
      else answer?.(connection);
    });
    servers.set(host, server);
    closing.push(server.close);
  }
  let web: WebServer | undefined;
  if (rdap) {
    web = await startWebServer(rdap);
    closing.push(web.close);
  }
  const { clock, waits } = jumpingClock();
  const ask = askWhois({ ...defaultWhoisLimits, idleTimeout: 1000, totalTimeout: 20_000 });
  const sources: RegistrantSources = {
    askWhois: async (server, domain, signal) => {
      const real = servers.get(server.host);
      if (real === undefined)
        return { state: 'failed', reason: 'no-answer', detail: `${server.host} was not expected` };
      return ask({ ...server, host: real.host, port: real.port }, domain, signal);
    },
    whoisServerOf: registryWhoisServer,
    fetchRdap: (url, signal) =>
      guardedFetch(url, {
        limits: { ...rdapLimits, totalTimeout: 2000 },
        resolve: async () => ['127.0.0.1'],
        allowedHosts: ['127.0.0.1'],
        userAgent: 'icp-check-test',
        accept: 'application/rdap+json',
        ...(signal === undefined ? {} : { signal }),
      }),
    bootstrap: {
      publication: '2026-01-01T00:00:00Z',
      serverOf: () => (web === undefined ? null : `http://127.0.0.1:${web.port}/`),
    },
    pace: createPace(clock),
    clock,
    pauses: [1500, 4000],
    tool: 'icp-check test',
  };
  return { sources, waits, servers, web: () => web };
};

const cn = 'Domain Name: example.cn\r\nRegistrant: 北京示例科技有限公司\r\nSponsoring Registrar: 示例\r\n';
const thin =
  'Domain Name: EXAMPLE.COM\r\nRegistrar WHOIS Server: whois.registrar.example\r\nRegistrar: R\r\nRegistry Expiry Date: 2027-01-01T00:00:00Z\r\n';
const thick = 'Domain Name: example.com\r\nRegistrar: R\r\nRegistrant Organization: Example Ltd\r\n';

const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/rdap+json' }).end(JSON.stringify(body));

describe('a .cn domain', () => {
  it('is asked for at CNNIC, and what is learned can be recorded', async () => {
    const { sources, servers } = await world({ 'whois.cnnic.cn': [cn] }, json({}));
    const { evidence, answer } = await lookUpRegistrant('Example.CN', sources);
    expect(evidence).toMatchObject({
      state: 'known',
      source: 'whois.cnnic.cn',
      at: '2026-11-20T01:30:00.000Z',
      confidence: 'high',
      recorded: false,
      value: { state: 'registered', registrant: '北京示例科技有限公司' },
    });
    expect(answer).toEqual({
      kind: 'whois',
      key: 'example.cn',
      source: 'whois.cnnic.cn',
      collectedAt: '2026-11-20T01:30:00.000Z',
      tool: 'icp-check test',
      raw: cn,
    });
    expect(servers.get('whois.cnnic.cn')?.questions).toEqual(['example.cn']);
  });

  it.each([
    ['https://www.example.cn/', null],
    ['www.example.cn', 'example.cn'],
    ['a.b.example.com.cn', 'example.com.cn'],
    ['实业.中国', 'xn--vhq524a.xn--fiqs8s'],
    ['cn', null],
    ['192.0.2.1', null],
    ['example.cn\r\nexample.com', null],
  ])('%s is asked for as %s', async (name, asked) => {
    const { sources, servers } = await world({ 'whois.cnnic.cn': ['No matching record.'] });
    const { evidence } = await lookUpRegistrant(name, sources);
    expect(servers.get('whois.cnnic.cn')?.questions).toEqual(asked === null ? [] : [asked]);
    expect(evidence.state).toBe(asked === null ? 'unknown' : 'known');
  });

  it('is asked for again after growing pauses when the server refuses', async () => {
    const { sources, waits } = await world({
      'whois.cnnic.cn': ['Queried interval is too short.', 'Queried interval is too short.', cn],
    });
    const { evidence } = await lookUpRegistrant('example.cn', sources);
    expect(evidence).toMatchObject({ state: 'known', value: { registrant: '北京示例科技有限公司' } });
    expect(waits).toEqual([1500, 4000]);
  });

  it('is unknown, not free, when the server goes on refusing', async () => {
    const { sources, servers } = await world({ 'whois.cnnic.cn': ['Queried interval is too short.'] });
    const { evidence, answer } = await lookUpRegistrant('example.cn', sources);
    expect(evidence).toMatchObject({ state: 'unknown', reason: 'rate-limited' });
    expect(answer).toBeNull();
    expect(servers.get('whois.cnnic.cn')?.questions).toHaveLength(3);
  });

  it.each([
    ['stays silent', () => undefined, 'timeout'],
    ['closes at once', (connection: Socket) => connection.end(), 'no-answer'],
  ] as const)('is unknown when the server %s', async (_name, behave, reason) => {
    const { sources } = await world({ 'whois.cnnic.cn': [behave] });
    expect((await lookUpRegistrant('example.cn', sources)).evidence).toMatchObject({ state: 'unknown', reason });
  });

  it('is unknown when the server talks of something else', async () => {
    const { sources, servers } = await world({ 'whois.cnnic.cn': ['Welcome to our server'] });
    expect((await lookUpRegistrant('example.cn', sources)).evidence).toMatchObject({ reason: 'inconclusive' });
    expect(servers.get('whois.cnnic.cn')?.questions).toHaveLength(1);
  });

  it('is left when the check runs out of time', async () => {
    const { sources } = await world({ 'whois.cnnic.cn': [() => undefined] });
    const { evidence } = await lookUpRegistrant('example.cn', sources, AbortSignal.timeout(50));
    expect(evidence).toMatchObject({ state: 'unknown', reason: 'timeout' });
  });
});

describe('the pace', () => {
  it('is one question a second to a server, and free between servers', async () => {
    const { clock, waits } = jumpingClock();
    const pace = createPace({ now: () => new Date(0), sleep: clock.sleep });
    await pace.turn('a');
    await pace.turn('b');
    await pace.turn('a');
    await pace.turn('a');
    expect(waits).toEqual([1000, 2000]);
  });

  it('holds for several domains at once', async () => {
    const { sources, waits } = await world({ 'whois.cnnic.cn': ['No matching record.'] });
    await Promise.all(['a.cn', 'b.cn', 'c.cn'].map((domain) => lookUpRegistrant(domain, sources)));
    expect(waits.length).toBe(2);
  });
});

describe('a gTLD', () => {
  it('is asked for by RDAP', async () => {
    const registrant = rdapContact('registrant', { fn: 'Li Si', org: 'Example Ltd' });
    const { sources, web, servers } = await world(
      { 'whois.verisign-grs.com': [thin] },
      json(rdapDomain({ entities: [registrant] })),
    );
    const { evidence, answer } = await lookUpRegistrant('www.example.com', sources);
    expect(evidence).toMatchObject({ state: 'known', value: { organisation: 'Example Ltd' } });
    expect(answer).toMatchObject({ kind: 'rdap', key: 'example.com' });
    expect(web()?.requests).toEqual(['/domain/example.com']);
    expect(servers.get('whois.verisign-grs.com')?.questions).toEqual([]);
  });

  it('is followed from a thin registry to the registrar', async () => {
    const { sources, web } = await world({}, (request, response) => {
      const registrarUrl = `http://${request.headers.host}/registrar/domain/example.com`;
      const links = [{ rel: 'related', type: 'application/rdap+json', href: registrarUrl }];
      const registrant = rdapContact('registrant', { fn: 'Example Ltd', org: 'Example Ltd' });
      const body = request.url?.startsWith('/registrar')
        ? rdapDomain({ entities: [registrant] })
        : rdapDomain({ links });
      response.end(JSON.stringify(body));
    });
    const { evidence } = await lookUpRegistrant('example.com', sources);
    expect(evidence).toMatchObject({ value: { organisation: 'Example Ltd' } });
    expect(web()?.requests).toEqual(['/domain/example.com', '/registrar/domain/example.com']);
  });

  it('stays redacted where RDAP says so, without asking further', async () => {
    const { sources, servers } = await world(
      { 'whois.verisign-grs.com': [thin] },
      json(rdapDomain({ redacted: [{ name: { description: 'Registrant Name' } }] })),
    );
    expect((await lookUpRegistrant('example.com', sources)).evidence).toMatchObject({
      state: 'known',
      value: { state: 'registered', redacted: true, registrant: null, organisation: null },
    });
    expect(servers.get('whois.verisign-grs.com')?.questions).toEqual([]);
  });

  it.each([
    ['fails', json({}, 500)],
    ['refuses', json({ errorCode: 429 }, 429)],
    ['sends a page', ((_request, response) => response.end('<html>')) satisfies RequestListener],
    ['is thin and leads nowhere', json(rdapDomain())],
    [
      'leads inside',
      json(rdapDomain({ links: [{ rel: 'related', type: 'application/rdap+json', href: 'http://10.0.0.1/' }] })),
    ],
    ['never answers', (() => undefined) satisfies RequestListener],
  ])('is asked for by whois when RDAP %s, and the referral followed', async (_name, rdap) => {
    const { sources, servers } = await world(
      { 'whois.verisign-grs.com': [thin], 'whois.registrar.example': [thick] },
      rdap,
    );
    const { evidence, answer } = await lookUpRegistrant('example.com', sources);
    expect(evidence).toMatchObject({ source: 'whois.registrar.example', value: { organisation: 'Example Ltd' } });
    expect(answer).toMatchObject({ kind: 'whois', raw: thick });
    expect(servers.get('whois.verisign-grs.com')?.questions).toEqual(['DOMAIN example.com']);
    expect(servers.get('whois.registrar.example')?.questions).toEqual(['example.com']);
  });

  it('keeps the registry’s dates when the registrar does not answer', async () => {
    const { sources } = await world({ 'whois.verisign-grs.com': [thin] });
    expect((await lookUpRegistrant('example.com', sources)).evidence).toMatchObject({
      state: 'known',
      source: 'whois.verisign-grs.com',
      value: { state: 'registered', organisation: null, redacted: false, expiresAt: '2027-01-01T00:00:00Z' },
    });
  });

  it('is free where the registry says so, less surely over RDAP', async () => {
    const byRdap = await world({}, json({ errorCode: 404 }, 404));
    expect((await lookUpRegistrant('example.com', byRdap.sources)).evidence).toMatchObject({
      value: { state: 'free' },
      confidence: 'medium',
    });
    const byWhois = await world({ 'whois.verisign-grs.com': ['No match for "EXAMPLE.COM".\r\n'] });
    expect((await lookUpRegistrant('example.com', byWhois.sources)).evidence).toMatchObject({
      value: { state: 'free' },
      confidence: 'high',
    });
  });

  it('is rate-limited, not free, when both refuse', async () => {
    const { sources } = await world({ 'whois.verisign-grs.com': ['WHOIS LIMIT EXCEEDED'] }, json({}, 429));
    expect((await lookUpRegistrant('example.com', sources)).evidence).toMatchObject({ reason: 'rate-limited' });
  });

  it('without any server known is inconclusive', async () => {
    const { sources } = await world({});
    expect((await lookUpRegistrant('example.gov.aq', sources)).evidence.state).toBe('unknown');
  });
});
