import { z } from 'zod';
import { addDays } from '../../../src/dates/calendar.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { parsePoliceNumber } from '../../../src/identifiers/police-number.ts';
import { isFirm } from '../../reference/index.ts';
import { brokenNumber, hostOf, isRunning, mayHoldMore, shownNumbers } from '../_home-page.ts';

export default defineRule({
  id: 'website/police-number-invalid',
  since: '0.1.0',
  title: { 'zh-CN': '公安联网备案号缺失或有误', en: 'public-security filing number missing or wrong' },
  severity: 'error',
  tags: [],
  procedures: ['annual-report', 'filing'],
  subject: 'website',
  needs: [],
  uses: ['homepage'],
  basis: [
    {
      kind: 'law',
      cite: '计算机信息网络国际联网安全保护管理办法第十二条、第二十三条：联通之日起三十日内办理公安备案',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '华为云备案错误提示：公安备案号缺失或错误会被驳回', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    malformed: {
      'zh-CN': '{url} 的公安备案号“{number}”写法不对，应当是省份简称+公网安备+14 位数字+号。',
      en: 'the public-security number "{number}" of {url} is not well formed: province, 公网安备, 14 digits, 号.',
      fix: {
        'zh-CN': '照公安备案平台（beian.mps.gov.cn）上的编号逐字改正。',
        en: 'Copy the number from beian.mps.gov.cn.',
      },
    },
    differs: {
      'zh-CN': '{url} 首页标的公安备案号是“{seen}”，填报的是“{number}”。',
      en: 'the home page {url} shows the public-security number "{seen}", the dossier says "{number}".',
      fix: {
        'zh-CN': '到 beian.mps.gov.cn 查询，以登记的编号为准改正页面或填报。',
        en: 'Look it up at beian.mps.gov.cn and correct the page or the dossier.',
      },
    },
    'not-shown': {
      'zh-CN': '填报了公安备案号“{number}”，{url} 的首页上没有找到，应当放在首页底部并链接到 {link}。',
      en: 'the public-security number "{number}" was not found on {url}; show it at the foot, linked to {link}.',
      fix: { 'zh-CN': '把编号和图标放到首页底部。', en: 'Show the number at the foot of the page.' },
    },
    missing: {
      'zh-CN': '{url} 没有填公安备案号，首页上也没有；网站开通之日起 30 日内应当办理。',
      en: '{url} has no public-security number, neither declared nor shown; it is due within 30 days of going live.',
      fix: {
        'zh-CN': '到 https://beian.mps.gov.cn 办理，拿到编号后填入材料并放到首页底部；已经办了的补填。',
        en: 'File at https://beian.mps.gov.cn, then declare and show the number.',
      },
    },
    unlinked: {
      'zh-CN': '{url} 首页的公安备案号“{number}”没有链接到公安备案平台，应当链接到 {link}。',
      en: 'the public-security number "{number}" on {url} does not lead to its register; link it to {link}.',
      fix: { 'zh-CN': '给编号加上查询链接。', en: 'Add the link.' },
    },
  },
  appliesTo: isRunning,
  *check({ subject, today, evidence: { homepage }, reference: { marks, portals, deadlines } }) {
    const { url, policeNumber: number, openedOn } = subject.value;
    const at = fieldOf(subject, number === undefined ? 'url' : 'policeNumber');
    const own = number === undefined ? undefined : parsePoliceNumber(number, marks);
    if (number !== undefined && own?.ok === false) return yield { messageId: 'malformed', data: { url, number }, at };
    if (homepage.state === 'unknown') return yield open(homepage.reason, homepage.detail);
    const page = homepage.value;
    const shown = shownNumbers(page, 'police');
    const [first] = shown;
    if (first === undefined) {
      const broken = brokenNumber(page, 'police');
      if (broken !== undefined) {
        return yield { messageId: 'malformed', data: { url, number: broken }, at: fieldOf(subject, 'url') };
      }
      if (mayHoldMore(page)) return yield open('inconclusive', page.url);
      if (number !== undefined && own?.ok) {
        const data = { url, number, link: own.value.queryUrl };
        // The law asks for the filing; that its number is shown is what providers ask.
        return yield { messageId: 'not-shown', data, at, severity: 'warning' };
      }
      const clock = deadlines.clocks['police-filing'];
      const isDue = openedOn === undefined || !isFirm(clock) || today > addDays(openedOn, clock.value.amount);
      if (!isDue) return;
      const confidence = openedOn === undefined ? 'low' : 'high';
      return yield { messageId: 'missing', data: { url }, at, confidence };
    }
    const valid = shown.flatMap(({ number: { result }, href }) => (result.ok ? [{ ...result.value, href }] : []));
    const [seen] = valid;
    if (seen === undefined) {
      return yield { messageId: 'malformed', data: { url, number: first.number.written }, at: fieldOf(subject, 'url') };
    }
    const same = own?.ok ? valid.filter(({ canonical }) => canonical === own.value.canonical) : valid;
    const [matching] = same;
    if (matching === undefined && number !== undefined) {
      return yield {
        messageId: 'differs',
        data: { url, number, seen: seen.canonical },
        at,
        compared: { seen: seen.canonical, expected: number },
      };
    }
    const { police } = portals.hosts;
    const isLinked = same.some(({ href }) => href !== null && isFirm(police) && police.value.includes(hostOf(href)));
    if (matching === undefined || isLinked || !isFirm(police)) return;
    yield {
      messageId: 'unlinked',
      data: { url, number: matching.canonical, link: matching.queryUrl },
      at,
      severity: 'warning',
    };
  },
});
