import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { pageList } from '../_pages.ts';

export default defineRule({
  id: 'scan/skewed-or-rotated',
  since: '0.1.0',
  title: { 'zh-CN': '页面歪斜或放倒', en: 'skewed or rotated page' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['pages'],
  basis: [{ kind: 'practice', cite: '倒着、歪着的页面自动识别容易出错，审核人员也要逐页转正', asOf: '2026-11' }],
  options: z.strictObject({
    // Feeders skew a sheet by a degree or two; from three on, the lines of an A4 page climb by more than 9 mm.
    mostDegrees: z.number().min(0.5).max(15).default(3).describe('文字行最多可以歪多少度 largest skew in degrees'),
  }),
  messages: {
    rotated: {
      'zh-CN': '“{document}”{pages}放倒了，要转正才能看。',
      en: '{pages} of the {document} must be turned to be read.',
      fix: {
        'zh-CN': '在扫描软件或 PDF 工具里把这些页转正，保存后再上传。',
        en: 'Turn these pages upright in the scanning or PDF program, save, and upload again.',
      },
    },
    skewed: {
      'zh-CN': '“{document}”第 {page} 页歪了 {degrees}°，超过 {most}°。',
      en: 'page {page} of the {document} is skewed by {degrees}°, more than {most}°.',
      fix: {
        'zh-CN': '把纸靠齐扫描仪的边再扫一遍，或打开扫描软件的自动纠偏。',
        en: 'Align the sheet with the edge of the scanner and scan again, or switch on its deskewing.',
      },
    },
  },
  *check({ subject, evidence, options: { mostDegrees } }) {
    const document = kindName(subject.value.kind);
    // A page without text has no lines to lie straight.
    const pages = evidence.pages.filter(({ quality }) => !quality.blank && quality.textHeightMm !== null);
    const turned = pages.filter(({ quality }) => quality.rotation !== 0).map(({ number }) => number);
    const [first] = turned;
    if (first !== undefined) {
      yield {
        messageId: 'rotated',
        data: { document, pages: pageList(turned) },
        at: { ...subject.at, page: first },
        confidence: 'medium',
      };
    }
    for (const { number: page, quality } of pages) {
      const degrees = Math.abs(quality.skewDegrees);
      if (degrees <= mostDegrees) continue;
      yield {
        messageId: 'skewed',
        data: { document, page, degrees: degrees.toFixed(1), most: mostDegrees },
        at: { ...subject.at, page },
      };
    }
  },
});
