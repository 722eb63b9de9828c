import { z } from 'zod';
import type { AttachmentKind } from '../../../src/dossier/attachment-kinds.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { candidates, sealAskedOn } from '../_seals.ts';

const special = {
  contract: { 'zh-CN': '合同专用章', en: 'a contract seal' },
  finance: { 'zh-CN': '财务专用章', en: 'a finance seal' },
  invoice: { 'zh-CN': '发票专用章', en: 'an invoice seal' },
} as const;

const isSpecial = (kind: string): kind is keyof typeof special => Object.hasOwn(special, kind);

/** A contract seal is made for these. */
const contracts: ReadonlySet<AttachmentKind> = new Set(['access-agreement', 'lease']);

export default defineRule({
  id: 'scan/wrong-seal-kind',
  since: '0.1.0',
  title: { 'zh-CN': '盖的不是公章', en: 'another seal in place of the company seal' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    {
      kind: 'law',
      cite: '国务院关于国家行政机关和企业事业单位社会团体印章管理的规定（国发〔1999〕25号）第二十二条、第二十三条：专用印章与公章有别',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案文档“常见驳回原因及其处理”：核验单未加盖公章', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    special: {
      'zh-CN': '“{document}”第 {page} 页盖的是{seal}，应盖公司公章。',
      en: "page {page} of the {document} bears {seal} where the company's own seal is asked for.",
      fix: {
        'zh-CN': '在落款处改盖公司公章，用彩色模式重新扫描原件。',
        en: "Put the company's own seal at the signature and scan the original again in colour.",
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) => sealAskedOn(subject.value.kind, dossier, reference) === 'company',
  *check({ subject, evidence, dossier, reference }) {
    const { kind } = subject.value;
    const seals = candidates(evidence.seals, kind, dossier, reference);
    // Any other seal, even a poor one, may be the company's own.
    if (seals.some(({ seal }) => !isSpecial(seal.kind))) return;
    for (const { page, seal } of seals) {
      if (!isSpecial(seal.kind) || (seal.kind === 'contract' && contracts.has(kind))) continue;
      yield {
        messageId: 'special',
        data: { document: kindName(kind), page, seal: special[seal.kind] },
        at: { ...subject.at, page, box: seal.box },
        compared: { seen: seal.innerText || special[seal.kind]['zh-CN'], expected: '公章' },
        confidence: seal.verdict === 'legible' ? 'medium' : 'low',
      };
    }
  },
});
