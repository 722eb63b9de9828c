import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isScreenshot, percent } from '../_pages.ts';

export default defineRule({
  id: 'scan/glare-or-shadow',
  since: '0.1.0',
  title: { 'zh-CN': '反光或阴影', en: 'glare or shadow' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['pages'],
  basis: [{ kind: 'provider', cite: '腾讯云、华为云备案文档：证件模糊、反光的会被驳回', asOf: '2026-11' }],
  options: z.strictObject({
    // A hundredth of an A4 sheet is 6 cm², half a seal of 40 mm.
    mostGlare: z.number().min(0).max(1).default(0.01).describe('反光最多占页面多少 largest share washed out by glare'),
    // At half the light of the brightest paper, white paper is as dark as grey print on the lit side.
    leastEvenness: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('最暗处的亮度至少是最亮处的多少 darkest paper against brightest'),
  }),
  messages: {
    glare: {
      'zh-CN': '“{document}”第 {page} 页有反光，{share} 的页面发白看不见字，应不超过 {most}。',
      en: '{share} of page {page} of the {document} is washed out by glare; at most {most} should be.',
      fix: {
        'zh-CN': '用扫描仪扫描；只能拍照的，关掉闪光灯，避开灯光直射，取出塑封或玻璃框再拍。',
        en: 'Use a scanner; if it must be photographed, switch the flash off, avoid direct lamps and take it out of film or glass.',
      },
    },
    shadow: {
      'zh-CN': '“{document}”第 {page} 页有阴影：最暗处只有最亮处的 {share}，应在 {least} 以上。',
      en: 'page {page} of the {document} lies in shadow: its darkest paper has {share} of the light of its brightest, where {least} is needed.',
      fix: {
        'zh-CN': '用扫描仪扫描，书脊处压平；只能拍照的，光线均匀，不要让手和手机的影子落在纸上。',
        en: 'Use a scanner and press the fold flat; if it must be photographed, use even light and keep hand and phone from casting a shadow.',
      },
    },
  },
  appliesTo: ({ subject }) => !isScreenshot(subject.value.kind),
  *check({ subject, evidence, options: { mostGlare, leastEvenness } }) {
    const document = kindName(subject.value.kind);
    for (const { number: page, quality } of evidence.pages) {
      const { blank, glareShare, lightEvenness } = quality;
      if (blank) continue;
      const at = { ...subject.at, page };
      if (glareShare > mostGlare) {
        const data = { document, page, share: percent(glareShare), most: percent(mostGlare) };
        yield { messageId: 'glare', data, at, confidence: 'medium' };
      }
      if (lightEvenness < leastEvenness) {
        const data = { document, page, share: percent(lightEvenness), least: percent(leastEvenness) };
        yield { messageId: 'shadow', data, at, confidence: 'medium' };
      }
    }
  },
});
