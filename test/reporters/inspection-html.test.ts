import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileInspection, PageInspection, SealSlice } from '../../src/imaging/inspection.ts';
import { drawInspection, type FilePictures } from '../../src/report/inspection-pictures.ts';
import { qualityLimits } from '../../src/report/quality-limits.ts';
import { redactInspection } from '../../src/report/redaction.ts';
import { inspectionHtml } from '../../src/reporters/inspection-html.ts';
import { drawnPage, redSeal } from '../imaging/drawn-page.ts';

const hostile = '<img src=x onerror=alert(1)>"\'></script><script>alert(2)</script>\u202e.pdf';
const idNumber = '330106199003071234';

const page: PageInspection = {
  number: 1,
  widthMm: 210,
  heightMm: 297,
  dpi: 120,
  colour: 'colour',
  text: {
    source: 'ocr',
    content: `承诺书\n身份证号码：${idNumber}`,
    confidence: 0.9,
    lines: [
      { text: '承诺书', confidence: 0.99, box: { x: 0.4, y: 0.05, width: 0.2, height: 0.03 } },
      { text: `身份证号码：${idNumber}`, confidence: 0.9, box: { x: 0.1, y: 0.1, width: 0.8, height: 0.3 } },
    ],
  },
  quality: {
    sharpness: 0.35,
    skewDegrees: 4.2,
    rotation: 0,
    inkShare: 0.05,
    blank: false,
    glareShare: 0,
    lightEvenness: 0.9,
    textHeightMm: 3.5,
    croppedSides: ['left'],
    moire: 0,
    perceptualHash: '0'.repeat(16),
  },
  seals: [
    {
      // Where `redSeal` is drawn.
      box: { x: 0.619, y: 0.706, width: 0.191, height: 0.135 },
      shape: 'round',
      ink: 'red',
      verdict: 'faint',
      reason: 'low-contrast',
      contrast: 0.18,
      coverage: 0.97,
      sharpness: 0.5,
      text: '杭州云栈科技有限公司',
      textConfidence: 0.6,
      innerText: '',
      number: '',
      kind: 'company',
      diameterMm: 40,
    },
  ],
  edges: { slices: [], unclear: [] },
  signatures: [
    {
      label: '法定代表人（签字）：',
      box: { x: 0.3, y: 0.82, width: 0.3, height: 0.06 },
      inkBox: null,
      verdict: 'unsigned',
      reason: 'no-ink',
      confidence: 1,
      strokeMm: 0,
      slant: 0,
      heightRatio: 0,
      sealShare: 0,
    },
  ],
};

const slice: SealSlice = {
  side: 'right',
  ink: 'red',
  topMm: 100,
  bottomMm: 140,
  depthMm: 20,
  insetMm: 1,
  innerExtentMm: 29,
  outerExtentMm: 40,
};
const closing = { ...slice, topMm: 103, bottomMm: 142, innerExtentMm: 40, outerExtentMm: 29 };
/** Two sheets that bear the halves of one seal, a second one on the first sheet alone. */
const straddled: readonly PageInspection[] = [
  { ...page, edges: { slices: [slice, { ...slice, topMm: 200, bottomMm: 240 }], unclear: ['left'] } },
  { ...page, number: 2, edges: { slices: [closing], unclear: [] } },
];

const inspected = (file: string, pages: readonly PageInspection[] = [page]): FileInspection => ({
  file,
  sha256: 'ab'.repeat(32),
  bytes: 123_456,
  mediaType: 'image/png',
  problem: null,
  pages,
});

