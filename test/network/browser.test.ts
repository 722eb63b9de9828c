import { createSocket } from 'node:dgram';
import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { platform } from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '../../rules/reference/index.ts';
import {
  chromiumPlaces,
  defaultLayOutLimits,
  type FetchResource,
  openBrowser,
  type PageBrowser,
} from '../../src/network/browser.ts';
import { guardedFetch, pageLimits } from '../../src/network/guarded-fetch.ts';
import { laidOutNumbers } from '../../src/network/page-layout.ts';
import { startWebServer, type WebServer } from './web-server.ts';

const executable = (chromiumPlaces[platform] ?? []).find((place) => existsSync(place));
const { marks } = loadReference();

const fetch: FetchResource = (url, signal) =>
  guardedFetch(url, {
    limits: { ...pageLimits, totalTimeout: 30_000 },
    resolve: async () => ['127.0.0.1'],
    allowedHosts: ['site.example'],
    userAgent: 'icp-check-test',
    accept: '*/*',
    signal,
  });

describe.skipIf(executable === undefined)('a page in a browser (needs a Chromium on the machine)', () => {
  let browser: PageBrowser;
  let withoutScripts: PageBrowser;
  let server: WebServer | undefined;
  let inside: WebServer | undefined;

  beforeAll(async () => {
    if (executable === undefined) return;
    // The tests may run as root, for whom there is no sandbox; the pages are their own.
    const settings = {
      executable,
      sandbox: false,
      limits: { ...defaultLayOutLimits, totalTimeout: 40_000, settleTimeout: 2000 },
    };
    [browser, withoutScripts] = await Promise.all([
      openBrowser({ ...settings, scripts: true }),
      openBrowser({ ...settings, scripts: false }),
    ]);
  });
  afterAll(() => Promise.all([browser?.close(), withoutScripts?.close()]));
  afterEach(async () => {
    await Promise.all([server?.close(), inside?.close()]);
    server = inside = undefined;
  });

  const layOut = async (respond: RequestListener, signal?: AbortSignal, within = browser) => {
    server = await startWebServer(respond);
    return within.layOut(`http://site.example:${server.port}/`, fetch, signal);
  };
  const html =
    (text: string): RequestListener =>
    (request, response) =>
      request.url === '/'
        ? response.setHeader('content-type', 'text/html; charset=utf-8').end(text)
        : response.writeHead(404).end();

  it('has its numbers where style sheets put them', async () => {
    const evidence = await layOut(
      html(`<title>示例</title><style>body{margin:0}main{height:1500px}footer{text-align:center;font-size:10px}</style>
        <main>内容</main><footer><a href="https://beian.miit.gov.cn/">京ICP备12345678号-1</a></footer>`),
    );
    if (evidence.state !== 'known') throw new Error(evidence.detail);
    const { title, pieces, width, height, screenshot } = evidence.value;
    expect(title).toBe('示例');
    const numbers = laidOutNumbers(evidence.value, marks);
    expect(numbers).toHaveLength(1);
    expect(numbers[0]).toMatchObject({
      number: { written: '京ICP备12345678号-1' },
      fontPx: 10,
      href: 'https://beian.miit.gov.cn/',
      visible: true,
      inFoot: true,
      alignment: 'centre',
    });
    const [piece = { x: 0, y: 0, width: 0 }] = pieces;
    expect(piece.y).toBeGreaterThanOrEqual(1500);
    expect(Math.abs(piece.x + piece.width / 2 - width / 2)).toBeLessThan(2);
    expect(height).toBeGreaterThan(1500);
    expect(Buffer.from(screenshot?.bytes.subarray(1, 4) ?? []).toString('latin1')).toBe('PNG');
  });

  it.each([
    ['at the top', '<p>京ICP备12345678号-1</p><main></main>', { inFoot: false, alignment: 'left' }],
    [
      'on the right',
      '<main></main><p style="text-align:right">京ICP备12345678号-1</p>',
      { inFoot: true, alignment: 'right' },
    ],
    [
      'in a row of boxes',
      '<main></main><div style="display:flex;justify-content:center;gap:400px"><span>版权所有</span><a>京ICP备12345678号-1</a></div>',
      { inFoot: true, alignment: 'centre' },
    ],
  ])('has a number %s', async (_where, body, expected) => {
    const evidence = await layOut(html(`<style>body{margin:0}main{height:1500px}</style>${body}`));
    if (evidence.state !== 'known') throw new Error(evidence.detail);
    expect(laidOutNumbers(evidence.value, marks)).toMatchObject([expected]);
  });

  it('keeps the foot of a page that is longer than a picture may be', async () => {
    const evidence = await layOut(
      html('<style>body{margin:0}main{height:12000px}</style><main></main><p>京ICP备12345678号-1</p>'),
    );
    if (evidence.state !== 'known') throw new Error(evidence.detail);
    const { height, screenshot } = evidence.value;
    expect(screenshot?.top).toBe(height - 8000);
  });

  it('has what scripts draw, and what style sheets hide is hidden', async () => {
    const evidence = await layOut(
      html(`<div id="app"></div><style>.x{display:none}</style><p class="x">京ICP备11111111号</p>
        <script>document.getElementById('app').innerHTML = '<p>京ICP备22222222号</p>'</script>`),
    );
    if (evidence.state !== 'known') throw new Error(evidence.detail);
    expect(laidOutNumbers(evidence.value, marks).map(({ number, visible }) => [number.written, visible])).toEqual([
      ['京ICP备22222222号', true],
      ['京ICP备11111111号', false],
    ]);
  });

  it('has only what style sheets draw where scripts are not run', async () => {
    const drawn = html(
      `<p style="font-size:9px">京ICP备11111111号</p><script>document.body.append('京ICP备22222222号')</script>`,
    );
    const evidence = await layOut(drawn, undefined, withoutScripts);
    if (evidence.state !== 'known') throw new Error(evidence.detail);
    expect(evidence.value.scriptsRun).toBe(false);
    expect(laidOutNumbers(evidence.value, marks)).toMatchObject([
      { number: { written: '京ICP备11111111号' }, fontPx: 9 },
    ]);
  });

  it('reaches nothing inside, by whatever way', async () => {
    inside = await startWebServer((_request, response) => response.end('secret'));
    const { port } = inside;
    const evidence = await layOut(
      html(`<p>京ICP备12345678号</p><img src="http://127.0.0.1:${port}/img"><iframe src="http://localhost:${port}/frame"></iframe>
        <link rel="preconnect" href="http://127.0.0.1:${port}"><link rel="prefetch" href="http://127.0.0.1:${port}/prefetch">
        <script>
          fetch('http://127.0.0.1:${port}/fetch').catch(() => {});
          fetch('http://site.example:${port}/post', { method: 'POST', body: 'x' }).catch(() => {});
          navigator.sendBeacon('http://127.0.0.1:${port}/beacon', 'x');
          new WebSocket('ws://127.0.0.1:${port}/socket');
          new EventSource('http://127.0.0.1:${port}/events');
          new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:${port}/worker')"])));
          window.open('http://127.0.0.1:${port}/popup');
          alert('stop');
        </script>`),
    );
    expect(evidence.state).toBe('known');
    expect(inside.requests).toEqual([]);
  });

  it('reaches nothing inside by sockets of its own, frames, style sheets or by going there', async () => {
    const touched: string[] = [];
    const tcp = createServer((socket) => {
      touched.push('tcp');
      socket.on('error', () => undefined).destroy();
    });
    const udp = createSocket('udp4').on('message', () => touched.push('udp'));
    await Promise.all([
      new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve)),
      new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve)),
    ]);
    const { port } = tcp.address() as AddressInfo;
    try {
      const evidence = await layOut(
        html(`<style>@import 'http://127.0.0.1:${port}/a.css';body{background:url(http://[::ffff:127.0.0.1]:${port}/b.png)}</style>
          <link rel="dns-prefetch" href="//127.0.0.1:${port}"><object data="http://127.0.0.1:${port}/o"></object>
          <iframe src="file:///etc/passwd"></iframe><iframe name="x"></iframe>
          <form target="x" method="post" action="http://127.0.0.1:${port}/form"></form><p>演示页面</p>
          <script>
            for (const urls of ['turn:127.0.0.1:${port}?transport=tcp', 'turns:127.0.0.1:${port}?transport=tcp', 'stun:127.0.0.1:${udp.address().port}', 'turn:127.0.0.1:${udp.address().port}']) {
              const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'u', credential: 'c' }] });
              peer.createDataChannel('x');
              peer.createOffer().then((offer) => peer.setLocalDescription(offer));
            }
            document.forms[0].submit();
            if ('WebTransport' in window) new WebTransport('https://127.0.0.1:${udp.address().port}/').ready.catch(() => {});
            setTimeout(() => { location.href = 'http://127.0.0.1:${port}/gone'; }, 1500);
          </script>`),
      );
      // The page may have been lost on the way to where it must not go; either is fine, arriving is not.
      if (evidence.state === 'known') expect(evidence.value.text).not.toContain('root:');
      expect(touched).toEqual([]);
    } finally {
      tcp.close();
      udp.close();
    }
  });

  it('that never ends is left', async () => {
    const endless = html('<p>x</p><script>for (;;);</script>');
    const evidence = await layOut(endless, AbortSignal.timeout(1500));
    expect(evidence).toMatchObject({ state: 'unknown', reason: 'timeout' });
  });

  it('that does not answer is no answer', async () => {
    expect(await layOut((request) => request.socket.destroy())).toMatchObject({
      state: 'unknown',
      reason: 'no-answer',
    });
  });

  it('that hands over nonsense is no answer', async () => {
    const evidence = await layOut(
      html(
        '<p>京ICP备12345678号</p><script>document.createTreeWalker = () => ({ nextNode: () => null }); Object.defineProperty(document.documentElement, "scrollHeight", { get: () => "x" })</script>',
      ),
    );
    expect(evidence).toMatchObject({ state: 'unknown', reason: 'no-answer' });
  });
});
