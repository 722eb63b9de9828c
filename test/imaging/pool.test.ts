import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { degrees, PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { InspectionRequest } from '../../src/imaging/inspection.ts';
import { IMAGING_LIMITS } from '../../src/imaging/limits.ts';
import { createImagingPool, type ImagingPool } from '../../src/imaging/pool.ts';
import { drawnPage } from './drawn-page.ts';

const NOTHING: InspectionRequest = { quality: false, seals: false, text: false };

let folder: string;
let pool: ImagingPool | undefined;
const file = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'icp-check-pool-'));
  await writeFile(
    file('page.jpg'),
    await sharp(await drawnPage({ dpi: 100 }))
      .jpeg()
      .toBuffer(),
  );
  await writeFile(file('slow.pdf'), await slowPdf());
});
afterEach(async () => {
  await pool?.close();
  pool = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Three pages, each painted over with a slanted picture thousands of times: minutes of rendering in 100 KB. */
async function slowPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const noise = sharp({
    create: {
      width: 900,
      height: 900,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });
  const picture = await pdf.embedJpg(await noise.jpeg({ quality: 20 }).toBuffer());
  for (let page = 0; page < 3; page++) {
    const sheet = pdf.addPage([595, 842]);
    for (let times = 0; times < 4000; times++) {
      sheet.drawImage(picture, { x: 200, y: -100, width: 800, height: 800, rotate: degrees(33), opacity: 0.5 });
    }
  }
  return pdf.save();
}

/** Process ids of this process's children that are imaging workers. Linux only. */
async function workers(): Promise<number[]> {
  const children = await readFile(`/proc/self/task/${process.pid}/children`, 'utf8');
  const found: number[] = [];
  for (const pid of children.split(' ').filter(Boolean).map(Number)) {
    if ((await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('tinypool')) found.push(pid);
  }
  return found;
}

/** Loading takes a second or two of processor time: a worker with more is at work on its file. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // After the name in brackets: user time is the 12th field, in hundredths of a second.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[11] ?? 0) / 100;
}

// Starting workers takes seconds, on a busy machine many.
describe('the pool', { timeout: 240_000 }, () => {
  it('looks at several files side by side, good and bad, and again while warm', async () => {
    pool = createImagingPool({ threads: 2, ocr: 'auto' });
    await writeFile(file('empty.pdf'), '');
    const seen = await Promise.all(
      ['page.jpg', 'empty.pdf', 'absent.pdf', '.', 'page.jpg'].map((name) => pool?.inspect(file(name), NOTHING)),
    );
    expect(seen.map((inspection) => inspection?.problem?.id ?? null)).toEqual([
      null,
      'empty',
      'missing',
      'not-a-file',
      null,
    ]);
    expect(seen[0]).toMatchObject({
      file: file('page.jpg'),
      mediaType: 'image/jpeg',
      pages: [{ number: 1, seals: null }],
    });
    expect(seen[4]).toEqual(seen[0]);
    expect(await pool.inspect(file('page.jpg'), NOTHING)).toEqual(seen[0]);
  });

  it('gives up a page that does not end, and goes on', async () => {
    pool = createImagingPool({ threads: 1, ocr: 'auto', limits: { ...IMAGING_LIMITS, milliseconds: 4000 } });
    const slow = await pool.inspect(file('slow.pdf'), NOTHING);
    expect(slow.problem?.id).toBe('timeout');
    // A file that takes no time even on a busy machine.
    expect((await pool.inspect(file('absent.pdf'), NOTHING)).problem?.id).toBe('missing');
  });

  it('rejects with the caller’s reason when the caller gives up, and goes on', async () => {
    pool = createImagingPool({ threads: 1, ocr: 'auto' });
    const controller = new AbortController();
    const looking = pool.inspect(file('slow.pdf'), NOTHING, controller.signal);
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 500);
    await expect(looking).rejects.toBe(reason);
    expect((await pool.inspect(file('page.jpg'), NOTHING)).problem).toBeNull();
  });

  it.skipIf(process.platform !== 'linux')(
    'calls a file damaged that crashed its reader twice, and goes on (finds its workers in /proc, Linux only)',
    async () => {
      pool = createImagingPool({ threads: 1, ocr: 'auto' });
      await pool.inspect(file('page.jpg'), NOTHING);
      const looking = pool.inspect(file('slow.pdf'), NOTHING);
      const seen = looking.then(() => 'seen' as const);
      while ((await Promise.race([seen, wait(200, 'looking' as const)])) === 'looking') {
        for (const pid of await workers()) if ((await cpuSeconds(pid)) > 4) process.kill(pid, 'SIGKILL');
      }
      expect(await looking).toMatchObject({ problem: { id: 'damaged' }, pages: [] });
      expect((await pool.inspect(file('page.jpg'), NOTHING)).problem).toBeNull();
    },
  );

  it('ends its workers when closed', async () => {
    pool = createImagingPool({ threads: 1, ocr: 'auto' });
    const looking = pool.inspect(file('slow.pdf'), NOTHING);
    looking.catch(() => undefined);
    await wait(300);
    await pool.close();
    await expect(looking).rejects.toThrow();
    await expect(pool.inspect(file('page.jpg'), NOTHING)).rejects.toThrow('closed');
  });

  it('leaves standard output to the report, whatever its engines print', async () => {
    const script = `
      import { createImagingPool } from ${JSON.stringify(new URL('../../src/imaging/pool.ts', import.meta.url).href)};
      const pool = createImagingPool({ threads: 1, ocr: 'tesseract' });
      const seen = await pool.inspect(${JSON.stringify(file('specks.png'))}, { quality: true, seals: true, text: true });
      await pool.close();
      if (seen.problem !== null || seen.pages[0].text.source === undefined) throw new Error(JSON.stringify(seen));`;
    // Specks around print make tesseract print statistics about diacritics.
    const specks = Array.from(
      { length: 400 },
      (_, index) => `<circle cx="${25 + ((index * 37) % 160)}" cy="${24 + ((index * 53) % 240)}" r="0.35"/>`,
    );
    await writeFile(file('specks.png'), await drawnPage({ dpi: 150, lines: 12, overlay: specks.join('') }));
    await writeFile(file('script.mts'), script);
    const tsx = path.resolve('node_modules/tsx/dist/cli.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [tsx, file('script.mts')]);
    expect(stdout).toBe('');
  });
});
