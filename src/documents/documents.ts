import { type AttachmentKind, attachmentKinds } from '../dossier/attachment-kinds.ts';
import { readAccessAgreement } from './access-agreement.ts';
import { readAnyDocument } from './any-document.ts';
import { readBusinessLicence } from './business-licence.ts';
import { readDomainCertificate } from './domain-certificate.ts';
import { readArticles, readIdentityCard, readUserEvidence, readVerificationForm } from './filing-papers.ts';
import { readAuditReport, readFinancialStatements } from './financial-statements.ts';
import { readInsuranceList } from './insurance-list.ts';
import { readLease } from './lease.ts';
import { readAuthorisation, readLetter, readServiceProof } from './letters.ts';
import { readMlpsCertificate, readMlpsReport } from './mlps.ts';
import { readPledge } from './pledge.ts';
import { readPlan, readPolicy } from './policy.ts';
import { readPreApproval } from './pre-approval.ts';
import { readFilingQuery, readLicenceQuery, readRegistryExtract } from './queries.ts';
import type { DocumentReadings, FieldsOf } from './reading.ts';
import type { NumberedText } from './sheet.ts';
import { readTaxReturn } from './tax-return.ts';
import { readTelecomLicence } from './telecom-licence.ts';

export type { NumberedText };

// Object.keys forgets the literal key types of the table.
const everyKind = Object.keys(attachmentKinds) as AttachmentKind[];

/** Every kind of document evidence: the attachments that it comes from, and the reader of their text. Readers never throw. */
export const documentEvidence: {
  readonly [K in keyof DocumentReadings]: {
    readonly kinds: readonly AttachmentKind[];
    extract(pages: readonly NumberedText[]): FieldsOf<K>;
  };
} = {
  businessLicences: { kinds: ['business-licence'], extract: readBusinessLicence },
  icpLicences: { kinds: ['icp-licence'], extract: readTelecomLicence },
  accessAgreements: { kinds: ['access-agreement'], extract: readAccessAgreement },
  providerLicences: { kinds: ['provider-licence'], extract: readTelecomLicence },
  domainCertificates: { kinds: ['domain-certificate', 'domain-realname-proof'], extract: readDomainCertificate },
  auditReports: { kinds: ['audit-report'], extract: readAuditReport },
  financialStatements: { kinds: ['financial-statements', 'audit-report'], extract: readFinancialStatements },
  taxReturns: { kinds: ['tax-return'], extract: readTaxReturn },
  mlpsCertificates: { kinds: ['mlps-certificate'], extract: readMlpsCertificate },
  mlpsReports: { kinds: ['mlps-report'], extract: readMlpsReport },
  insuranceLists: { kinds: ['social-insurance'], extract: readInsuranceList },
  leases: { kinds: ['lease'], extract: readLease },
  preApprovals: { kinds: ['pre-approval'], extract: readPreApproval },
  pledges: { kinds: ['pledge'], extract: readPledge },
  policies: { kinds: ['security-policy', 'emergency-plan', 'security-plan'], extract: readPolicy },
  plans: { kinds: ['business-plan', 'technical-plan', 'construction-plan', 'business-report'], extract: readPlan },
  authorisations: { kinds: ['authorisation'], extract: readAuthorisation },
  verificationForms: { kinds: ['verification-form'], extract: readVerificationForm },
  registryExtracts: { kinds: ['registry-extract'], extract: readRegistryExtract },
  licenceQueries: { kinds: ['licence-query'], extract: readLicenceQuery },
  filingQueries: { kinds: ['filing-query'], extract: readFilingQuery },
  articles: { kinds: ['articles-of-association'], extract: readArticles },
  serviceProofs: { kinds: ['service-proof'], extract: readServiceProof },
  userEvidence: { kinds: ['user-evidence'], extract: readUserEvidence },
  letters: {
    kinds: [
      'statement-letter',
      'name-change-proof',
      'appointment',
      'shareholder-decision',
      'application-form',
      'equity-structure',
      'capital-verification',
    ],
    extract: readLetter,
  },
  identityCards: { kinds: ['id-card-front', 'id-card-back'], extract: readIdentityCard },
  anyDocuments: { kinds: everyKind, extract: readAnyDocument },
};
