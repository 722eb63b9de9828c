import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

const names = {
  company: { 'zh-CN': '公司公章', en: "the company's seal" },
  auditor: { 'zh-CN': '会计师事务所公章', en: "the auditor's seal" },
  registry: { 'zh-CN': '登记机关印章', en: "the registry's seal" },
} as const;

export default defineRule({
  id: 'scan/missing-seal',
  since: '0.1.0',
  title: { 'zh-CN': '没有公章', en: 'seal missing' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》第三步、退回修改：承诺书、说明材料须盖章', asOf: '2026-11' },
    { kind: 'provider', cite: '腾讯云备案文档“常见驳回原因及其处理”：核验单未加盖公章', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '“{document}”应有{whose}，{pages} 页里没有找到印章。',
      en: 'the {document} needs {whose}; no seal was found on its {pages} page(s).',
      fix: {
        'zh-CN': '在落款处盖清楚公章，用彩色模式重新扫描原件。不要在电脑上贴印章图片。',
        en: 'Put the seal on the paper where it is signed and scan the original again in colour. Never paste a picture of a seal.',
      },
    },
    'only-name-chop': {
      'zh-CN': '“{document}”应有{whose}，第 {page} 页只有个人名章，不能代替公章。',
      en: "the {document} needs {whose}; page {page} has only a person's name chop, which does not stand for it.",
      fix: {
        'zh-CN': '在落款处加盖公章，名章可以保留；用彩色模式重新扫描原件。',
        en: 'Add the seal where it is signed, the chop may stay, and scan the original again in colour.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.seal !== undefined,
  *check({ subject, evidence, dossier, reference }) {
    const whose = requirementFor(subject.value.kind, dossier, reference)?.seal ?? 'company';
    const found = evidence.seals.flatMap(({ number, seals }) => seals.map((seal) => ({ page: number, seal })));
    const chops = found.filter(({ seal }) => seal.kind === 'name-chop');
    const others = found.filter(({ seal }) => seal.kind !== 'name-chop');
    if (others.some(({ seal }) => seal.verdict !== 'inconclusive')) return;
    // A ring of which nothing could be told may be a seal or not.
    if (others.length > 0) return yield open('inconclusive', subject.value.file);

    const document = kindName(subject.value.kind);
    const [chop] = chops;
    if (chop === undefined) {
      const data = { document, pages: evidence.seals.length, whose: names[whose] };
      return yield { messageId: 'missing', data, at: subject.at };
    }
    yield {
      messageId: 'only-name-chop',
      data: { document, page: chop.page, whose: names[whose] },
      at: { ...subject.at, page: chop.page, box: chop.seal.box },
    };
  },
});
