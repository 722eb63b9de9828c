import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { askWhois, registryWhoisServer, type WhoisLimits } from '../../src/network/whois.ts';
import { type Port43, startPort43 } from './port43.ts';

let server: Port43 | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const limits: WhoisLimits = { maxBytes: 10_000, idleTimeout: 5000, totalTimeout: 5000 };

describe('a question on port 43', () => {
  it('is the name and a line end, and the answer comes as text', async () => {
    server = await startPort43((_question, connection) => connection.end('No matching record.\r\n'));
    const reply = await askWhois(limits)(server, 'example.cn');
    expect(reply).toEqual({ state: 'answered', text: 'No matching record.\r\n', truncated: false });
    expect(server.questions).toEqual(['example.cn']);
  });

  it('takes the form that the server wants', async () => {
    server = await startPort43((_question, connection) => connection.end('x'));
    await askWhois(limits)({ ...server, query: 'DOMAIN $addr' }, 'example.com');
    expect(server.questions).toEqual(['DOMAIN example.com']);
  });

  it('survives characters that are torn apart between packets', async () => {
    const bytes = Buffer.from('Registrant: 北京示例科技有限公司\r\n', 'utf8');
    server = await startPort43((_question, connection) => {
      connection.setNoDelay(true);
      connection.write(bytes.subarray(0, 14));
      setTimeout(() => connection.end(bytes.subarray(14)), 20);
    });
    expect(await askWhois(limits)(server, 'example.cn')).toMatchObject({
      text: 'Registrant: 北京示例科技有限公司\r\n',
    });
  });

  it.each([
    ['gb18030', 'Registrant: 萍乡大唐网络科技有限公司\r\nRegistrant City: 北京\r\n'],
    ['windows-1252', 'Registrant: Société Générale Éditions\r\nCity: Zürich\r\n'],
    ['utf-8', 'Registrant: Société Générale 北京\r\n'],
  ])('reads %s', async (charset, text) => {
    server = await startPort43((_question, connection) => connection.end(iconv.encode(text, charset)));
    expect(await askWhois(limits)(server, 'example.cn')).toMatchObject({ text });
  });

  it('leaves no global behind', async () => {
    server = await startPort43((_question, connection) => connection.end('x'));
    await askWhois(limits)(server, 'example.cn');
    expect('log' in globalThis).toBe(false);
  });
});

describe('servers that misbehave', () => {
  it('and never end are cut behind a whole line, and disconnected', async () => {
    const line = 'Registrant: 北京示例科技有限公司\r\n';
    server = await startPort43((_question, connection) => {
      const flood = (): void => {
        while (!connection.destroyed && connection.write(line.repeat(100)));
      };
      connection.on('drain', flood);
      flood();
    });
    const reply = await askWhois(limits)(server, 'example.cn');
    if (reply.state !== 'answered') throw new Error(reply.detail);
    expect(reply.truncated).toBe(true);
    expect(Buffer.byteLength(reply.text)).toBeLessThanOrEqual(limits.maxBytes);
    expect(reply.text).toBe(line.repeat(reply.text.length / line.length));
    await expect.poll(() => server?.open()).toBe(0);
  });

  it.each([
    [
      'trickle',
      (write: (text: string) => void) => setInterval(() => write('x'), 20),
      { idleTimeout: 1000, totalTimeout: 200 },
    ],
    ['stay silent', () => undefined, { idleTimeout: 100, totalTimeout: 5000 }],
  ] as const)('and %s are dropped', async (_name, behave, times) => {
    let timer: NodeJS.Timeout | undefined;
    server = await startPort43((_question, connection) => {
      timer = behave((text) => connection.write(text));
    });
    const reply = await askWhois({ ...limits, ...times })(server, 'example.cn');
    clearInterval(timer);
    expect(reply).toMatchObject({ state: 'failed', reason: 'timeout' });
    await expect.poll(() => server?.open()).toBe(0);
  });

  it('and close without a word give no answer', async () => {
    server = await startPort43((_question, connection) => connection.end());
    expect(await askWhois(limits)(server, 'example.cn')).toMatchObject({ state: 'failed', reason: 'no-answer' });
  });

  it('and reset the connection give no answer', async () => {
    server = await startPort43((_question, connection) => connection.resetAndDestroy());
    expect(await askWhois(limits)(server, 'example.cn')).toMatchObject({ state: 'failed', reason: 'no-answer' });
  });

  it('and are not there give no answer', async () => {
    server = await startPort43(() => undefined);
    const { host, port } = server;
    await server.close();
    server = undefined;
    expect(await askWhois(limits)({ host, port }, 'example.cn')).toMatchObject({
      state: 'failed',
      reason: 'no-answer',
    });
  });

  it('are left when the check is aborted', async () => {
    server = await startPort43(() => undefined);
    const controller = new AbortController();
    const asking = askWhois(limits)(server, 'example.cn', controller.signal);
    await expect.poll(() => server?.questions.length).toBe(1);
    controller.abort();
    expect(await asking).toMatchObject({ state: 'failed', reason: 'timeout' });
    expect(await askWhois(limits)(server, 'example.cn', controller.signal)).toMatchObject({ state: 'failed' });
    expect(server.questions).toHaveLength(1);
  });
});

describe('the registry’s server', () => {
  it.each([
    ['example.com.cn', { host: 'whois.cnnic.cn' }],
    ['xn--vhq524a.xn--fiqs8s', { host: 'whois.cnnic.cn' }],
    ['xn--vhq524a.xn--fiqz9s', { host: 'whois.cnnic.cn' }],
    ['example.com', { host: 'whois.verisign-grs.com', query: 'DOMAIN $addr' }],
    ['example.top', { host: 'whois.nic.top' }],
    ['example.notatld', null],
    ['constructor', null],
  ])('of %s', (domain, expected) => {
    expect(registryWhoisServer(domain)).toEqual(expected);
  });
});
