import type { AttachmentCondition, AttachmentRequirement, Fact, Reference } from '../../rules/reference/index.ts';
import { firm } from '../../rules/reference/index.ts';
import type { AttachmentKind } from './attachment-kinds.ts';
import type { DossierData } from './schema/dossier.ts';

/** A document that this dossier must hold, and who says so. */
export interface RequiredDocument extends AttachmentRequirement {
  readonly basis: Fact<unknown>['basis'];
}

/** What procedure and province ask of a dossier. Facts that nobody has confirmed ask for nothing. */
export function requiredDocuments(dossier: DossierData, reference: Reference): readonly RequiredDocument[] {
  return firm(reference.attachments[dossier.procedure])
    .filter(({ value }) => value.provinces?.includes(dossier.province) ?? true)
    .filter(({ value }) => conditions[value.when](dossier, reference))
    .map(({ value, basis }) => ({ ...value, basis }));
}

/** What is asked of a document of one kind; undefined when the procedure does not ask for it. */
export function requirementFor(
  kind: AttachmentKind,
  dossier: DossierData,
  reference: Reference,
): RequiredDocument | undefined {
  return requiredDocuments(dossier, reference).find(
    (required) => required.kind === kind || required.orInstead === kind,
  );
}

const has = (dossier: DossierData, kind: AttachmentKind) =>
  (dossier.attachments ?? []).some((attachment) => attachment.kind === kind);
const changes = (dossier: DossierData, ...kinds: readonly string[]) =>
  (dossier.changes ?? []).some(({ kind }) => kinds.includes(kind));

/** Revenue of zero beside money that only a working company pays (seed article on yearly reports, pitfall 5). */
export const earnsNothingButPays = ({ finance, workforce }: DossierData): boolean =>
  finance?.revenue === 0 &&
  ((finance.socialInsurancePaid ?? 0) > 0 || (workforce?.insured ?? 0) > 0 || (finance.taxPaid ?? 0) > 0);

const preApprovalFeatures = new Set([
  'news',
  'online-publishing',
  'drugs',
  'culture',
  'live-show',
  'audio-visual',
  'games',
  'ride-hailing',
  'internet-finance',
]);

/** What the services of a dossier do, wherever it is written. */
export const featuresOf = ({ websites, apps, business }: DossierData): ReadonlySet<string> =>
  new Set(
    [...(websites ?? []), ...(apps ?? []), ...(business?.services ?? [])].flatMap(({ features }) => features ?? []),
  );

const conditions: { readonly [K in AttachmentCondition]: (dossier: DossierData, reference: Reference) => boolean } = {
  always: () => true,
  'access-provider-changed': (dossier) => changes(dossier, 'access-provider'),
  'capital-changed': (dossier) => changes(dossier, 'registered-capital'),
  'company-name-changed': (dossier) => changes(dossier, 'company-name'),
  // A registrar that is the access provider's own already holds the registration data.
  'domain-registered-elsewhere': ({ domains, access }) =>
    (domains ?? []).some(
      ({ registrar }) =>
        registrar !== undefined && !(access ?? []).some(({ provider }) => registrar.startsWith(provider.slice(0, 2))),
    ),
  'domains-changed': (dossier) => changes(dossier, 'domain', 'website'),
  'has-audit-report': (dossier) => has(dossier, 'audit-report'),
  'no-audit-report': (dossier) => !has(dossier, 'audit-report'),
  'many-domains': ({ domains, province }, { provinces }) => {
    const limit = provinces.find(({ short }) => short === province)?.facts.statementAboveDomains;
    return limit?.confidence !== 'unverified' && limit !== undefined && (domains?.length ?? 0) > limit.value;
  },
  'many-sites': ({ websites, filing, province }, { provinces }) => {
    const from = provinces.find(({ short }) => short === province)?.facts.constructionPlanFromSites;
    return (
      from?.confidence !== 'unverified' &&
      from !== undefined &&
      (websites?.length ?? 0) + (filing?.sitesFiled ?? 0) >= from.value
    );
  },
  // Level 2 and above is assessed; a dated promise instead of the report is for security/mlps-report-missing to judge.
  'mlps-level-two-or-higher': ({ security }) =>
    (security?.mlps?.level ?? 0) >= 2 && security?.mlps?.promisedOn === undefined,
  'pledge-uploaded': (dossier) => has(dossier, 'pledge'),
  'pre-approval-area': (dossier) => [...featuresOf(dossier)].some((feature) => preApprovalFeatures.has(feature)),
  'premises-leased': ({ premises }) => premises?.leaseEndsOn !== undefined || premises?.landlord !== undefined,
  'representative-changed': (dossier) => changes(dossier, 'legal-representative'),
  'responsible-person-is-not-representative': ({ persons, company }) =>
    (persons ?? []).some(
      ({ roles, name }) => roles.includes('subject-officer') && name !== company.legalRepresentative,
    ),
  'self-hosted': ({ access }) => (access ?? []).some(({ mode }) => mode === 'self-hosted'),
  'shareholders-changed': (dossier) => changes(dossier, 'shareholders', 'merger-or-split'),
  'users-declared': ({ operations }) => (operations?.registeredUsers ?? 0) > 0,
  'zero-revenue-with-payments': earnsNothingButPays,
};
