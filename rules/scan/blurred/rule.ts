import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { percent } from '../_pages.ts';

/** Between the 98 % and the 84 % that `leastSharpness` was chosen by, nearer to the text that was still read. */
const READ_WELL = 0.95;

export default defineRule({
  id: 'scan/blurred',
  since: '0.1.0',
  title: { 'zh-CN': '页面模糊', en: 'blurred page' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['pages'],
  uses: ['text'],
  basis: [
    { kind: 'provider', cite: '腾讯云、华为云备案文档：证件模糊、反光的会被驳回', asOf: '2026-11' },
    { kind: 'practice', cite: '审核人员看不清的附件等于没有提交', asOf: '2026-11' },
  ],
  options: z.strictObject({
    // Measured by blurring a 200 dpi scan: at 0.34 its text was still read with 98 % confidence, at 0.26 with 84 %.
    leastSharpness: z
      .number()
      .min(0)
      .max(1)
      .default(0.3)
      .describe('低于它算模糊 sharpness under which a page is blurred'),
    clearSharpness: z
      .number()
      .min(0)
      .max(1)
      .default(0.4)
      .describe('低于它请人看一眼 sharpness under which somebody should look'),
  }),
  messages: {
    blurred: {
      'zh-CN': '“{document}”第 {page} 页模糊：清晰度 {sharpness}，要 {least} 以上（清楚的 200 dpi 扫描件是 100%）。',
      en: 'page {page} of the {document} is blurred: sharpness {sharpness} where {least} is needed (a clean 200 dpi scan has 100%).',
      fix: {
        'zh-CN': '把纸压平，用扫描仪重新扫描；只能拍照的，对准焦、拿稳、光线足，再拍一张。',
        en: 'Press the sheet flat and scan it again; if it must be photographed, focus, hold still and use good light.',
      },
    },
  },
  *check({ subject, evidence: { pages, text }, options: { leastSharpness, clearSharpness } }) {
    for (const { number: page, quality } of pages) {
      // Without print there is nothing to be sharp.
      if (quality.blank || quality.textHeightMm === null || quality.sharpness >= clearSharpness) continue;
      const read = text.state === 'known' ? text.value.find(({ number }) => number === page)?.text : undefined;
      // The second witness: what an engine reads with certainty, a person can read too.
      const isRead = read?.source === 'ocr' && read.confidence >= READ_WELL;
      const isUnderLeast = quality.sharpness < leastSharpness;
      if (isRead && !isUnderLeast) continue;
      yield {
        messageId: 'blurred',
        data: {
          document: kindName(subject.value.kind),
          page,
          sharpness: percent(quality.sharpness),
          least: percent(clearSharpness),
        },
        at: { ...subject.at, page },
        confidence: isUnderLeast && !isRead ? 'medium' : 'low',
      };
    }
  },
});
