import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { usccKey } from '../../../src/portfolio/portfolio-index.ts';

const names = {
  'annual-report': { 'zh-CN': '年报', en: 'yearly report' },
  filing: { 'zh-CN': '备案', en: 'filing' },
  application: { 'zh-CN': '首次申请', en: 'first application' },
  renewal: { 'zh-CN': '续期', en: 'renewal' },
  change: { 'zh-CN': '变更', en: 'change' },
} as const;

export default defineRule({
  id: 'portfolio/duplicate-dossier',
  since: '0.1.0',
  title: { 'zh-CN': '同一事项有两份材料', en: 'two dossiers for one matter' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'portfolio',
  needs: [],
  basis: [{ kind: 'practice', cite: '一家公司的同一事项只能提交一次；两份材料容易交错版本', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    duplicate: {
      'zh-CN': '{company}的{procedure}还有一份材料：{others}。同一事项只能提交一份。',
      en: 'there is another dossier for the {procedure} of {company}: {others}. Only one can be submitted.',
      fix: {
        'zh-CN': '确认哪一份是定稿；另一份移出检查的文件夹，或改成它真正的事项。',
        en: 'Settle which one is final; move the other out of the folder that is checked, or give it its true procedure.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.index.members.length > 1,
  *check({ subject, dossier }) {
    const { path, index } = subject.value;
    const { company, procedure, reportYear = null } = dossier;
    const own = index.members.find((member) => member.path === path);
    const others = (index.byUscc.get(usccKey(company.uscc)) ?? []).filter((member) => {
      if (member.path === path || member.procedure !== procedure) return false;
      if (procedure === 'annual-report') return member.reportYear === reportYear;
      // One company files many sites, each in a filing of its own.
      if (procedure === 'filing') return member.domains.some((domain) => own?.domains.includes(domain));
      return true;
    });
    if (others.length === 0) return;
    yield {
      messageId: 'duplicate',
      data: {
        company: company.name,
        procedure: names[procedure],
        others: {
          'zh-CN': others.map((member) => member.path).join('、'),
          en: others.map((member) => member.path).join(', '),
        },
      },
      at: { path: ['company', 'uscc'] },
      // Several changes may be applied for one after another.
      ...(procedure === 'change' ? { severity: 'info' } : {}),
    };
  },
});
