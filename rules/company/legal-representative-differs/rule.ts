import { z } from 'zod';
import { sameName } from '../../../src/documents/compare.ts';
import { hear, placeOf, sureness } from '../../../src/documents/testimony.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { samePersonName } from '../../../src/names/person-name.ts';
import { differencesIn, valuesBefore } from '../_identity.ts';

export default defineRule({
  id: 'company/legal-representative-differs',
  since: '0.1.0',
  title: { 'zh-CN': '法定代表人前后不一致', en: 'legal representative differs between papers' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'company',
  needs: [],
  uses: ['businessLicences', 'registryExtracts', 'icpLicences', 'licenceQueries'],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十九条：变更法定代表人的，应当在工商变更登记后 30 日内办理许可证变更',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '华为云备案咨询知识库“错误提示”：主体负责人与法定代表人不一致', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    differs: {
      'zh-CN': '{document}上的法定代表人是“{seen}”，材料里填的是“{expected}”。',
      en: 'the {document} names "{seen}" as legal representative, the dossier "{expected}".',
      fix: {
        'zh-CN': '以现行营业执照为准：填错的改 dossier.yaml；营业执照是旧的，换成现行的。',
        en: 'The business licence in force decides: correct dossier.yaml, or attach the licence in force.',
      },
    },
    'licence-differs': {
      'zh-CN': '{document}上的法定代表人是“{seen}”，应为“{expected}”。',
      en: 'the {document} names "{seen}" as legal representative where "{expected}" is expected.',
      fix: {
        'zh-CN':
          '法定代表人已变更的，先在系统办理许可证变更（工商登记后 30 日内），并在“变更”里写明；传错文件的，换成本公司现行的许可证。',
        en: 'After a change of representative change the licence (within 30 days of the registry’s entry) and list the change; if the wrong file was attached, attach the licence in force.',
      },
    },
    'person-differs': {
      'zh-CN': '“人员”里职务为法定代表人的是“{seen}”，“公司”里填的法定代表人是“{expected}”。',
      en: '"{seen}" has the role of legal representative under persons, but the company names "{expected}".',
      fix: {
        'zh-CN': '两处改成同一个人，以营业执照为准。',
        en: 'Name the same person in both places, as on the business licence.',
      },
    },
  },
  *check({ subject, dossier, evidence }) {
    const { legalRepresentative } = subject.value;
    for (const [index, { name, roles }] of (dossier.persons ?? []).entries()) {
      if (!roles.includes('legal-representative') || samePersonName(name, legalRepresentative)) continue;
      yield {
        messageId: 'person-differs',
        data: { seen: name, expected: legalRepresentative },
        at: { path: ['persons', index, 'name'] },
        compared: { seen: name, expected: legalRepresentative },
      };
    }

    const licensed = [
      dossier.licence?.legalRepresentative ?? legalRepresentative,
      ...valuesBefore(dossier, 'legal-representative'),
    ] as const;
    const { differences, unheard } = differencesIn(
      [
        {
          messageId: 'differs',
          document: 'business-licence',
          hearing: hear(evidence.businessLicences, (fields) => fields.legalRepresentative, 'needed'),
          accepted: [legalRepresentative],
        },
        {
          messageId: 'differs',
          document: 'registry-extract',
          hearing: hear(evidence.registryExtracts, (fields) => fields.legalRepresentative),
          accepted: [legalRepresentative],
        },
        {
          messageId: 'licence-differs',
          document: 'icp-licence',
          hearing: hear(evidence.icpLicences, (fields) => fields.legalRepresentative),
          accepted: licensed,
        },
        {
          messageId: 'licence-differs',
          document: 'licence-query',
          hearing: hear(evidence.licenceQueries, (fields) => fields.legalRepresentative),
          accepted: licensed,
        },
      ],
      sameName,
    );
    for (const { messageId, document, testimony, expected, sameness } of differences) {
      const seen = testimony.field.value;
      yield {
        messageId,
        data: { document: kindName(document), seen, expected },
        at: placeOf(fieldOf(subject, 'legalRepresentative'), testimony),
        confidence: sureness(sameness, testimony.field),
        compared: { seen, expected },
      };
    }
    yield* unheard;
  },
});
