import { z } from 'zod';
import { sameName } from '../../../src/documents/compare.ts';
import type { FilingQuery, Reading } from '../../../src/documents/reading.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { requestKinds } from '../../../src/dossier/schema/filing.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';

type Filing = NonNullable<DossierData['filing']>;
type RequestKind = keyof typeof requestKinds;

export default defineRule({
  id: 'filing/wrong-request-kind',
  since: '0.1.0',
  title: { 'zh-CN': '备案申请类型选错', en: 'wrong kind of request' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'dossier',
  needs: [],
  uses: ['filingQueries'],
  basis: [{ kind: 'provider', cite: '华为云备案：首次备案、新增网站、新增接入、变更备案的适用情形', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    wrong: {
      'zh-CN': '申请类型是“{asked}”，而{situation}，应当选“{expected}”。',
      en: 'the request is "{asked}", but {situation}; it should be "{expected}".',
      fix: {
        'zh-CN': '改选“{expected}”；备案情况填错的，改正后重新检查。',
        en: 'Choose "{expected}", or correct what is said of the filing.',
      },
    },
  },
  *check({ subject, dossier, evidence: { filingQueries } }) {
    const { filing: declared } = dossier;
    const requests = declared?.requests ?? [];
    if (declared === undefined || requests.length === 0) return yield open('not-supplied', 'filing.requests');
    const record = onRecord(dossier, filingQueries.state === 'known' ? filingQueries.value : []);
    const filing = { ...declared, ...record?.facts };
    const fitting = fittingRequest(filing);
    if (fitting === null) return yield open('not-supplied', 'filing.existingSubject');
    const { expected } = fitting;
    const situation =
      record === null
        ? fitting.situation
        : {
            'zh-CN': `备案查询（${record.shown}）显示${fitting.situation['zh-CN']}`,
            en: `the filing query (${record.shown}) shows that ${fitting.situation.en}`,
          };
    for (const [index, asked] of requests.entries()) {
      const isFine = asked === expected || (filing.existingSubject === true && ['change', 'cancel'].includes(asked));
      // A new site is connected with the same order.
      if (isFine || (asked === 'new-access' && requests.includes(expected))) continue;
      yield {
        messageId: 'wrong',
        data: { asked: named(asked), expected: named(expected), situation },
        at: { ...subject.at, path: ['filing', 'requests', index] },
      };
    }
  },
});

/** What the public query shows of the company; it outweighs what the dossier says. null when it shows nothing of it. */
function onRecord({ company, domains = [] }: DossierData, queries: readonly Reading<FilingQuery>[]) {
  const own = queries.filter(
    ({ fields: { sponsor } }) => sponsor !== null && sameName(sponsor, company.name) === 'same',
  );
  const [first] = own;
  if (first === undefined) return null;
  const names = new Set(domains.map(({ name }) => registrableDomain(name)));
  const isSiteFiled = own.some(({ fields }) =>
    (fields.domains?.value ?? []).some((domain) => names.has(registrableDomain(domain))),
  );
  return {
    shown: first.fields.number?.value ?? first.attachment,
    facts: { existingSubject: true, ...(isSiteFiled ? { existingSite: true } : {}) },
  };
}

const named = (kind: RequestKind) => ({ 'zh-CN': requestKinds[kind][0], en: kind });

/** null where the dossier does not say enough. */
function fittingRequest({ existingSubject, existingSite, existingAccess }: Filing) {
  if (existingSubject === false) return fits('first', '主体还没有备过案', 'the company is no filed subject yet');
  if (existingSubject === undefined || existingSite === undefined) return null;
  if (!existingSite) return fits('new-site', '主体已备案、网站还没有', 'the subject is filed and the site is not');
  if (existingAccess === undefined) return null;
  if (!existingAccess) {
    return fits('new-access', '网站已备案、在本接入商处没有接入', 'the site is filed, though not at this provider');
  }
  return fits('change', '主体、网站和接入都已备案', 'subject, site and access are all filed');
}

const fits = (expected: RequestKind, zh: string, en: string) => ({ expected, situation: { 'zh-CN': zh, en } });
