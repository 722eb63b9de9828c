import { z } from 'zod';
import { earnsNothingButPays } from '../../../src/dossier/required-documents.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'finance/zero-revenue-with-social-insurance',
  since: '0.1.0',
  title: { 'zh-CN': '收入填 0，却有社保或纳税', en: 'zero revenue beside paid social insurance or tax' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第5条：收入填0但有社保、有纳税，被判“数据异常”',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    unexplained: {
      'zh-CN': '{year} 年度营业收入填 0，却{paid}，又没有附“情况说明”。系统会判为数据异常。',
      en: 'revenue of {year} is 0 although {paid}, and no statement letter is attached; the system will call it abnormal.',
      fix: {
        'zh-CN': '先核对营业收入是否漏填（单位为元）。确实没有收入的，写一份情况说明，盖公章后作为附件上传。',
        en: 'First check whether revenue was left out (unit: yuan). If there was none, attach a sealed statement letter that explains it.',
      },
    },
  },
  *check({ dossier, subject }) {
    if (dossier.finance?.revenue === undefined) return yield open('not-supplied', 'finance.revenue');
    if (!earnsNothingButPays(dossier)) return;
    if ((dossier.attachments ?? []).some(({ kind }) => kind === 'statement-letter')) return;
    const { finance, workforce } = dossier;
    const facts = [
      {
        value: finance?.socialInsurancePaid,
        zh: '缴纳社保',
        unit: '元',
        en: 'social insurance was paid',
        enUnit: 'yuan',
      },
      { value: workforce?.insured, zh: '有参保员工', unit: '人', en: 'employees are insured', enUnit: 'persons' },
      { value: finance?.taxPaid, zh: '缴税', unit: '元', en: 'tax was paid', enUnit: 'yuan' },
    ].filter(({ value = 0 }) => value > 0);
    yield {
      messageId: 'unexplained',
      data: {
        year: dossier.reportYear ?? '',
        paid: {
          'zh-CN': facts.map(({ zh, value, unit }) => `${zh} ${value} ${unit}`).join('、'),
          en: facts.map(({ en, value, enUnit }) => `${en} (${value} ${enUnit})`).join(' and '),
        },
      },
      at: { ...subject.at, path: ['finance', 'revenue'] },
    };
  },
});
