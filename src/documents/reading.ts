import type { AttachmentKind } from '../dossier/attachment-kinds.ts';
import type { Confidence } from '../evidence/evidence.ts';
import type { Box } from '../imaging/raster.ts';

/** One fact as it stands on a page. */
export interface ReadField<T = string> {
  readonly value: T;
  /** The text that the value was read from, as recognised; reports quote it. */
  readonly raw: string;
  /** Page of the attachment, from 1. */
  readonly page: number;
  /** The line or lines read; null when the text has no positions. */
  readonly box: Box | null;
  /**
   * `high`: a text layer, or sharp OCR of a value whose form was proved (check digit, calendar, known unit).
   * `low`: a difference found by it must be looked at by a human.
   */
  readonly confidence: Confidence;
}

/** What was read in one attachment. */
export interface Reading<F> {
  /** Path of the attachment, as the dossier writes it. */
  readonly attachment: string;
  /** What the dossier says the attachment is about (a domain, a person, a provider); null when it says nothing. */
  readonly about: string | null;
  readonly fields: F;
}

/** Every field is null when it could not be found: not found is not the same as absent from the paper. */
export type Fields<T> = { readonly [K in keyof T]: ReadField<T[K]> | null };

/** A day of the calendar, YYYY-MM-DD. */
export type Day = string;
/** A month, YYYY-MM. */
export type Month = string;
/** Money in yuan, whatever unit is printed. */
export type Yuan = number;

/** 营业执照 */
export type BusinessLicence = Fields<{
  name: string;
  uscc: string;
  /** Such as 有限责任公司(自然人投资或控股). */
  kind: string;
  legalRepresentative: string;
  registeredCapital: Yuan;
  establishedOn: Day;
  termStartsOn: Day;
  termEndsOn: Day | 'long-term';
  address: string;
  scope: string;
  issuer: string;
  issuedOn: Day;
}>;

/** 增值电信业务经营许可证, one's own or the access provider's. */
export type TelecomLicence = Fields<{
  number: string;
  companyName: string;
  legalRepresentative: string;
  registeredCapital: Yuan;
  address: string;
  /** Kinds of business, such as 互联网数据中心业务. */
  services: readonly string[];
  /** Service items, such as 信息发布平台和递送服务. */
  items: readonly string[];
  /** Provinces or 全国, as written. */
  coverage: readonly string[];
  shareholders: readonly string[];
  domains: readonly string[];
  accessProviders: readonly string[];
  issuer: string;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day;
}>;

/** 接入协议: access, hosting or cloud service agreement. */
export type AccessAgreement = Fields<{
  /** Customer. */
  partyA: string;
  /** Provider. */
  partyB: string;
  number: string;
  domains: readonly string[];
  addresses: readonly string[];
  signedOn: Day;
  startsOn: Day;
  endsOn: Day;
}>;

/** 域名证书, and the screenshot of real-name verification. */
export type DomainCertificate = Fields<{
  domain: string;
  holder: string;
  registrar: string;
  registeredOn: Day;
  expiresOn: Day;
  realNameVerifiedOn: Day;
  /** Such as 已认证. */
  realNameStatus: string;
}>;

/** 审计报告 */
export type AuditReport = Fields<{
  companyName: string;
  auditor: string;
  number: string;
  /** Year that was audited. */
  year: number;
  issuedOn: Day;
  /** 营业收入 of that year. */
  revenue: Yuan;
  operatingCost: Yuan;
  netProfit: Yuan;
  totalAssets: Yuan;
}>;

export type StatementKind = 'balance-sheet' | 'income-statement' | 'cash-flow-statement';

/** 财务报表 */
export type FinancialStatements = Fields<{
  companyName: string;
  year: number;
  /** Unit printed in the head: how many yuan one stands for. */
  unit: 1 | 1000 | 10000;
  statements: readonly StatementKind[];
  revenue: Yuan;
  /** Revenue from the licensed service, where it stands apart. */
  serviceRevenue: Yuan;
  operatingCost: Yuan;
  netProfit: Yuan;
  totalAssets: Yuan;
  preparedOn: Day;
}>;

