import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { checkPaths } from '../check-paths.ts';
import { packageFile } from '../package-file.ts';
import { loadReporter } from '../reporters/registry.ts';
import { textOf } from '../reporters/reporter.ts';

/** `npm run pictures`: draws the README's pictures from real reports. Needs Chromium and fonts-noto-cjk. */
const target = packageFile('.github/pictures');
const report = await checkPaths(['fixtures/dossiers/top7'], { cwd: packageFile('.'), today: '2026-02-10' });
const view = { locale: 'zh-CN', columns: 100, verbose: false } as const;

// What the terminal page uses of SGR: bold, dim and six colours.
const styles: Readonly<Record<string, string>> = {
  '1': 'font-weight:bold',
  '2': 'opacity:.6',
  '31': 'color:#ff7b72',
  '32': 'color:#7ee787',
  '33': 'color:#e3b341',
  '36': 'color:#79c0ff',
};
const shownLines = 62;

function terminalPage(text: string): string {
  const escaped = text.split('\n').slice(0, shownLines).join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape codes are what is translated
  const coloured = escaped.replaceAll(/\u001b\[(\d+)m/gu, (_, code: string) => {
    const style = styles[code];
    return style === undefined ? '</span>' : `<span style="${style}">`;
  });
  return `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#0d1117"><pre style="display:inline-block;margin:0;padding:20px 24px;color:#e6edf3;font:14px/1.5 'Noto Sans Mono CJK SC',monospace">${coloured}</pre>`;
}

const render = async (name: 'pretty' | 'html', colour: boolean) =>
  textOf((await (await loadReporter(name))(report, { ...view, colour })).content);

const work = mkdtempSync(path.join(tmpdir(), 'pictures-'));
const pages = { terminal: terminalPage(await render('pretty', true)), html: await render('html', false) };
for (const [name, content] of Object.entries(pages)) writeFileSync(path.join(work, `${name}.html`), content);
mkdirSync(target, { recursive: true });

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const shots = [
  { file: 'report-terminal.png', page: 'terminal', width: 900, height: 600, dark: true },
  { file: 'report-html.png', page: 'html', width: 1200, height: 900, dark: false },
  { file: 'report-html-dark.png', page: 'html', width: 1200, height: 900, dark: true },
  { file: 'report-html-phone.png', page: 'html', width: 390, height: 844, dark: false },
] as const;
for (const { file, page: name, width, height, dark } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  await page.goto(pathToFileURL(path.join(work, `${name}.html`)).href);
  const shot = name === 'terminal' ? await page.locator('pre').screenshot() : await page.screenshot();
  writeFileSync(path.join(target, file), shot);
  await page.close();
}
await browser.close();
