import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowedHost } from '../../src/network/allowed-host.ts';
import { startWebServer, type WebServer } from '../network/web-server.ts';
import { runCli } from './run-cli.ts';

describe('a host that is let through', () => {
  it.each([
    ['intranet.example', 'intranet.example'],
    [' Intranet.Example:8080 ', 'intranet.example:8080'],
    ['10.0.0.8', '10.0.0.8'],
    ['10.0.0.8:80', '10.0.0.8:80'],
    ['[::1]:8080', '[::1]:8080'],
    ['示例.中国', 'xn--fsq092h.xn--fiqs8s'],
  ])('%s is written %s', (written, expected) => {
    expect(allowedHost(written)).toBe(expected);
  });

  it.each(['', '*', 'http://a.example', 'a.example/x', 'a.example:0', 'a.example:65536', 'me@a.example', '::1', 'a b'])(
    '%j is none',
    (written) => {
      expect(allowedHost(written)).toBeNull();
    },
  );
});

describe('the command line', () => {
  let server: WebServer;
  let root = '';
  beforeEach(async () => {
    server = await startWebServer((_request, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end('<title>内网演示站</title><p>演示</p>'),
    );
    root = mkdtempSync(path.join(tmpdir(), 'allow-host-'));
    writeFileSync(
      path.join(root, 'dossier.yaml'),
      `procedure: annual-report
province: 浙江
company: { name: 杭州青禾示例网络科技有限公司, uscc: 91330106MAFAKE019Y, legalRepresentative: 周启明 }
websites: [{ name: 演示站, url: 'http://127.0.0.1:${server.port}/' }]
`,
    );
  });
  afterEach(() => server.close());

  const verdict = async (words: readonly string[]) => {
    const run = await runCli([root, '--only', 'website/unreachable', '-f', 'json', ...words], { cwd: root });
    return { ...run, verdict: JSON.parse(run.stdout).dossiers[0].verdicts[0] };
  };

  it('reaches nothing inside by itself', async () => {
    expect((await verdict([])).verdict).toMatchObject({ kind: 'open', reason: 'inside' });
    expect(server.requests).toEqual([]);
  });

  it('reaches the host and port that the operator names, by flag or by configuration, and no other port', async () => {
    expect((await verdict(['--allow-host', `127.0.0.1:${server.port}`])).verdict.kind).toBe('pass');
    expect((await verdict(['--allow-host', `127.0.0.1:${server.port + 1}`])).verdict.kind).toBe('open');
    writeFileSync(path.join(root, '.icp-check.yaml'), `network: { allowedHosts: ['127.0.0.1'] }\n`);
    expect((await verdict([])).verdict.kind).toBe('pass');
    expect(server.requests).toHaveLength(2);
  });

  it('says what is no host, in both places', async () => {
    const flag = await runCli([root, '--allow-host', 'http://127.0.0.1/'], { cwd: root });
    expect(flag.code).toBe(2);
    expect(flag.stderr).toContain('--allow-host');
    writeFileSync(path.join(root, '.icp-check.yaml'), `network: { allowedHosts: ['http://127.0.0.1/'] }\n`);
    const config = await runCli([root], { cwd: root });
    expect(config.code).toBe(2);
    expect(config.stderr).toContain('network.allowedHosts.0');
  });

  it('holds for collect, and what was collected is believed for as long as the configuration says', async () => {
    const collected = await runCli(['collect', root, '--allow-host', `127.0.0.1:${server.port}`], { cwd: root });
    expect(collected.stdout).toContain('homepage-');
    const [name = ''] = readdirSync(path.join(root, 'evidence')).filter((file) => file.startsWith('homepage-'));
    const file = path.join(root, 'evidence', name);
    const at = /collectedAt: (\S+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    const after = (days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);
    const offline = async (days: number) => (await verdict(['--offline', '--today', after(days)])).verdict;
    expect(await offline(29)).toMatchObject({ kind: 'pass' });
    expect(await offline(31)).toMatchObject({ kind: 'open', reason: 'stale' });
    writeFileSync(path.join(root, '.icp-check.yaml'), 'network: { freshnessDays: { homepage: 7 } }\n');
    expect(await offline(6)).toMatchObject({ kind: 'pass' });
    expect(await offline(8)).toMatchObject({ kind: 'open', reason: 'stale' });
  });
});
