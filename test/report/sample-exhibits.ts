import sharp from 'sharp';
import type { SealInspection } from '../../src/imaging/inspection.ts';
import type { Exhibit, Exhibits, Picture } from '../../src/report/exhibit.ts';

/** A drawn agreement page with a pale seal, as pictures for a report. */
const pageSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="840" height="1188">
<rect width="840" height="1188" fill="#fdfcf8"/>
<g font-family="Noto Serif CJK SC, serif" fill="#222"><text x="300" y="110" font-size="40">接入服务协议</text>
${Array.from({ length: 16 }, (_, line) => `<rect x="90" y="${170 + line * 42}" width="${line % 4 === 3 ? 420 : 660}" height="14" fill="#666" opacity="0.55"/>`).join('')}
<text x="90" y="930" font-size="24">甲方：杭州云栈科技有限公司</text><text x="480" y="930" font-size="24">乙方（盖章）</text></g>
<g opacity="0.28" fill="none" stroke="#d21f1f"><circle cx="600" cy="920" r="74" stroke-width="5"/>
<path d="M600 884l9 26h27l-22 16 8 26-22-16-22 16 8-26-22-16h27z" fill="#d21f1f" stroke="none"/></g></svg>`;

async function picture(
  width: number,
  area?: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Promise<Picture> {
  const page = sharp(Buffer.from(pageSvg));
  const { data, info } = await (area === undefined ? page : page.extract(area))
    .resize({ width })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { mediaType: 'image/webp', width: info.width, height: info.height, bytes: data };
}

const seal: SealInspection = {
  box: { x: 0.62, y: 0.71, width: 0.18, height: 0.13 },
  shape: 'round',
  ink: 'red',
  verdict: 'faint',
  reason: 'low-contrast',
  contrast: 0.11,
  coverage: 0.83,
  sharpness: 0.4,
  text: '杭州云栈科技有限公司',
  textConfidence: 0.42,
  innerText: '合同专用章',
  number: '3301060123456',
  kind: 'contract',
  diameterMm: 42,
};

export async function sampleExhibits(): Promise<Exhibits> {
  const place = { left: 500, top: 820, width: 200, height: 200 };
  const faint: Exhibit[] = [
    {
      kind: 'page',
      attachment: '附件/接入协议.pdf',
      page: 2,
      overview: await picture(240),
      box: seal.box,
      detail: await picture(320, { left: 430, top: 790, width: 340, height: 260 }),
    },
    { kind: 'seal', attachment: '附件/接入协议.pdf', page: 2, picture: await picture(180, place), seal },
  ];
  const whois: Exhibit = {
    kind: 'text',
    source: 'whois.cnnic.cn',
    at: '2026-03-01T01:30:00.000Z',
    lines: [
      { number: 1, text: 'Domain Name: yunzhan.cn', marked: false },
      { number: 2, text: 'Registrant: 李建国', marked: true },
      { number: 3, text: 'Registrant Contact Email: l***@yunzhan.cn', marked: false },
    ],
    omitted: 9,
  };
  return new Map([
    [
      'clients/hangzhou-yunzhan',
      new Map<string, readonly Exhibit[]>([
        ['c3'.repeat(16), faint],
        ['a1'.repeat(16), [whois]],
        ['e5'.repeat(16), [{ kind: 'withheld', attachment: '附件/身份证.jpg', reason: 'identity-document' }]],
      ]),
    ],
  ]);
}
