import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Picture } from '../../src/report/exhibit.ts';
import type { Report } from '../../src/report/report.ts';
import { html } from '../../src/reporters/html.ts';
import { type ReporterOptions, textOf } from '../../src/reporters/reporter.ts';
import { cleanDossier, rejectedDossier, sampleRules, troubledDossier } from '../report/sample-dossiers.ts';
import { sampleExhibits } from '../report/sample-exhibits.ts';
import { dossier, finding, report, verdict } from '../report/sample-report.ts';

const options: ReporterOptions = { locale: 'zh-CN', colour: false, columns: 80, verbose: false };
const text = async (whole: Report, more: Partial<ReporterOptions> = {}): Promise<string> =>
  textOf((await html(whole, { ...options, ...more })).content);

const single = () => report([troubledDossier()], { rules: sampleRules });
const portfolio = () =>
  report([
    troubledDossier(),
    cleanDossier(),
    rejectedDossier(),
    dossier({
      path: 'clients/wenzhou-oulue',
      company: '温州瓯略数据服务有限公司',
      deadline: { date: '2026-02-28', daysLeft: -10, what: { 'zh-CN': '续期最晚提交日', en: 'renewal due' } },
      findings: [finding({ ruleId: 'attachment/missing', subject: 'dossier:renewal', severity: 'warning' })],
    }),
  ]);

