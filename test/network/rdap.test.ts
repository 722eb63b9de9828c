import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBootstrap, parseRdap } from '../../src/network/rdap.ts';
import { fetchBootstrap, formatBootstrap } from '../../src/network/refresh-bootstrap.ts';
import { rdapContact, rdapDomain } from './rdap-answer.ts';

const read = (overrides: Record<string, unknown>, status = 200) =>
  parseRdap(JSON.stringify(rdapDomain(overrides)), 'example.com', status);
const registrar = rdapContact('registrar', { fn: 'Example Registrar Ltd' });

describe('an RDAP answer', () => {
  it('is told in the same words as whois', () => {
    const registrant = rdapContact('registrant', { fn: 'Zhang San', org: '北京示例科技有限公司' });
    const { answer, related } = read({ entities: [registrar, registrant], port43: 'whois.registry.example' });
    expect(answer).toMatchObject({
      domain: 'example.com',
      state: 'registered',
      registrant: 'Zhang San',
      organisation: '北京示例科技有限公司',
      redacted: false,
      registrar: 'Example Registrar Ltd',
      status: ['clientTransferProhibited', 'ok'],
      createdAt: '2001-02-03T04:05:06Z',
      expiresAt: '2027-02-03T04:05:06Z',
      nameServers: ['ns1.example.com', 'ns2.example.com'],
      referral: 'whois.registry.example',
    });
    expect(related).toBeNull();
  });

  it('finds the registrant below the registrar, and an organisation by its kind', () => {
    const registrant = rdapContact('registrant', { fn: 'Example Ltd', kind: 'org' });
    expect(read({ entities: [{ ...registrar, entities: [registrant] }] }).answer).toMatchObject({
      organisation: 'Example Ltd',
    });
  });

  it('joins an organisation with its units', () => {
    const registrant = rdapContact('registrant', { fn: '', org: ['Example Ltd', 'IT'] });
    expect(read({ entities: [registrant] }).answer.organisation).toBe('Example Ltd IT');
  });

  it('without a registrant is thin, and names where the registrar answers', () => {
    const links = [
      { rel: 'related', type: 'text/html', href: 'https://registrar.example/' },
      { rel: 'related', type: 'application/rdap+json', href: 'https://rdap.registrar.example/domain/EXAMPLE.COM' },
    ];
    const { answer, related } = read({ links });
    expect(answer).toMatchObject({ state: 'registered', registrant: null, organisation: null, redacted: false });
    expect(related).toBe('https://rdap.registrar.example/domain/EXAMPLE.COM');
  });

  it.each([
    [
      'its name',
      { entities: [rdapContact('registrant', { fn: 'REDACTED FOR PRIVACY', org: 'Example Inc.' })] },
      'Example Inc.',
    ],
    ['an empty card', { entities: [rdapContact('registrant', { fn: '', adr: '' })] }, null],
    [
      'a remark',
      {
        entities: [rdapContact('registrant', {}, { remarks: [{ title: 'REDACTED FOR PRIVACY', description: ['…'] }] })],
      },
      null,
    ],
    ['RFC 9537', { redacted: [{ name: { description: 'Registrant Name' }, method: 'removal' }] }, null],
    ['RFC 9537 with a type', { redacted: [{ name: { type: 'Registrant Organization' } }] }, null],
  ])('is redacted by %s', (_how, overrides, organisation) => {
    expect(read(overrides).answer).toMatchObject({
      state: 'registered',
      redacted: true,
      registrant: null,
      organisation,
    });
  });

  it('that only redacts other contacts is not redacted', () => {
    const registrant = rdapContact('registrant', { fn: 'Example Ltd', org: 'Example Ltd' });
    const redacted = [{ name: { description: 'Tech Email' } }];
    expect(read({ entities: [registrant], redacted }).answer.redacted).toBe(false);
  });

  it('in Chinese has its Chinese name and its variants', () => {
    const { answer } = parseRdap(
      JSON.stringify(
        rdapDomain({
          ldhName: 'xn--vhq524a.xn--55qx5d',
          unicodeName: '实业.公司',
          variants: [{ relation: ['registered'], variantNames: [{ ldhName: 'xn--sdts82a.xn--55qx5d' }] }],
        }),
      ),
      '实业.公司',
    );
    expect(answer).toMatchObject({ domain: 'xn--vhq524a.xn--55qx5d', variants: ['xn--sdts82a.xn--55qx5d'] });
  });

  it.each([
    ['{"errorCode":404,"title":"Not Found"}', 404, 'free', false],
    ['{"errorCode":404}', 200, 'free', false],
    ['', 404, 'free', false],
    ['<html>404 not found</html>', 404, 'unknown', false],
    ['{"message":"no route"}', 404, 'unknown', false],
    ['', 200, 'unknown', false],
    ['', 500, 'unknown', false],
    ['{"errorCode":429}', 429, 'unknown', true],
    ['slow down', 429, 'unknown', true],
    ['[]', 200, 'unknown', false],
    ['null', 200, 'unknown', false],
    ['{}', 200, 'unknown', false],
    [JSON.stringify(rdapDomain({ ldhName: 'other.com' })), 200, 'unknown', false],
    [JSON.stringify(rdapDomain({ objectClassName: 'entity' })), 200, 'unknown', false],
    [JSON.stringify(rdapDomain()), 503, 'unknown', false],
  ])('%s with status %i is %s', (json, status, state, rateLimited) => {
    expect(parseRdap(json, 'example.com', status).answer).toMatchObject({ state, rateLimited });
  });

  it('is read as far as it goes when parts are of the wrong shape', () => {
    const { answer } = read({
      status: 'active',
      events: [
        null,
        { eventAction: 'expiration', eventDate: 5 },
        { eventAction: 'expiration', eventDate: '2030-01-01T00:00:00Z' },
      ],
      nameservers: [7, { ldhName: 'ns1.example.com' }, { ldhName: {} }],
      entities: ['x', { roles: 'registrant' }, rdapContact('registrant', { fn: 'Example\u0007 Ltd\u202e' })],
      links: {},
      variants: 'x',
      redacted: [1, { name: 'x' }],
    });
    expect(answer).toMatchObject({
      state: 'registered',
      registrant: 'Example Ltd',
      status: [],
      expiresAt: '2030-01-01T00:00:00Z',
      nameServers: ['ns1.example.com'],
    });
  });
});

