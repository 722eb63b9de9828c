import type { RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type FetchLimits, type FetchOptions, type FetchReply, guardedFetch } from '../../src/network/guarded-fetch.ts';
import { certificateFile, startWebServer, type WebServer } from './web-server.ts';

const servers: WebServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const start = async (
  respond: RequestListener,
  certificate?: 'valid' | 'other-name' | 'expired',
): Promise<WebServer> => {
  const server = await startWebServer(respond, certificate);
  servers.push(server);
  return server;
};

const limits: FetchLimits = { maxBytes: 10_000, maxRedirects: 5, connectTimeout: 5000, totalTimeout: 5000 };

/** Every name leads to loopback, as a hostile name server could have it; only `allowedHosts` are let through. */
const fetchWith = (url: string, options: Partial<FetchOptions> = {}): Promise<FetchReply> =>
  guardedFetch(url, {
    limits,
    resolve: async () => ['127.0.0.1'],
    allowedHosts: [],
    userAgent: 'icp-check-test',
    accept: 'text/html',
    ...options,
  });

const textOf = (reply: FetchReply): string => {
  if (reply.state !== 'answered') throw new Error(JSON.stringify(reply));
  return Buffer.from(reply.body).toString('utf8');
};

describe('a page', () => {
  it('is fetched from the address that was checked', async () => {
    const server = await start((_request, response) => response.end('<h1>你好</h1>'));
    const host = `site.example:${server.port}`;
    const reply = await fetchWith(`http://${host}/a?b=c`, { allowedHosts: [host] });
    expect(reply).toMatchObject({
      state: 'answered',
      status: 200,
      url: `http://${host}/a?b=c`,
      redirects: [],
      truncated: false,
      certificate: null,
    });
    expect(textOf(reply)).toBe('<h1>你好</h1>');
    expect(server.requests).toEqual(['/a?b=c']);
    await expect.poll(server.open).toBe(0);
  });

  it.each([
    ['gzip', gzipSync('packed '.repeat(100))],
    ['br', brotliCompressSync('packed '.repeat(100))],
  ])('may come as %s', async (encoding, body) => {
    const server = await start((_request, response) => response.setHeader('content-encoding', encoding).end(body));
    expect(textOf(await fetchWith(`http://127.0.0.1:${server.port}/`, { allowedHosts: ['127.0.0.1'] }))).toBe(
      'packed '.repeat(100),
    );
  });

  it('with an error status is an answer, too', async () => {
    const server = await start((_request, response) => response.writeHead(503).end('busy'));
    const reply = await fetchWith(`http://127.0.0.1:${server.port}/`, { allowedHosts: ['127.0.0.1'] });
    expect(reply).toMatchObject({ state: 'answered', status: 503 });
  });
});

describe('what lies inside', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://site.example:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://017700000001:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://0.0.0.0:PORT/',
    'http://①②⑦.0.0.1:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/latest/meta-data/',
    'http://10.0.0.1/',
    'https://192.168.1.1/',
    'http://[fd00:ec2::254]/',
    'http://[64:ff9b::7f00:1]/',
  ])('is never reached: %s', async (url) => {
    const server = await start((_request, response) => response.end('secret'));
    expect(await fetchWith(url.replace('PORT', String(server.port)))).toMatchObject({
      state: 'refused',
      reason: 'inside',
    });
    expect(server.requests).toEqual([]);
    expect(server.open()).toBe(0);
  });

  it('is not reached when only one of a name’s addresses lies inside', async () => {
    const server = await start((_request, response) => response.end('secret'));
    const resolve = async () => ['1.1.1.1', '127.0.0.1'];
    expect(await fetchWith(`http://site.example:${server.port}/`, { resolve })).toMatchObject({ reason: 'inside' });
    expect(server.requests).toEqual([]);
  });

  it('is not reached by a name that changes its address after the check', async () => {
    const server = await start((_request, response) => response.end('secret'));
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      // Nobody listens on the first; the server would answer on the second.
      return asked === 1 ? ['127.0.0.2'] : ['127.0.0.1'];
    };
    const reply = await fetchWith(`http://rebind.example:${server.port}/`, {
      resolve,
      allowedHosts: ['rebind.example'],
    });
    expect(reply).toMatchObject({ state: 'failed', detail: 'ECONNREFUSED' });
    expect(asked).toBe(1);
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['http://127.0.0.1:PORT/inside', 'inside'],
    ['http://other.example:PORT/', 'inside'],
    ['//127.0.0.1:PORT/', 'inside'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://site.example/', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://user:pass@site.example:PORT/', 'credentials'],
    ['http://:::', 'malformed'],
    ['http://mail.example:25/', 'port'],
  ])('is not reached by a redirect to %s', async (location, reason) => {
    const server: WebServer = await start((_request, response) =>
      response.writeHead(302, { location: location.replace('PORT', String(server.port)) }).end(),
    );
    const host = `site.example:${server.port}`;
    expect(await fetchWith(`http://${host}/`, { allowedHosts: [host] })).toMatchObject({ state: 'refused', reason });
    expect(server.requests).toEqual(['/']);
  });

  it.each([
    '',
    'site.example',
    'file:///etc/passwd',
    'gopher://site.example/',
    'data:text/html,x',
    'http://site.example:22/',
  ])('nor are other things: %j', async (url) => {
    expect((await fetchWith(url)).state).toBe('refused');
  });
});