describe('the pictures of an inspection', () => {
  let folder = '';
  let drawn = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'icp-check-inspect-'));
    drawn = join(folder, 'page.png');
    await writeFile(drawn, await drawnPage({ overlay: redSeal(0.9) }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const drawnFor = (seen: FileInspection, unmask = false) => drawInspection(drawn, seen, { unmask });
  const only = (pictures: FilePictures) => pictures.get(1);

  it('covers the lines that hold personal data', async () => {
    const bytes = async (unmask: boolean) => {
      const picture = only(await drawnFor(inspected('a.png'), unmask))?.page;
      return typeof picture === 'object' ? picture.bytes.length : 0;
    };
    // A third of the print lies under the cover.
    expect(await bytes(false)).toBeLessThan(0.85 * (await bytes(true)));
  });

  it('show no identity card, by its print or by the name of the file', async () => {
    const card = {
      ...page,
      text: { ...(page.text ?? { lines: [] }), content: '公民 身份号码', source: 'ocr', confidence: 1 },
    };
    expect(only(await drawnFor(inspected('a.png', [card as PageInspection])))?.page).toBe('identity-document');
    expect(only(await drawnFor(inspected('张三身份证.png')))?.page).toBe('identity-document');
    expect(only(await drawnFor(inspected('张三身份证.png'), true))?.page).toMatchObject({ mediaType: 'image/webp' });
  });

  it('show only the seals of a page whose text nobody has read', async () => {
    const unread = { ...page, text: null, signatures: null };
    const shown = only(await drawnFor(inspected('a.png', [unread])));
    expect(shown?.page).toBe('unread');
    expect(shown?.seals).toHaveLength(1);
    expect(only(await drawnFor(inspected('a.png', [unread]), true))?.page).toMatchObject({ width: 992 });
  });

  it('show the slices of one seal over the same stretch of the sheets, as whole as they are deep', async () => {
    const second = { ...page, edges: { slices: [{ ...slice, topMm: 103, bottomMm: 142, depthMm: 10 }], unclear: [] } };
    const first = { ...page, edges: { slices: [slice], unclear: [] } };
    const both = async (pages: readonly PageInspection[]) => only(await drawnFor(inspected('a.png', pages)))?.slices[0];
    // A picture has one page; the second one's slice still belongs to the seal.
    const joined = await both([first, { ...second, number: 2 }]);
    const alone = await both([first]);
    const perMm = 120 / 25.4;
    expect(Math.abs((alone?.height ?? 0) - 40 * perMm)).toBeLessThan(2);
    expect(Math.abs((alone?.width ?? 0) - 20 * perMm)).toBeLessThan(2);
    expect(Math.abs((joined?.height ?? 0) - 42 * perMm)).toBeLessThan(2);
  });

  it('are missing, and nothing else, when the file went away', async () => {
    const gone = await drawInspection(join(folder, 'gone.png'), inspected('gone.png'), { unmask: false });
    expect(only(gone)?.page).toBe('unreadable');
  });
});

const program = process.env['ICP_CHECK_CHROMIUM'] ?? '/usr/bin/chromium';
const installed = existsSync(program);

