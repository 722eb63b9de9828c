import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { FileInspection, PageInspection, SealInspection } from '../../src/imaging/inspection.ts';
import type { Box, Raster } from '../../src/imaging/raster.ts';
import type { Exhibit, Picture } from '../../src/report/exhibit.ts';
import { type ExhibitSources, prepareExhibits } from '../../src/report/exhibits.ts';
import { at, dossier, finding, report } from './sample-report.ts';

/** A page of 1000 × 1400 pixels: white, with a black bar where a line stands. */
const line: Box = { x: 0.1, y: 0.2, width: 0.6, height: 0.02 };
const place: Box = { x: 0.6, y: 0.7, width: 0.2, height: 0.14 };
function page(): Raster {
  const [width, height] = [1000, 1400];
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = 280; y < 308; y++) data.fill(0, (y * width + 100) * 3, (y * width + 700) * 3);
  return { width, height, channels: 3, data };
}

const seal: SealInspection = {
  box: { x: 0.61, y: 0.71, width: 0.18, height: 0.12 },
  shape: 'round',
  ink: 'red',
  verdict: 'faint',
  reason: 'low-contrast',
  contrast: 0.1,
  coverage: 0.9,
  sharpness: 0.5,
  text: '',
  textConfidence: 0,
  innerText: '',
  number: '',
  kind: 'company',
  diameterMm: 40,
};

const read = (text: string, seals: readonly SealInspection[] = []): PageInspection => ({
  number: 2,
  widthMm: 210,
  heightMm: 297,
  dpi: 200,
  colour: 'colour',
  text: { source: 'ocr', content: text, confidence: 1, lines: [{ text, confidence: 1, box: line }] },
  quality: null,
  seals,
  edges: { slices: [], unclear: [] },
  signatures: null,
});

function sources(pages: readonly PageInspection[], more: Partial<ExhibitSources> = {}): ExhibitSources {
  const inspection: FileInspection = {
    file: 'a.pdf',
    sha256: '',
    bytes: 1,
    mediaType: 'application/pdf',
    problem: null,
    pages,
  };
  return {
    drawPage: async () => page(),
    inspect: async () => inspection,
    isIdentityDocument: () => false,
    answer: async () => null,
    layout: async () => null,
    ...more,
  };
}

const found = finding({ location: at(1, 1, '', { attachment: 'a.pdf', page: 2, box: place }) });

async function exhibits(from: ExhibitSources, unmask = false, one = found): Promise<readonly Exhibit[]> {
  const all = await prepareExhibits(report([dossier({ findings: [one] })]), from, { unmask });
  return all.get('clients/hangzhou-yunzhan')?.get(one.fingerprint) ?? [];
}

/** Mean luminance of a part of a picture, 0 to 255. */
async function luminance(
  { bytes, width, height }: Picture,
  { x, y, width: across, height: down }: Box,
): Promise<number> {
  const pixels = await sharp(bytes)
    .greyscale()
    .extract({
      left: Math.round(x * width),
      top: Math.round(y * height),
      width: Math.max(1, Math.round(across * width)),
      height: Math.max(1, Math.round(down * height)),
    })
    .raw()
    .toBuffer();
  return pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
}

describe('a page', () => {
  it('is shown small, with its place and the place enlarged', async () => {
    const [shown] = await exhibits(sources([read('第二条 服务内容')]));
    expect(shown).toMatchObject({ kind: 'page', attachment: 'a.pdf', page: 2, box: place, overview: { width: 240 } });
    if (shown?.kind !== 'page') return;
    expect(shown.overview.height).toBe(336);
    // 200 pixels of the place, and 4 % of the page on either side.
    expect(shown.detail?.width).toBeCloseTo(280, -1);
  });

  it('has lines with personal data painted over', async () => {
    const [shown] = await exhibits(sources([read('联系人电话 13812345678')]));
    const [clear] = await exhibits(sources([read('联系人电话见附件')]));
    if (shown?.kind !== 'page' || clear?.kind !== 'page') throw new Error('no page');
    expect(await luminance(clear.overview, line)).toBeLessThan(60);
    expect(await luminance(shown.overview, line)).toBeCloseTo(0x9a, -1);
  });

  it('is shown whole when personal data are asked for', async () => {
    const [shown] = await exhibits(sources([read('联系人电话 13812345678')]), true);
    if (shown?.kind !== 'page') throw new Error('no page');
    expect(await luminance(shown.overview, line)).toBeLessThan(60);
  });

  it('that nobody has read may hold anything: it is shown only unmasked', async () => {
    const [withheld] = await exhibits(sources([]));
    expect(withheld).toMatchObject({ kind: 'withheld', reason: 'unread' });
    const [shown] = await exhibits(sources([]), true);
    if (shown?.kind !== 'page') throw new Error('no page');
    expect(shown.detail?.width).toBeGreaterThan(200);
  });

  it.each(['手机 1381Z345b78', '公民身份证件号码：11O1O519491231OO2X', '开户账号 12O2'])(
    'hides a line that names personal data although its number was misread: %s',
    async (text) => {
      const [shown] = await exhibits(sources([read(text)]));
      if (shown?.kind !== 'page') throw new Error('no page');
      expect(await luminance(shown.overview, line)).toBeGreaterThan(100);
    },
  );

  it('comes with the seals at its place, not with others', async () => {
    const elsewhere = { ...seal, box: { x: 0.1, y: 0.1, width: 0.1, height: 0.1 } };
    const shown = await exhibits(sources([read('盖章', [elsewhere, seal])]));
    expect(shown.map(({ kind }) => kind)).toEqual(['page', 'seal']);
    expect(shown[1]).toMatchObject({ seal: { box: seal.box } });
  });

  it('that cannot be drawn says so', async () => {
    expect(await exhibits(sources([], { drawPage: async () => null }))).toEqual([
      { kind: 'withheld', attachment: 'a.pdf', reason: 'unreadable' },
    ]);
  });
});

