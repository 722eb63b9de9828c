import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'security/harmful-content-record-missing',
  since: '0.1.0',
  title: { 'zh-CN': '没有填有害信息处置条数', en: 'no count of harmful content' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'practice', cite: '《ICP许可证年报通关全攻略》：安全台账表含全年有害信息处置条数', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '没有填 {year} 年有害信息处置条数。',
      en: 'the number of harmful items handled in {year} is not given.',
      fix: {
        'zh-CN': '按全年处置台账汇总填写；确实没有的填 0，并保留巡查记录。',
        en: 'Sum up the year’s record; give 0 if there were none and keep the record of checks.',
      },
    },
  },

  *check({ dossier, subject }) {
    if (dossier.security?.harmfulContentHandled !== undefined) return;
    yield { messageId: 'missing', data: { year: dossier.reportYear ?? '' }, at: { ...subject.at, path: ['security'] } };
  },
});
