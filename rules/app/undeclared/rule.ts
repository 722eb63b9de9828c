import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'app/undeclared',
  since: '0.1.0',
  title: { 'zh-CN': '应用没有列入年报', en: 'app left out of the report' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'app',
  needs: [],
  basis: [
    { kind: 'law', cite: '电信业务经营许可管理办法（工信部令第42号）第三十五条：年报应当如实报告', asOf: '2026-11' },
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》“2025年新趋势”：年报数据将与 App Store 上架信息比对',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'left-out': {
      'zh-CN': '应用“{app}”已经上线，却没有列入年报，在用的应用都应当填报。',
      en: 'the app "{app}" is live but not part of the report; every app in use should be.',
      fix: {
        'zh-CN': '在年报的应用信息里补上，并把材料里的“已填报”改为是；不属于持证业务的，附情况说明。',
        en: 'Add it to the report; if it is no part of the licensed business, attach a statement.',
      },
    },
  },
  *check({ subject, dossier }) {
    const { name, reported, openedOn } = subject.value;
    if (reported !== false) return;
    const { reportYear } = dossier;
    if (openedOn !== undefined && reportYear !== undefined && openedOn > `${reportYear}-12-31`) return;
    yield { messageId: 'left-out', data: { app: name }, at: fieldOf(subject, 'reported') };
  },
});
