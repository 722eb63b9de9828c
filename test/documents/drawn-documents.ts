import { houses, people, qinghe, yunchuan } from '../../fixtures/generate/cast.ts';
import { drawAccessAgreement } from '../../fixtures/generate/documents/access-agreement.ts';
import { drawBusinessLicence } from '../../fixtures/generate/documents/business-licence.ts';
import {
  drawApplicationForm,
  drawAppointment,
  drawArticles,
  drawCapitalVerification,
  drawEquityStructure,
  drawLease,
  drawNameChangeProof,
  drawPropertyCertificate,
  drawShareholderDecision,
} from '../../fixtures/generate/documents/corporate.ts';
import { drawDomainCertificate, drawRealNameScreen } from '../../fixtures/generate/documents/domain-papers.ts';
import { drawIdentityCardBack, drawIdentityCardFront } from '../../fixtures/generate/documents/identity-card.ts';
import type { LayoutName } from '../../fixtures/generate/documents/layout-name.ts';
import { drawAuthorisation, drawPledge, drawStatementLetter } from '../../fixtures/generate/documents/letters.ts';
import { drawMlpsCertificate, drawMlpsReport } from '../../fixtures/generate/documents/mlps.ts';
import {
  drawBusinessPlan,
  drawBusinessReport,
  drawConstructionPlan,
  drawServiceProof,
  drawTechnicalPlan,
} from '../../fixtures/generate/documents/plans.ts';
import { drawEmergencyPlan, drawSecurityPlan, drawSecurityPolicy } from '../../fixtures/generate/documents/policies.ts';
import { drawPreApproval } from '../../fixtures/generate/documents/pre-approval.ts';
import {
  drawFilingQuery,
  drawLicenceQuery,
  drawRegistryExtract,
  drawStorePage,
  drawUserEvidence,
} from '../../fixtures/generate/documents/screens.ts';
import { drawSocialInsurance } from '../../fixtures/generate/documents/social-insurance.ts';
import {
  drawAuditReport,
  drawFinancialStatements,
  drawTaxReturn,
  netProfit,
  totalAssets,
  type YearFigures,
} from '../../fixtures/generate/documents/statements.ts';
import { drawTelecomLicence } from '../../fixtures/generate/documents/telecom-licence.ts';
import { drawVerificationForm } from '../../fixtures/generate/documents/verification-form.ts';
import type { DrawnPage } from '../../fixtures/generate/layout.ts';
import { compact } from '../../src/documents/folded-text.ts';
import type { DocumentReadings, FieldsOf } from '../../src/documents/reading.ts';
import type { AttachmentKind } from '../../src/dossier/attachment-kinds.ts';

type Values<F> = { readonly [K in keyof F]?: F[K] extends { readonly value: infer V } | null ? V : never };

/** A drawn document and what stands in it; fields that a layout does not print are left out. */
export interface DrawnDocument<K extends keyof DocumentReadings = keyof DocumentReadings> {
  readonly evidence: K;
  readonly kind: AttachmentKind;
  readonly layout: LayoutName;
  readonly pages: readonly DrawnPage[];
  readonly expected: Values<FieldsOf<K>>;
}

const figures: YearFigures = {
  year: 2025,
  revenue: 3_216_540.88,
  serviceRevenue: 2_108_300.5,
  operatingCost: 1_204_118.3,
  expenses: 1_310_220.06,
  incomeTax: 35_110.13,
  cash: 1_820_077.21,
  receivables: 402_118.9,
  fixedAssets: 268_500,
  payables: 310_925.44,
  paidInCapital: 2_000_000,
};
const before: YearFigures = {
  ...figures,
  year: 2024,
  revenue: 2_765_010.4,
  serviceRevenue: 1_600_200.75,
  cash: 1_500_003,
};

const document = <K extends keyof DocumentReadings>(drawn: DrawnDocument<K>): DrawnDocument<K> => drawn;

