import { z } from 'zod';
import { sameName } from '../../../src/documents/compare.ts';
import { hear, placeOf, sureness } from '../../../src/documents/testimony.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { differencesIn, valuesBefore } from '../_identity.ts';

export default defineRule({
  id: 'company/name-differs',
  since: '0.1.0',
  title: { 'zh-CN': '公司名称前后不一致', en: 'company name differs between papers' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'company',
  needs: [],
  uses: ['businessLicences', 'registryExtracts', 'icpLicences', 'licenceQueries', 'articles', 'mlpsCertificates'],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十九条：变更公司名称的，应当在工商变更登记后 30 日内办理许可证变更',
      asOf: '2026-11',
    },
    {
      kind: 'provider',
      cite: '华为云备案咨询知识库“错误提示”：名称、证号与国家企业信用信息公示系统不一致',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    differs: {
      'zh-CN': '{document}上的公司名称是“{seen}”，材料里填的是“{expected}”。',
      en: 'the {document} names the company "{seen}", the dossier says "{expected}".',
      fix: {
        'zh-CN':
          '以现行营业执照为准，一字不差地填写。填错的改 dossier.yaml；附件是旧的或是别家公司的，换成本公司现行的；刚更名的，另附更名证明。',
        en: 'The business licence in force decides, to the character. Correct dossier.yaml, or replace a paper that is old or another company’s; after a change of name add the proof of it.',
      },
    },
    'licence-differs': {
      'zh-CN': '{document}上的公司名称是“{seen}”，应为“{expected}”。许可证与公司现名对不上，容易被退回。',
      en: 'the {document} names the company "{seen}" where "{expected}" is expected; a licence in another name is likely to be returned.',
      fix: {
        'zh-CN':
          '公司已更名的，先在“电信业务市场综合管理信息系统”办理许可证名称变更（工商登记后 30 日内），并在“变更”里写明；传错文件的，换成本公司的许可证。',
        en: 'After a change of name change the licence first (within 30 days of the registry’s entry) and list the change; if the wrong file was attached, attach your own licence.',
      },
    },
    'certificate-differs': {
      'zh-CN': '{document}上的单位名称是“{seen}”，不是“{expected}”，也不是填报的曾用名。',
      en: 'the {document} names "{seen}", neither "{expected}" nor a former name that the dossier gives.',
      fix: {
        'zh-CN': '曾用名请填进“曾用名”；证书属于其他公司的，换成本公司的；更名后的证书到原发证单位换领。',
        en: 'List a former name under formerNames; replace a certificate of another company; have one in the old name renewed by its issuer.',
      },
    },
  },
  *check({ subject, dossier, evidence }) {
    const { name, formerNames = [] } = subject.value;
    const before = valuesBefore(dossier, 'company-name');
    const licensed = [dossier.licence?.companyName ?? name, ...before] as const;
    const { differences, unheard } = differencesIn(
      [
        {
          messageId: 'differs',
          document: 'business-licence',
          hearing: hear(evidence.businessLicences, (fields) => fields.name, 'needed'),
          accepted: [name],
        },
        {
          messageId: 'differs',
          document: 'registry-extract',
          hearing: hear(evidence.registryExtracts, (fields) => fields.name),
          accepted: [name],
        },
        {
          messageId: 'differs',
          document: 'articles-of-association',
          hearing: hear(evidence.articles, ({ companyName }) => companyName),
          accepted: [name, ...before],
        },
        {
          messageId: 'licence-differs',
          document: 'icp-licence',
          hearing: hear(evidence.icpLicences, ({ companyName }) => companyName),
          accepted: licensed,
        },
        {
          messageId: 'licence-differs',
          document: 'licence-query',
          hearing: hear(evidence.licenceQueries, ({ companyName }) => companyName),
          accepted: licensed,
        },
        {
          messageId: 'certificate-differs',
          document: 'mlps-certificate',
          hearing: hear(evidence.mlpsCertificates, ({ unit }) => unit),
          accepted: [name, ...formerNames, ...before],
          severity: 'warning',
        },
      ],
      sameName,
    );
    for (const { messageId, document, testimony, expected, sameness, severity } of differences) {
      const seen = testimony.field.value;
      yield {
        messageId,
        data: { document: kindName(document), seen, expected },
        at: placeOf(fieldOf(subject, 'name'), testimony),
        confidence: sureness(sameness, testimony.field),
        compared: { seen, expected },
        ...(severity === undefined ? {} : { severity }),
      };
    }
    yield* unheard;
  },
});
