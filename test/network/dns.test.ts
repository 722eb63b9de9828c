import { afterEach, describe, expect, it } from 'vitest';
import { type DnsReply, formatHostAnswer, parseHostAnswer, resolveHost } from '../../src/network/dns.ts';
import { type NameServer, type NameServerBehaviour, startNameServer } from './name-server.ts';

let server: NameServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const ask = async (name: string, behaviour: NameServerBehaviour, signal?: AbortSignal): Promise<DnsReply> => {
  server = await startNameServer(behaviour);
  return resolveHost(
    name,
    { servers: [server.address], timeout: behaviour.silent && signal === undefined ? 200 : 5000, tries: 1 },
    signal,
  );
};

const zone: NameServerBehaviour['records'] = [
  ['example.cn', 'A', '192.0.2.10'],
  ['example.cn', 'A', '192.0.2.9'],
  ['example.cn', 'AAAA', '2001:db8::1'],
  ['www.example.cn', 'CNAME', 'www.example.cn.w.kunlunaq.com'],
  ['www.example.cn.w.kunlunaq.com', 'CNAME', 'edge.kunlunaq.com'],
  ['edge.kunlunaq.com', 'A', '198.51.100.1'],
  ['only6.example.cn', 'AAAA', '2001:db8::6'],
  ['dead.example.cn', 'CNAME', 'gone.example.net'],
  ['loop.example.cn', 'CNAME', 'pool.example.cn'],
  ['pool.example.cn', 'CNAME', 'loop.example.cn'],
  ['xn--vhq524a.xn--fiqs8s', 'A', '192.0.2.77'],
];

describe('a host name', () => {
  it('leads to addresses of both families, in order', async () => {
    const reply = await ask('Example.CN.', { records: zone });
    expect(reply).toMatchObject({
      state: 'answered',
      source: server?.address,
      answer: {
        host: 'example.cn',
        state: 'found',
        addresses: ['192.0.2.10', '192.0.2.9', '2001:db8::1'],
        aliases: [],
      },
    });
  });

  it('leads through its aliases', async () => {
    expect(await ask('www.example.cn', { records: zone })).toMatchObject({
      answer: {
        addresses: ['198.51.100.1'],
        aliases: ['www.example.cn.w.kunlunaq.com', 'edge.kunlunaq.com'],
      },
    });
  });

  it('may have one family only', async () => {
    expect(await ask('only6.example.cn', { records: zone })).toMatchObject({ answer: { addresses: ['2001:db8::6'] } });
  });

  it('may be Chinese', async () => {
    expect(await ask('实业.中国', { records: zone })).toMatchObject({ answer: { addresses: ['192.0.2.77'] } });
  });

  it('is asked for again by TCP when the answer by UDP was cut', async () => {
    expect(await ask('example.cn', { records: zone, truncate: true })).toMatchObject({
      answer: { addresses: ['192.0.2.10', '192.0.2.9', '2001:db8::1'] },
    });
    expect(server?.questions.filter(({ transport }) => transport === 'tcp').length).toBeGreaterThan(0);
  });

  it('that does not exist is told from one without an address', async () => {
    expect(await ask('nobody.example.cn', { records: zone })).toMatchObject({
      state: 'answered',
      answer: { state: 'no-name', addresses: [] },
    });
    await server?.close();
    expect(await ask('dead.example.cn', { records: zone })).toMatchObject({
      answer: { state: 'no-address', aliases: ['gone.example.net'] },
    });
  });
});

describe('a name server', () => {
  it('that stays silent is a time-out', async () => {
    expect(await ask('example.cn', { records: zone, silent: true })).toMatchObject({
      state: 'failed',
      reason: 'timeout',
    });
  });

  it.each([
    ['fails', 2],
    ['refuses', 5],
  ])('that %s gives no answer, not "no address"', async (_name, code) => {
    const reply = await ask('example.cn', { records: zone, refuse: { below: 'example.cn', code } });
    expect(reply).toMatchObject({ state: 'failed', reason: 'no-answer' });
  });

  it('that leads in a circle is inconclusive', async () => {
    expect(await ask('loop.example.cn', { records: zone })).toMatchObject({ state: 'failed', reason: 'inconclusive' });
  });

  it('is left when the check is aborted', async () => {
    const controller = new AbortController();
    const asking = ask('example.cn', { records: zone, silent: true }, controller.signal);
    await expect.poll(() => server?.questions.length).toBeGreaterThan(0);
    controller.abort();
    expect(await asking).toMatchObject({ state: 'failed', detail: 'the check ran out of time' });
  });

  it.each(['', 'a b', 'https://example.cn/', '127.0.0.1', 'a..b', `${'a'.repeat(64)}.cn`])(
    'is not asked for %j',
    async (name) => {
      expect(await ask(name, { records: zone })).toMatchObject({ state: 'failed', reason: 'inconclusive' });
      expect(server?.questions).toEqual([]);
    },
  );
});

describe('an answer in a recording', () => {
  it.each(['example.cn', 'www.example.cn', 'nobody.example.cn', 'dead.example.cn'])(
    'is read back: %s',
    async (name) => {
      const reply = await ask(name, { records: zone });
      if (reply.state !== 'answered') throw new Error(reply.detail);
      expect(parseHostAnswer(formatHostAnswer(reply.answer), name)).toEqual(reply.answer);
    },
  );

  it('may be written by a person, with times to live, in any order', () => {
    const text = 'edge.example.net. 60 IN A 192.0.2.1\r\n; note\r\nwww.example.cn. 600 in cname edge.example.net.\r\n';
    expect(parseHostAnswer(text, 'www.example.cn')).toEqual({
      host: 'www.example.cn',
      state: 'found',
      addresses: ['192.0.2.1'],
      aliases: ['edge.example.net'],
    });
  });

  it.each([
    ['nothing', ''],
    ['another name', 'other.cn. IN A 192.0.2.1'],
    ['no address', 'example.cn. IN A 192.0.2.999'],
    ['the wrong family', 'example.cn. IN AAAA 192.0.2.1'],
    ['a circle', 'example.cn. IN CNAME a.cn.\na.cn. IN CNAME example.cn.'],
    ['another record', 'example.cn. IN TXT "x"'],
  ])('is refused when it holds %s', (_name, text) => {
    expect(parseHostAnswer(text, 'example.cn')).toBeNull();
  });
});
