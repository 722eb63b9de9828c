import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/leftover-placeholder',
  since: '0.1.0',
  title: { 'zh-CN': '模板里的空没有填', en: 'template blank left over' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',

  basis: [
    {
      kind: 'practice',
      cite: '文章《增值电信业务自己申请流程》：不要套模板；常见退回原因：留有“XX公司”等字样',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    left: {
      'zh-CN': '“{file}”第 {page} 页还留着模板的空：{seen}。',
      en: 'page {page} of "{file}" still holds blanks of a template: {seen}.',
      fix: {
        'zh-CN': '把这些地方填成本公司的内容，通读一遍后重新盖章、扫描。',
        en: 'Fill them in, read the whole once more, then seal and scan it again.',
      },
    },
  },

  needs: ['anyDocuments'],
  appliesTo: ({ subject }) => written.has(subject.value.kind),
  *check({ subject, evidence: { anyDocuments } }) {
    const { file } = subject.value;
    const found = anyDocuments.find(({ attachment }) => attachment === file)?.fields.placeholders;
    if (found === undefined) return yield open('unreadable', file);
    if (found === null || found.value.length === 0) return;
    yield {
      messageId: 'left',
      data: {
        file,
        page: found.page,
        seen: found.value
          .slice(0, 5)
          .map((each) => `“${each}”`)
          .join('、'),
      },
      at: { ...subject.at, page: found.page, ...(found.box === null ? {} : { box: found.box }) },
      confidence: found.confidence,
    };
  },
});

const written: ReadonlySet<string> = new Set([
  'pledge',
  'security-policy',
  'emergency-plan',
  'security-plan',
  'statement-letter',
  'business-plan',
  'technical-plan',
  'business-report',
  'application-form',
  'authorisation',
  'construction-plan',
  'equity-structure',
  'articles-of-association',
  'service-proof',
]);
