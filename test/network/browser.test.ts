import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { platform } from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '../../rules/reference/index.ts';
import { chromiumPlaces, defaultLayOutLimits, openBrowser, type PageBrowser } from '../../src/network/browser.ts';
import { guardedFetch, pageLimits } from '../../src/network/guarded-fetch.ts';
import { startWebServer, type WebServer } from './web-server.ts';

const executable = (chromiumPlaces[platform] ?? []).find((place) => existsSync(place));
const { marks } = loadReference();

describe.skipIf(executable === undefined)('a page in a browser (needs a Chromium on the machine)', () => {
  let browser: PageBrowser;
  let server: WebServer | undefined;
  let inside: WebServer | undefined;

  beforeAll(async () => {
    if (executable === undefined) return;
    browser = await openBrowser({
      executable,
      // The tests may run as root, for whom there is no sandbox.
      sandbox: false,
      limits: { ...defaultLayOutLimits, totalTimeout: 40_000, settleTimeout: 2000 },
      fetch: (url, signal) =>
        guardedFetch(url, {
          limits: { ...pageLimits, totalTimeout: 30_000 },
          resolve: async () => ['127.0.0.1'],
          allowedHosts: ['site.example'],
          userAgent: 'icp-check-test',
          accept: '*/*',
          signal,
        }),
    });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all([server?.close(), inside?.close()]);
    server = inside = undefined;
  });

  const layOut = async (respond: RequestListener, signal?: AbortSignal) => {
    server = await startWebServer(respond);
    return browser.layOut(`http://site.example:${server.port}/`, marks, signal);
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
    const { title, numbers, width, height, screenshot } = evidence.value;
    expect(title).toBe('示例');
    expect(numbers).toHaveLength(1);
    expect(numbers[0]).toMatchObject({
      number: { written: '京ICP备12345678号-1' },
      fontPx: 10,
      href: 'https://beian.miit.gov.cn/',
      visible: true,
    });
    const box = numbers[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(box.y).toBeGreaterThanOrEqual(1500);
    expect(Math.abs(box.x + box.width / 2 - width / 2)).toBeLessThan(2);
    expect(height).toBeGreaterThan(1500);
    expect(Buffer.from(screenshot.subarray(1, 4)).toString('latin1')).toBe('PNG');
  });

  it('has what scripts draw, and what style sheets hide is hidden', async () => {
    const evidence = await layOut(
      html(`<div id="app"></div><style>.x{display:none}</style><p class="x">京ICP备11111111号</p>
        <script>document.getElementById('app').innerHTML = '<p>京ICP备22222222号</p>'</script>`),
    );
    if (evidence.state !== 'known') throw new Error(evidence.detail);
    expect(evidence.value.numbers.map(({ number, visible }) => [number.written, visible])).toEqual([
      ['京ICP备22222222号', true],
      ['京ICP备11111111号', false],
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
