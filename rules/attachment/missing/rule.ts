import { z } from 'zod';
import type { AttachmentKind } from '../../../src/dossier/attachment-kinds.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import type { LocalText } from '../../../src/dossier/problem.ts';
import { type RequiredDocument, requiredDocuments } from '../../../src/dossier/required-documents.ts';
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
    { kind: 'law', cite: '电信业务经营许可管理办法（工信部令第42号）第二十七条', asOf: '2026-11' },
    { kind: 'provider', cite: '腾讯云、华为云备案文档：备案材料清单、各省管局要求', asOf: '2026-11' },
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》第三步：上传附件', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '缺少“{document}”。要求来自：{source}。',
      en: 'the {document} is missing; it is asked for by: {source}.',
      fix: {
        'zh-CN': '把“{document}”放进材料文件夹，并在 dossier.yaml 的“附件”里登记文件名和种类（{kind}）。',
        en: 'Put the {document} into the dossier and list it under attachments with kind {kind}.',
      },
    },
  },
  *check({ dossier, reference, subject }) {
    const attached = new Set((dossier.attachments ?? []).map(({ kind }) => kind));
    const isThere = ({ kind, orInstead }: RequiredDocument) =>
      attached.has(kind) || (orInstead !== undefined && attached.has(orInstead));
    // finance/zero-revenue-with-social-insurance asks for this letter itself, as an error.
    const absent = requiredDocuments(dossier, reference).filter(
      (required) => !isThere(required) && required.when !== 'zero-revenue-with-payments',
    );

    for (const kind of new Set(absent.map((required) => required.kind))) {
      const asking = absent.filter((required) => required.kind === kind);
      const isRefused = asking.some(({ basis }) => basis.kind === 'law' || basis.kind === 'regulator');
      yield {
        messageId: 'missing',
        data: {
          document: either(kind, asking),
          kind,
          source: { 'zh-CN': sources(asking, '；'), en: sources(asking, '; ') },
        },
        at: { ...subject.at, path: ['attachments'] },
        ...basedOn(asking),
        // What only a provider or practice asks for is not refused by law: the clerk decides.
        ...(isRefused ? {} : { severity: 'warning' as const }),
      };
    }
  },
});

/** Only what asks for this document, out of all that ask for any. */
function basedOn(asking: readonly RequiredDocument[]) {
  const [first, ...others] = new Map(asking.map(({ basis }) => [basis.cite, basis])).values();
  return first === undefined ? {} : { basis: [first, ...others] as const };
}

const sources = (asking: readonly RequiredDocument[], joint: string) =>
  [...new Set(asking.map(({ basis }) => basis.cite))].join(joint);

/** The document, or another that serves as well. */
function either(kind: AttachmentKind, asking: readonly RequiredDocument[]): LocalText {
  const names = [kind, ...asking.flatMap(({ orInstead = [] }) => orInstead)].map(kindName);
  return {
    'zh-CN': names.map((name) => name['zh-CN']).join('”或“'),
    en: names.map((name) => name.en).join(' or '),
  };
}