describe('the page as text', () => {
  it('is one file that names no other', async () => {
    const page = await text(portfolio(), { exhibits: await sampleExhibits() });
    expect(page).not.toMatch(/(?:src|href|action)="(?!#|data:|https:\/\/www\.gov\.cn\/)/u);
    expect(page).not.toMatch(/@import|url\(|<link|<iframe/u);
    expect(page).toContain(`default-src 'none'`);
  });

  it('is the same bytes for the same report', async () => {
    const exhibits = await sampleExhibits();
    expect(await text(portfolio(), { exhibits })).toBe(await text(portfolio(), { exhibits }));
  });

  it('holds every finding of a large portfolio, and stays quick by keeping them as text', async () => {
    const many = report(
      Array.from({ length: 60 }, (_, index) =>
        dossier({ path: `clients/${index}`, findings: Array.from({ length: 20 }, () => finding()) }),
      ),
    );
    const page = await text(many);
    expect(page.match(/<article class="finding error"/gu)).toHaveLength(1200);
    expect(page.match(/<script type="text\/html">/gu)).toHaveLength(60);
    expect((await text(single())).includes('<script type="text/html">')).toBe(false);
  });

  it('does not claim that all is well when something was not checked', async () => {
    const unchecked = dossier({ verdicts: [verdict('domain/expiring', 'domain:a.cn', 'open', { reason: 'timeout' })] });
    const page = await text(report([unchecked]));
    expect(page).toContain('没有检查 1 项 · 没有检查不等于合格');
    expect(page).not.toContain('没有发现问题');
    expect(page).not.toContain('>可以提交<');
  });
});

const program = process.env['ICP_CHECK_CHROMIUM'] ?? '/usr/bin/chromium';
const installed = existsSync(program);

describe.skipIf(!installed)(`in Chromium${installed ? '' : ` (skipped: ${program} is not installed)`}`, () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'icp-check-html-'));
    browser = await chromium.launch({
      executablePath: program,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    /** Everything that the page asked for beside itself. */
    readonly requests: string[];
    /** Errors, and what the content security policy refused. */
    readonly complaints: string[];
  }

  async function open(
    content: string,
    more: { readonly dark?: boolean; readonly phone?: boolean } = {},
  ): Promise<Opened> {
    const file = join(folder, 'report.html');
    await writeFile(file, content);
    const page = await browser.newPage({
      viewport: more.phone === true ? { width: 390, height: 844 } : { width: 1200, height: 900 },
      colorScheme: more.dark === true ? 'dark' : 'light',
    });
    const requests: string[] = [];
    const complaints: string[] = [];
    const own = pathToFileURL(file).href;
    page.on('request', (request) => {
      if (request.url() !== own && !request.url().startsWith('data:')) requests.push(request.url());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(own);
    return { page, requests, complaints };
  }

  const visible = (page: Page) => page.locator('section > .finding[data-rule]:visible');

  it('asks for nothing from elsewhere and makes no error, whatever is clicked', async () => {
    const { page, requests, complaints } = await open(await text(portfolio(), { exhibits: await sampleExhibits() }));
    for (const summary of await page.locator('details.dossier > summary').all()) await summary.click();
    await page.click('#language');
    await page.click('#theme');
    await page.locator('.dossiers th button').nth(1).click();
    await page.locator('.copy:visible').first().click();
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('filters by severity, rule and subject, and says how many are left', async () => {
    const { page } = await open(await text(single()));
    const output = page.locator('#finding-filter output');
    await expect(visible(page).count()).resolves.toBe(5);
    await page.uncheck('[name=severity][value=error]');
    await expect(visible(page).count()).resolves.toBe(2);
    await expect(output.textContent()).resolves.toBe('显示 2 项，共 5 项');
    await expect(page.locator('h2', { hasText: '错误' }).isVisible()).resolves.toBe(false);
    await page.check('[name=severity][value=error]');
    await page.selectOption('[name=rule]', 'scan/faint-seal');
    await expect(visible(page).count()).resolves.toBe(1);
    await page.fill('[name=subject]', '审计');
    await expect(visible(page).count()).resolves.toBe(0);
    await expect(page.locator('#no-match').isVisible()).resolves.toBe(true);
    await page.click('[type=reset]');
    // The browser resets the fields after the event, and the page counts after that.
    await expect.poll(() => page.locator('#no-match').isVisible()).toBe(false);
    await expect(visible(page).count()).resolves.toBe(5);
    await page.close();
  });

  it('copies the fix, and the letter where there is one', async () => {
    const { page } = await open(await text(single()));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const pasted = async (rule: string, button: string) => {
      await page.locator(`[data-rule="${rule}"] .copy`, { hasText: button }).first().click();
      await page.locator('#said:not(:empty)').waitFor();
      return page.evaluate<string>('navigator.clipboard.readText()');
    };
    const [registrant, revenue] = troubledDossier().findings;
    expect(await pasted('finance/zero-revenue-with-social-insurance', '复制文本')).toBe(revenue?.letter);
    expect(await pasted('finance/zero-revenue-with-social-insurance', '复制改法')).toBe(revenue?.texts.fix['zh-CN']);
    expect(await pasted('domain/registrant-mismatch', '复制改法')).toBe(registrant?.texts.fix['zh-CN']);
    await expect(page.locator('#said').textContent()).resolves.toBe('已复制');
    await page.close();
  });

  it('switches between the languages and back', async () => {
    const { page } = await open(await text(portfolio(), { exhibits: await sampleExhibits() }));
    const all = () => page.locator('body').innerText();
    const chinese = await all();
    await page.click('#language');
    await expect(page.locator('html').getAttribute('lang')).resolves.toBe('en');
    const english = await all();
    expect(english).toContain('not checked does not mean fine');
    expect(english).toContain('10 days overdue');
    await expect(page.title()).resolves.toBe('Dossier check report');
    await page.click('#language');
    expect(await all()).toBe(chinese);
    await page.close();
  });

  it('says in the switched language what an English report says', async () => {
    const switched = await open(await text(single()));
    await switched.page.click('#language');
    const english = await open(await text(single(), { locale: 'en' }));
    // The language button itself names the other language.
    expect(await switched.page.locator('main').innerText()).toBe(await english.page.locator('main').innerText());
    await switched.page.close();
    await english.page.close();
  });

  it('prints on A4, with everything that was unfolded and without the controls', async () => {
    const { page } = await open(await text(portfolio()), { dark: true });
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const printed = await PDFDocument.load(bytes);
    const [first] = printed.getPages();
    // A4 in points.
    expect(Math.round(first?.getWidth() ?? 0)).toBe(595);
    expect(Math.round(first?.getHeight() ?? 0)).toBe(842);
    expect(printed.getPageCount()).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.controls').first().isVisible()).resolves.toBe(false);
    await expect(page.evaluate('getComputedStyle(document.body).color')).resolves.toBe('rgb(28, 37, 48)');
    await page.close();
  });

  it('sorts and filters the dossiers, and opens one from the table', async () => {
    const { page } = await open(await text(portfolio()));
    const companies = () => page.locator('.dossiers tbody tr:visible td:nth-child(2) a').allInnerTexts();
    const errors = page.locator('.dossiers th', { hasText: '错误' });
    await errors.locator('button').click();
    await errors.locator('button').click();
    await expect(errors.getAttribute('aria-sort')).resolves.toBe('descending');
    expect((await companies())[0]).toBe('杭州云栈科技有限公司');
    await page.fill('#dossier-filter [name=text]', '宁波');
    expect(await companies()).toEqual(['宁波海拓网络科技有限公司']);
    await page.fill('#dossier-filter [name=text]', '');
    await page.selectOption('#dossier-filter [name=gate]', 'open');
    expect(await companies()).toHaveLength(2);
    await page.selectOption('#dossier-filter [name=gate]', '');
    await page.click('.dossiers a:has-text("杭州云栈")');
    await expect(page.locator('#d1').evaluate((details) => details.hasAttribute('open'))).resolves.toBe(true);
    await expect(visible(page).count()).resolves.toBe(5);
    await page.close();
  });

  it('finds the dossiers of a rule from its bar', async () => {
    const { page } = await open(await text(portfolio()));
    await page.click('.rule-link[data-rule="attachment/missing"]');
    await expect(visible(page).count()).resolves.toBe(1);
    await expect(page.locator('details.dossier:visible').count()).resolves.toBe(1);
    await page.close();
  });

  it('unpacks a dossier of a large portfolio when it is opened, in the language at hand', async () => {
    const many = report([
      troubledDossier(),
      dossier({ path: 'clients/large', findings: Array.from({ length: 1001 }, () => finding()) }),
    ]);
    const { page, complaints } = await open(await text(many));
    await expect(page.locator('.finding').count()).resolves.toBe(0);
    await page.click('#language');
    await page.click('#d1 > summary');
    await expect(page.locator('#d1 section > .finding').count()).resolves.toBe(5);
    await expect(page.locator('#d1').innerText()).resolves.toContain('Errors: 3');
    await page.fill('[name=subject]', '接入协议');
    await expect(visible(page).count()).resolves.toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows hostile names as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'></script><script>alert(2)</script>\u202e';
    const texts = { 'zh-CN': hostile, en: hostile };
    const whole = report([
      dossier({
        company: hostile,
        path: hostile,
        findings: [
          finding({
            ruleId: hostile,
            subject: hostile,
            letter: hostile,
            texts: { message: texts, fix: texts },
            compared: { seen: hostile, expected: hostile },
            basis: [{ kind: 'law', cite: hostile, url: 'javascript:alert(3)', asOf: '2026-11' }],
          }),
        ],
        verdicts: [verdict(hostile, hostile, 'open', { reason: hostile, detail: hostile })],
      }),
      ...Array.from({ length: 2 }, () =>
        dossier({ company: hostile, findings: Array.from({ length: 501 }, () => finding({ subject: hostile })) }),
      ),
    ]);
    const { page, requests, complaints } = await open(await text(whole));
    for (const summary of await page.locator('details.dossier > summary').all()) await summary.click();
    await page.click('#language');
    await page.click('#language');
    await expect(page.locator('img').count()).resolves.toBe(0);
    await expect(page.locator('a[href^="javascript"]').count()).resolves.toBe(0);
    await expect(page.locator('#d1 h2').first().innerText()).resolves.toBe(hostile.replace('\u202e', '<U+202E>'));
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  it.each([
    ['one dossier, light', single, {}],
    ['one dossier, dark', single, { dark: true }],
    ['a portfolio on a phone', portfolio, { phone: true }],
    ['a portfolio, dark', portfolio, { dark: true }],
  ] as const)('has no serious fault for people with disabilities: %s', async (_, whole, more) => {
    const { page } = await open(await text(whole(), { exhibits: await sampleExhibits() }), more);
    for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
    await page.evaluate(await readFile(axe, 'utf8'));
    const faults = await page.evaluate(async () => {
      // axe puts itself there.
      const { violations } = await (
        globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(faults).toEqual([]);
    await page.close();
  });

  it('needs no sideways scrolling on a phone', async () => {
    for (const whole of [single(), portfolio()]) {
      const { page } = await open(await text(whole, { exhibits: await sampleExhibits() }), { phone: true });
      for (const summary of await page.locator('details.dossier > summary').all()) await summary.click();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.close();
    }
  });

  it('draws the frame over the place on the page', async () => {
    const { page } = await open(await text(single(), { exhibits: await sampleExhibits() }));
    const paper = await page.locator('.paper').boundingBox();
    const frame = await page.locator('.frame').boundingBox();
    expect(paper !== null && frame !== null).toBe(true);
    if (paper === null || frame === null) return;
    expect((frame.x - paper.x) / paper.width).toBeCloseTo(0.62, 1);
    expect((frame.y - paper.y) / paper.height).toBeCloseTo(0.71, 1);
    expect(frame.width / paper.width).toBeCloseTo(0.18, 1);
    await page.close();
  });

  it('puts more than 20 MB of pictures into files beside it, and finds them there', async () => {
    const exhibits = await sampleExhibits();
    const [seal] = exhibits.get('clients/hangzhou-yunzhan')?.get('c3'.repeat(16)) ?? [];
    const small = seal?.kind === 'page' ? seal.overview : null;
    expect(small).not.toBeNull();
    if (small === null || seal?.kind !== 'page') return;
    // Bytes after the end of a picture are ignored by browsers.
    const heavy: Picture = { ...small, bytes: Buffer.concat([small.bytes, Buffer.alloc(16 * 1024 * 1024)]) };
    const large = new Map([['clients/hangzhou-yunzhan', new Map([['c3'.repeat(16), [{ ...seal, overview: heavy }]]])]]);
    const rendered = await html(single(), { ...options, exhibits: large, companionFolder: 'report_files' });
    expect(rendered.companions).toHaveLength(2);
    for (const { name } of rendered.companions) expect(name).toMatch(/^[0-9a-f]{32}\.webp$/u);
    await mkdir(join(folder, 'report_files'), { recursive: true });
    for (const { name, content } of rendered.companions) await writeFile(join(folder, 'report_files', name), content);
    const { page, requests, complaints } = await open(textOf(rendered.content));
    await page.locator('.sheet img').scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        page.evaluate<boolean>(
          '[...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)',
        ),
      )
      .toBe(true);
    expect(requests.every((url) => url.startsWith('file:') && url.includes('/report_files/'))).toBe(true);
    expect(complaints).toEqual([]);
    // Without a place for files, the pictures stay inside.
    expect((await html(single(), { ...options, exhibits: large })).companions).toEqual([]);
    await page.close();
  });
});
