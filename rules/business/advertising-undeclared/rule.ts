import { z } from 'zod';
import { offerWith } from '../../../src/dossier/offers.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'business/advertising-undeclared',
  since: '0.1.0',
  title: { 'zh-CN': '有广告却没有申报', en: 'advertising not declared' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》“2025年新趋势”：年报将与广告监测数据比对', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    undeclared: {
      'zh-CN': '“{name}”含广告，年报填的是不含广告。',
      en: '"{name}" carries advertising, but the report declares none.',
      fix: { 'zh-CN': '如实改为含广告；广告收入要计入收入口径。', en: 'Declare it; the revenue from it counts.' },
    },
  },

  *check({ dossier }) {
    const offer = offerWith(dossier, ['advertising']);
    const declared = dossier.business?.advertisingDeclared;
    if (offer === undefined || declared === true) return;
    if (declared === undefined) yield open('not-supplied', 'business.advertisingDeclared');
    else yield { messageId: 'undeclared', data: { name: offer.name }, at: offer.at };
  },
});
