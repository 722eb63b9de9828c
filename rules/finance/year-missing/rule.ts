import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { firstYearOfTerm } from '../../licence/_term.ts';

export default defineRule({
  id: 'finance/year-missing',
  since: '0.1.0',
  title: { 'zh-CN': '缺某一年的经营数据', en: 'a year of figures missing' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['renewal'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'practice', cite: '文章《ICP许可证续期材料及流程》：近五年业务经营报告（分年度）', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '许可证有效期内缺 {years} 年的经营数据。',
      en: 'figures of {years} are missing within the licence’s life.',
      fix: {
        'zh-CN': '按审计报告或财务报表补填这些年度的营业收入和信息服务收入，业务经营报告也要写到。',
        en: 'Add revenue and service revenue of these years; the business report must cover them too.',
      },
    },
  },

  *check({ dossier, subject, reference, today }) {
    const { licence } = dossier;
    const first = licence === undefined ? undefined : firstYearOfTerm(licence, reference);
    if (first === undefined) return yield open('not-supplied', 'licence.validTo');
    const have = new Set((dossier.finance?.years ?? []).map(({ year }) => year));
    const last = Number(today.slice(0, 4)) - 1;
    const missing = [];
    for (let year = first; year <= last; year++) if (!have.has(year)) missing.push(year);
    if (missing.length === 0) return;
    yield {
      messageId: 'missing',
      data: { years: missing.join('、') },
      at: { ...subject.at, path: ['finance', 'years'] },
    };
  },
});
