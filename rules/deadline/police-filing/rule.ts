import { z } from 'zod';
import { addDays, daysBetween } from '../../../src/dates/calendar.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'deadline/police-filing',
  since: '0.1.0',
  title: { 'zh-CN': '公安联网备案逾期', en: 'public-security filing overdue' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing', 'annual-report'],
  subject: 'website',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '《计算机信息网络国际联网安全保护管理办法》第十二条：自网络正式联通之日起 30 日内到公安机关备案；第二十三条：不备案的，警告或者停机整顿',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    overdue: {
      'zh-CN':
        '网站“{site}”{openedOn} 开通，公安联网备案最晚应在 {due} 办理，到 {today} 已晚 {late} 天，还没有备案号。',
      en: 'the site "{site}" opened on {openedOn}; its public-security filing was due by {due}. On {today}, {late} days later, it has no number.',
      fix: {
        'zh-CN':
          '登录全国互联网安全管理服务平台（beian.mps.gov.cn）办理，取得备案号后放到首页底部，并填到“公安备案号”。已办好的，补填备案号。',
        en: 'File at beian.mps.gov.cn, put the number at the foot of the home page and into policeNumber; if it was done, add the number.',
      },
    },
  },
  appliesTo: ({ subject: { value } }) => value.state !== 'new',
  *check({ subject, reference, today }) {
    const { name, openedOn, policeNumber } = subject.value;
    if (policeNumber !== undefined) return;
    if (openedOn === undefined) return yield open('not-supplied', `${name}: openedOn`);
    const clock = reference.deadlines.clocks['police-filing'];
    if (!isFirm(clock)) return yield open('not-supplied', 'rules/reference/deadlines.yaml');
    const due = addDays(openedOn, clock.value.amount);
    if (today <= due) return;
    yield {
      messageId: 'overdue',
      data: { site: name, openedOn, due, today, late: daysBetween(due, today) },
      at: fieldOf(subject, 'policeNumber'),
    };
  },
});
