import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { parseFilingNumber } from '../../../src/identifiers/filing-number.ts';
import { parseLicenceNumber } from '../../../src/identifiers/licence-number.ts';
import { brokenNumber, hiddenNumbers, isRunning, mayHoldMore, shownNumbers } from '../_home-page.ts';

export default defineRule({
  id: 'website/filing-number-missing',
  since: '0.1.0',
  title: { 'zh-CN': '首页没有本站备案号', en: 'home page without the site’s filing number' },
  severity: 'error',
  tags: [],
  procedures: ['annual-report', 'filing', 'renewal'],
  subject: 'website',
  needs: ['homepage'],
  basis: [
    {
      kind: 'law',
      cite: '非经营性互联网信息服务备案管理办法（信息产业部令第33号）第十三条：在主页底部的中央位置标明备案编号',
      asOf: '2026-11',
    },
    { kind: 'law', cite: '互联网信息服务管理办法（国务院令第292号）第十二条、第二十二条', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '{url} 的首页上没有找到备案号，应当标明 {expected}。',
      en: 'no filing number was found on the home page {url}; it should show {expected}.',
      fix: {
        'zh-CN': '在首页底部中央放上备案号，并链接到 https://beian.miit.gov.cn/。',
        en: 'Show the number at the foot, in the middle, linked to https://beian.miit.gov.cn/.',
      },
    },
    hidden: {
      'zh-CN': '{url} 首页的备案号“{seen}”被网页样式隐藏，访客看不到。',
      en: 'the filing number "{seen}" on {url} is hidden by the page’s own styles.',
      fix: { 'zh-CN': '去掉隐藏样式，让备案号在页面底部显示出来。', en: 'Remove the style that hides it.' },
    },
    another: {
      'zh-CN': '{url} 首页标的是“{seen}”，填报的备案号是“{expected}”，不是同一个主体。',
      en: 'the home page {url} shows "{seen}", the dossier says "{expected}": another subject’s number.',
      fix: {
        'zh-CN': '到 beian.miit.gov.cn 查询本域名的备案号：页面错了改页面，填报错了改填报。',
        en: 'Look the domain up at beian.miit.gov.cn; correct the page or the dossier.',
      },
    },
    'other-site': {
      'zh-CN': '{url} 首页标的是“{seen}”，填报的是“{expected}”：主体相同，网站序号不同。',
      en: 'the home page {url} shows "{seen}", the dossier says "{expected}": the same subject, another site.',
      fix: {
        'zh-CN': '到 beian.miit.gov.cn 查询本域名的序号，把页面或填报改成一致。',
        en: 'Look the domain up at beian.miit.gov.cn and make both agree.',
      },
    },
    malformed: {
      'zh-CN': '{url} 首页的备案号“{seen}”不是有效的写法，应当是 {expected}。',
      en: 'the filing number "{seen}" on {url} is not well formed; it should be {expected}.',
      fix: { 'zh-CN': '照备案通知或查询结果逐字改正页面上的号码。', en: 'Correct the number on the page.' },
    },
  },
  appliesTo: isRunning,
  *check({ subject, dossier, evidence: { homepage }, reference: { marks } }) {
    const { url, filingNumber } = subject.value;
    const declared = filingNumber ?? dossier.filing?.number;
    const at = fieldOf(subject, filingNumber === undefined ? 'url' : 'filingNumber');
    const licence = declared === undefined ? undefined : parseLicenceNumber(declared, marks);
    // A licensed site may be filed under the licence's number with an index.
    if (declared !== undefined && licence?.ok && licence.value.service !== undefined) {
      const { canonical } = licence.value;
      const isShown = shownNumbers(homepage, 'licence').some(
        ({ number: { result } }) => result.ok && result.value.canonical === canonical,
      );
      if (isShown) return;
      if (mayHoldMore(homepage)) return yield open('inconclusive', homepage.url);
      return yield { messageId: 'missing', data: { url, expected: canonical }, at };
    }
    const own = declared === undefined ? undefined : parseFilingNumber(declared, marks);
    const expected = own?.ok ? own.value.canonical : unknownNumber;
    const shown = shownNumbers(homepage, 'filing');
    const [first] = shown;
    if (first === undefined) {
      const [hidden] = hiddenNumbers(homepage, 'filing');
      const broken = hidden === undefined ? brokenNumber(homepage, 'filing') : undefined;
      if (broken !== undefined) return yield { messageId: 'malformed', data: { url, expected, seen: broken }, at };
      if (mayHoldMore(homepage)) return yield open('inconclusive', homepage.url);
      return hidden === undefined
        ? yield { messageId: 'missing', data: { url, expected }, at }
        : yield { messageId: 'hidden', data: { url, expected, seen: hidden.number.written }, at };
    }
    const valid = shown.flatMap(({ number: { result } }) => (result.ok ? [result.value] : []));
    const [seen] = valid;
    if (seen === undefined)
      return yield { messageId: 'malformed', data: { url, expected, seen: first.number.written }, at };
    if (own === undefined || !own.ok) return;
    const sameSubject = valid.filter(({ subject: number }) => number === own.value.subject);
    const [same] = sameSubject;
    const compared = (number: string) => ({ seen: number, expected: own.value.canonical });
    const ownSite = own.value.service?.index;
    if (same === undefined) {
      yield {
        messageId: 'another',
        data: { url, ...compared(seen.canonical) },
        at,
        compared: compared(seen.canonical),
      };
    } else if (
      ownSite !== undefined &&
      sameSubject.every(({ service }) => service !== undefined && service.index !== ownSite)
    ) {
      yield {
        messageId: 'other-site',
        data: { url, ...compared(same.canonical) },
        at,
        severity: 'warning',
        compared: compared(same.canonical),
      };
    }
  },
});

/** Said where the dossier gives no number, or one that is none. */
const unknownNumber = { 'zh-CN': '备案时拿到的本站备案号', en: 'the number that this site was given' };