describe.skipIf(!installed)(`in Chromium${installed ? '' : ` (skipped: ${program} is not installed)`}`, () => {
  let browser: Browser;
  let folder = '';
  let content = '';
  let english = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'icp-check-inspect-'));
    const drawn = join(folder, 'page.png');
    await writeFile(drawn, await drawnPage({ overlay: redSeal(0.9) }));
    const good = inspected('第二份.png', straddled);
    const bad = inspected(hostile);
    const broken: FileInspection = {
      ...inspected('坏.pdf', []),
      problem: { id: 'damaged', message: '文件损坏 / the file is damaged' },
    };
    const pictures = await Promise.all(
      [bad, good, broken].map((seen) => drawInspection(drawn, seen, { unmask: false })),
    );
    const sheet = {
      files: [bad, good, broken].map(redactInspection),
      pictures,
      limits: qualityLimits(),
      unmasked: false,
      version: '0.0.0',
    };
    content = inspectionHtml({ ...sheet, locale: 'zh-CN' });
    english = inspectionHtml({ ...sheet, locale: 'en' });
    browser = await chromium.launch({
      executablePath: program,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(html: string, more: { readonly dark?: boolean; readonly phone?: boolean } = {}) {
    const file = join(folder, 'inspect.html');
    await writeFile(file, html);
    const tab = await browser.newPage({
      viewport: more.phone === true ? { width: 390, height: 844 } : { width: 1300, height: 900 },
      colorScheme: more.dark === true ? 'dark' : 'light',
    });
    const strange: string[] = [];
    const own = pathToFileURL(file).href;
    tab.on('request', (request) => {
      if (request.url() !== own && !request.url().startsWith('data:')) strange.push(request.url());
    });
    tab.on('pageerror', ({ message }) => strange.push(message));
    tab.on('console', (message) => strange.push(message.text()));
    tab.on('dialog', (dialog) => {
      strange.push(dialog.message());
      void dialog.dismiss();
    });
    await tab.goto(own);
    return { tab, strange };
  }

  const text = (tab: Page) => tab.locator('body').innerText();

  it('shows hostile names as text, asks for nothing from elsewhere and makes no error', async () => {
    const { tab, strange } = await open(content);
    await tab.click('#language');
    await tab.click('#theme');
    await tab.check('#show-lines');
    await tab.locator('details.read > summary').first().click();
    await expect(tab.locator('.file h2').first().innerText()).resolves.toBe(hostile.replace('\u202e', '<U+202E>'));
    await expect(tab.locator('img[src="x"]').count()).resolves.toBe(0);
    expect(strange).toEqual([]);
    await tab.close();
  });

  it('masks personal data everywhere in the file', () => {
    expect(content).not.toContain(idNumber);
    expect(content).toContain('3301**********1234');
  });

  it('says what each verdict was judged by, and marks what did not meet its limit', async () => {
    const { tab } = await open(content);
    const first = tab.locator('.file').nth(1).locator('.inspected').first();
    const missed = await first.locator('tr.missed th').allInnerTexts();
    expect(missed).toEqual(['分辨率', '清晰度', '歪斜', '被切断的边', '与纸面的对比', '笔画总长']);
    const seal = await first.locator('.found.stamp').innerText();
    expect(seal).toContain('太淡');
    expect(seal).toMatch(/与纸面的对比\s+18%\s[^%]*至少 25%/u);
    expect(await text(tab)).toContain('文件损坏');
    await tab.close();
  });

  it('draws the boxes over their places, the lines of text when asked', async () => {
    const { tab } = await open(content);
    const paper = await tab.locator('.paper').first().boundingBox();
    const mark = await tab.locator('.mark.stamp').first().boundingBox();
    expect(paper !== null && mark !== null).toBe(true);
    if (paper === null || mark === null) return;
    expect((mark.x - paper.x) / paper.width).toBeCloseTo(0.61, 1);
    expect((mark.y - paper.y) / paper.height).toBeCloseTo(0.7, 1);
    const line = tab.locator('.mark.line').first();
    await expect(line.isVisible()).resolves.toBe(false);
    await tab.check('#show-lines');
    await expect(line.isVisible()).resolves.toBe(true);
    await tab.uncheck('#show-seals');
    await expect(tab.locator('.mark.stamp').first().isVisible()).resolves.toBe(false);
    await tab.close();
  });

  it('draws the slices of straddle seals at the edge, and says which make up which seal', async () => {
    const { tab } = await open(content);
    const file = tab.locator('.file').nth(1);
    const paper = await file.locator('.paper').first().boundingBox();
    const mark = file.locator('.mark.slice').first();
    const place = await mark.boundingBox();
    expect(paper !== null && place !== null).toBe(true);
    if (paper === null || place === null) return;
    expect((place.x - paper.x) / paper.width).toBeCloseTo(189 / 210, 2);
    expect((place.y - paper.y) / paper.height).toBeCloseTo(100 / 297, 2);
    expect(place.width / paper.width).toBeCloseTo(20 / 210, 2);
    const panels = await file.locator('.straddles .found').allInnerTexts();
    expect(panels).toHaveLength(2);
    expect(panels[0]).toMatch(/骑缝章 A[\s\S]*拼成一个完整的章[\s\S]*第 1、2 页 · 右边 · 红[\s\S]*40\.0 mm ✓/u);
    expect(panels[1]).toMatch(/骑缝章 B[\s\S]*只在一页上看到[\s\S]*第 1 页/u);
    expect(await file.locator('.inspected').first().innerText()).toContain('左边看不出有没有骑缝章');
    expect(await file.locator('.inspected').nth(1).locator('.found.slice').innerText()).toContain('骑缝章 A 的一部分');
    await tab.uncheck('#show-slices');
    await expect(mark.isVisible()).resolves.toBe(false);
    await tab.close();
  });

  it('shows the seal and its writing laid out straight', async () => {
    const { tab } = await open(content);
    await tab.locator('.strip img').first().scrollIntoViewIfNeeded();
    const shape =
      '(() => { const { naturalWidth, naturalHeight } = document.querySelector(".strip img"); return naturalWidth / naturalHeight; })()';
    await expect.poll(() => tab.evaluate<number>(shape)).toBeGreaterThan(4);
    await tab.close();
  });

  it('says the same in both languages', async () => {
    const switched = await open(content);
    await switched.tab.click('#language');
    const direct = await open(english);
    expect(await switched.tab.locator('main').innerText()).toBe(await direct.tab.locator('main').innerText());
    await switched.tab.close();
    await direct.tab.close();
  });

  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  it.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['on a phone', { phone: true }],
  ] as const)('has no serious fault for people with disabilities: %s', async (_, more) => {
    const { tab } = await open(content, more);
    await tab.check('#show-lines');
    for (const summary of await tab.locator('details.read > summary').all()) await summary.click();
    await tab.evaluate(await readFile(axe, 'utf8'));
    const faults = await tab.evaluate(async () => {
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
    if ('phone' in more) {
      expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    }
    await tab.close();
  });
});
