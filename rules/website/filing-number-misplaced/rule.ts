import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isAtFoot, isRunning, shownNumbers } from '../_home-page.ts';

export default defineRule({
  id: 'website/filing-number-misplaced',
  since: '0.1.0',
  title: { 'zh-CN': '备案号不在首页底部中央', en: 'filing number not at the foot of the page' },
  severity: 'error',
  tags: [],
  procedures: ['annual-report', 'filing'],
  subject: 'website',
  needs: ['homepage'],
  basis: [
    {
      kind: 'law',
      cite: '非经营性互联网信息服务备案管理办法（信息产业部令第33号）第十三条：主页底部的中央位置',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'not-at-foot': {
      'zh-CN': '{url} 首页的备案号“{number}”不在页面底部，应当放在底部中央。',
      en: 'the filing number "{number}" on {url} is not at the foot; it belongs there, in the middle.',
      fix: { 'zh-CN': '把备案号移到页面底部，居中显示。', en: 'Move the number to the foot, centred.' },
    },
    'not-centred': {
      'zh-CN': '{url} 首页的备案号“{number}”在底部{side}，办法要求的是底部中央。',
      en: 'the filing number "{number}" on {url} stands at the foot on the {side}; the measures say the middle.',
      fix: { 'zh-CN': '把页脚的对齐改为居中。', en: 'Centre it.' },
    },
  },
  appliesTo: isRunning,
  *check({ subject, evidence: { homepage } }) {
    const shown = shownNumbers(homepage, 'filing');
    const [first] = shown;
    if (first === undefined) return yield open('inconclusive', homepage.url);
    const { url } = subject.value;
    const at = fieldOf(subject, 'url');
    const number = first.number.written;
    const atFoot = shown.filter((each) => isAtFoot(homepage, each));
    if (atFoot.length === 0) {
      const confidence = homepage.drawnByScripts || homepage.truncated ? ('low' as const) : ('high' as const);
      return yield { messageId: 'not-at-foot', data: { url, number }, at, confidence };
    }
    const sides = atFoot.map(({ alignment }) => alignment);
    if (sides.some((side) => side === null || side === 'centre')) return;
    // An article wants it on the right, and nobody was refused for that.
    const isRight = sides.includes('right');
    const side = isRight ? { 'zh-CN': '靠右', en: 'right' } : { 'zh-CN': '靠左', en: 'left' };
    yield { messageId: 'not-centred', data: { url, number, side }, at, severity: isRight ? 'info' : 'warning' };
  },
});
