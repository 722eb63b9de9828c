import { z } from 'zod';
import { sameCode } from '../../../src/documents/compare.ts';
import { hear, placeOf, sureness } from '../../../src/documents/testimony.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { differencesIn } from '../_identity.ts';

export default defineRule({
  id: 'company/uscc-differs',
  since: '0.1.0',
  title: { 'zh-CN': '统一社会信用代码前后不一致', en: 'credit code differs between papers' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'company',
  needs: [],
  uses: ['businessLicences', 'registryExtracts', 'taxReturns', 'insuranceLists'],
  basis: [
    { kind: 'law', cite: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》：一个主体一个代码', asOf: '2026-11' },
    {
      kind: 'provider',
      cite: '华为云备案咨询知识库“错误提示”：名称、证号与国家企业信用信息公示系统不一致',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    differs: {
      'zh-CN': '{document}上的统一社会信用代码是“{seen}”，材料里填的是“{expected}”。',
      en: 'the {document} bears the credit code "{seen}", the dossier says "{expected}".',
      fix: {
        'zh-CN': '对照现行营业执照逐位核对：填错的改 dossier.yaml；附件是别家公司的或旧的，换成本公司现行的。',
        en: 'Compare with the business licence character by character: correct dossier.yaml, or replace a paper that is old or another company’s.',
      },
    },
    'figures-of-another': {
      'zh-CN': '{document}上的信用代码（纳税人识别号）是“{seen}”，不是本公司的“{expected}”，可能拿错了别家的表。',
      en: 'the {document} bears the code "{seen}", not the company’s "{expected}"; it may be another company’s.',
      fix: {
        'zh-CN': '换成本公司的；由母公司或人力资源公司代缴的，附代缴协议和情况说明。',
        en: 'Attach the company’s own; where a parent or an agency pays, add the agreement and a statement letter.',
      },
    },
  },
  *check({ subject, evidence }) {
    const { uscc } = subject.value;
    const { differences, unheard } = differencesIn(
      [
        {
          messageId: 'differs',
          document: 'business-licence',
          hearing: hear(evidence.businessLicences, (fields) => fields.uscc, 'needed'),
          accepted: [uscc],
        },
        {
          messageId: 'differs',
          document: 'registry-extract',
          hearing: hear(evidence.registryExtracts, (fields) => fields.uscc),
          accepted: [uscc],
        },
        {
          messageId: 'figures-of-another',
          document: 'tax-return',
          // Not every form prints the code: a tax return without one is no reason to stay open.
          hearing: { ...hear(evidence.taxReturns, (fields) => fields.uscc), unheard: [] },
          accepted: [uscc],
          severity: 'warning',
        },
        {
          messageId: 'figures-of-another',
          document: 'social-insurance',
          hearing: { ...hear(evidence.insuranceLists, (fields) => fields.uscc), unheard: [] },
          accepted: [uscc],
          severity: 'warning',
        },
      ],
      sameCode,
    );
    for (const { messageId, document, testimony, expected, sameness, severity } of differences) {
      const seen = testimony.field.value;
      yield {
        messageId,
        data: { document: kindName(document), seen, expected },
        at: placeOf(fieldOf(subject, 'uscc'), testimony),
        confidence: sureness(sameness, testimony.field),
        compared: { seen, expected },
        ...(severity === undefined ? {} : { severity }),
      };
    }
    yield* unheard;
  },
});