/** 纳税申报表 of value-added or corporate income tax. */
export type TaxReturn = Fields<{
  tax: 'value-added' | 'corporate-income';
  taxpayer: string;
  uscc: string;
  startsOn: Day;
  endsOn: Day;
  filedOn: Day;
  /** 应税销售额 (value-added) of the period. */
  taxableSales: Yuan;
  /** 应税销售额 of the year so far (本年累计). */
  taxableSalesOfYear: Yuan;
  /** 营业收入 (corporate income). */
  revenue: Yuan;
  /** 应纳税额合计 or 本期应补(退)税额: what the period costs. */
  taxDue: Yuan;
}>;

/** 等保备案证明 */
export type MlpsCertificate = Fields<{
  number: string;
  unit: string;
  system: string;
  /** 1 to 5. */
  level: number;
  issuer: string;
  issuedOn: Day;
}>;

/** 等保测评报告 */
export type MlpsReport = Fields<{
  number: string;
  unit: string;
  system: string;
  level: number;
  evaluator: string;
  reportedOn: Day;
  /** Such as 良 or 基本符合. */
  conclusion: string;
}>;

/** 社保缴纳证明 */
export type InsuranceList = Fields<{
  employer: string;
  uscc: string;
  month: Month;
  insured: number;
  paid: Yuan;
  printedOn: Day;
}>;

/** 房屋租赁合同 */
export type Lease = Fields<{
  landlord: string;
  tenant: string;
  address: string;
  startsOn: Day;
  endsOn: Day;
  signedOn: Day;
}>;

export type PreApprovalKind =
  | 'news'
  | 'publishing'
  | 'drugs'
  | 'culture'
  | 'live-performance'
  | 'audio-visual'
  | 'ride-hailing'
  | 'games'
  | 'education'
  | 'medical-care';

/** 前置审批文件: the permit of another authority. */
export type PreApproval = Fields<{
  kind: PreApprovalKind;
  number: string;
  holder: string;
  legalRepresentative: string;
  scope: string;
  issuer: string;
  issuedOn: Day;
  validTo: Day;
}>;

/** 承诺书 */
export type Pledge = Fields<{
  /** Body, without title, names and date; white space removed, punctuation kept. */
  text: string;
  company: string;
  signedOn: Day;
}>;

/** 管理制度, 应急预案, 保障措施: what the chapters are, so that a missing one can be named. */
export type Policy = Fields<{
  title: string;
  company: string;
  /** Headings in order, their numbers removed. */
  headings: readonly string[];
  /** How long logs are kept, in days; a month counts 30. */
  logRetentionDays: number;
  datedOn: Day;
}>;

/** 业务发展计划, 技术方案 and other plans. */
export type Plan = Fields<{
  title: string;
  company: string;
  headings: readonly string[];
  datedOn: Day;
}>;

/** 授权委托书 */
export type Authorisation = Fields<{
  principal: string;
  legalRepresentative: string;
  agent: string;
  matter: string;
  signedOn: Day;
  validTo: Day;
}>;

/** 备案信息真实性核验单 */
export type VerificationForm = Fields<{
  sponsor: string;
  siteName: string;
  domains: readonly string[];
  accessProvider: string;
  responsiblePerson: string;
  signedOn: Day;
}>;

/** Extract of the public company register (国家企业信用信息公示系统). */
export type RegistryExtract = Fields<{
  name: string;
  uscc: string;
  legalRepresentative: string;
  registeredCapital: Yuan;
  address: string;
  /** 登记状态, such as 存续. */
  status: string;
  /** Entries that speak against the company, such as 列入经营异常名录. Empty only when the page says that there are none. */
  adverseEntries: readonly string[];
  queriedOn: Day;
}>;

/** Screenshot of the public licence query. */
export type LicenceQuery = Fields<{
  companyName: string;
  number: string;
  legalRepresentative: string;
  services: readonly string[];
  coverage: readonly string[];
  /** Such as 正常. */
  status: string;
  issuer: string;
  issuedOn: Day;
  validTo: Day;
  /** As in `RegistryExtract`. */
  adverseEntries: readonly string[];
  queriedOn: Day;
}>;

