import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { platform } from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPlaces } from '../../src/network/browser.ts';
import type { Report } from '../../src/report/report.ts';
import { startWebServer, type WebServer } from '../network/web-server.ts';
import { runCli } from './run-cli.ts';

const executable = (chromiumPlaces[platform] ?? []).find((place) => existsSync(place));

/** A page whose style sheet alone says where its number stands and how large it is. */
const html = `<!doctype html><meta charset="utf-8"><title>青禾资讯</title><link rel="stylesheet" href="/style.css">
<main>${'<p>行业资讯</p>'.repeat(30)}</main><div class="end"><a href="https://beian.miit.gov.cn/">浙ICP备2018000118号-1</a> 客服 13800138000</div>`;
const css = '.end { font-size: 9px; text-align: left } main { min-height: 1600px }';
const site: RequestListener = ({ url }, response) => {
  if (url === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  else if (url === '/style.css') response.setHeader('content-type', 'text/css').end(css);
  else response.writeHead(404).end();
};

/** Reports of one moment can be compared byte for byte. */
const oneMoment = { SOURCE_DATE_EPOCH: String(Math.floor(Date.now() / 1000)) };
const rules = 'website/filing-number-too-small,website/filing-number-misplaced';

describe.skipIf(executable === undefined)('--browser (needs a Chromium on the machine)', () => {
  let server: WebServer;
  let root = '';
  beforeEach(async () => {
    server = await startWebServer(site);
    root = mkdtempSync(path.join(tmpdir(), 'browser-'));
    writeDossier();
  });
  afterEach(() => server.close());

  const writeDossier = (more = '') =>
    writeFileSync(
      path.join(root, 'dossier.yaml'),
      `procedure: annual-report
province: 浙江
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
websites: [{ name: 青禾资讯, url: 'http://127.0.0.1:${server.port}/'${more} }]
`,
    );
  const check = async (...words: readonly string[]) => {
    const run = await runCli([root, '--only', rules, '-f', 'json', ...words], { cwd: root, env: oneMoment });
    const report: Report = JSON.parse(run.stdout);
    const [dossier] = report.dossiers;
    const verdicts = Object.fromEntries((dossier?.verdicts ?? []).map((each) => [each.ruleId, each]));
    return { run, verdicts, findings: dossier?.findings ?? [] };
  };
  const live = () => ['--allow-host', `127.0.0.1:${server.port}`, '--timeout', '60'];

  it('measures what the source alone does not say, and shows the place in the report', async () => {
    const blind = await check(...live());
    expect(blind.verdicts['website/filing-number-too-small']).toMatchObject({ kind: 'open', reason: 'inconclusive' });

    const page = path.join(root, 'report.html');
    const seen = await check(...live(), '--browser', '-f', `html:${page}`);
    expect(seen.findings.map(({ ruleId, messageId }) => [ruleId, messageId])).toEqual([
      ['website/filing-number-misplaced', 'not-centred'],
      ['website/filing-number-too-small', 'small'],
    ]);
    expect(seen.findings[1]?.message).toContain('9');
    expect(readFileSync(page, 'utf8')).toMatch(
      /<figure class="screenshot">.{0,80}<img[^>]+src="data:image\/webp;base64,/,
    );
  });

  it('is recorded by collect, so that a check without network and browser sees the same', async () => {
    const collected = await runCli(['collect', root, '--browser', ...live()], { cwd: root });
    expect(collected.stdout).toContain('layout-');
    const files = readdirSync(path.join(root, 'evidence'));
    const picture = files.find((name) => /^layout-.*\.png$/.test(name)) ?? '';
    expect(files.some((name) => /^layout-.*\.yaml$/.test(name))).toBe(true);
    await server.close();

    const page = path.join(root, 'report.html');
    const first = await check('--offline', '-f', `html:${page}`);
    expect(first.findings.map(({ messageId }) => messageId)).toEqual(['not-centred', 'small']);
    expect(first.findings[0]?.evidence[0]).toMatchObject({ kind: 'homepage', recorded: true });
    expect(readFileSync(page, 'utf8')).toContain('<figure class="screenshot">');
    const before = readFileSync(page, 'utf8');
    expect((await check('--offline', '-f', `html:${page}`)).run.stdout).toBe(first.run.stdout);
    expect(readFileSync(page, 'utf8')).toBe(before);

    appendFileSync(path.join(root, 'evidence', picture), 'x');
    const touched = await check('--offline', '-f', `html:${page}`);
    expect(touched.findings[0]?.evidence[0]).toMatchObject({ caution: 'edited-by-hand' });
    expect(readFileSync(page, 'utf8')).not.toContain('<figure class="screenshot">');
  });

  it('shows a page that was saved in the dossier, with what was saved beside it, and asks nobody', async () => {
    mkdirSync(path.join(root, '附件/首页_files'), { recursive: true });
    writeFileSync(path.join(root, '附件/首页.html'), html.replace('/style.css', './首页_files/style.css'));
    writeFileSync(path.join(root, '附件/首页_files/style.css'), css);
    writeDossier(', homePage: 附件/首页.html');
    const seen = await check('--offline', '--browser');
    expect(seen.findings.map(({ messageId }) => messageId)).toEqual(['not-centred', 'small']);
    expect(server.requests).toEqual([]);
  });

  it('judges by the source, and says so, when the page cannot be shown', async () => {
    const once: RequestListener = (request, response) => {
      // The visit is answered, the browser is not.
      if (server.requests.length > 1) request.socket.destroy();
      else site(request, response);
    };
    await server.close();
    server = await startWebServer(once);
    writeDossier();
    const seen = await check(...live(), '--browser');
    expect(seen.verdicts['website/filing-number-too-small']).toMatchObject({
      kind: 'open',
      evidence: [{ kind: 'homepage', caution: 'not-laid-out' }],
    });
  });
});

describe('a Chromium that is not there', () => {
  it('is said at once', async () => {
    const run = await runCli(['--chromium', '/nonexistent/chromium', '.'], { cwd: tmpdir() });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('/nonexistent/chromium');
  });
});
