import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { pageList } from '../_pages.ts';

export default defineRule({
  id: 'scan/blank-page',
  since: '0.1.0',
  title: { 'zh-CN': '有空白页', en: 'blank page' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['pages'],
  basis: [
    { kind: 'practice', cite: '审核人员看不到内容的附件等于没有提交；空白页常是漏扫、扫反的痕迹', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    'all-blank': {
      'zh-CN': '“{document}”的 {count} 页全是空白，什么也没有扫到。',
      en: 'all {count} page(s) of the {document} are blank: nothing was scanned.',
      fix: {
        'zh-CN': '重新扫描有内容的一面，打开文件看过再上传。',
        en: 'Scan the printed side again and look at the file before uploading it.',
      },
    },
    blank: {
      'zh-CN': '“{document}”{pages}是空白页，可能漏扫了内容，或扫进了背面。',
      en: '{pages} blank in the {document}: something was not scanned, or a back side was.',
      fix: {
        'zh-CN': '对照纸质原件：该有内容的，补扫这一页；只是背面的，重新导出时去掉。',
        en: 'Look at the original: scan the page again if it has content, leave it out if it is a back side.',
      },
    },
  },
  *check({ subject, evidence: { pages } }) {
    const blank = pages.filter(({ quality }) => quality.blank).map(({ number }) => number);
    const [first] = blank;
    if (first === undefined) return;
    const document = kindName(subject.value.kind);
    if (blank.length === pages.length) {
      return yield { messageId: 'all-blank', data: { document, count: pages.length }, at: subject.at };
    }
    const list = pageList(blank);
    yield {
      messageId: 'blank',
      data: { document, pages: { ...list, en: `${list.en} ${blank.length === 1 ? 'is' : 'are'}` } },
      at: { ...subject.at, page: first },
      severity: 'warning',
    };
  },
});
