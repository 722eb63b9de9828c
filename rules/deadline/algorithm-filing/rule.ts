import { z } from 'zod';
import { addDays, addWeekdays, holidayMargin } from '../../../src/dates/calendar.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { swaysOpinion } from '../../business/_algorithm.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'deadline/algorithm-filing',
  since: '0.1.0',
  title: { 'zh-CN': '算法备案逾期', en: 'algorithm filing overdue' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'application'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '《互联网信息服务算法推荐管理规定》第二十四条：具有舆论属性或者社会动员能力的，在提供服务之日起十个工作日内备案；第三十一条：罚款',
      asOf: '2026-11',
    },
    {
      kind: 'regulator',
      cite: '《具有舆论属性或社会动员能力的互联网信息服务安全评估规定》第二条：论坛、博客、聊天室、群组、公众账号、短视频、直播、信息分享等',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    overdue: {
      'zh-CN':
        '“{service}”用算法推荐，{openedOn} 开通，最晚应在 {due}（十个工作日）完成算法备案，到 {today} 还没有备案号。',
      en: '"{service}" recommends by algorithm and opened on {openedOn}; its algorithm was to be filed by {due} (ten working days). On {today} it has no number.',
      fix: {
        'zh-CN':
          '登录互联网信息服务算法备案系统（beian.cac.gov.cn）办理，取得“网信算备……号”后公示并填到“算法备案号”。确实不用算法推荐的，改正“功能”。',
        en: 'File at beian.cac.gov.cn, show the number and put it into algorithmFilingNumber; if there is no such algorithm, correct features.',
      },
    },
  },
  appliesTo: ({ dossier }) =>
    (dossier.business?.services ?? []).some(({ features = [] }) => features.includes('algorithm-recommendation')),
  *check({ dossier, reference, today }) {
    const clock = reference.deadlines.clocks['algorithm-filing'];
    if (!isFirm(clock)) return yield open('not-supplied', 'rules/reference/deadlines.yaml');
    for (const [index, service] of (dossier.business?.services ?? []).entries()) {
      const { features = [], openedOn, algorithmFilingNumber, name } = service;
      if (!features.includes('algorithm-recommendation') || algorithmFilingNumber !== undefined) continue;
      if (openedOn === undefined) {
        yield open('not-supplied', `business.services.${index}.openedOn`);
        continue;
      }
      const due = addWeekdays(openedOn, clock.value.amount);
      if (today <= due) continue;
      // Public holidays may lie between; and a tool without public content may need no filing.
      const isSure = today > addDays(due, holidayMargin) && swaysOpinion(features);
      yield {
        messageId: 'overdue',
        data: { service: name, openedOn, due, today },
        at: { path: ['business', 'services', index, 'algorithmFilingNumber'] },
        ...(isSure ? {} : { confidence: 'low' as const }),
      };
    }
  },
});
