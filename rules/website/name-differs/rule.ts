import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { mentionsCompany } from '../../../src/names/company-name.ts';
import { foldName } from '../../../src/names/fold.ts';
import { isRunning } from '../_home-page.ts';

export default defineRule({
  id: 'website/name-differs',
  since: '0.1.0',
  title: { 'zh-CN': '首页标题与网站名称无关', en: 'title has nothing of the filed name' },
  severity: 'warning',
  tags: [],
  procedures: ['annual-report', 'filing'],
  subject: 'website',
  needs: ['homepage'],
  basis: [
    { kind: 'provider', cite: '腾讯云备案驳回原因：网站名称应与网站内容相关；浙江要求与网站一致', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    differs: {
      'zh-CN': '{url} 的标题是“{title}”，备案的网站名称是“{name}”，看不出是同一个网站。',
      en: 'the title of {url} is "{title}", the filed name is "{name}"; they have nothing in common.',
      fix: {
        'zh-CN': '把标题改成备案的名称；网站已更名的，办理备案变更。',
        en: 'Change the title, or change the filing if the site was renamed.',
      },
    },
    untitled: {
      'zh-CN': '{url} 的首页没有标题，页面上也没有网站名称“{name}”。',
      en: 'the home page {url} has no title and nowhere shows the name "{name}".',
      fix: { 'zh-CN': '给首页加上标题“{name}”。', en: 'Give the page the title {name}.' },
    },
  },
  appliesTo: isRunning,
  *check({ subject, dossier, evidence: { homepage } }) {
    const { name, url } = subject.value;
    const title = homepage.title ?? '';
    if (haveSomethingInCommon(title, name) || foldName(homepage.text).includes(foldName(name))) return;
    if (homepage.drawnByScripts) return yield open('inconclusive', homepage.url);
    const at = fieldOf(subject, 'name');
    if (title === '') return yield { messageId: 'untitled', data: { url, name }, at, severity: 'info' };
    // A brand in Latin letters may well be the Chinese name, and a company may head its page with its own.
    const isDoubtful = mentionsCompany(title, dossier.company.name) || !/\p{Script=Han}/u.test(title);
    yield {
      messageId: 'differs',
      data: { url, title, name },
      at,
      confidence: isDoubtful ? 'low' : 'high',
      compared: { seen: title, expected: name },
    };
  },
});

/** Words that any site may have in its name. */
const anySite = /官方|网站|首页|主页|官网|平台|有限|公司|科技|网络|信息|中国|欢迎|服务/gu;

/** Two characters in a row, or a Latin word, that both have. */
function haveSomethingInCommon(a: string, b: string): boolean {
  const [telling, other] = [foldName(a), foldName(b).replace(anySite, '　')];
  const pairs = [...other.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair = '']) => pair);
  const words = other.match(/[a-z0-9]{3,}/gu) ?? [];
  const whole = foldName(b);
  return [...pairs, ...words].some((part) => telling.includes(part)) || (whole !== '' && telling.includes(whole));
}