const licence = {
  holder: qinghe,
  number: '浙B2-20210318',
  services: ['信息服务业务（仅限互联网信息服务）'],
  items: ['信息发布平台和递送服务', '信息社区平台服务'],
  coverage: '浙江省',
  issuedOn: '2021-06-18',
  validTo: '2026-06-17',
  issuer: houses.licensingAuthority,
  domains: ['qinghe.example.cn', 'qinghe-shop.com'],
  accessProviders: [yunchuan.name],
};
const providerLicence = {
  holder: yunchuan,
  number: 'B1.B2-20192046',
  services: ['互联网数据中心业务', '互联网接入服务业务'],
  items: [],
  coverage: '全国',
  issuedOn: '2024-04-02',
  validTo: '2029-04-01',
  issuer: '工业和信息化部',
  domains: [],
  accessProviders: [],
};
const domain = {
  name: 'qinghe-shop.com',
  holder: qinghe.name,
  registrar: houses.registrar,
  registeredOn: '2018-07-09',
  expiresOn: '2028-07-09',
  verifiedOn: '2018-07-12',
};
const mlps = {
  unit: qinghe.name,
  system: '青禾内容发布平台',
  level: 2,
  certificateNumber: '33010699001-22001',
  reportNumber: '33010699001-22001-25-0018-01',
  assessor: houses.assessor,
  police: houses.police,
  certifiedOn: '2022-03-15',
  reportedOn: '2025-11-20',
} as const;
const policy = {
  company: qinghe,
  securityOfficer: people.lin.name,
  officerMobile: people.lin.mobile,
  day: '2025-03-03',
};
const identity = {
  person: people.zhou,
  address: qinghe.address,
  issuer: '杭州市公安局示例区分局',
  validFrom: '2019-04-08',
  validTo: '2039-04-08',
};
const agreement = {
  number: 'YC-2025-0117',
  customer: qinghe,
  provider: yunchuan,
  service: '服务器托管与互联网接入服务（10兆独享带宽）',
  machineRoom: '杭州滨江二号机房',
  addresses: ['203.0.113.18', '203.0.113.19'],
  domains: ['qinghe-shop.com', 'qinghe.example.cn'],
  startsOn: '2025-01-15',
  endsOn: '2027-01-14',
  signedOn: '2025-01-10',
  yearlyFeeYuan: 36_000,
};
const tax = {
  company: qinghe,
  startsOn: '2025-12-01',
  endsOn: '2025-12-31',
  filedOn: '2026-01-12',
  sales: 286_400.12,
  salesOfYear: 3_216_540.88,
  ratePercent: 6,
  inputShare: 0.4,
  taxOffice: houses.taxOffice,
};
const insured = [people.zhou, people.lin, people.he].map(({ name, idNumber }) => ({ name, idNumber }));
const insurance = {
  employer: qinghe,
  month: '2025-12',
  people: insured,
  perHead: 1_482.36,
  printedOn: '2026-01-08',
  office: houses.insuranceOffice,
};
const statementFacts = { company: qinghe, figures, before, preparedOn: '2026-03-02' };

const plan = {
  company: qinghe,
  site: '青禾农情网',
  domain: 'qinghe-shop.com',
  provider: yunchuan.name,
  day: '2026-04-09',
};
const lease = {
  landlord: houses.landlord,
  tenant: qinghe,
  address: qinghe.address,
  areaSquareMetres: 186,
  monthlyRentYuan: 21_500,
  startsOn: '2024-06-01',
  endsOn: '2027-05-31',
  signedOn: '2024-05-20',
};
const permit = {
  holder: qinghe,
  title: '网络文化经营许可证',
  number: '浙网文〔2024〕1207-086号',
  scope: '利用信息网络经营网络表演',
  issuer: '浙江省文化和旅游厅',
  issuedOn: '2024-03-11',
  validTo: '2027-03-10',
} as const;

