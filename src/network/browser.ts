import pLimit from 'p-limit';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { type Evidence, known, unknown } from '../evidence/evidence.ts';
import type { FetchReply } from './guarded-fetch.ts';
import { type PageLayout, sightSchema } from './page-layout.ts';

export interface LayOutLimits {
  /** Milliseconds for everything. */
  readonly totalTimeout: number;
  /** Milliseconds of quiet after loading, for scripts that draw the page. */
  readonly settleTimeout: number;
  readonly maxRequests: number;
  readonly maxBytes: number;
}

export const defaultLayOutLimits: LayOutLimits = {
  totalTimeout: 20_000,
  settleTimeout: 3000,
  maxRequests: 300,
  maxBytes: 40 * 1024 * 1024,
};

export interface BrowserOptions {
  /** Path of a Chromium or Chrome. */
  readonly executable: string;
  /** Chromium's own sandbox; it cannot run for root. */
  readonly sandbox: boolean;
  /** Scripts of pages are strangers' programs: run them only inside the sandbox. */
  readonly scripts: boolean;
  readonly limits: LayOutLimits;
}

/** Guarded: everything that a page loads comes through here, because the browser itself has no network. */
export type FetchResource = (url: string, signal: AbortSignal) => Promise<FetchReply>;

export interface PageBrowser {
  readonly layOut: (url: string, fetch: FetchResource, signal?: AbortSignal) => Promise<Evidence<PageLayout>>;
  readonly close: () => Promise<void>;
}

/** Where the usual installations of Chromium and Chrome lie. */
export const chromiumPlaces: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const viewport = { width: 1280, height: 800 } as const;
const longestScreenshot = 8000;

/**
 * Runs in the page: text as shown, and each piece of text with digits of a number, or with what may be somebody's
 * telephone or mail address, so that a picture can cover it.
 */
const lookAround = `(() => {
  const pieces = [];
  const displayOf = (element) => getComputedStyle(element).display;
  const blockOf = (node) => {
    let at = node.parentElement;
    while (at && at.parentElement && displayOf(at).startsWith('inline')) at = at.parentElement;
    return at ?? document.body;
  };
  const rowOf = (block) => {
    let at = block;
    while (at.parentElement && /flex|grid/.test(displayOf(at.parentElement))) at = at.parentElement;
    return at;
  };
  const boxOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && pieces.length < 2000; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || /^(script|style|noscript|template)$/i.test(parent.tagName) || !/[0-9０-９]{4}|@/.test(node.data)) continue;
    const block = blockOf(node);
    const line = (block.innerText || block.textContent || '').slice(0, 20000);
    if (!/icp|备|備|[ab][12]/i.test(line.normalize('NFKC')) && !/[0-9]{7}|@/.test(node.data)) continue;
    const box = boxOf(node);
    const row = boxOf(rowOf(block));
    const shown = parent.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    pieces.push({
      text: node.data.slice(0, 20000),
      line,
      x: box.x + scrollX,
      y: box.y + scrollY,
      width: box.width,
      height: box.height,
      rowX: row.x + scrollX,
      rowWidth: row.width,
      fontPx: parseFloat(getComputedStyle(parent).fontSize) || 0,
      href: parent.closest('a[href]')?.href?.slice(0, 4096) || null,
      visible: shown && box.width > 0 && box.height > 0,
    });
  }
  const root = document.documentElement;
  return {
    title: document.title.slice(0, 10000),
    width: root.scrollWidth,
    height: root.scrollHeight,
    pieces,
    text: (document.body?.innerText ?? '').slice(0, 1000000),
  };
})()`;

/** Bodies are held in memory until the browser has taken them. */
const fetchesAtOnce = 6;

/** Answers the browser's requests from the guarded fetch, within limits; nothing but reading is allowed. */
const serve = (context: BrowserContext, fetch: FetchResource, limits: LayOutLimits, signal: AbortSignal) => {
  const limit = pLimit(fetchesAtOnce);
  let requests = 0;
  let bytes = 0;
  return context.route('**/*', async (route: Route) => {
    const request = route.request();
    requests += 1;
    try {
      if (request.method() !== 'GET' || requests > limits.maxRequests) return await route.abort();
      const reply = await limit(async () => (bytes > limits.maxBytes ? null : fetch(request.url(), signal)));
      if (reply?.state !== 'answered') return await route.abort();
      bytes += reply.body.length;
      const { 'content-type': contentType = '' } = reply.headers;
      return await route.fulfill({
        status: reply.status,
        headers: { 'content-type': contentType, 'access-control-allow-origin': '*' },
        body: Buffer.from(reply.body),
      });
    } catch {
      // The page was closed while its picture was on its way.
      return undefined;
    }
  });
};

const lookAt = async (page: Page, url: string, { limits, scripts }: BrowserOptions): Promise<PageLayout> => {
  const { totalTimeout, settleTimeout } = limits;
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: totalTimeout });
  // A page that never falls quiet is looked at as it is by then.
  await page.waitForLoadState('networkidle', { timeout: settleTimeout }).catch(() => undefined);
  const sight = sightSchema.parse(await page.evaluate(lookAround));
  const height = Math.max(1, Math.min(sight.height, longestScreenshot));
  const top = Math.max(0, sight.height - height);
  const bytes = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: top, width: viewport.width, height },
    animations: 'disabled',
    timeout: totalTimeout,
  });
  return { ...sight, url: page.url(), scriptsRun: scripts, screenshot: { bytes, top } };
};

/**
 * Opens a Chromium that has no network of its own: its proxy and every name fail to resolve in it, and what pages load
 * comes through the guarded fetch. Throws when playwright-core is not installed or the browser does not start.
 */
export const openBrowser = async (options: BrowserOptions): Promise<PageBrowser> => {
  const { chromium } = await import('playwright-core');
  const browser: Browser = await chromium.launch({
    executablePath: options.executable,
    chromiumSandbox: options.sandbox,
    // Whatever slips past the interception, WebRTC over TCP included, ends at a proxy that is not there.
    proxy: { server: 'http://proxy.invalid:1', bypass: '<-loopback>' },
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-pings',
    ],
  });
  const { limits, scripts } = options;
  return {
    layOut: async (url, fetch, signal) => {
      const timeout = AbortSignal.timeout(limits.totalTimeout);
      const within = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
      if (within.aborted) return unknown('timeout', url);
      const context = await browser.newContext({
        viewport,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        serviceWorkers: 'block',
        acceptDownloads: false,
        javaScriptEnabled: scripts,
      });
      const leave = (): void => void context.close().catch(() => undefined);
      within.addEventListener('abort', leave, { once: true });
      try {
        // For the whole context: a window that the page opens is served the same way.
        await context.routeWebSocket('**', (socket) => socket.close());
        await serve(context, fetch, limits, within);
        const page = await context.newPage();
        page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
        return known(await lookAt(page, url, options), { source: url });
      } catch (thrown) {
        if (within.aborted) return unknown('timeout', url);
        const [reason = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
        return unknown(/timeout/i.test(reason) ? 'timeout' : 'no-answer', `${url}: ${reason}`);
      } finally {
        within.removeEventListener('abort', leave);
        await context.close().catch(() => undefined);
      }
    },
    close: () => browser.close(),
  };
};
