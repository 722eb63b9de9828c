import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'security/measures-incomplete',
  since: '0.1.0',
  title: { 'zh-CN': '安全保障措施缺章节', en: 'security plan lacks chapters' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['application', 'renewal'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第六条：网站安全、信息安全保密、用户信息安全管理',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '网络与信息安全保障措施缺少：{chapters}。',
      en: 'the security plan lacks: {chapters}.',
      fix: {
        'zh-CN': '按本公司实际补写这些章节，盖章后替换附件。',
        en: 'Write these chapters as the company really works, seal and attach the plan again.',
      },
    },
  },

  uses: ['policies'],
  *check({ dossier, subject, reference, evidence: { policies } }) {
    const declared = new Set<string>(dossier.security?.measures ?? []);
    const headings =
      policies.state === 'known' ? policies.value.flatMap(({ fields }) => fields.headings?.value ?? []) : [];
    if (declared.size === 0 && headings.length === 0)
      return yield { open: policies.state === 'unknown' ? policies.reason : 'unreadable' };
    const { securityChapters } = reference.wording;
    if (!isFirm(securityChapters)) return yield open('not-supplied', 'rules/reference/wording.yaml');
    const written = (chapter: { readonly headings: readonly string[] }) =>
      chapter.headings.some((heading) => headings.some((line) => line.includes(heading)));
    const missing = securityChapters.value.filter((chapter) => !declared.has(chapter.id) && !written(chapter));
    if (missing.length === 0) return;
    yield {
      messageId: 'missing',
      data: {
        chapters: {
          'zh-CN': missing.map(({ name }) => name).join('、'),
          en: missing.map(({ en }) => en).join(', '),
        },
      },
      at: { ...subject.at, path: ['security', 'measures'] },
      confidence: declared.size === 0 ? 'low' : 'high',
    };
  },
});
