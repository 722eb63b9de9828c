import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isScreenshot, percent } from '../_pages.ts';

export default defineRule({
  id: 'scan/photographed-screen',
  since: '0.1.0',
  title: { 'zh-CN': '翻拍屏幕', en: 'photograph of a screen' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'attachment',
  needs: ['pages'],
  basis: [{ kind: 'provider', cite: '腾讯云、华为云备案文档：证件须为原件，翻拍件、复印件会被驳回', asOf: '2026-11' }],
  options: z.strictObject({
    // Logarithmic between a peak that noise makes by chance (0) and one that only a pattern makes (1): the middle.
    mostMoire: z.number().min(0).max(1).default(0.5).describe('屏幕网纹最多多强 largest strength of a screen pattern'),
  }),
  messages: {
    moire: {
      'zh-CN': '“{document}”第 {page} 页有屏幕网纹（强度 {strength}，应不超过 {most}），像是对着屏幕拍的。',
      en: 'page {page} of the {document} shows the pattern of a screen (strength {strength}, at most {most} expected): it looks like a photograph of one.',
      fix: {
        'zh-CN': '直接扫描或拍摄纸质原件，不要翻拍电脑、手机屏幕。',
        en: 'Scan or photograph the paper original itself, not a screen that shows it.',
      },
    },
  },
  appliesTo: ({ subject }) => !isScreenshot(subject.value.kind),
  *check({ subject, evidence, options: { mostMoire } }) {
    for (const { number: page, quality } of evidence.pages) {
      if (quality.blank || quality.moire <= mostMoire) continue;
      yield {
        messageId: 'moire',
        data: {
          document: kindName(subject.value.kind),
          page,
          strength: percent(quality.moire),
          most: percent(mostMoire),
        },
        at: { ...subject.at, page },
        // Printed screens and guilloches are regular too: somebody has to look.
        confidence: 'low',
      };
    }
  },
});
