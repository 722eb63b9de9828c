import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/date-in-future',
  since: '0.1.0',
  title: { 'zh-CN': '材料日期在今天之后', en: 'document dated in the future' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: [],
  basis: [{ kind: 'practice', cite: '常见退回原因：落款日期晚于提交日期', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    future: {
      'zh-CN': '“{document}”的日期是 {seen}，晚于提交日 {today}。',
      en: 'the {document} is dated {seen}, after {today}.',
      fix: {
        'zh-CN': '核对落款日期：写错的重新出具并盖章；登记错的改正 dossier.yaml。',
        en: 'Check the date: issue and seal it again if it is wrong on paper, or correct dossier.yaml.',
      },
    },
  },

  uses: ['anyDocuments'],
  *check({ subject, today, evidence: { anyDocuments } }) {
    const { file, kind, date } = subject.value;
    const document = kindName(kind);
    if (date !== undefined && date > today)
      return yield { messageId: 'future', data: { document, seen: date, today }, at: fieldOf(subject, 'date') };
    if (anyDocuments.state === 'unknown') {
      if (date === undefined) yield open(anyDocuments.reason, anyDocuments.detail);
      return;
    }
    const read = anyDocuments.value.find(({ attachment }) => attachment === file)?.fields.datedOn;
    if (read === undefined || read === null || read.value <= today) return;
    yield {
      messageId: 'future',
      data: { document, seen: read.value, today },
      at: { ...subject.at, page: read.page, ...(read.box === null ? {} : { box: read.box }) },
      confidence: read.confidence,
    };
  },
});
