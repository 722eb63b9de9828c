import { existsSync } from 'node:fs';
import os from 'node:os';
import { UsageError } from '../config/usage-error.ts';
import { unknown } from '../evidence/evidence.ts';
import { chromiumPlaces, defaultLayOutLimits, openBrowser, type PageBrowser } from '../network/browser.ts';
import { type Terminal, write } from './terminal.ts';

/**
 * The browser that `--browser` asks for, started with the first page that needs it. Throws UsageError when there is no
 * Chromium. Root has no sandbox, and without one the scripts of strangers' pages are not run.
 */
export function chromiumBrowser(place: string | undefined, english: boolean, terminal: Terminal): PageBrowser {
  const places = place === undefined ? (chromiumPlaces[os.platform()] ?? []) : [place];
  const executable = places.find((each) => existsSync(each));
  if (executable === undefined)
    throw new UsageError({
      'zh-CN': `找不到 Chromium 或 Chrome（找过：${places.join('、')}）。请安装，或写明位置：--chromium 路径；不加 --browser 则按网页源码判断。`,
      en: `no Chromium or Chrome is there (looked at ${places.join(', ')}). Install one or name it: --chromium path; without --browser pages are judged by their source.`,
    });
  const sandbox = os.platform() === 'win32' || os.userInfo().uid !== 0;
  const say = (zh: string, en: string) => write(terminal.stderr, `icp-check: ${english ? en : zh}\n`);
  let opened: Promise<PageBrowser | null> | undefined;
  const open = async (): Promise<PageBrowser | null> => {
    if (!sandbox)
      await say(
        '以 root 运行时浏览器没有沙箱，因此不运行网页脚本；由脚本画出的内容看不到。',
        'run by root the browser has no sandbox, so that scripts of pages are not run and what they draw is not seen.',
      );
    try {
      return await openBrowser({ executable, sandbox, scripts: sandbox, limits: defaultLayOutLimits });
    } catch (error) {
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      await say(
        `浏览器没能启动，按网页源码判断：${reason}`,
        `the browser did not start, pages are judged by their source: ${reason}`,
      );
      return null;
    }
  };
  return {
    layOut: async (url, fetch, signal) => {
      opened ??= open();
      const browser = await opened;
      return browser === null ? unknown('no-answer', executable) : browser.layOut(url, fetch, signal);
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}
