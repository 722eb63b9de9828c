import { z } from 'zod';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'finance/statement-incomplete',
  since: '0.1.0',
  title: { 'zh-CN': '财务报表缺表', en: 'financial statement missing' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'renewal'],
  subject: 'dossier',

  basis: [{ kind: 'practice', cite: '代理机构经验：财务会计报告应含资产负债表、利润表、现金流量表', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '财务报表里没有找到{statements}（三表：资产负债表、利润表、现金流量表）。',
      en: 'the financial statements lack: {statements}.',
      fix: {
        'zh-CN': '补扫缺少的报表，与其余各页合成一个 PDF。小企业可不编现金流量表的，写明执行的会计准则。',
        en: 'Scan what is missing into the same PDF; if small-business rules exempt the cash-flow statement, say so.',
      },
    },
  },

  needs: ['financialStatements'],
  // A yearly report asks for none; one that is attached must be whole.
  appliesTo: ({ dossier, reference }) =>
    requirementFor('financial-statements', dossier, reference) !== undefined ||
    (dossier.attachments ?? []).some(({ kind }) => kind === 'financial-statements'),
  *check({ subject, evidence: { financialStatements }, reference: { wording } }) {
    const wanted = wording.financialStatements;
    if (!isFirm(wanted)) return yield open('not-supplied', 'rules/reference/wording.yaml');
    const found = new Set<string>(financialStatements.flatMap(({ fields }) => fields.statements?.value ?? []));
    const unread = financialStatements.every(({ fields }) => fields.statements === null);
    const missing = wanted.value.filter(({ id }) => !found.has(id));
    if (missing.length === 0) return;
    const doubtful = unread || financialStatements.some(({ fields }) => fields.statements?.confidence === 'low');
    yield {
      messageId: 'missing',
      data: {
        statements: {
          'zh-CN': missing.map(({ name }) => name).join('、'),
          en: missing.map(({ en }) => en).join(', '),
        },
      },
      at: { ...subject.at, path: ['attachments'], attachment: financialStatements[0]?.attachment ?? '' },
      confidence: doubtful ? 'low' : 'high',
    };
  },
});
