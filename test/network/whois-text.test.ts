import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holderOf, isoTime } from '../../src/network/registrant.ts';
import { parseWhois } from '../../src/network/whois-text.ts';

const samples = join(import.meta.dirname, '../../../shared/samples/whois');

const chinese = `Domain Name: example.cn
ROID: 20200101s10001s00000001-cn
Domain Status: clientTransferProhibited
Domain Status: serverTransferProhibited
Registrant ID: abc123xyz
Registrant: 北京示例科技有限公司
Registrant Contact Email: someone@example.cn
Sponsoring Registrar: 示例云计算有限公司（示例网）
Name Server: NS1.example.cn
Name Server: ns2.example.cn
Registration Time: 2020-01-02 03:04:05
Expiration Time: 2027-01-02 03:04:05
DNSSEC: unsigned
`;

const registrarAnswer = `Domain Name: EXAMPLE.COM
Registry Domain ID: 1_DOMAIN_COM-VRSN
Registrar WHOIS Server: whois.registrar.example
Updated Date: 2025-01-01T00:00:00Z
Creation Date: 2001-02-03T04:05:06Z
Registrar Registration Expiration Date: 2027-02-03T04:05:06Z
Registrar: Example Registrar Ltd
Domain Status: ok https://icann.org/epp#ok
Registry Registrant ID:
Registrant Name: NAME
Registrant Organization: ORGANISATION
Registrant Country: CN
Name Server: ns1.example.com
>>> Last update of WHOIS database: 2026-01-01T00:00:00Z <<<

Registrant: not part of the record
`;

const registrar = (name: string, organisation: string) =>
  parseWhois(
    registrarAnswer.replace('NAME', () => name).replace('ORGANISATION', () => organisation),
    'example.com',
  );

describe('a .cn answer', () => {
  it('gives the registrant, not the ID beside it', () => {
    const { raw, ...answer } = parseWhois(chinese, 'Example.CN');
    expect(raw).toBe(chinese);
    expect(answer).toEqual({
      domain: 'example.cn',
      variants: [],
      state: 'registered',
      rateLimited: false,
      registrant: '北京示例科技有限公司',
      organisation: null,
      redacted: false,
      registrar: '示例云计算有限公司（示例网）',
      status: ['clientTransferProhibited', 'serverTransferProhibited'],
      createdAt: '2020-01-02T03:04:05+08:00',
      expiresAt: '2027-01-02T03:04:05+08:00',
      nameServers: ['ns1.example.cn', 'ns2.example.cn'],
      referral: null,
    });
  });

  it('reads the same with CRLF, banners, a byte order mark, indents and full-width colons', () => {
    const { raw: _, ...expected } = parseWhois(chinese, 'example.cn');
    const forms = [
      chinese.replaceAll('\n', '\r\n'),
      `\ufeff${chinese}`,
      `% This is a banner\r\n# Registrant: nobody\r\n\r\n${chinese}`,
      chinese.replaceAll(/^/gm, '   '),
      chinese.replaceAll(': ', '：'),
    ];
    for (const form of forms) {
      const { raw, ...answer } = parseWhois(form, 'example.cn');
      expect(answer).toEqual(expected);
    }
  });

  it('names the other variants of a 中国 name', () => {
    const text = `Domain Name: 实例.中国\nPuny Name: xn--vhq524a.xn--fiqs8s\nDomain Name: 實例.中國\nPuny Name: xn--sdts82a.xn--fiqz9s\nRegistrant: 某某公司\nSponsoring Registrar: 某注册商\nExpiration Time: 2027-08-05 07:36:09\n`;
    const answer = parseWhois(text, 'xn--vhq524a.xn--fiqs8s');
    expect(answer.state).toBe('registered');
    expect(answer.registrant).toBe('某某公司');
    expect(answer.variants).toContain('xn--sdts82a.xn--fiqz9s');
    expect(answer.expiresAt).toBe('2027-08-05T07:36:09+08:00');
  });

  it.each([
    ['No matching record.', 'free'],
    ['no matching record.\r\n', 'free'],
    ['The domain you requested is prohibited.', 'prohibited'],
    ['the domain you want to register is reserved.', 'reserved'],
    ['Sorry, The domain you requested is in the reserved list.', 'reserved'],
  ])('%s means %s', (text, state) => {
    const answer = parseWhois(text, 'example.cn');
    expect(answer).toMatchObject({ state, rateLimited: false, registrant: null, registrar: null });
  });

  it.each([
    'Queried interval is too short.',
    'Your access is too fast,please try again later.',
    'WHOIS LIMIT EXCEEDED - SEE WWW.EXAMPLE.ORG/WHOIS FOR DETAILS',
    'You have exceeded your query limit. No match for further requests.',
    'Number of allowed queries exceeded.',
    'Error: quota exceeded',
    'Too many requests from 192.0.2.1',
    'Requests from 192.0.2.1 are blocked; no data found',
    '查询过于频繁，请稍后再试',
  ])('the refusal "%s" is never free', (text) => {
    expect(parseWhois(text, 'example.cn')).toMatchObject({ state: 'unknown', rateLimited: true });
  });

  it.each(['', '   \r\n', 'Hello', 'Internal error 500', chinese.replaceAll('example.cn', 'other.cn')])(
    'what says nothing of the name is unknown: %j',
    (text) => {
      expect(parseWhois(text, 'example.cn')).toMatchObject({ state: 'unknown', rateLimited: false, registrant: null });
    },
  );
});

