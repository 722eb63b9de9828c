import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/pledge-text-differs',
  since: '0.1.0',
  title: { 'zh-CN': '承诺书文字与模板不同', en: 'pledge differs from the template' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'regulator', cite: '年报子系统用户操作手册：承诺内容须逐字输入，含标点', asOf: '2026-11' }],
  options: z.strictObject({
    /** The text of the pledge as the licence system shows it; it is not public, so the user supplies it. */
    template: z.string().optional(),
  }),
  messages: {
    differs: {
      'zh-CN': '承诺书第 {position} 个字起与模板不同：写的是“{seen}”，模板是“{expected}”。标点也要一致。',
      en: 'the pledge differs from the template at character {position}: "{seen}" instead of "{expected}"; punctuation counts.',
      fix: {
        'zh-CN': '照系统页面上的承诺内容逐字（含标点、全角半角）重新输入。',
        en: 'Type it again exactly as the system shows it, punctuation and width included.',
      },
    },
  },
  appliesTo: ({ options }) => options.template !== undefined,
  uses: ['pledges'],
  *check({ subject, options, evidence: { pledges } }) {
    const { template = '' } = options;
    if (pledges.state === 'unknown') return yield open(pledges.reason);
    const wanted = [...template.replaceAll(/\s+/gu, '')];
    for (const { attachment, fields } of pledges.value) {
      if (fields.text === null) {
        yield open('unreadable', attachment);
        continue;
      }
      const seen = [...fields.text.value];
      const position = wanted.findIndex((character, index) => character !== seen[index]);
      if (position < 0 && seen.length === wanted.length) continue;
      const start = position < 0 ? wanted.length : position;
      const piece = (text: readonly string[]) => text.slice(start, start + 8).join('') || '（完）';
      yield {
        messageId: 'differs',
        data: { position: start + 1, seen: piece(seen), expected: piece(wanted) },
        at: { ...subject.at, attachment, page: fields.text.page },
        confidence: fields.text.confidence,
      };
    }
  },
});
