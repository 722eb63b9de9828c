import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { z } from 'zod';
import { type Evidence, known, unknown } from '../evidence/evidence.ts';
import { type FoundNumber, findNumbers } from '../identifiers/find-numbers.ts';
import type { ProvinceMarks } from '../identifiers/province-marks.ts';
import type { FetchReply } from './guarded-fetch.ts';

/** Pixels of the page at a width of 1280, origin top left. */
export interface LaidOutBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A number where it really stands, after style sheets and scripts. */
export interface LaidOutNumber {
  readonly number: FoundNumber;
  readonly box: LaidOutBox;
  /** Computed, in CSS pixels. */
  readonly fontPx: number;
  readonly href: string | null;
  readonly visible: boolean;
}

export interface LaidOutPage {
  readonly url: string;
  readonly title: string;
  /** Text as it is shown, a line for each block. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly numbers: readonly LaidOutNumber[];
  /** PNG of the page, of its last 8000 pixels when it is longer: the foot is what matters. */
  readonly screenshot: Uint8Array;
}

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
  /** Guarded: everything that the page loads comes through here, because the browser itself has no network. */
  readonly fetch: (url: string, signal: AbortSignal) => Promise<FetchReply>;
  readonly limits: LayOutLimits;
}

export interface PageBrowser {
  readonly layOut: (url: string, marks: ProvinceMarks, signal?: AbortSignal) => Promise<Evidence<LaidOutPage>>;
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

/** What the page's own script world hands over; a hostile page can put anything here. */
const sightSchema = z.object({
  title: z.string().max(10_000),
  text: z.string().max(1_000_000),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
  pieces: z
    .array(
      z.object({
        line: z.string().max(20_000),
        text: z.string().max(20_000),
        x: z.number(),
        y: z.number(),
        width: z.number().nonnegative(),
        height: z.number().nonnegative(),
        fontPx: z.number().nonnegative(),
        href: z.string().max(4096).nullable(),
        visible: z.boolean(),
      }),
    )
    .max(2000),
});

/** Runs in the page: text as shown, and each piece of text with digits, with the line that it stands in. */
const lookAround = `(() => {
  const pieces = [];
  const blockOf = (node) => {
    let at = node.parentElement;
    while (at && at.parentElement && getComputedStyle(at).display.startsWith('inline')) at = at.parentElement;
    return at ?? document.body;
  };
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && pieces.length < 2000; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || /^(script|style|noscript|template)$/i.test(parent.tagName) || !/[0-9０-９]{4}/.test(node.data)) continue;
    const line = (blockOf(node).innerText || blockOf(node).textContent || '').slice(0, 20000);
    if (!/icp|备|備|[ab][12]/i.test(line.normalize('NFKC'))) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const style = getComputedStyle(parent);
    const shown = parent.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    pieces.push({
      line,
      text: node.data.slice(0, 20000),
      x: box.x + scrollX,
      y: box.y + scrollY,
      width: box.width,
      height: box.height,
      fontPx: parseFloat(style.fontSize) || 0,
      href: parent.closest('a[href]')?.href?.slice(0, 4096) || null,
      visible: shown && box.width > 0 && box.height > 0,
    });
  }
  const root = document.documentElement;
  return {
    title: document.title.slice(0, 10000),
    text: (document.body?.innerText ?? '').slice(0, 1000000),
    width: root.scrollWidth,
    height: root.scrollHeight,
    pieces,
  };
})()`;

const digitsOf = (text: string): string =>
  [...(text.normalize('NFKC').match(/\d+/g) ?? [])].sort((a, b) => b.length - a.length)[0] ?? '';

const webHref = (href: string | null): string | null => (href !== null && /^https?:/i.test(href) ? href : null);

const numbersIn = (sight: z.infer<typeof sightSchema>, marks: ProvinceMarks): LaidOutNumber[] =>
  sight.pieces.flatMap(({ line, text, x, y, width, height, fontPx, href, visible }) =>
    findNumbers(line, marks)
      .filter(({ written }) => text.normalize('NFKC').includes(digitsOf(written)))
      .map((number) => ({ number, box: { x, y, width, height }, fontPx, href: webHref(href), visible })),
  );

/** Answers the browser's requests from the guarded fetch, within limits; nothing but reading is allowed. */
const serve = (context: BrowserContext, { fetch, limits }: BrowserOptions, signal: AbortSignal) => {
  let requests = 0;
  let bytes = 0;
  return context.route('**/*', async (route: Route) => {
    const request = route.request();
    requests += 1;
    try {
      if (request.method() !== 'GET' || requests > limits.maxRequests || bytes > limits.maxBytes)
        return await route.abort();
      const reply = await fetch(request.url(), signal);
      if (reply.state !== 'answered') return await route.abort();
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

const lookAt = async (page: Page, url: string, options: BrowserOptions, marks: ProvinceMarks): Promise<LaidOutPage> => {
  const { totalTimeout, settleTimeout } = options.limits;
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: totalTimeout });
  // A page that never falls quiet is looked at as it is by then.
  await page.waitForLoadState('networkidle', { timeout: settleTimeout }).catch(() => undefined);
  const sight = sightSchema.parse(await page.evaluate(lookAround));
  const height = Math.max(1, Math.min(sight.height, longestScreenshot));
  const screenshot = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: Math.max(0, sight.height - height), width: viewport.width, height },
    animations: 'disabled',
    timeout: totalTimeout,
  });
  const { title, text, width, height: pageHeight } = sight;
  return { url: page.url(), title, text, width, height: pageHeight, numbers: numbersIn(sight, marks), screenshot };
};

/**
 * Opens a Chromium that has no network of its own: every name fails to resolve in it, and what pages load comes through
 * the guarded fetch. Throws when playwright-core is not installed or the browser does not start.
 */
export const openBrowser = async (options: BrowserOptions): Promise<PageBrowser> => {
  const { chromium } = await import('playwright-core');
  const browser: Browser = await chromium.launch({
    executablePath: options.executable,
    chromiumSandbox: options.sandbox,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-pings',
    ],
  });
  return {
    layOut: async (url, marks, signal) => {
      const timeout = AbortSignal.timeout(options.limits.totalTimeout);
      const within = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
      const context = await browser.newContext({
        viewport,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        serviceWorkers: 'block',
        acceptDownloads: false,
      });
      const leave = (): void => void context.close().catch(() => undefined);
      within.addEventListener('abort', leave, { once: true });
      try {
        // For the whole context: a window that the page opens is served the same way.
        await context.routeWebSocket('**', (socket) => socket.close());
        await serve(context, options, within);
        const page = await context.newPage();
        page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
        return known(await lookAt(page, url, options, marks), { source: url });
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
