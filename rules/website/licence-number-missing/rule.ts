import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { type LicenceNumber, parseLicenceNumber } from '../../../src/identifiers/licence-number.ts';
import { isRunning, mayHoldMore, shownNumbers } from '../_home-page.ts';

export default defineRule({
  id: 'website/licence-number-missing',
  since: '0.1.0',
  title: { 'zh-CN': '首页没有许可证编号', en: 'home page without the licence number' },
  severity: 'error',
  tags: [],
  procedures: ['annual-report', 'renewal'],
  subject: 'website',
  needs: ['homepage'],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第十二条、第二十二条：在主页的显著位置标明经营许可证编号',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '{url} 的首页上没有找到许可证编号，应当标明 {expected}。',
      en: 'no licence number was found on the home page {url}; it should show {expected}.',
      fix: {
        'zh-CN': '在首页底部写上“增值电信业务经营许可证：”和 {expected}。',
        en: 'Show {expected} at the foot of the page.',
      },
    },
    another: {
      'zh-CN': '{url} 首页标的许可证编号是“{seen}”，本次填报的是“{expected}”。',
      en: 'the home page {url} shows the licence number "{seen}", the dossier says "{expected}".',
      fix: {
        'zh-CN': '对照许可证原件：页面没有更新的改成“{expected}”，填报抄错的改填报。',
        en: 'Compare with the licence; show {expected} on the page, or correct the dossier.',
      },
    },
  },
  appliesTo: ({ subject, dossier }) => isRunning({ subject }) && dossier.licence !== undefined,
  *check({ subject, dossier, evidence: { homepage }, reference: { marks } }) {
    const { url } = subject.value;
    const at = fieldOf(subject, 'url');
    const declared = dossier.licence?.number ?? '';
    const own = parseLicenceNumber(declared, marks);
    const shown = shownNumbers(homepage, 'licence');
    const [first] = shown;
    if (first === undefined) {
      if (mayHoldMore(homepage)) return yield open('inconclusive', homepage.url);
      return yield { messageId: 'missing', data: { url, expected: own.ok ? own.value.canonical : unknownNumber }, at };
    }
    if (!own.ok) return yield open('inconclusive', declared);
    const expected = own.value.canonical;
    const isOwn = shown.some(({ number: { result } }) => result.ok && bare(result.value) === bare(own.value));
    if (isOwn) return;
    const seen = first.number.written;
    yield { messageId: 'another', data: { url, expected, seen }, at, compared: { seen, expected } };
  },
});

/** Said where the dossier gives a number that is none. */
const unknownNumber = { 'zh-CN': '许可证上的编号', en: 'the number on the licence' };

/** Without the index of a website, and without the 合字 that older pages leave out. */
function bare({ canonical, service }: LicenceNumber): string {
  const number = service === undefined ? canonical : canonical.slice(0, canonical.lastIndexOf('-'));
  return number.replace(/^合字/u, '');
}