describe('the bootstrap', () => {
  const shipped = parseBootstrap(
    readFileSync(join(import.meta.dirname, '../../rules/reference/rdap-bootstrap.json'), 'utf8'),
  );

  it.each([
    ['example.com', 'https://rdap.verisign.com/com/v1/'],
    ['example.top', 'https://rdap.zdnsgtld.com/top/'],
    ['xn--vhq524a.xn--55qx5d', 'https://restwhois.ngtld.cn/'],
    ['example.cn', null],
    ['xn--vhq524a.xn--fiqs8s', null],
    ['example.notatld', null],
  ])('knows the server of %s', (domain, server) => {
    expect(shipped.serverOf(domain)).toBe(server);
  });

  it('is shipped in the form that a refresh gives', () => {
    const file = readFileSync(join(import.meta.dirname, '../../rules/reference/rdap-bootstrap.json'), 'utf8');
    expect(JSON.parse(formatBootstrap(file))).toEqual(JSON.parse(file));
  });

  it('is refreshed from IANA, or stays as it is', async () => {
    const publication = '2026-11-01T00:00:00Z';
    const services = [
      [['zz'], ['https://a.example/']],
      [['plain'], ['http://b.example/']],
      [['aa'], ['https://a.example/']],
    ];
    const answered = {
      state: 'answered',
      url: 'x',
      redirects: [],
      status: 200,
      headers: {},
      truncated: false,
      certificate: null,
    } as const;
    const body = Buffer.from(JSON.stringify({ publication, services }));
    const refreshed = await fetchBootstrap(async () => ({ ...answered, body }));
    expect(refreshed).toContain('[["aa","zz"],["https://a.example/"]]');
    expect(parseBootstrap(refreshed).publication).toBe(publication);
    await expect(fetchBootstrap(async () => ({ ...answered, status: 503, body }))).rejects.toThrow('503');
    await expect(fetchBootstrap(async () => ({ ...answered, body: Buffer.from('{}') }))).rejects.toThrow();
    await expect(
      fetchBootstrap(async () => ({ state: 'failed', reason: 'timeout', detail: 'no end', url: 'x' })),
    ).rejects.toThrow('no end');
  });

  it('is read in IANA’s form, prefers https and the longest suffix', () => {
    const bootstrap = parseBootstrap(
      JSON.stringify({
        version: '1.0',
        publication: '2026-01-01T00:00:00Z',
        services: [
          [
            ['test', 'Demo'],
            ['http://plain.example/', 'https://a.example/rdap'],
          ],
          [['co.test'], ['https://b.example/']],
          [['plain'], ['http://plain.example/']],
        ],
      }),
    );
    expect(bootstrap.serverOf('x.test')).toBe('https://a.example/rdap/');
    expect(bootstrap.serverOf('x.demo')).toBe('https://a.example/rdap/');
    expect(bootstrap.serverOf('x.co.test')).toBe('https://b.example/');
    expect(bootstrap.serverOf('x.plain')).toBeNull();
    expect(() => parseBootstrap('<html>')).toThrow();
    expect(() => parseBootstrap('{"services":[]}')).toThrow();
  });
});
