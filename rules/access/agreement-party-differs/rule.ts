import { z } from 'zod';
import { sameName } from '../../../src/documents/compare.ts';
import { placeOf } from '../../../src/documents/testimony.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { mentionsCompany, sameCompanyName } from '../../../src/names/company-name.ts';
import { sameProvider } from '../../../src/network/providers.ts';
import { valuesBefore } from '../../company/_identity.ts';

export default defineRule({
  id: 'access/agreement-party-differs',
  since: '0.1.0',
  title: { 'zh-CN': '接入协议不是本公司签的', en: 'agreement signed by another company' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'access',
  needs: [],
  uses: ['accessAgreements'],
  basis: [
    {
      kind: 'regulator',
      cite: '广东省通信管理局增值电信业务经营许可证申请材料格式（旧版，据第三方存档）：申请公司签订的托管、接入协议',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '《增值电信业务（ICP）许可证自己申请流程图解》《ICP许可证续期材料及流程》：服务器托管协议',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    customer: {
      'zh-CN': '接入协议的客户一方是“{seen}”，不是“{company}”。',
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
    const own = [company.name, ...(company.formerNames ?? []), ...valuesBefore(dossier, 'company-name')];
    const isProvider = (name: string) => sameProvider(providers, name, provider);
    // Which side is called A is for the paper to decide: carriers put themselves first.
    const written = (['partyA', 'partyB'] as const).flatMap((key) => {
      const name = agreement?.[key];
      return name === undefined ? [] : [{ key, name }];
    });
    const customer = written.find(({ name }) => !isProvider(name));
    const isOwn = written.some(({ name }) => own.some((each) => sameCompanyName(name, each)));
    if (customer !== undefined && !isOwn) {
      yield {
        messageId: 'customer',
        data: { seen: customer.name, company: company.name },
        at: fieldOf(subject, 'agreement', customer.key),
        confidence: isBranch(customer.name, company.name) ? 'low' : 'high',
        compared: { seen: customer.name, expected: company.name },
      };
    }
    if (evidence.accessAgreements.state === 'unknown') {
      if (customer === undefined && !isOwn) yield open(evidence.accessAgreements.reason);
      return;
    }
    const readings = evidence.accessAgreements.value;
    const alone = readings.length === 1 && (dossier.access ?? []).length === 1;
    for (const { attachment, about, fields } of readings) {
      if (!alone && (about === null || !isProvider(about))) continue;
      const parties = [fields.partyA, fields.partyB].filter((party) => party !== null);
      const sameness = parties.flatMap((party) => own.map((name) => sameName(party, name)));
      const [other] = parties.filter(({ value }) => !isProvider(value));
      if (other === undefined || sameness.includes('same')) continue;
      yield {
        messageId: 'customer',
        data: { seen: other.value, company: company.name },
        at: placeOf(subject.at, { attachment, about, field: other }),
        confidence: sameness.includes('unsure') || isBranch(other.value, company.name) ? 'low' : other.confidence,
        compared: { seen: other.value, expected: company.name },
      };
    }
  },
});

/** A branch is no company of its own (Company Law art. 13): whether the authority takes its signature a person asks. */
const isBranch = (name: string, company: string) => /分公司$/u.test(name.trim()) && mentionsCompany(name, company);