describe('a registrar’s answer', () => {
  it('gives name and organisation, and reads nothing behind the end of the record', () => {
    const answer = registrar('Zhang San', 'Example Technology Co., Ltd.');
    expect(answer).toMatchObject({
      state: 'registered',
      registrant: 'Zhang San',
      organisation: 'Example Technology Co., Ltd.',
      redacted: false,
      status: ['ok'],
      createdAt: '2001-02-03T04:05:06Z',
      expiresAt: '2027-02-03T04:05:06Z',
      referral: 'whois.registrar.example',
    });
    expect(holderOf(answer)).toBe('Example Technology Co., Ltd.');
  });

  it('keeps the organisation where only the name is withheld', () => {
    const answer = registrar('REDACTED FOR PRIVACY', 'Example Inc.');
    expect(answer).toMatchObject({ registrant: null, organisation: 'Example Inc.', redacted: true });
  });

  it.each([
    ['REDACTED FOR PRIVACY', 'REDACTED FOR PRIVACY'],
    ['', ''],
    ['Registration Private', 'Domains By Proxy, LLC'],
    ['Withheld for Privacy Purposes', 'Privacy service provided by Withheld for Privacy ehf'],
    ['PRIVACYDOTLINK CUSTOMER 1', ''],
    ['Whois Privacy Protection Service', ''],
    ['******', '******'],
    ['信息保护', ''],
  ])('"%s" of "%s" is redacted', (name, organisation) => {
    const answer = registrar(name, organisation);
    expect(answer).toMatchObject({ state: 'registered', registrant: null, organisation: null, redacted: true });
  });

  it.each(['Private Tutors Ltd', 'Privacy International', '某某隐私计算科技有限公司', 'Proxy Brewing Co'])(
    'a company called %s is not redacted',
    (organisation) => {
      expect(registrar('Li Si', organisation)).toMatchObject({ organisation, redacted: false });
    },
  );

  it('without any registrant is thin, not redacted', () => {
    const thin = registrarAnswer.replace(/^(Registry )?Registrant.*\n/gm, '');
    const answer = parseWhois(thin, 'example.com');
    expect(answer).toMatchObject({ state: 'registered', redacted: false, referral: 'whois.registrar.example' });
    expect(holderOf(answer)).toBeNull();
  });

  it.each([
    ['No match for "EXAMPLE.COM".', 'free'],
    ['The queried object does not exist: DOMAIN NOT FOUND', 'free'],
    ['Domain not found.', 'free'],
    ['NOT FOUND', 'free'],
    ['No Data Found', 'free'],
    ['example.com is available for registration', 'free'],
    ['Domain Status: free', 'free'],
    ['This name is reserved by the Registry in accordance with ICANN Policy.', 'reserved'],
    ['example.com cannot be registered', 'prohibited'],
  ])('%s means %s', (sentence, state) => {
    const text = `${sentence}\r\n>>> Last update of WHOIS database: 2026-01-01T00:00:00Z <<<\r\n\r\nNOTICE: access to this service may be blocked, and quota exceeded.`;
    expect(parseWhois(text, 'example.com')).toMatchObject({ state, rateLimited: false });
  });
});

