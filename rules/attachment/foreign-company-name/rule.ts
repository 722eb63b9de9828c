import { z } from 'zod';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { companyNameDistance, mentionsCompany, sameCompanyName } from '../../../src/names/company-name.ts';
import { sameProvider } from '../../../src/network/providers.ts';

export default defineRule({
  id: 'attachment/foreign-company-name',
  since: '0.1.0',
  title: { 'zh-CN': '材料里出现别家公司的名称', en: 'another company named in the text' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',

  basis: [
    {
      kind: 'practice',
      cite: '文章《增值电信业务自己申请流程》：不要套模板；代理机构常见错误：留有其他客户的名称',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    unknown: {
      'zh-CN': '“{file}”里出现了与本次申报无关的公司“{seen}”，请确认不是从别处抄来的。',
      en: '"{file}" names "{seen}", which is no party to this dossier; make sure that it was not copied from elsewhere.',
      fix: {
        'zh-CN': '是笔误或套用的，改正后重新盖章扫描；确有关系的，不用改。',
        en: 'Correct it if it was copied; leave it if it belongs there.',
      },
    },
  },

  needs: ['anyDocuments'],
  appliesTo: ({ subject }) => written.has(subject.value.kind),
  *check({ subject, dossier, evidence: { anyDocuments }, reference: { providers } }) {
    const { file } = subject.value;
    const names = anyDocuments.find(({ attachment }) => attachment === file)?.fields.companyNames;
    if (names === undefined) return yield open('unreadable', file);
    if (names === null) return;
    const parties = partiesOf(dossier);
    for (const seen of names.value) {
      if (
        parties.some(
          (party) =>
            sameCompanyName(party, seen) ||
            sameProvider(providers, party, seen) ||
            mentionsCompany(seen, party) ||
            companyNameDistance(seen, party).edits <= 2,
        )
      )
        continue;
      yield {
        messageId: 'unknown',
        data: { file, seen },
        at: { ...subject.at, page: names.page },
        // A name that OCR garbled is no other company: a person decides.
        confidence: names.confidence === 'high' ? 'medium' : 'low',
      };
    }
  },
});

const written: ReadonlySet<string> = new Set([
  'pledge',
  'security-policy',
  'emergency-plan',
  'security-plan',
  'statement-letter',
  'business-plan',
  'technical-plan',
  'business-report',
  'application-form',
]);

/** Companies that a dossier's papers may well name. */
function partiesOf({ company, access, premises, domains, licence }: DossierData): readonly string[] {
  return [
    company.name,
    ...(company.formerNames ?? []),
    ...(company.shareholders ?? []).map(({ name }) => name),
    ...(access ?? []).flatMap(({ provider, agreement }) => [provider, agreement?.partyA, agreement?.partyB]),
    premises?.landlord,
    premises?.tenant,
    ...(domains ?? []).map(({ registrar }) => registrar),
    licence?.companyName,
    ...(licence?.accessProviders ?? []),
  ].filter((name) => name !== undefined);
}
