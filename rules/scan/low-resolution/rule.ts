import { z } from 'zod';
import type { AttachmentKind } from '../../../src/dossier/attachment-kinds.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isScreenshot, pageList } from '../_pages.ts';

const MM_PER_INCH = 25.4;
/** Programs fit a scan into a slightly larger page: 5 % fewer dots per inch are no other scan. */
const FITTED = 0.95;

/** Pictures of less than a sheet, whose size on paper the file seldom states; only their print is measured. */
const anySize: ReadonlySet<AttachmentKind> = new Set(['id-card-front', 'id-card-back', 'domain-certificate']);

export default defineRule({
  id: 'scan/low-resolution',
  since: '0.1.0',
  title: { 'zh-CN': '分辨率太低', en: 'resolution too low' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['pages'],
  basis: [
    { kind: 'practice', cite: '行业惯例：纸质材料用 150 dpi 以上扫描；未见法规规定', asOf: '2026-11' },
    { kind: 'provider', cite: '阿里云文字识别的图片要求：单字高 10–50 像素', asOf: '2026-11' },
  ],
  options: z.strictObject({
    leastDpi: z.number().min(50).max(600).default(150).describe('纸面上每英寸至少多少点 least dots per inch on paper'),
    // What a recogniser of print asks of a character, see basis.
    leastTextPixels: z
      .number()
      .min(4)
      .max(50)
      .default(10)
      .describe('正文字高至少多少像素 least height of text in pixels'),
  }),
  messages: {
    'few-dots': {
      'zh-CN': '“{document}”{pages}的分辨率只有 {dpi} dpi，应在 {least} dpi 以上。',
      en: '{pages} of the {document}: {dpi} dpi only, where {least} dpi is needed.',
      fix: {
        'zh-CN': '用 200–300 dpi 重新扫描原件。把现有图片放大没有用。',
        en: 'Scan the original again at 200 to 300 dpi. Enlarging the present picture does not help.',
      },
    },
    'small-text': {
      'zh-CN': '“{document}”{pages}的字太小：字高约 {pixels} 像素，要 {least} 像素以上才认得准。',
      en: '{pages} of the {document}: the print is {pixels} pixels tall, where {least} are needed to be read with certainty.',
      fix: {
        'zh-CN': '用更高的分辨率重新扫描，或把内容分成几页放大打印后再扫描。',
        en: 'Scan again at a higher resolution, or print the content larger on more pages first.',
      },
    },
  },
  appliesTo: ({ subject }) => !isScreenshot(subject.value.kind),
  *check({ subject, evidence, options: { leastDpi, leastTextPixels } }) {
    const { kind } = subject.value;
    const printed = evidence.pages.filter(({ quality }) => !quality.blank);
    const coarse = anySize.has(kind) ? [] : printed.filter(({ dpi }) => dpi < leastDpi * FITTED);
    const [first] = coarse;
    if (first !== undefined) {
      yield {
        messageId: 'few-dots',
        data: {
          document: kindName(kind),
          pages: pageList(coarse.map(({ number }) => number)),
          dpi: Math.min(...coarse.map(({ dpi }) => dpi)),
          least: leastDpi,
        },
        at: { ...subject.at, page: first.number },
      };
    }
    const small = printed.flatMap((page) => {
      const { textHeightMm } = page.quality;
      if (textHeightMm === null || coarse.includes(page)) return [];
      const pixels = (textHeightMm / MM_PER_INCH) * page.dpi;
      return pixels < leastTextPixels ? [{ number: page.number, pixels }] : [];
    });
    const [smallest] = [...small].sort((a, b) => a.pixels - b.pixels);
    if (smallest === undefined) return;
    yield {
      messageId: 'small-text',
      data: {
        document: kindName(kind),
        pages: pageList(small.map(({ number }) => number)),
        pixels: smallest.pixels.toFixed(1),
        least: leastTextPixels,
      },
      at: { ...subject.at, page: smallest.number },
      confidence: 'medium',
    };
  },
});
