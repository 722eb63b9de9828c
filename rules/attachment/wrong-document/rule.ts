import { z } from 'zod';
import { sameForm } from '../../../src/documents/recognise.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/wrong-document',
  since: '0.1.0',
  title: { 'zh-CN': '附件不是所登记的材料', en: 'attachment is another document' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',

  basis: [
    { kind: 'provider', cite: '微信、阿里云等平台上传时识别证件类型，不符的驳回', asOf: '2026-11' },
    { kind: 'practice', cite: '常见退回原因：上传材料与要求不符', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    other: {
      'zh-CN': '“{file}”登记为“{declared}”，内容看起来是“{seen}”。',
      en: '"{file}" is listed as {declared}, but reads like a {seen}.',
      fix: {
        'zh-CN': '打开核对：传错的换成“{declared}”；种类登记错的，改正 dossier.yaml。',
        en: 'Open it: replace a wrong file by the {declared}, or correct its kind in dossier.yaml.',
      },
    },
  },

  needs: ['anyDocuments'],
  appliesTo: ({ subject }) => subject.value.kind !== 'other',
  *check({ subject, evidence: { anyDocuments } }) {
    const { file, kind } = subject.value;
    const seen = anyDocuments.find(({ attachment }) => attachment === file)?.fields.kind;
    if (seen === undefined || seen === null || seen.value === kind || sameForm(seen.value, kind)) return;
    yield {
      messageId: 'other',
      data: { file, declared: kindName(kind), seen: kindName(seen.value) },
      at: { ...subject.at, page: seen.page, ...(seen.box === null ? {} : { box: seen.box }) },
      confidence: seen.confidence,
    };
  },
});