describe('an identity document', () => {
  it.each([
    ['that is declared', sources([], { isIdentityDocument: () => true })],
    ['that its words give away, however it is declared', sources([read('公民 身份 号码 1101')])],
  ])('%s is not shown', async (_, from) => {
    const shown = await exhibits(from);
    expect(shown).toEqual([{ kind: 'withheld', attachment: 'a.pdf', reason: 'identity-document' }]);
  });

  it('is shown when personal data are asked for', async () => {
    const [shown] = await exhibits(sources([], { isIdentityDocument: () => true }), true);
    expect(shown?.kind).toBe('page');
  });
});

describe('an answer', () => {
  const whois = finding({
    subject: 'domain:yunzhan.cn',
    compared: { seen: '李建国', expected: '杭州云栈科技有限公司' },
    evidence: [{ kind: 'whois', source: 'whois.cnnic.cn', at: '', confidence: 'high', recorded: true }],
  });
  const text = [
    'Domain Name: yunzhan.cn',
    'ROID: 20190402s10001s00099118-cn',
    'Domain Status: ok',
    'Registrant: 李建国',
    'Registrant Contact Email: lijianguo@yunzhan.cn',
    'Sponsoring Registrar: 某注册商',
    'Name Server: ns1.yunzhan.cn',
    'DNSSEC: unsigned',
  ].join('\r\n');
  const answering = (raw: string) =>
    sources([], { answer: async () => ({ source: 'whois.cnnic.cn', at: '2026-03-01T01:30:00Z', text: raw }) });

  it('is shown around the line that was seen, masked, and the rest is counted', async () => {
    const [shown] = await exhibits(answering(text), false, whois);
    expect(shown).toEqual({
      kind: 'text',
      source: 'whois.cnnic.cn',
      at: '2026-03-01T01:30:00Z',
      lines: [
        { number: 2, text: 'ROID: 20190402s10001s00099118-cn', marked: false },
        { number: 3, text: 'Domain Status: ok', marked: false },
        { number: 4, text: 'Registrant: 李建国', marked: true },
        { number: 5, text: 'Registrant Contact Email: l***@yunzhan.cn', marked: false },
        { number: 6, text: 'Sponsoring Registrar: 某注册商', marked: false },
      ],
      omitted: 3,
    });
  });

  it('marks the registrant when nothing was compared', async () => {
    const { compared: _, ...uncompared } = whois;
    const [shown] = await exhibits(answering(text), true, uncompared);
    expect(shown?.kind === 'text' && shown.lines.filter(({ marked }) => marked).map(({ number }) => number)).toEqual([
      4,
    ]);
    expect(shown?.kind === 'text' && shown.lines.some(({ text: each }) => each.includes('lijianguo@'))).toBe(true);
  });

  it('is cut when nothing in it is marked', async () => {
    const [shown] = await exhibits(answering('x\n'.repeat(100).trimEnd()), false, whois);
    expect(shown).toMatchObject({ omitted: 86 });
  });
});

it('keys exhibits by the masked path of the dossier', async () => {
  const all = await prepareExhibits(
    report([dossier({ path: 'clients/13812345678', findings: [found] })]),
    sources([]),
    { unmask: false },
  );
  expect([...all.keys()]).toEqual(['clients/138****5678']);
});
