import { z } from 'zod';
import { loadReference } from '../../rules/reference/index.ts';
import { documentEvidence } from '../documents/documents.ts';
import type { DocumentReadings } from '../documents/reading.ts';
import type { DossierData } from '../dossier/schema/dossier.ts';
import type { Subject } from '../dossier/subjects.ts';
import { confidences, type Evidence, known, openReasons, unknown } from '../evidence/evidence.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import type { PageEdges, PageText } from '../imaging/inspection.ts';
import { type PageSource, readHomePage } from '../network/homepage.ts';
import type { PageVisit } from '../network/page-visit.ts';
import { suppliedFacts } from '../network/supplied-evidence.ts';
import {
  goodCertificate,
  goodFile,
  goodPage,
  goodQuality,
  goodSeal,
  goodSignature,
  goodSlice,
  noAddresses,
  plainText,
  publicServer,
  registered,
  sheet,
  someNetwork,
} from './good-evidence.ts';

/** What the evidence is about: blanks are filled in from here. */
export interface Scene {
  readonly subject: Subject;
  readonly dossier: DossierData;
}

/**
 * Evidence as a case writes it: only what the case is about, the rest is that of a good scan, a plain answer.
 * `$open: reason` says that it could not be seen; `$confidence: low` with `$value` says how sure it is.
 * Throws when it names a field that this kind of evidence does not have.
 */
export function caseEvidence(kind: EvidenceKind, written: unknown, scene: Scene): Evidence<unknown> {
  if (isMarked(written, '$open')) {
    const { $open, $detail } = openEvidence.parse(written);
    return unknown($open, $detail);
  }
  const weighed = isMarked(written, '$value') ? weighedEvidence.parse(written) : undefined;
  const value = weighed === undefined ? written : weighed.$value;
  return known(complete(kind, value, scene), {
    source: 'cases.yaml',
    at: '2026-01-01T00:00:00Z',
    confidence: weighed?.$confidence ?? 'high',
    recorded: true,
  });
}

const isMarked = (written: unknown, mark: '$open' | '$value') =>
  typeof written === 'object' && written !== null && mark in written;
const openEvidence = z.strictObject({ $open: z.enum(openReasons), $detail: z.string().optional() });
const weighedEvidence = z.strictObject({ $value: z.unknown(), $confidence: z.enum(confidences) });

const sharedScans = z.array(
  z.strictObject({
    file: z.string(),
    others: z.array(
      z.strictObject({
        path: z.string().default('other-1'),
        company: z.string().default('宁波海棠示例科技有限公司'),
        uscc: z.string().default('91330106MAFAKE0280'),
        file: z.string().default('附件/扫描件.pdf'),
      }),
    ),
  }),
);

const copiedTexts = z.array(
  z.strictObject({
    file: z.string(),
    read: z.boolean().default(true),
    others: z
      .array(
        z.strictObject({
          path: z.string().default('other-1'),
          company: z.string().default('宁波海棠示例科技有限公司'),
          uscc: z.string().default('91330106MAFAKE0280'),
          file: z.string().default('附件/计划.pdf'),
          share: z.number().min(0).max(1),
        }),
      )
      .default([]),
  }),
);

const object = z.record(z.string(), z.unknown());

/** `good` with what is written over it. */
function over<T extends object>(what: string, good: T, written: unknown): T {
  const fields = object.parse(written ?? {});
  const strange = Object.keys(fields).find((name) => !Object.hasOwn(good, name));
  if (strange !== undefined)
    throw new Error(`evidence ${what} has no "${strange}"; it has: ${Object.keys(good).join(', ')}`);
  return { ...good, ...fields };
}

const each = <T>(written: unknown, view: (item: Record<string, unknown>, index: number) => T): readonly T[] =>
  z.array(object).parse(written).map(view);

type DocumentKind = keyof DocumentReadings;
type Completions = { readonly [K in Exclude<EvidenceKind, DocumentKind>]: (written: unknown, scene: Scene) => unknown };

