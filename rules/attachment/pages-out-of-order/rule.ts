import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/pages-out-of-order',
  since: '0.1.0',
  title: { 'zh-CN': '页码不连续', en: 'page numbers jump' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['application', 'renewal'],
  subject: 'attachment',

  basis: [{ kind: 'practice', cite: '广东申请材料格式：目录、页码须连续', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    jump: {
      'zh-CN': '“{file}”第 {page} 页印的页码是 {printed}，前一页是 {before}，可能漏扫或顺序颠倒。',
      en: 'page {page} of "{file}" is numbered {printed}, the one before {before}; a page may be missing or misplaced.',
      fix: {
        'zh-CN': '对照原件重新排序，漏扫的补扫，合成一个 PDF。',
        en: 'Put the pages in order, scan what is missing, and make one PDF.',
      },
    },
    total: {
      'zh-CN': '“{file}”印着共 {of} 页，文件里只有 {pages} 页。',
      en: '"{file}" says {of} pages in all, but the file has {pages}.',
      fix: { 'zh-CN': '补扫缺少的页，按顺序合成一个 PDF。', en: 'Scan what is missing and make one PDF.' },
    },
  },

  needs: ['anyDocuments', 'file'],
  *check({
    subject,
    evidence: {
      anyDocuments,
      file: { pageCount },
    },
  }) {
    const { file } = subject.value;
    const numbers = anyDocuments.find(({ attachment }) => attachment === file)?.fields.pageNumbers;
    if (numbers === undefined) return yield open('unreadable', file);
    if (numbers === null) return;
    const { confidence, value } = numbers;
    for (const [index, { page, printed }] of value.entries()) {
      const before = value[index - 1];
      if (before === undefined || printed - before.printed === page - before.page) continue;
      return yield {
        messageId: 'jump',
        data: { file, page, printed, before: before.printed },
        at: { ...subject.at, page },
        confidence,
      };
    }
    const of = value.map((each) => each.of).find((total) => total !== null) ?? null;
    if (of !== null && of > pageCount)
      yield { messageId: 'total', data: { file, of, pages: pageCount }, at: subject.at, confidence };
  },
});
