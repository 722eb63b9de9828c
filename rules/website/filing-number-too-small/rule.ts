import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';
import { isRunning, shownNumbers } from '../_home-page.ts';

export default defineRule({
  id: 'website/filing-number-too-small',
  since: '0.1.0',
  title: { 'zh-CN': '备案号字号太小', en: 'filing number in small print' },
  severity: 'info',
  tags: [],
  procedures: ['annual-report', 'filing'],
  subject: 'website',
  needs: ['homepage'],
  basis: [{ kind: 'practice', cite: 'ICP 备案文章称字号不小于 12 像素；法规未规定字号', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    small: {
      'zh-CN': '{url} 首页的备案号“{number}”字号约 {size} 像素，文章建议不小于 {limit} 像素（法规没有规定）。',
      en: 'the filing number "{number}" on {url} is set in about {size} px; an article asks for {limit}, no rule does.',
      fix: { 'zh-CN': '把字号调到 {limit} 像素以上。', en: 'Set it in {limit} px or more.' },
    },
  },
  appliesTo: isRunning,
  *check({ subject, evidence: { homepage }, reference: { thresholds } }) {
    const limit = thresholds.footerFontPixels;
    if (!isFirm(limit)) return;
    const shown = shownNumbers(homepage, 'filing');
    const sizes = shown.flatMap(({ fontPx }) => (fontPx === null ? [] : [fontPx]));
    if (sizes.some((size) => size >= limit.value)) return;
    const [first] = shown;
    if (first === undefined || sizes.length < shown.length) return yield open('inconclusive', homepage.url);
    yield {
      messageId: 'small',
      data: {
        url: subject.value.url,
        number: first.number.written,
        size: Math.round(Math.max(...sizes) * 10) / 10,
        limit: limit.value,
      },
      at: fieldOf(subject, 'url'),
    };
  },
});
