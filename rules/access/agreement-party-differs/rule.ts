import { z } from 'zod';
import { sameName } from '../../../src/documents/compare.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { sameCompanyName } from '../../../src/names/company-name.ts';
import { sameProvider } from '../../../src/network/providers.ts';

export default defineRule({
  id: 'access/agreement-party-differs',
  since: '0.1.0',
  title: { 'zh-CN': '接入协议甲方不是本公司', en: 'agreement signed by another company' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'access',
  needs: [],
  uses: ['accessAgreements'],
  basis: [
    { kind: 'regulator', cite: '电信业务经营许可申请材料要求：申请公司与接入服务提供者签订的协议', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    customer: {
      'zh-CN': '接入协议的甲方是“{seen}”，不是“{company}”。',
      en: 'the customer named in the access agreement is "{seen}", not "{company}".',
      fix: {
        'zh-CN': '以本公司名义与接入商重签协议；由集团统一采购的，补签三方协议或由接入商出具盖章的使用方证明。',
        en: 'Sign the agreement in the company’s own name; if the group buys for all, add a three-party agreement or the provider’s sealed statement of who uses it.',
      },
    },
  },
  *check({ subject, dossier, evidence, reference: { providers } }) {
    const { provider, agreement } = subject.value;
    const { company } = dossier;
    const written = agreement?.partyA;
    if (written !== undefined && !sameCompanyName(written, company.name)) {
      yield {
        messageId: 'customer',
        data: { seen: written, company: company.name },
        at: fieldOf(subject, 'agreement', 'partyA'),
        compared: { seen: written, expected: company.name },
      };
    }
    if (evidence.accessAgreements.state === 'unknown') {
      if (written === undefined) yield { open: evidence.accessAgreements.reason };
      return;
    }
    const readings = evidence.accessAgreements.value;
    const alone = readings.length === 1 && (dossier.access ?? []).length === 1;
    for (const { attachment, about, fields } of readings) {
      const { partyA } = fields;
      if (partyA === null || (!alone && (about === null || !sameProvider(providers, about, provider)))) continue;
      const outcome = sameName(partyA, company.name);
      if (outcome === 'same') continue;
      yield {
        messageId: 'customer',
        data: { seen: partyA.value, company: company.name },
        at: { ...subject.at, attachment, page: partyA.page, ...(partyA.box === null ? {} : { box: partyA.box }) },
        confidence: outcome === 'unsure' ? 'low' : partyA.confidence,
        compared: { seen: partyA.value, expected: company.name },
      };
    }
  },
});