describe('redirects', () => {
  it('are followed, relative ones too, and told', async () => {
    const server = await start((request, response) => {
      if (request.url === '/') response.writeHead(301, { location: '/a' }).end();
      else if (request.url === '/a') response.writeHead(302, { location: 'b?c' }).end();
      else response.end('end');
    });
    const base = `http://127.0.0.1:${server.port}`;
    const reply = await fetchWith(`${base}/`, { allowedHosts: ['127.0.0.1'] });
    expect(reply).toMatchObject({
      url: `${base}/b?c`,
      redirects: [
        { status: 301, from: `${base}/`, to: `${base}/a` },
        { status: 302, from: `${base}/a`, to: `${base}/b?c` },
      ],
    });
  });

  it.each([
    [5, 'answered'],
    [6, 'failed'],
  ])('of %i: %s', async (count, state) => {
    const server = await start((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < count) response.writeHead(302, { location: `/${step + 1}` }).end();
      else response.end('end');
    });
    const reply = await fetchWith(`http://127.0.0.1:${server.port}/0`, { allowedHosts: ['127.0.0.1'] });
    expect(reply.state).toBe(state);
  });
});

describe('servers that misbehave', () => {
  const visit = async (respond: RequestListener, changes: Partial<FetchLimits> = {}) => {
    const server = await start(respond);
    const reply = await fetchWith(`http://127.0.0.1:${server.port}/`, {
      allowedHosts: ['127.0.0.1'],
      limits: { ...limits, ...changes },
    });
    await expect.poll(server.open).toBe(0);
    return reply;
  };

  it('and send without end are cut', async () => {
    const reply = await visit((_request, response) => {
      const flood = (): void => {
        while (!response.destroyed && response.write('x'.repeat(1000)));
      };
      response.on('drain', flood);
      flood();
    });
    expect(reply).toMatchObject({ state: 'answered', truncated: true });
    expect(textOf(reply)).toHaveLength(limits.maxBytes);
  });

  it.each([
    [10_000, false],
    [10_001, true],
  ])('are cut at the limit: %i bytes', async (size, truncated) => {
    expect(await visit((_request, response) => response.end('x'.repeat(size)))).toMatchObject({ truncated });
  });

  it('and send a bomb of gzip are cut', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const reply = await visit((_request, response) => response.setHeader('content-encoding', 'gzip').end(bomb));
    expect(reply).toMatchObject({ state: 'answered', truncated: true });
  });

  it('and send broken gzip give no answer', async () => {
    const reply = await visit((_request, response) => response.setHeader('content-encoding', 'gzip').end('no gzip'));
    expect(reply).toMatchObject({ state: 'failed', reason: 'no-answer' });
  });

  it('and trickle are dropped', async () => {
    let timer: NodeJS.Timeout | undefined;
    const reply = await visit(
      (_request, response) => {
        timer = setInterval(() => response.write('x'), 20);
      },
      { totalTimeout: 300 },
    );
    clearInterval(timer);
    expect(reply).toMatchObject({ state: 'failed', reason: 'timeout' });
  });

  it('and never answer are dropped', async () => {
    expect(await visit(() => undefined, { totalTimeout: 200 })).toMatchObject({ state: 'failed', reason: 'timeout' });
  });

  it('and close at once give no answer', async () => {
    expect(await visit((request) => request.socket.destroy())).toMatchObject({ state: 'failed', reason: 'no-answer' });
  });

  it('are left when the check is aborted', async () => {
    const controller = new AbortController();
    const server = await start(() => controller.abort());
    const reply = await fetchWith(`http://127.0.0.1:${server.port}/`, {
      allowedHosts: ['127.0.0.1'],
      signal: controller.signal,
    });
    expect(reply).toMatchObject({ state: 'failed', reason: 'timeout' });
  });

  it('or a name server that does, give no answer', async () => {
    const failing = async () => {
      throw Object.assign(new Error('refused'), { code: 'EREFUSED' });
    };
    expect(await fetchWith('http://site.example/', { resolve: failing })).toMatchObject({
      state: 'failed',
      reason: 'no-answer',
      detail: 'EREFUSED',
    });
    expect(await fetchWith('http://site.example/', { resolve: async () => [] })).toMatchObject({ reason: 'no-answer' });
  });
});

describe('certificates', () => {
  const visit = async (certificate: 'valid' | 'other-name' | 'expired', authorities?: readonly string[]) => {
    const server = await start((_request, response) => response.end('page'), certificate);
    const reply = await fetchWith(`https://site.example:${server.port}/`, {
      allowedHosts: ['site.example'],
      ...(authorities === undefined ? {} : { authorities }),
    });
    expect(textOf(reply)).toBe('page');
    return reply.state === 'answered' ? reply.certificate : null;
  };
  const authorities = [certificateFile('authority')];

  it('that are in order say for whom and until when', async () => {
    expect(await visit('valid', authorities)).toMatchObject({
      problem: null,
      subject: 'site.example',
      names: ['site.example', 'www.site.example', '127.0.0.1'],
      issuer: 'Test authority',
      validTo: '2126-10-29T10:09:27.000Z',
    });
  });

  it.each([
    ['expired', authorities, 'CERT_HAS_EXPIRED'],
    ['other-name', authorities, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['valid', undefined, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('that are %s are told, and the page is still seen', async (certificate, trusted, problem) => {
    expect(await visit(certificate, trusted)).toMatchObject({ problem });
  });
});
