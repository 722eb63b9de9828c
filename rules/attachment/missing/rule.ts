import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requiredDocuments } from '../../../src/dossier/required-documents.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/missing',
  since: '0.1.0',
  title: { 'zh-CN': '缺少必需的附件', en: 'required document missing' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'dossier',
  needs: [],
  basis: [
    { kind: 'law', cite: '互联网信息服务管理办法（国务院令第292号）第六条、第八条', asOf: '2026-11' },
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》第三步“上传附件”', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '缺少“{document}”。要求来自：{source}。',
      en: 'the {document} is missing; it is asked for by: {source}.',
      fix: {
        'zh-CN':
          '扫描“{document}”，放进材料文件夹，并在 dossier.yaml 的“附件”里登记文件名和种类“{document}”（{kind}）。',
        en: 'Scan the {document}, put it into the dossier and list it under attachments with kind {kind}.',
      },
    },
  },
  *check({ dossier, reference, subject }) {
    const attached = new Set((dossier.attachments ?? []).map(({ kind }) => kind));
    for (const { kind, orInstead, basis } of requiredDocuments(dossier, reference)) {
      if (attached.has(kind) || (orInstead !== undefined && attached.has(orInstead))) continue;

      yield {
        messageId: 'missing',
        data: { document: kindName(kind), kind, source: basis.cite },
        at: { ...subject.at, path: ['attachments'] },
        // What only a provider or practice asks for is not refused by law: the clerk decides.
        ...(basis.kind === 'practice' || basis.kind === 'provider' ? { severity: 'warning' as const } : {}),
      };
    }
  },
});
