/** Evidence in which nothing is wrong, which cases write over. */
import type { FileFacts } from '../evidence/file.ts';
import type { Sheet } from '../evidence/kinds.ts';
import type { HostAddresses, RegistrantAnswer, ServerNetwork } from '../evidence/network-facts.ts';
import type { PageQuality, PageText, SealInspection, SealSlice, SignatureInspection } from '../imaging/inspection.ts';
import type { AnnouncedNetwork } from '../network/asn/network-table.ts';
import type { CertificateFacts } from '../network/guarded-fetch.ts';
import type { PageSource } from '../network/homepage.ts';
export const sheet: Sheet = { number: 1, widthMm: 210, heightMm: 297, dpi: 200, colour: 'colour' };

export const goodQuality: PageQuality = {
  sharpness: 0.8,
  skewDegrees: 0.1,
  rotation: 0,
  inkShare: 0.06,
  blank: false,
  glareShare: 0,
  lightEvenness: 0.95,
  textHeightMm: 3.4,
  croppedSides: [],
  moire: 0.02,
  perceptualHash: 'f0e1d2c3b4a59687',
};

export const goodSeal: SealInspection = {
  box: { x: 0.6, y: 0.75, width: 0.2, height: 0.14 },
  shape: 'round',
  ink: 'red',
  verdict: 'legible',
  reason: 'clear',
  contrast: 0.7,
  coverage: 0.98,
  sharpness: 0.8,
  text: '',
  textConfidence: 0.95,
  innerText: '',
  number: '',
  kind: 'company',
  diameterMm: 42,
};

/** The left half of a seal of 40 mm. */
export const goodSlice: SealSlice = {
  side: 'right',
  ink: 'red',
  topMm: 120,
  bottomMm: 160,
  depthMm: 20,
  insetMm: 0,
  innerExtentMm: 29,
  outerExtentMm: 40,
};

export const goodSignature: SignatureInspection = {
  label: '法定代表人（签字）：',
  box: { x: 0.5, y: 0.75, width: 0.4, height: 0.07 },
  inkBox: { x: 0.52, y: 0.76, width: 0.15, height: 0.04 },
  verdict: 'signed',
  reason: 'pen-strokes',
  confidence: 0.98,
  strokeMm: 80,
  slant: 0.66,
  heightRatio: 2,
  sealShare: 0,
};

export const plainText: PageText = { source: 'layer', content: '', confidence: 1, lines: [] };

export const goodFile: FileFacts = {
  path: '',
  bytes: 200_000,
  sha256: 'a'.repeat(64),
  mediaType: 'application/pdf',
  pageCount: 1,
  problem: null,
};

export const registered: RegistrantAnswer = {
  domain: '',
  variants: [],
  state: 'registered',
  rateLimited: false,
  registrant: null,
  organisation: null,
  redacted: false,
  registrar: '阿里云计算有限公司（万网）',
  status: ['ok'],
  createdAt: '2019-03-01T10:00:00+08:00',
  expiresAt: '2029-03-01T10:00:00+08:00',
  nameServers: ['dns1.hichina.com', 'dns2.hichina.com'],
  referral: null,
  raw: '',
};

export const noAddresses: HostAddresses = { host: '', state: 'found', addresses: [], aliases: [] };
export const goodPage: PageSource = {
  requested: '',
  url: '',
  status: 200,
  redirects: [],
  charset: 'utf-8',
  html: '',
  truncated: false,
  certificate: null,
};
export const goodCertificate: CertificateFacts = {
  problem: null,
  subject: null,
  names: [],
  issuer: 'Example TLS CA',
  validFrom: '2025-12-01T00:00:00.000Z',
  validTo: '2027-11-30T23:59:59.000Z',
};
export const publicServer: ServerNetwork = { ip: '', range: 'public', network: null };
export const someNetwork: AnnouncedNetwork = { asn: null, operator: '', country: 'CN' };
