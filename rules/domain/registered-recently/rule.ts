import { z } from 'zod';
import { addMonths } from '../../../src/dates/calendar.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'domain/registered-recently',
  since: '0.1.0',
  title: { 'zh-CN': '域名注册时间较短', en: 'domain registered recently' },
  severity: 'info',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'domain',
  needs: [],
  basis: [
    { kind: 'practice', cite: '文章《企业ICP备案流程》称注册须满 3 个月；各接入商文档均无此要求', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    recent: {
      'zh-CN':
        '域名 {domain} 于 {registered} 注册，不满 {months} 个月。有文章称要满 {months} 个月，接入商文档没有这个要求，一般不影响备案。',
      en: '{domain} was registered on {registered}, less than {months} months ago. An article asks for {months} months; no provider does, so it rarely matters.',
      fix: {
        'zh-CN': '不必等待；真正要看的是实名认证是否已同步、剩余有效期是否够。',
        en: 'No need to wait; what counts is that the real-name data are synchronised and the domain stays valid.',
      },
    },
  },
  *check({ subject, reference, today }) {
    const { name, registeredOn } = subject.value;
    const { domainAgeMonths } = reference.thresholds;
    if (registeredOn === undefined) return yield open('not-supplied', `${name}: registeredOn`);
    if (!isFirm(domainAgeMonths)) return yield open('not-supplied', 'rules/reference/thresholds.yaml');
    const months = domainAgeMonths.value;
    if (addMonths(registeredOn, months) <= today) return;
    yield {
      messageId: 'recent',
      data: { domain: name, registered: registeredOn, months },
      at: fieldOf(subject, 'registeredOn'),
    };
  },
});
