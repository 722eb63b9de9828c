import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'website/open-before-filing',
  since: '0.1.0',
  title: { 'zh-CN': '未备案的新网站已能打开', en: 'site open before it is filed' },
  severity: 'error',
  tags: [],
  procedures: ['filing'],
  subject: 'website',
  needs: [],
  uses: ['visit'],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第四条：未履行备案手续的，不得从事互联网信息服务',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云、华为云备案驳回原因：未备案网站不得开启访问', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    open: {
      'zh-CN': '{url} 还没有备案，却已经能打开（返回 {status}），审核期间应当关闭。',
      en: '{url} is not filed yet but answers already (HTTP {status}); it must stay closed until the filing is granted.',
      fix: {
        'zh-CN': '停止域名解析或关闭网站，确认打不开以后再提交；备案通过再开通。',
        en: 'Stop resolving the name or close the site, submit, and open it once the filing is granted.',
      },
    },
    answers: {
      'zh-CN': '{url} 还没有备案，服务器有应答（{what}），不能确定网站是否已经开通。',
      en: '{url} is not filed yet, and something answers there ({what}); it may be open.',
      fix: {
        'zh-CN': '用浏览器打开看看：是自己的页面就关闭；是云服务商的拦截页，建议同时停止解析。',
        en: 'Open it in a browser: close a page of your own; if the provider blocks it, stop resolving the name as well.',
      },
    },
    saved: {
      'zh-CN': '{url} 填的是新增网站，材料里却存有它的首页（{file}），网站可能已经开通。',
      en: '{url} is declared as new, yet the dossier holds its home page ({file}); it may be open already.',
      fix: {
        'zh-CN': '确认网站现在打不开；存档只是设计稿的，不必放进材料。',
        en: 'Make sure that the site is closed; a mere draft need not be in the dossier.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.state === 'new',
  *check({ subject, evidence: { visit } }) {
    const { url, homePage: file } = subject.value;
    const at = fieldOf(subject, 'url');
    if (visit.state === 'unknown') {
      if (file === undefined) return yield open(visit.reason, visit.detail);
      return yield {
        messageId: 'saved',
        data: { url, file },
        at: fieldOf(subject, 'homePage'),
        confidence: 'low',
      };
    }
    switch (visit.value.outcome) {
      case 'unreachable':
        return;
      case 'refused':
        return yield open('inside', visit.value.url);
      case 'no-page':
      case 'redirect-loop': {
        const what = { 'zh-CN': '没有返回网页', en: 'no page' };
        return yield { messageId: 'answers', data: { url, what }, at, confidence: 'low' };
      }
      case 'page': {
        const status = visit.value.source.status ?? 200;
        // Clouds answer in the place of a name that is not filed, with an error.
        yield status < 400
          ? { messageId: 'open', data: { url, status }, at }
          : { messageId: 'answers', data: { url, what: `HTTP ${status}` }, at, confidence: 'low' };
      }
    }
  },
});
