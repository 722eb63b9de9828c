import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/duplicate-file',
  since: '0.1.0',
  title: { 'zh-CN': '同一个文件交了两次', en: 'one file for two documents' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'practice', cite: '一份文件登记成两种材料，多半是传错了', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    same: {
      'zh-CN': '“{first}”和“{second}”内容完全相同，却登记成“{firstKind}”和“{secondKind}”。',
      en: '"{first}" and "{second}" are the same file, listed as {firstKind} and {secondKind}.',
      fix: {
        'zh-CN': '找出传错的那一份，换成正确的文件；确实一份两用的，在文件名里写明。',
        en: 'Find out which one is wrong and replace it; if one paper serves twice, say so in its name.',
      },
    },
  },

  uses: ['digests'],
  *check({ dossier, evidence: { digests } }) {
    if (digests.state === 'unknown') return yield { open: digests.reason };
    const seen = new Map<string, number>();
    for (const [index, { file, kind }] of (dossier.attachments ?? []).entries()) {
      const digest = digests.value.get(file);
      if (digest === undefined || digest === '') continue;
      const earlier = seen.get(digest);
      const first = earlier === undefined ? undefined : dossier.attachments?.[earlier];
      if (first === undefined) {
        seen.set(digest, index);
        continue;
      }
      yield {
        messageId: 'same',
        data: { first: first.file, second: file, firstKind: kindName(first.kind), secondKind: kindName(kind) },
        at: { path: ['attachments', index], attachment: file },
      };
    }
  },
});
