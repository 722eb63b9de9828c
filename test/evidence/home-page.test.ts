import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenDossier, patched } from '../../src/development/case-dossier.ts';
import { type Subject, subjectsOf } from '../../src/dossier/subjects.ts';
import type { CollectorTools } from '../../src/evidence/collector.ts';
import { homepage, visit } from '../../src/evidence/collectors/home-page.ts';
import { createLookups } from '../../src/evidence/lookups.ts';
import { savedPage } from '../../src/network/homepage.ts';
import { recordVisit } from '../../src/network/page-visit.ts';
import { writeRecording } from '../../src/network/recording-file.ts';
import { indexPortfolio } from '../../src/portfolio/portfolio-index.ts';

const golden = goldenDossier('annual-report');

function scene(changes: Readonly<Record<string, unknown>>, folder = golden.folder, today = '2026-02-10') {
  const data = patched(golden.data, changes);
  const subject = subjectsOf(data, { path: '.', index: indexPortfolio([]) }).find(
    (each): each is Subject<'website'> => each.kind === 'website',
  );
  if (subject === undefined) throw new Error('the golden dossier has a website');
  const signal = new AbortController().signal;
  const tools: CollectorTools = {
    dossier: { ...golden, folder, data },
    today,
    inspect: () => Promise.reject(new Error('no attachment is looked at')),
    inspectOf: () => Promise.reject(new Error('no attachment is looked at')),
    lookups: createLookups({ folder, today, days: {}, network: null, browser: null, signal }),
  };
  return { subject, tools };
}

async function folderWith(file: string, html: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'home-page-'));
  await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
  await writeFile(path.join(folder, file), html);
  return folder;
}

describe('home page', () => {
  it('is read from the recorded visit when the dossier saves none', async () => {
    const { subject, tools } = scene({});
    const seen = await homepage.collect(subject, tools);
    expect(seen).toMatchObject({ state: 'known', recorded: true, value: { title: '青禾资讯' } });
    const numbers = seen.state === 'known' ? seen.value.numbers.map(({ number }) => number.written) : [];
    expect(numbers).toContain('浙ICP备2018000118号-1');
  });

  it('is the saved page where there is one', async () => {
    const folder = await folderWith(
      '首页/首页.html',
      '<title>存下的首页</title><footer>浙ICP备2018000118号-1</footer>',
    );
    const { subject, tools } = scene({ 'websites.0.homePage': '首页/首页.html' }, folder);
    expect(await homepage.collect(subject, tools)).toMatchObject({
      state: 'known',
      source: '首页/首页.html',
      value: { title: '存下的首页', status: null },
    });
    // That somebody saved it says nothing of whether the site answers.
    expect(await visit.collect(subject, tools)).toMatchObject({ state: 'unknown', reason: 'offline' });
  });

  it('is never read from outside the dossier', async () => {
    const folder = await folderWith('首页.html', '<title>别人的文件</title>');
    const inner = path.join(folder, 'dossier');
    await mkdir(inner);
    const { subject, tools } = scene({ 'websites.0.homePage': '../首页.html' }, inner);
    expect(await homepage.collect(subject, tools)).toMatchObject({ state: 'unknown', reason: 'unreadable' });
  });

  it('was not supplied when the saved page is gone', async () => {
    const { subject, tools } = scene({ 'websites.0.homePage': '首页/没有.html' });
    expect(await homepage.collect(subject, tools)).toMatchObject({ state: 'unknown', reason: 'not-supplied' });
  });

  it('is stale when the visit was recorded too long ago', async () => {
    const { subject, tools } = scene({}, golden.folder, '2026-12-01');
    expect(await homepage.collect(subject, tools)).toMatchObject({ state: 'unknown', reason: 'stale' });
  });

  it('has no answer where the site does not open yet, and the visit says so', async () => {
    const { subject, tools } = scene(
      { 'websites.0.url': 'https://www.qinghe-nongxun.cn/' },
      goldenDossier('filing').folder,
      '2026-03-10',
    );
    expect(await homepage.collect(subject, tools)).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    expect(await visit.collect(subject, tools)).toMatchObject({ state: 'known', value: { outcome: 'unreachable' } });
  });

  it('is not what a server says when it fails, and a saved page goes before it', async () => {
    const folder = await folderWith('首页.html', '<title>存下的首页</title>');
    const url = 'https://www.qinghe-example.cn/';
    const failure = { ...savedPage(url, Buffer.from('<title>502</title>')), status: 502 };
    await writeRecording(
      folder,
      recordVisit(url, { outcome: 'page', source: failure }, '2026-02-09T00:00:00.000Z', 'test'),
    );

    const visited = scene({}, folder);
    expect(await visit.collect(visited.subject, visited.tools)).toMatchObject({
      value: { outcome: 'page', source: { status: 502 } },
    });
    expect(await homepage.collect(visited.subject, visited.tools)).toMatchObject({
      state: 'unknown',
      reason: 'no-answer',
    });

    const saved = scene({ 'websites.0.homePage': '首页.html' }, folder);
    expect(await homepage.collect(saved.subject, saved.tools)).toMatchObject({ value: { title: '存下的首页' } });
  });
});