const chapters = [
  '总则',
  '网站安全保障措施',
  '信息安全保密管理制度',
  '用户信息安全管理制度',
  '信息内容审核制度',
  '日志留存制度',
  '访问控制与数据加密',
  '投诉举报处理制度',
  '应急处置制度',
  '人员培训',
];

const layouts: readonly LayoutName[] = ['a', 'b'];

export const drawnDocuments: readonly DrawnDocument[] = layouts.flatMap((layout): readonly DrawnDocument[] => {
  const b = layout === 'b';
  return [
    document({
      evidence: 'businessLicences',
      kind: 'business-licence',
      layout,
      pages: [drawBusinessLicence(qinghe, '2023-05-16', layout)],
      expected: {
        name: qinghe.name,
        uscc: qinghe.creditCode,
        kind: compact(qinghe.kind),
        legalRepresentative: qinghe.legalRepresentative,
        registeredCapital: qinghe.capitalWan * 1e4,
        establishedOn: qinghe.establishedOn,
        termStartsOn: qinghe.establishedOn,
        termEndsOn: 'long-term',
        address: qinghe.address,
        scope: compact(qinghe.scope),
        issuedOn: '2023-05-16',
      },
    }),
    document({
      evidence: 'icpLicences',
      kind: 'icp-licence',
      layout,
      pages: drawTelecomLicence(licence, layout),
      expected: {
        number: licence.number,
        companyName: qinghe.name,
        legalRepresentative: qinghe.legalRepresentative,
        registeredCapital: qinghe.capitalWan * 1e4,
        address: qinghe.address,
        services: licence.services,
        items: licence.items,
        coverage: ['浙江'],
        shareholders: qinghe.shareholders.map(({ name }) => name),
        domains: licence.domains,
        accessProviders: licence.accessProviders,
        issuer: licence.issuer,
        issuedOn: licence.issuedOn,
        ...(b ? { validFrom: licence.issuedOn } : {}),
        validTo: licence.validTo,
      },
    }),
    document({
      evidence: 'providerLicences',
      kind: 'provider-licence',
      layout,
      pages: drawTelecomLicence(providerLicence, layout),
      expected: {
        number: providerLicence.number,
        companyName: yunchuan.name,
        services: providerLicence.services,
        coverage: ['全国'],
        validTo: providerLicence.validTo,
      },
    }),
    document({
      evidence: 'accessAgreements',
      kind: 'access-agreement',
      layout,
      pages: drawAccessAgreement(agreement, layout),
      expected: {
        partyA: qinghe.name,
        partyB: yunchuan.name,
        number: agreement.number,
        domains: agreement.domains,
        addresses: agreement.addresses,
        signedOn: agreement.signedOn,
        startsOn: agreement.startsOn,
        endsOn: agreement.endsOn,
      },
    }),
    document({
      evidence: 'domainCertificates',
      kind: 'domain-certificate',
      layout,
      pages: [drawDomainCertificate(domain, layout)],
      expected: {
        domain: domain.name,
        holder: domain.holder,
        registrar: domain.registrar,
        registeredOn: domain.registeredOn,
        expiresOn: domain.expiresOn,
        ...(b ? { realNameVerifiedOn: domain.verifiedOn, realNameStatus: '已认证' } : {}),
      },
    }),
    document({
      evidence: 'domainCertificates',
      kind: 'domain-realname-proof',
      layout,
      pages: [drawRealNameScreen(domain, qinghe.creditCode, layout)],
      expected: {
        domain: domain.name,
        holder: domain.holder,
        registrar: domain.registrar,
        registeredOn: domain.registeredOn,
        expiresOn: domain.expiresOn,
        realNameVerifiedOn: domain.verifiedOn,
        realNameStatus: '已实名认证',
      },
    }),
    document({
      evidence: 'auditReports',
      kind: 'audit-report',
      layout,
      pages: drawAuditReport(
        {
          ...statementFacts,
          auditor: houses.auditor,
          number: '浙正审字〔2026〕第0086号',
          accountants: ['沈书言', '顾一帆'],
        },
        layout,
      ),
      expected: {
        companyName: qinghe.name,
        auditor: houses.auditor,
        number: '浙正审字[2026]第0086号',
        year: 2025,
        issuedOn: '2026-03-02',
        revenue: figures.revenue,
        operatingCost: figures.operatingCost,
        netProfit: Math.round(netProfit(figures) * 100) / 100,
        totalAssets: Math.round(totalAssets(figures) * 100) / 100,
      },
    }),
    document({
      evidence: 'financialStatements',
      kind: 'financial-statements',
      layout,
      pages: drawFinancialStatements(statementFacts, layout),
      expected: {
        companyName: qinghe.name,
        year: 2025,
        unit: 1,
        statements: ['balance-sheet', 'income-statement', 'cash-flow-statement'],
        revenue: figures.revenue,
        serviceRevenue: figures.serviceRevenue,
        operatingCost: figures.operatingCost,
        netProfit: Math.round(netProfit(figures) * 100) / 100,
        totalAssets: Math.round(totalAssets(figures) * 100) / 100,
      },
    }),
    document({
      evidence: 'taxReturns',
      kind: 'tax-return',
      layout,
      pages: [drawTaxReturn(tax, layout)],
      expected: {
        tax: 'value-added',
        taxpayer: qinghe.name,
        uscc: qinghe.creditCode,
        startsOn: tax.startsOn,
        endsOn: tax.endsOn,
        filedOn: tax.filedOn,
        taxableSales: tax.sales,
        taxableSalesOfYear: tax.salesOfYear,
        taxDue: Math.round(tax.sales * (b ? 0.06 : 0.036) * 100) / 100,
      },
    }),
    document({
      evidence: 'mlpsCertificates',
      kind: 'mlps-certificate',
      layout,
      pages: [drawMlpsCertificate(mlps, layout)],
      expected: {
        number: mlps.certificateNumber,
        unit: mlps.unit,
        system: mlps.system,
        level: 2,
        issuer: mlps.police,
        issuedOn: mlps.certifiedOn,
      },
    }),
    document({
      evidence: 'mlpsReports',
      kind: 'mlps-report',
      layout,
      pages: drawMlpsReport(mlps, layout),
      expected: {
        number: mlps.reportNumber,
        unit: mlps.unit,
        system: mlps.system,
        level: 2,
        evaluator: mlps.assessor,
        reportedOn: mlps.reportedOn,
        conclusion: '良',
      },
    }),
    document({
      evidence: 'insuranceLists',
      kind: 'social-insurance',
      layout,
      pages: [drawSocialInsurance(insurance, layout)],
      expected: {
        employer: qinghe.name,
        uscc: qinghe.creditCode,
        month: insurance.month,
        insured: 3,
        paid: 4_447.08,
        printedOn: insurance.printedOn,
      },
    }),
    document({
      evidence: 'pledges',
      kind: 'pledge',
      layout,
      pages: drawPledge({ company: qinghe, year: 2025, licenceNumber: licence.number, day: '2026-02-26' }, layout),
      expected: { company: qinghe.name, signedOn: '2026-02-26' },
    }),
    document({
      evidence: 'letters',
      kind: 'statement-letter',
      layout,
      pages: drawStatementLetter({ company: qinghe, year: 2025, day: '2026-02-27', insured: 3 }, layout),
      expected: {
        title: b ? '关于2025年度电信业务收入为零的情况说明' : '情况说明',
        company: qinghe.name,
        signedOn: '2026-02-27',
      },
    }),
    document({
      evidence: 'authorisations',
      kind: 'authorisation',
      layout,
      pages: drawAuthorisation(
        {
          company: qinghe,
          agent: people.lin,
          matter: '2025年度电信业务经营信息年报',
          day: '2026-01-05',
          endsOn: '2026-12-31',
        },
        layout,
      ),
      expected: {
        principal: qinghe.name,
        agent: people.lin.name,
        matter: '2025年度电信业务经营信息年报',
        signedOn: '2026-01-05',
        validTo: '2026-12-31',
      },
    }),
    document({
      evidence: 'policies',
      kind: 'security-policy',
      layout,
      pages: drawSecurityPolicy(policy, layout),
      expected: {
        title: '网络与信息安全管理制度',
        company: qinghe.name,
        headings: chapters,
        logRetentionDays: 180,
        datedOn: policy.day,
      },
    }),
    document({
      evidence: 'policies',
      kind: 'security-plan',
      layout,
      pages: drawSecurityPlan(policy, layout),
      expected: { title: '网络与信息安全保障措施', company: qinghe.name, headings: chapters, logRetentionDays: 180 },
    }),
    document({
      evidence: 'policies',
      kind: 'emergency-plan',
      layout,
      pages: drawEmergencyPlan(policy, layout),
      expected: {
        title: '网络与信息安全应急预案',
        company: qinghe.name,
        headings: ['目的与适用范围', '组织机构', '事件分级', '监测与预警', '应急响应', '恢复与总结', '保障与演练'],
        datedOn: policy.day,
      },
    }),
    document({
      evidence: 'identityCards',
      kind: 'id-card-front',
      layout,
      pages: [drawIdentityCardFront(identity, layout)],
      expected: { name: people.zhou.name, number: people.zhou.idNumber },
    }),
    document({
      evidence: 'identityCards',
      kind: 'id-card-back',
      layout,
      pages: [drawIdentityCardBack(identity, layout)],
      expected: { validFrom: identity.validFrom, validTo: identity.validTo },
    }),
    document({
      evidence: 'leases',
      kind: 'lease',
      layout,
      pages: drawLease(lease, layout),
      expected: {
        landlord: lease.landlord,
        tenant: qinghe.name,
        address: lease.address,
        startsOn: lease.startsOn,
        endsOn: lease.endsOn,
        signedOn: lease.signedOn,
      },
    }),
    document({
      evidence: 'preApprovals',
      kind: 'pre-approval',
      layout,
      pages: [drawPreApproval(permit, layout)],
      expected: {
        kind: 'live-performance',
        number: '浙网文[2024]1207-086号',
        holder: qinghe.name,
        legalRepresentative: qinghe.legalRepresentative,
        scope: permit.scope,
        issuer: permit.issuer,
        issuedOn: permit.issuedOn,
        validTo: permit.validTo,
      },
    }),
    document({
      evidence: 'verificationForms',
      kind: 'verification-form',
      layout,
      pages: [
        drawVerificationForm(
          {
            sponsor: qinghe,
            siteName: '青禾农情网',
            domains: ['qinghe-shop.com'],
            accessProvider: yunchuan.name,
            responsible: people.zhou,
            day: '2026-03-18',
          },
          layout,
        ),
      ],
      expected: {
        sponsor: qinghe.name,
        siteName: '青禾农情网',
        domains: ['qinghe-shop.com'],
        accessProvider: yunchuan.name,
        responsiblePerson: people.zhou.name,
        signedOn: '2026-03-18',
      },
    }),
    document({
      evidence: 'articles',
      kind: 'articles-of-association',
      layout,
      pages: drawArticles({ company: qinghe, signedOn: '2018-05-08' }, layout),
      expected: {
        companyName: qinghe.name,
        registeredCapital: qinghe.capitalWan * 1e4,
        address: qinghe.address,
        shareholders: qinghe.shareholders.map(({ name }) => name),
        signedOn: '2018-05-08',
      },
    }),
    document({
      evidence: 'letters',
      kind: 'equity-structure',
      layout,
      pages: drawEquityStructure({ company: qinghe, signedOn: '2026-04-09' }, layout),
      expected: { title: '股权结构说明', company: qinghe.name, signedOn: '2026-04-09' },
    }),
    document({
      evidence: 'letters',
      kind: 'appointment',
      layout,
      pages: drawAppointment({ company: qinghe, dismissed: '林晚秋', appointed: '周启明', day: '2026-02-02' }, layout),
      expected: { company: qinghe.name, signedOn: '2026-02-02' },
    }),
    document({
      evidence: 'letters',
      kind: 'shareholder-decision',
      layout,
      pages: drawShareholderDecision(
        { company: qinghe, resolutions: ['同意公司注册资本由200万元增加至1000万元。'], day: '2026-02-02' },
        layout,
      ),
      expected: { company: qinghe.name, signedOn: '2026-02-02' },
    }),
    document({
      evidence: 'letters',
      kind: 'name-change-proof',
      layout,
      pages: drawNameChangeProof(
        { company: qinghe, formerName: '杭州青禾示例科技有限公司', day: '2026-02-02' },
        layout,
      ),
      expected: { title: b ? '企业名称变更证明' : '登记通知书', signedOn: '2026-02-02' },
    }),
    document({
      evidence: 'letters',
      kind: 'capital-verification',
      layout,
      pages: drawCapitalVerification(
        { company: qinghe, auditor: houses.auditor, number: '浙正验字〔2018〕第0031号', day: '2018-06-30' },
        layout,
      ),
      expected: { title: '验资报告', signedOn: '2018-06-30' },
    }),
    document({
      evidence: 'plans',
      kind: 'business-plan',
      layout,
      pages: drawBusinessPlan(plan, layout),
      expected: {
        company: qinghe.name,
        headings: [
          '公司概况',
          '业务内容与目标用户',
          '市场分析',
          '收费方式与收入预测',
          '服务质量与长期服务保障',
          '人员与资金',
          '实施进度',
        ],
        datedOn: plan.day,
      },
    }),
    document({
      evidence: 'plans',
      kind: 'technical-plan',
      layout,
      pages: drawTechnicalPlan(plan, layout),
      expected: {
        company: qinghe.name,
        headings: ['系统概述', '网络拓扑', '软硬件配置', '系统功能', '安全设计', '运行维护'],
        datedOn: plan.day,
      },
    }),
    document({
      evidence: 'plans',
      kind: 'construction-plan',
      layout,
      pages: drawConstructionPlan(plan, layout),
      expected: { title: '网站建设方案书', company: qinghe.name, datedOn: plan.day },
    }),
    document({
      evidence: 'plans',
      kind: 'business-report',
      layout,
      pages: drawBusinessReport(
        {
          company: qinghe,
          site: plan.site,
          domain: plan.domain,
          licenceNumber: licence.number,
          years: [
            { year: 2024, revenue: 2_765_010.4, serviceRevenue: 1_600_200.75, users: 16_200 },
            { year: 2025, revenue: 3_216_540.88, serviceRevenue: 2_108_300.5, users: 20_318 },
          ],
          day: plan.day,
        },
        layout,
      ),
      expected: { company: qinghe.name, headings: ['2024年度', '2025年度'], datedOn: plan.day },
    }),
    document({
      evidence: 'serviceProofs',
      kind: 'service-proof',
      layout,
      pages: drawServiceProof(
        {
          company: qinghe,
          site: plan.site,
          domain: plan.domain,
          licenceNumber: licence.number,
          openedOn: '2021-09-01',
          day: '2026-02-10',
        },
        layout,
      ),
      expected: {
        company: qinghe.name,
        domains: [plan.domain],
        openedOn: '2021-09-01',
        signedOn: '2026-02-10',
      },
    }),
    document({
      evidence: 'userEvidence',
      kind: 'user-evidence',
      layout,
      pages: [
        drawUserEvidence(
          {
            site: '青禾农情网',
            address: 'https://admin.qinghe-shop.com/overview',
            registered: 20_318,
            active: 16_940,
            capturedAt: '2025-12-31 18:00',
          },
          layout,
        ),
      ],
      expected: { registeredUsers: 20_318, activeUsers: 16_940, capturedOn: '2025-12-31' },
    }),
    document({
      evidence: 'registryExtracts',
      kind: 'registry-extract',
      layout,
      pages: [
        drawRegistryExtract(
          {
            company: qinghe,
            queriedOn: '2026-01-20',
            status: '存续（在营、开业、在册）',
            abnormal: b
              ? ['1 未依照规定的期限公示年度报告 列入日期：2025-07-08 作出决定机关：杭州市示例区市场监督管理局']
              : [],
          },
          layout,
        ),
      ],
      expected: {
        name: qinghe.name,
        uscc: qinghe.creditCode,
        legalRepresentative: qinghe.legalRepresentative,
        registeredCapital: qinghe.capitalWan * 1e4,
        address: qinghe.address,
        status: '存续',
        adverseEntries: b ? ['经营异常名录'] : [],
        queriedOn: '2026-01-20',
      },
    }),
    document({
      evidence: 'licenceQueries',
      kind: 'licence-query',
      layout,
      pages: [
        drawLicenceQuery(
          {
            company: qinghe,
            queriedOn: '2026-01-20',
            number: licence.number,
            services: licence.services,
            coverage: licence.coverage,
            status: '正常',
            issuer: licence.issuer,
            issuedOn: licence.issuedOn,
            validTo: licence.validTo,
          },
          layout,
        ),
      ],
      expected: {
        companyName: qinghe.name,
        number: licence.number,
        legalRepresentative: qinghe.legalRepresentative,
        services: licence.services,
        coverage: ['浙江'],
        status: '正常',
        issuer: licence.issuer,
        issuedOn: licence.issuedOn,
        validTo: licence.validTo,
      },
    }),
    document({
      evidence: 'filingQueries',
      kind: 'filing-query',
      layout,
      pages: [
        drawFilingQuery(
          {
            company: qinghe,
            queriedOn: '2026-01-20',
            number: '浙ICP备18012345号-1',
            siteName: '青禾农情网',
            domain: 'qinghe-shop.com',
            approvedOn: '2018-08-02',
          },
          layout,
        ),
      ],
      expected: {
        sponsor: qinghe.name,
        number: '浙ICP备18012345号-1',
        siteName: '青禾农情网',
        domains: ['qinghe-shop.com'],
        approvedOn: '2018-08-02',
      },
    }),
    document({
      evidence: 'letters',
      kind: 'application-form',
      layout,
      pages: drawApplicationForm(
        {
          company: qinghe,
          request: '首次申请',
          contact: people.lin,
          services: licence.services,
          coverage: licence.coverage,
          day: '2026-03-12',
          reason: '拟向用户收取会员费',
        },
        layout,
      ),
      expected: { company: qinghe.name, signedOn: '2026-03-12' },
    }),
    document({
      evidence: 'anyDocuments',
      kind: 'property-certificate',
      layout,
      pages: [
        drawPropertyCertificate(
          {
            owner: houses.landlord,
            address: qinghe.address,
            number: '浙（2020）杭州市不动产权第0086231号',
            areaSquareMetres: 186,
            registeredOn: '2020-06-02',
          },
          layout,
        ),
      ],
      expected: { companyNames: [houses.landlord], datedOn: '2020-06-02' },
    }),
    document({
      evidence: 'anyDocuments',
      kind: 'store-page',
      layout,
      pages: [
        drawStorePage(
          {
            name: '青禾农情',
            developer: qinghe.name,
            filingNumber: '浙ICP备18012345号-2A',
            introduction: '为种植户提供行情、气象与技术资讯。',
          },
          layout,
        ),
      ],
      expected: { companyNames: [qinghe.name] },
    }),
  ];
});