/** Screenshot of the public filing query. */
export type FilingQuery = Fields<{
  sponsor: string;
  number: string;
  siteName: string;
  domains: readonly string[];
  approvedOn: Day;
}>;

/** 公司章程 */
export type Articles = Fields<{
  companyName: string;
  registeredCapital: Yuan;
  address: string;
  shareholders: readonly string[];
  signedOn: Day;
}>;

/** 业务开通证明 */
export type ServiceProof = Fields<{
  company: string;
  domains: readonly string[];
  openedOn: Day;
  signedOn: Day;
}>;

/** Screenshot of a back office with its user figures. */
export type UserEvidence = Fields<{
  registeredUsers: number;
  activeUsers: number;
  capturedOn: Day;
}>;

/** 情况说明 and other short letters of the company. */
export type Letter = Fields<{
  title: string;
  company: string;
  signedOn: Day;
}>;

/** Both sides of an identity card. Personal data: rules mask it. */
export type IdentityCard = Fields<{
  name: string;
  number: string;
  validFrom: Day;
  validTo: Day | 'long-term';
}>;

/** What can be said of any document, whatever its kind. */
export type AnyDocument = Fields<{
  /** What its headings and labels say it is; null when they say nothing, or hardly more for one kind than for another. */
  kind: AttachmentKind;
  title: string;
  /** Full names of companies, each once, in order of appearance. */
  companyNames: readonly string[];
  /** Date of the document itself: below the signature, or labelled as day of issue. */
  datedOn: Day;
  /** Left-over blanks of a template, such as XX公司 or 【】, as they stand. */
  placeholders: readonly string[];
  /** Printed page numbers in the order of the pages; pages without a number are left out. */
  pageNumbers: readonly { readonly page: number; readonly printed: number; readonly of: number | null }[];
}>;

/** Evidence kinds that come from documents: every attachment that was read as that kind. */
export interface DocumentReadings {
  readonly businessLicences: readonly Reading<BusinessLicence>[];
  readonly icpLicences: readonly Reading<TelecomLicence>[];
  readonly accessAgreements: readonly Reading<AccessAgreement>[];
  readonly providerLicences: readonly Reading<TelecomLicence>[];
  readonly domainCertificates: readonly Reading<DomainCertificate>[];
  readonly auditReports: readonly Reading<AuditReport>[];
  readonly financialStatements: readonly Reading<FinancialStatements>[];
  readonly taxReturns: readonly Reading<TaxReturn>[];
  readonly mlpsCertificates: readonly Reading<MlpsCertificate>[];
  readonly mlpsReports: readonly Reading<MlpsReport>[];
  readonly insuranceLists: readonly Reading<InsuranceList>[];
  readonly leases: readonly Reading<Lease>[];
  readonly preApprovals: readonly Reading<PreApproval>[];
  readonly pledges: readonly Reading<Pledge>[];
  readonly policies: readonly Reading<Policy>[];
  readonly plans: readonly Reading<Plan>[];
  readonly authorisations: readonly Reading<Authorisation>[];
  readonly verificationForms: readonly Reading<VerificationForm>[];
  readonly registryExtracts: readonly Reading<RegistryExtract>[];
  readonly licenceQueries: readonly Reading<LicenceQuery>[];
  readonly filingQueries: readonly Reading<FilingQuery>[];
  readonly articles: readonly Reading<Articles>[];
  readonly serviceProofs: readonly Reading<ServiceProof>[];
  readonly userEvidence: readonly Reading<UserEvidence>[];
  readonly letters: readonly Reading<Letter>[];
  readonly identityCards: readonly Reading<IdentityCard>[];
  /** Every attachment that has text. */
  readonly anyDocuments: readonly Reading<AnyDocument>[];
}

/** The fields of one evidence kind. */
export type FieldsOf<K extends keyof DocumentReadings> = DocumentReadings[K][number]['fields'];
