import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';
import { hostOf, isRunning, shownNumbers } from '../_home-page.ts';

export default defineRule({
  id: 'website/filing-number-unlinked',
  since: '0.1.0',
  title: { 'zh-CN': '备案号没有链接到备案系统', en: 'filing number not linked to the filing system' },
  severity: 'error',
  tags: [],
  procedures: ['annual-report', 'filing', 'renewal'],
  subject: 'website',
  needs: ['homepage'],
  basis: [
    {
      kind: 'law',
      cite: '非经营性互联网信息服务备案管理办法（信息产业部令第33号）第十三条、第二十五条：在备案编号下方链接备案管理系统网址',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    unlinked: {
      'zh-CN': '{url} 首页的备案号“{number}”没有链接，应当链接到 https://beian.miit.gov.cn/。',
      en: 'the filing number "{number}" on {url} has no link; it should lead to https://beian.miit.gov.cn/.',
      fix: {
        'zh-CN': '给备案号加上链接 https://beian.miit.gov.cn/。',
        en: 'Link the number to https://beian.miit.gov.cn/.',
      },
    },
    retired: {
      'zh-CN': '{url} 首页的备案号“{number}”还链接着已停用的 {host}，应当改为 beian.miit.gov.cn。',
      en: 'the filing number "{number}" on {url} still leads to {host}, which is retired; use beian.miit.gov.cn.',
      fix: { 'zh-CN': '把链接换成 https://beian.miit.gov.cn/。', en: 'Change the link to https://beian.miit.gov.cn/.' },
    },
    elsewhere: {
      'zh-CN': '{url} 首页的备案号“{number}”链接到了 {host}，应当链接到 beian.miit.gov.cn。',
      en: 'the filing number "{number}" on {url} leads to {host} instead of beian.miit.gov.cn.',
      fix: { 'zh-CN': '把链接换成 https://beian.miit.gov.cn/。', en: 'Change the link to https://beian.miit.gov.cn/.' },
    },
  },
  appliesTo: isRunning,
  *check({ subject, evidence: { homepage }, reference: { portals } }) {
    const { filing, retiredFiling } = portals.hosts;
    if (!isFirm(filing) || !isFirm(retiredFiling)) return;
    const shown = shownNumbers(homepage, 'filing');
    const [first] = shown;
    if (first === undefined) return yield open('inconclusive', homepage.url);
    const { url } = subject.value;
    const at = fieldOf(subject, 'url');
    const number = first.number.written;
    const hosts = shown.flatMap(({ href }) => (href === null ? [] : [hostOf(href)]));
    const [host] = hosts;
    if (hosts.some((each) => filing.value.includes(each))) return;
    if (host === undefined) return yield { messageId: 'unlinked', data: { url, number }, at };
    const messageId = retiredFiling.value.includes(host) ? 'retired' : 'elsewhere';
    yield { messageId, data: { url, number, host }, at };
  },
});
