import { z } from 'zod';
import { confidences, type Evidence, known, openReasons, unknown } from '../evidence/evidence.ts';
import type { EvidenceKind, Sheet } from '../evidence/kinds.ts';
import type { PageQuality, SealInspection } from '../imaging/inspection.ts';

/**
 * Evidence as a case writes it: only what the case is about, the rest is that of a good scan, a plain answer.
 * `$open: reason` says that it could not be seen; `$confidence: low` with `$value` says how sure it is.
 */
export function caseEvidence(kind: EvidenceKind, written: unknown): Evidence<unknown> {
  const special = z.object({ $open: z.enum(openReasons), $detail: z.string().optional() }).safeParse(written);
  if (special.success) return unknown(special.data.$open, special.data.$detail);
  const weighed = z.object({ $value: z.unknown(), $confidence: z.enum(confidences) }).safeParse(written);
  const { value, confidence } = weighed.success
    ? { value: weighed.data.$value, confidence: weighed.data.$confidence }
    : { value: written, confidence: 'high' as const };
  return known(complete(kind, value), { source: 'cases.yaml', at: '2026-01-01T00:00:00Z', confidence, recorded: true });
}

const sheet: Sheet = { number: 1, widthMm: 210, heightMm: 297, dpi: 200, colour: 'colour' };

const goodQuality: PageQuality = {
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

const goodSeal: SealInspection = {
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

const object = z.record(z.string(), z.unknown());
const list = <T>(written: unknown, view: (item: Record<string, unknown>, index: number) => T): readonly T[] =>
  z.array(object).parse(written).map(view);

type Completions = { readonly [K in Exclude<EvidenceKind, DocumentKind>]: (written: unknown) => unknown };
type DocumentKind = keyof import('../documents/reading.ts').DocumentReadings;

const completions: Completions = {
  file: (written) => ({
    path: '附件/文件.pdf',
    bytes: 200_000,
    sha256: 'a'.repeat(64),
    mediaType: 'application/pdf',
    pageCount: 1,
    problem: null,
    ...object.parse(written),
  }),
  pages: (written) =>
    list(written, ({ quality, ...page }, index) => ({
      ...sheet,
      number: index + 1,
      ...page,
      quality: { ...goodQuality, ...object.parse(quality ?? {}) },
    })),
  seals: (written) =>
    list(written, ({ seals, ...page }, index) => ({
      ...sheet,
      number: index + 1,
      ...page,
      seals: list(seals ?? [], (seal) => ({ ...goodSeal, ...seal })),
    })),
  text: (written) =>
    z
      .array(z.union([z.string(), object]))
      .parse(written)
      .map((page, index) => {
        const {
          content,
          confidence = 1,
          source = 'layer',
          ...rest
        } = typeof page === 'string' ? { content: page } : page;
        const lines = String(content)
          .split('\n')
          .map((text, line) => ({
            text,
            confidence,
            box: { x: 0.1, y: 0.05 + line * 0.03, width: 0.8, height: 0.02 },
          }));
        return { ...sheet, number: index + 1, ...rest, text: { source, content, confidence, lines } };
      }),
  folder: (written) => z.array(z.string()).parse(written),
  whois: (written) => ({
    domain: 'example.cn',
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
    ...object.parse(written),
  }),
  dns: (written) => ({ host: 'example.cn', addresses: [], aliases: [], cdn: null, ...object.parse(written) }),
  network: (written) => list(written, (server) => ({ ip: '', range: 'public', network: null, ...server })),
};

/** Fields of a document are written as plain values; `{value, confidence}` says how well one was read. */
function completeReadings(written: unknown): unknown {
  return list(written, ({ $attachment = '附件/文件.pdf', $about = null, ...fields }) => ({
    attachment: $attachment,
    about: $about,
    fields: new Proxy(
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, readField(value)])),
      unreadIsNull,
    ),
  }));
}

/** A field that the case does not name was not found in the document. */
const unreadIsNull: ProxyHandler<Record<string, unknown>> = {
  get: (fields, name) => (typeof name === 'string' && Object.hasOwn(fields, name) ? fields[name] : null),
};

function readField(written: unknown): unknown {
  if (written === null) return null;
  const weighed = z.object({ value: z.unknown(), confidence: z.enum(confidences) }).safeParse(written);
  const { value, confidence } = weighed.success ? weighed.data : { value: written, confidence: 'high' };
  return { value, raw: String(value), page: 1, box: null, confidence };
}

function complete(kind: EvidenceKind, written: unknown): unknown {
  // Kinds without an entry are documents.
  const completion = (completions as Partial<Record<EvidenceKind, (written: unknown) => unknown>>)[kind];
  return completion === undefined ? completeReadings(written) : completion(written);
}