const completions: Completions = {
  file: (written, { subject }) => over('file', { ...goodFile, path: subject.id }, written),
  pages: (written) =>
    each(written, ({ quality, ...page }, index) => ({
      ...over('pages', { ...sheet, number: index + 1 }, page),
      quality: over('pages.quality', goodQuality, quality),
    })),
  seals: (written) =>
    each(written, ({ seals, edges, ...page }, index) => ({
      ...over('seals', { ...sheet, number: index + 1 }, page),
      seals: each(seals ?? [], (seal) => over('seals.seals', goodSeal, seal)),
      edges: pageEdges(edges),
    })),
  signatures: (written) =>
    each(written, ({ signatures, ...page }, index) => ({
      ...over('signatures', { ...sheet, number: index + 1 }, page),
      signatures: each(signatures ?? [], (place) => over('signatures.signatures', goodSignature, place)),
    })),
  text: (written) =>
    z
      .array(z.union([z.string(), object]))
      .parse(written)
      .map((page, index) => ({ ...sheet, number: index + 1, text: pageText(page) })),
  folder: (written) => z.array(z.string()).parse(written),
  digests: (written) => new Map(Object.entries(z.record(z.string(), z.string()).parse(written))),
  sharedScans: (written) => sharedScans.parse(written),
  storeListings: (written, { dossier }) =>
    each(written, ({ apps, ...record }) => ({
      ...over('storeListings', { shownIn: 'evidence/app-store.yaml', source: '应用商店', day: '2026-02-01' }, record),
      facts: suppliedFacts['app-store'].parse({
        apps: each(apps ?? [], (app) => ({ developer: dossier.company.name, ...app })),
      }),
    })),
  copiedTexts: (written) => copiedTexts.parse(written),
  whois: (written, { subject }) => over('whois', { ...registered, domain: subject.id }, written),
  dns: (written, { subject }) => over('dns', { ...noAddresses, host: subject.id }, written),
  visit,
  homepage: (written, { subject }) => readHomePage(page(written, subject), loadReference().marks),
  resolved: (written) =>
    each(written, ({ servers, ...host }) => ({
      ...over('resolved', { host: 'www.qinghe-example.cn', cdn: null }, host),
      servers: each(servers ?? [], ({ network, ...server }) => ({
        ...over('resolved.servers', { ...publicServer, ip: '192.0.2.1' }, server),
        network: network === undefined || network === null ? null : over('resolved.network', someNetwork, network),
      })),
    })),
  network: (written, { subject }) =>
    each(written, ({ network, ...server }, index) => ({
      ...over('network', { ...publicServer, ip: serverAddress(subject, index) }, server),
      network: network === undefined || network === null ? null : over('network.network', someNetwork, network),
    })),
};

function pageEdges(written: unknown): PageEdges {
  const { slices, unclear } = over<Record<keyof PageEdges, unknown>>(
    'seals.edges',
    { slices: [], unclear: [] },
    written,
  );
  return {
    slices: each(slices, (slice) => over('seals.edges.slices', goodSlice, slice)),
    unclear: z.array(z.enum(['left', 'right'])).parse(unclear),
  };
}

/** The page is written as its HTML; `outcome` says that there was none. */
function visit(written: unknown, { subject }: Scene): PageVisit {
  const { outcome = 'page', ...rest } = typeof written === 'string' ? { html: written } : object.parse(written);
  const url = addressOf(subject);
  switch (outcome) {
    case 'page':
      return { outcome, source: page(rest, subject) };
    case 'no-page':
      return { outcome, ...over('visit', { url, contentType: 'application/octet-stream' }, rest) };
    case 'unreachable':
      return { outcome, ...over('visit', { url, detail: 'no address' }, rest) };
    case 'redirect-loop':
      return { outcome, ...over('visit', { url }, rest) };
    case 'refused':
      return { outcome, ...over('visit', { url, reason: 'inside' as const }, rest) };
    default:
      throw new Error(`no visit ends with "${String(outcome)}"`);
  }
}

function page(written: unknown, subject: Subject): PageSource {
  const { certificate, ...rest } = typeof written === 'string' ? { html: written } : object.parse(written);
  const url = addressOf(subject);
  return {
    ...over('homepage', { ...goodPage, requested: url, url }, rest),
    certificate: certificate === undefined ? null : over('certificate', goodCertificate, certificate),
  };
}

const addressOf = (subject: Subject): string => (subject.kind === 'website' ? subject.value.url : '');

const serverAddress = (subject: Subject, index: number): string =>
  subject.kind === 'access' ? (subject.value.servers?.[index]?.ip ?? '') : '';

function pageText(written: string | Readonly<Record<string, unknown>>): PageText {
  const { content, ...rest } = over('text', plainText, typeof written === 'string' ? { content: written } : written);
  const lines = content.split('\n').map((text, line) => ({
    text,
    confidence: rest.confidence,
    box: { x: 0.1, y: 0.05 + line * 0.03, width: 0.8, height: 0.02 },
  }));
  return { ...rest, content, lines };
}

/** Fields of a document are written as plain values; `{value, confidence}` says how well one was read. */
function readings(kind: DocumentKind, written: unknown, { dossier }: Scene): unknown {
  const { kinds, extract } = documentEvidence[kind];
  const attachments = (dossier.attachments ?? []).filter((attachment) => kinds.includes(attachment.kind));
  // A page without text has every field of its kind, all of them not found.
  const nothingRead = extract([]);
  return each(written, ({ $attachment, $about, ...fields }, index) => {
    const { file = '附件/文件.pdf', subject = null } = attachments[index] ?? {};
    const read = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, readField(value)]));
    return { attachment: $attachment ?? file, about: $about ?? subject, fields: over(kind, nothingRead, read) };
  });
}

function readField(written: unknown): unknown {
  if (written === null) return null;
  const weighed = z.strictObject({ value: z.unknown(), confidence: z.enum(confidences) }).safeParse(written);
  const { value, confidence } = weighed.success ? weighed.data : { value: written, confidence: 'high' };
  return { value, raw: String(value), page: 1, box: null, confidence };
}

function complete(kind: EvidenceKind, written: unknown, scene: Scene): unknown {
  return isDocumentKind(kind) ? readings(kind, written, scene) : completions[kind](written, scene);
}

const isDocumentKind = (kind: EvidenceKind): kind is DocumentKind => Object.hasOwn(documentEvidence, kind);
