import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'scan/missing-seal',
  since: '0.1.0',
  title: { 'zh-CN': '没有公章', en: 'seal missing' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [{ kind: 'practice', cite: '常见退回原因：核验单、承诺书、说明材料未加盖公章', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '“{document}”（{file}）应加盖{whose}，{pages} 页里没有找到任何印章。',
      en: 'the {document} ({file}) needs a seal ({whose}); none was found on its {pages} page(s).',
      fix: {
        'zh-CN': '在落款处盖清楚公章，用彩色模式重新扫描原件。不要在电脑上贴印章图片。',
        en: 'Put the seal on the paper where it is signed and scan the original again in colour. Never paste a picture of a seal.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.seal !== undefined,
  *check({ subject, evidence, dossier, reference }) {
    if (evidence.seals.some(({ seals }) => seals.length > 0)) return;
    const whose = requirementFor(subject.value.kind, dossier, reference)?.seal ?? 'company';
    yield {
      messageId: 'missing',
      data: {
        document: kindName(subject.value.kind),
        file: subject.value.file,
        pages: evidence.seals.length,
        whose: names[whose],
      },
      at: subject.at,
    };
  },
});

const names = {
  company: { 'zh-CN': '公司公章', en: 'of the company' },
  auditor: { 'zh-CN': '会计师事务所公章', en: 'of the auditor' },
  registry: { 'zh-CN': '登记机关印章', en: 'of the registry' },
} as const;