describe('hostile answers', () => {
  it('give values without control or direction characters, and not endlessly long', () => {
    const answer = parseWhois(
      chinese.replace('北京示例', `\u001b[31m北京\u202e示例${'长'.repeat(9000)}`),
      'example.cn',
    );
    expect(answer.registrant).toMatch(/^\[31m北京 示例长+$/);
    expect(answer.registrant?.length).toBeLessThanOrEqual(400);
  });

  it('of a megabyte are read in linear time', () => {
    const texts = [
      ' '.repeat(1e6),
      'a'.repeat(1e6),
      ': '.repeat(5e5),
      '"'.repeat(1e6),
      'No match "'.repeat(1e5),
      '\n'.repeat(1e6),
    ];
    for (const text of texts) expect(parseWhois(text, 'example.cn').registrant).toBeNull();
  });

  it('cannot name an address or a port to go on to', () => {
    const refer = (value: string) =>
      parseWhois(registrarAnswer.replace('whois.registrar.example', value), 'example.com').referral;
    expect(refer('127.0.0.1')).toBeNull();
    expect(refer('whois.example:25')).toBe('whois.example');
    expect(refer('rwhois://whois.example:4321/x')).toBe('whois.example');
    expect(refer('[::1]')).toBeNull();
  });
});

describe('times', () => {
  it.each([
    ['2003-03-17 12:20:05', '2003-03-17T12:20:05+08:00'],
    ['2019-05-17-T23:02:50Z', '2019-05-17T23:02:50Z'],
    ['2019-09-09T08:39:04-0700', '2019-09-09T08:39:04-07:00'],
    ['2019-09-09T08:39:04.123+05:30', '2019-09-09T08:39:04+05:30'],
    ['2021-03-17', '2021-03-17T00:00:00+08:00'],
    ['2021/3/7', '2021-03-07T00:00:00+08:00'],
    ['2021.03.17 09:08', '2021-03-17T09:08:00+08:00'],
    ['17-Mar-2021 12:00:00 UTC', '2021-03-17T12:00:00Z'],
    ['2021年3月7日', '2021-03-07T00:00:00+08:00'],
    ['2021-02-31', null],
    ['2021-13-01', null],
    ['tomorrow', null],
  ])('%s is %s', (text, expected) => {
    expect(isoTime(text, '+08:00')).toBe(expected);
  });
});

describe.skipIf(!existsSync(samples))('answers that registries really sent (needs ../shared/samples/whois)', () => {
  const cases: readonly [string, string, Record<string, unknown>][] = [
    ['cnnic.status_available.txt', 'example.cn', { state: 'free' }],
    ['cnnic.status_reserved.txt', 'example.cn', { state: 'prohibited' }],
    ['not-found.cn.txt', 'example.cn', { state: 'free' }],
    ['not-found.com.txt', 'likexian-have-no-money-to-register.com', { state: 'free' }],
    [
      'registered.google.cn.txt',
      'google.cn',
      {
        state: 'registered',
        registrant: '北京谷翔信息技术有限公司',
        redacted: false,
        expiresAt: '2021-03-17T12:48:36+08:00',
      },
    ],
    [
      'registered.xn--vhq524a.xn--fiqs8s.txt',
      '实业.中国',
      {
        domain: 'xn--vhq524a.xn--fiqs8s',
        registrant: '萍乡大唐网络科技有限公司',
        variants: ['xn--vhq524a.xn--fiqz9s', 'xn--sdts82a.xn--fiqs8s', 'xn--sdts82a.xn--fiqz9s'],
        createdAt: '2020-08-05T07:36:09+08:00',
      },
    ],
    ['registered.encirca.com.txt', 'encirca.com', { registrant: null, organisation: 'EnCirca Inc.', redacted: true }],
    [
      'registered.git.com.txt',
      'git.com',
      { registrant: null, organisation: null, redacted: true, createdAt: '2001-06-14T10:32:43Z' },
    ],
    ['registered.google.com.txt', 'google.com', { registrant: null, organisation: 'Google LLC', redacted: false }],
    ['registered.google.top.txt', 'google.top', { organisation: 'Google LLC', redacted: false }],
    [
      'registered.he.net.txt',
      'he.net',
      { registrant: 'Hurricane, Electric', organisation: 'Hurricane Electric Hostmaster', redacted: false },
    ],
    [
      'verisign-registry.com.txt',
      'google.com',
      { state: 'registered', registrant: null, organisation: null, redacted: false, referral: 'whois.markmonitor.com' },
    ],
  ];
  it.each(cases)('%s', (file, domain, expected) => {
    expect(parseWhois(readFileSync(join(samples, file), 'utf8'), domain)).toMatchObject(expected);
  });
});
