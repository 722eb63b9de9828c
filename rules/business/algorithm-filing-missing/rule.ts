import { z } from 'zod';
import { addDays, addWeekdays, holidayMargin } from '../../../src/dates/calendar.ts';
import { offerWith } from '../../../src/dossier/offers.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseAlgorithmNumber } from '../../../src/identifiers/algorithm-number.ts';
import { isFirm } from '../../reference/index.ts';
import { swaysOpinion } from '../_algorithm.ts';

export default defineRule({
  id: 'business/algorithm-filing-missing',
  since: '0.1.0',
  title: { 'zh-CN': '算法推荐没有备案号', en: 'algorithm filing missing' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'application'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务算法推荐管理规定第二十四条：提供服务之日起十个工作日内备案；第二十六条：公示备案编号',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '“{name}”使用算法推荐，没有填算法备案号（网信算备……号）。',
      en: '"{name}" recommends by algorithm, but gives no filing number (网信算备…号).',
      fix: {
        'zh-CN':
          '到互联网信息服务算法备案系统办理备案，取得编号后填写并在首页公示；不具有舆论属性或社会动员能力的，写明理由。',
        en: 'File the algorithm and show its number; if it neither shapes opinion nor mobilises, say why.',
      },
    },
    coming: {
      'zh-CN': '“{name}”使用算法推荐，{when}要完成算法备案。',
      en: '"{name}" recommends by algorithm; its algorithm is to be filed {when}.',
      fix: {
        'zh-CN':
          '先备好算法自评估报告和拟公示内容，到期前在互联网信息服务算法备案系统提交；不具有舆论属性或社会动员能力的，不用备案。',
        en: 'Prepare the self-assessment and what is to be published, and file in time; a service that cannot sway opinion or mobilise people need not.',
      },
    },
    invalid: {
      'zh-CN': '算法备案号“{number}”形式不对，应为“网信算备”加 21 位数字加“号”。',
      en: 'the number "{number}" is malformed: 网信算备, 21 digits, 号.',
      fix: { 'zh-CN': '照备案系统公布的编号原样抄写。', en: 'Copy it from the filing system.' },
    },
  },

  *check({ dossier, reference, today }) {
    const numbers = (dossier.business?.services ?? []).map(({ algorithmFilingNumber }, index) => ({
      number: algorithmFilingNumber,
      index,
    }));
    for (const { number, index } of numbers) {
      if (number !== undefined && !parseAlgorithmNumber(number).ok) {
        yield {
          messageId: 'invalid',
          data: { number },
          at: { path: ['business', 'services', index, 'algorithmFilingNumber'] },
        };
      }
    }
    const offer = offerWith(dossier, ['algorithm-recommendation']);
    if (offer === undefined || numbers.some(({ number }) => number !== undefined)) return;
    const { name, features, openedOn, at } = offer;
    const clock = reference.deadlines.clocks['algorithm-filing'];
    const isNotYetOpen = openedOn === undefined ? dossier.procedure === 'application' : openedOn > today;
    const due = openedOn === undefined || !isFirm(clock) ? undefined : addWeekdays(openedOn, clock.value.amount);
    if (isNotYetOpen || (due !== undefined && today <= due)) {
      const when =
        due === undefined
          ? { 'zh-CN': '开通之日起十个工作日内', en: 'within ten working days of its opening' }
          : { 'zh-CN': `最晚 ${due}`, en: `by ${due}` };
      return yield { messageId: 'coming', data: { name, when }, at, severity: 'info' };
    }
    // Public holidays may lie between; and a tool without public content may need no filing.
    const isSure = swaysOpinion(features) && (due === undefined || today > addDays(due, holidayMargin));
    yield { messageId: 'missing', data: { name }, at, ...(isSure ? {} : { confidence: 'low' as const }) };
  },
});
