import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
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
    const aliases = isFirm(securityChapters) ? securityChapters.value : [];
    const written = (id: string) =>
      aliases.some(
        (chapter) =>
          chapter.id === id && chapter.headings.some((heading) => headings.some((line) => line.includes(heading))),
      );
    const missing = required.filter(({ id }) => !declared.has(id) && !written(id));
    if (missing.length === 0) return;
    yield {
      messageId: 'missing',
      data: {
        chapters: { 'zh-CN': missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join(', ') },
      },
      at: { ...subject.at, path: ['security', 'measures'] },
      confidence: declared.size === 0 ? 'low' : 'high',
    };
  },
});

const required = [
  { id: 'site-security', zh: '网站安全保障措施', en: 'site security' },
  { id: 'information-confidentiality', zh: '信息安全保密管理制度', en: 'confidentiality of information' },
  { id: 'user-information', zh: '用户信息安全管理制度', en: 'security of user information' },
] as const;
