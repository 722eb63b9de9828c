import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type FetchLimits, guardedFetch } from '../../src/network/guarded-fetch.ts';
import { judgeVisit, pageUrl, recordVisit, replayVisit } from '../../src/network/page-visit.ts';
import { createRecording, formatRecording, parseRecording } from '../../src/network/recording.ts';
import { certificateFile, startWebServer, type WebServer } from './web-server.ts';

let server: WebServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const limits: FetchLimits = { maxBytes: 10_000, maxRedirects: 2, connectTimeout: 2000, totalTimeout: 20_000 };

const visit = async (respond: RequestListener, certificate?: 'expired', totalTimeout = limits.totalTimeout) => {
  server = await startWebServer(respond, certificate);
  const url = `${certificate ? 'https' : 'http'}://site.example:${server.port}/`;
  const reply = await guardedFetch(url, {
    limits: { ...limits, totalTimeout },
    resolve: async () => ['127.0.0.1'],
    allowedHosts: ['site.example'],
    userAgent: 'icp-check-test',
    accept: 'text/html',
    authorities: [certificateFile('authority')],
  });
  return judgeVisit(url, reply);
};

const rerecorded = async (evidence: Awaited<ReturnType<typeof visit>>) => {
  if (evidence.state === 'unknown') throw new Error(evidence.reason);
  const recording = createRecording(
    recordVisit('http://site.example/', evidence.value, '2026-11-20T00:00:00Z', 'test'),
  );
  const parsed = parseRecording(formatRecording(recording));
  if (parsed.state === 'invalid') throw new Error(parsed.problem);
  expect(parsed.tampered).toEqual([]);
  return replayVisit(parsed.recording);
};

describe('a visit', () => {
  it('to a page brings the page, and is replayed as it was', async () => {
    const evidence = await visit((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/home' }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<title>示例</title>\n');
    }, 'expired');
    expect(evidence).toMatchObject({
      state: 'known',
      value: {
        outcome: 'page',
        source: { status: 200, html: '<title>示例</title>\n', certificate: { problem: 'CERT_HAS_EXPIRED' } },
      },
    });
    const again = await rerecorded(evidence);
    if (evidence.state !== 'known' || evidence.value.outcome !== 'page') throw new Error('no page');
    expect(again).toEqual({
      outcome: 'page',
      source: { ...evidence.value.source, requested: 'http://site.example/' },
    });
  });

  it('over plain http has no certificate, replayed or not', async () => {
    const again = await rerecorded(await visit((_request, response) => response.end('<p>x</p>')));
    expect(again).toMatchObject({ source: { certificate: null, redirects: [] } });
  });

  it.each([
    [
      'a picture',
      (_request, response) => response.setHeader('content-type', 'image/png').end('x'),
      { outcome: 'no-page' },
    ],
    [
      'a redirect inside',
      (_request, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
      { outcome: 'refused', reason: 'inside' },
    ],
    [
      'a circle',
      (_request, response) => response.writeHead(302, { location: '/' }).end(),
      { outcome: 'redirect-loop' },
    ],
    ['nobody', (request) => request.socket.destroy(), { outcome: 'unreachable' }],
  ] satisfies [string, RequestListener, object][])('to %s says so', async (_what, respond, expected) => {
    const evidence = await visit(respond);
    expect(evidence).toMatchObject({ state: 'known', value: expected });
    expect(await rerecorded(evidence)).toEqual(evidence.state === 'known' ? evidence.value : null);
  });

  it('that takes too long says nothing of the page', async () => {
    expect(await visit(() => undefined, undefined, 200)).toMatchObject({ state: 'unknown', reason: 'timeout' });
  });

  it.each([
    ['ECONNREFUSED', 'known'],
    ['the name has no address', 'known'],
    ['ENETUNREACH', 'unknown'],
    ['EHOSTUNREACH', 'unknown'],
    ['ESERVFAIL', 'unknown'],
  ])('that fails with %s is %s: our own network is no finding', (detail, state) => {
    const reply = { state: 'failed', reason: 'no-answer', detail, url: 'http://site.example/' } as const;
    expect(judgeVisit('http://site.example/', reply).state).toBe(state);
  });

  it.each([
    {},
    { outcome: 'page' },
    { outcome: 'page', url: 'x' },
    { outcome: 'other', url: 'http://a.cn/' },
    { outcome: 'refused', url: 'http://a.cn/', reason: 'why' },
  ])('is not read from other details: %j', (details) => {
    const recording = createRecording({
      kind: 'homepage',
      key: 'http://a.cn/',
      source: 'x',
      collectedAt: '2026-11-20T00:00:00Z',
      tool: 'x',
      raw: '',
      details,
    });
    expect(replayVisit(recording)).toBeNull();
  });
});

describe('the address of a page', () => {
  it.each([
    ['www.example.cn', 'http://www.example.cn/'],
    [' https://www.example.cn ', 'https://www.example.cn/'],
    ['实业.中国/首页', 'http://xn--vhq524a.xn--fiqs8s/%E9%A6%96%E9%A1%B5'],
    ['ｗｗｗ.example.cn', 'http://www.example.cn/'],
    ['example.cn:8080', 'http://example.cn:8080/'],
    ['ftp://example.cn', null],
    ['file:///etc/passwd', null],
    ['', null],
    ['http://', null],
  ])('%j is %s', (written, url) => {
    expect(pageUrl(written)).toBe(url);
  });
});
